"""What a rule is: a bad pattern, the reasons against it, examples that test themselves, and a check."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from saferhub.checks.passages import Page
from saferhub.model.lesson import Document, Lesson
from saferhub.model.library import Library
from saferhub.model.page import RenderedPage
from saferhub.model.problem import Phrase, Place, Severity

EXAMPLE_LESSON = "docs/en/lessons/kind-words.md"


class Family(Enum):
    """What kind of fault a rule looks for."""

    READING = "reading"
    METADATA = "metadata"
    STRUCTURE = "structure"
    ACCESSIBILITY = "accessibility"
    AGE_FIT = "age fit"
    EVIDENCE = "evidence"
    TONE = "tone"
    BALANCE = "balance"
    TERMS = "terms"
    TRANSLATABILITY = "translatability"
    TRANSLATION = "translation"
    LINKS = "links"
    PAGES = "pages"


# Families that a lesson may leave for a good reason, and an imported collection step by step. Nobody may switch off
# what keeps the site whole or a reader safe.
JUDGED = frozenset(
    {
        Family.ACCESSIBILITY,
        Family.AGE_FIT,
        Family.EVIDENCE,
        Family.TONE,
        Family.BALANCE,
        Family.TERMS,
        Family.TRANSLATABILITY,
        Family.TRANSLATION,
    }
)


@dataclass(frozen=True)
class Finding:
    """What a rule found: where, what is wrong, what to do. The severity is that of the rule unless given.

    `replacement` is set only when it may take the place of what was found without touching another word.
    """

    place: Place
    message: Phrase
    hint: Phrase
    severity: Severity | None = None
    replacement: str = ""


@dataclass(frozen=True)
class Example:
    """A mistake in the example hub: `right` stands in `file`, and the rule must fire when `wrong` stands there instead.

    An empty `right` means that `wrong` is a whole new file; no `wrong` at all means that the file is taken away.
    """

    wrong: str | None
    right: str = ""
    file: str = EXAMPLE_LESSON


@dataclass(frozen=True)
class PageExample:
    """A mistake in a finished page: the rule must fire on the HTML in `wrong`, and nothing on the HTML in `right`.

    `lang` is the language of the page; `whole` says that these are whole pages and not parts of one.
    """

    wrong: str
    right: str
    lang: str = "en"
    whole: bool = False


Check = Callable[[Library, datetime.date], Iterable[Finding]]
PageCheck = Callable[[Page], Iterable[Finding]]
RenderedCheck = Callable[[RenderedPage], Iterable[Finding]]


@dataclass(frozen=True)
class Rule:
    """One thing that must not stand in a lesson.

    `check` needs the whole library. `page_check` needs nothing but one page, so it also reads a file that is not a
    lesson, and what it found is kept until the page changes. `is_worded` says that its words come from language
    packs. `rendered_check` looks at a finished page in a browser.
    """

    slug: str
    family: Family
    severity: Severity
    what: str
    why: str
    fix: str
    examples: tuple[Example | PageExample, ...]
    check: Check | None = None
    page_check: PageCheck | None = None
    is_worded: bool = False
    rendered_check: RenderedCheck | None = None


def found_while_reading(library: Library, today: datetime.date) -> Iterator[Finding]:
    """Find nothing: the fault is reported when the file is read, because nothing more can be said of it."""
    yield from ()


def found_in_the_pages(library: Library, today: datetime.date) -> Iterator[Finding]:
    """Find nothing: the fault is looked for in the finished pages, by `hub pages`."""
    yield from ()


def each_lesson(look: Callable[[Library, Lesson], Iterable[Finding]]) -> Check:
    """Make a check of the whole library from one that looks at a single lesson."""

    def check(library: Library, today: datetime.date) -> Iterator[Finding]:
        for lesson in library.lessons:
            yield from look(library, lesson)

    return check


def each_lesson_page(look: Callable[[Library, Document], Iterable[Finding]]) -> Check:
    """Make a check from one that looks at the page of a lesson, also when its facts are not all right yet."""

    def check(library: Library, today: datetime.date) -> Iterator[Finding]:
        for document in library.documents:
            if document.kind == "lesson":
                yield from look(library, document)

    return check

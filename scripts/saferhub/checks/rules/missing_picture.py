"""A picture that does not exist, or one that is not in the hub."""

from __future__ import annotations

import datetime
import posixpath
from collections.abc import Iterator

from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.model.lesson import BlockKind
from saferhub.model.library import Library
from saferhub.model.locale import SOURCE_LOCALE
from saferhub.model.problem import Severity, phrase
from saferhub.sources.inline import pictures


def check(library: Library, today: datetime.date) -> Iterator[Finding]:
    """Look up the file of every picture."""
    for document in [*library.documents, *library.translations.values()]:
        for block in document.body.blocks:
            names = [block.attributes["src"]] if block.kind is BlockKind.IMAGE else pictures(block.text)
            for name in names:
                path = posixpath.normpath(posixpath.join(SOURCE_LOCALE, posixpath.dirname(document.id), name))
                if path not in library.files:
                    yield Finding(
                        document.at(block.line),
                        phrase("There is no picture `{name}`.", name=name),
                        phrase("Put it into `docs/en/assets/drawings/` and correct the path."),
                    )


RULE = Rule(
    slug="missing-picture",
    family=Family.LINKS,
    severity=Severity.ERROR,
    what="A picture that does not exist, or one that is not in the hub.",
    why="Readers see a broken frame, and a picture from elsewhere would tell its owner who reads the lesson.",
    fix="Put the drawing into `docs/en/assets/drawings/` and correct the path.",
    examples=(
        Example(wrong="![A drawing](../assets/drawings/none.svg)\n\nChoose kind words.", right="Choose kind words."),
    ),
    check=check,
)

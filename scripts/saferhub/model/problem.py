"""A problem: what is wrong in a file, where, and what to do about it."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType


class Severity(Enum):
    """How much a problem matters: an error stops the build, a warning and advice do not."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, order=True)
class Place:
    """Where something stands: a path from the top of the hub, a line and a column, both counted from 1.

    The end is the last line and the column after the last character; both are 0 when only the line is known.
    """

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 0
    end_column: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@dataclass(frozen=True)
class Phrase:
    """A sentence that can be translated: a fixed template and the values to put into it."""

    template: str
    values: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))

    def said(self, translate: Callable[[str], str] = lambda text: text) -> str:
        """Return the sentence, in the language of `translate`."""
        values = {
            name: value.said(translate) if isinstance(value, Phrase) else value for name, value in self.values.items()
        }
        return translate(self.template).format(**values)

    def __str__(self) -> str:
        return self.said()


def phrase(template: str, /, **values: object) -> Phrase:
    """Make a translatable sentence; the template is what translators see."""
    return Phrase(template, MappingProxyType(dict(values)))


def closest(value: str, allowed: Iterable[str]) -> str:
    """Return the allowed value that is most like a misspelt one, or nothing when none is near."""
    return next(iter(difflib.get_close_matches(value.casefold(), list(allowed), n=1, cutoff=0.6)), "")


def nearest(value: str, allowed: Iterable[str]) -> Phrase:
    """Return the hint that names the nearest allowed value, or all of them if nothing is near."""
    names = list(allowed)
    found = closest(value, names)
    if found:
        return phrase("Did you mean `{nearest}`?", nearest=found)
    return phrase("Allowed are: {allowed}.", allowed=", ".join(f"`{name}`" for name in names[:40]))


@dataclass(frozen=True)
class Problem:
    """One thing to mend. `rule` is the slug of the page that explains it.

    `line` is the line of the file as it stands, when the exact place is known; `replacement` is what may be put there
    instead without touching another word.
    """

    rule: str
    place: Place
    message: Phrase
    hint: Phrase
    severity: Severity = Severity.ERROR
    line: str = field(default="", compare=False)
    replacement: str = field(default="", compare=False)

    @property
    def sort_key(self) -> tuple[Place, str, str]:
        """Problems are told in the order of files and lines."""
        return (self.place, self.rule, str(self.message))

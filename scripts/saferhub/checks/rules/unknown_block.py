"""A block between slashes whose name is not known."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.model.lesson import CONTAINERS
from saferhub.model.library import Library
from saferhub.model.problem import Severity, nearest, phrase


def check(library: Library, today: datetime.date) -> Iterator[Finding]:
    """Look at the name of every block in pages and translations."""
    for document in [*library.documents, *library.translations.values()]:
        for part in document.body.containers:
            if part.name not in CONTAINERS:
                yield Finding(
                    document.at(part.line),
                    phrase("There is no block named `{name}`.", name=part.name),
                    nearest(part.name, CONTAINERS),
                )


RULE = Rule(
    slug="unknown-block",
    family=Family.STRUCTURE,
    severity=Severity.ERROR,
    what="A block between slashes whose name is not known.",
    why="Nobody could say how to show or print it.",
    fix="Use one of the blocks of the guide: facilitator, handout, cards, quiz, avoid, safeguarding, help, media.",
    examples=(Example(wrong="/// handuot | Cards", right="/// handout | Cards"),),
    check=check,
)

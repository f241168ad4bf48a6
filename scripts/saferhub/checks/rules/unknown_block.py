"""A block between slashes whose name is not known."""

from __future__ import annotations

import datetime
import difflib
from collections.abc import Iterator

from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.model.library import Library
from saferhub.model.problem import Severity, phrase

KNOWN = ("facilitator", "handout", "cards", "quiz", "avoid", "safeguarding", "help", "media")


def check(library: Library, today: datetime.date) -> Iterator[Finding]:
    """Look at the name of every block in pages and translations."""
    for document in [*library.documents, *library.translations.values()]:
        for part in document.body.containers:
            if part.name not in KNOWN:
                close = difflib.get_close_matches(part.name, KNOWN, n=1)
                hint = (
                    phrase("Did you mean `{nearest}`?", nearest=close[0])
                    if close
                    else phrase("Allowed are: {allowed}.", allowed=", ".join(KNOWN))
                )
                yield Finding(document.at(part.line), phrase("There is no block named `{name}`.", name=part.name), hint)


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

"""A first-level heading in a page, or a heading that skips a level."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.model.library import Library
from saferhub.model.problem import Severity, phrase


def check(library: Library, today: datetime.date) -> Iterator[Finding]:
    """Compare the level of each heading with the one before."""
    for document in library.documents:
        level = 1
        for section in document.body.sections:
            if section.level == 1 or section.level > level + 1:
                yield Finding(
                    document.at(section.line),
                    phrase(
                        "This is a heading of level {found} after one of level {before}.",
                        found=section.level,
                        before=level,
                    ),
                    phrase("Use `##` for sections and `###` inside them."),
                )
            level = max(section.level, 2)


RULE = Rule(
    slug="skipped-heading-level",
    family=Family.STRUCTURE,
    severity=Severity.ERROR,
    what="A first-level heading in a page, or a heading that skips a level.",
    why="Screen readers offer headings as a table of contents; a skipped level sounds like something is missing.",
    fix="Use `##` for sections and `###` inside them. The title is made from the facts.",
    examples=(
        Example(wrong="# What is good {#good}", right="## What is good {#good}"),
        Example(wrong="#### Kind answers", right="### Kind answers"),
    ),
    check=check,
)

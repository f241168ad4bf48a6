"""A lesson that must point to help for which the hub has no entry that is still verified."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.model.library import Library
from saferhub.model.problem import Severity, phrase


def check(library: Library, today: datetime.date) -> Iterator[Finding]:
    """Look whether each purpose that a lesson points to still has an entry; emergencies have words of their own."""
    current = {purpose for entry in library.help_entries if entry.is_current(today) for purpose in entry.purposes}
    for lesson in library.lessons:
        for part in lesson.body.containers:
            asked = [purpose.strip() for purpose in part.argument.split(",")] if part.name == "help" else []
            for purpose in asked:
                if purpose in library.taxonomy.ids("purposes") and purpose not in current | {"emergency"}:
                    yield Finding(
                        lesson.document.at(part.line),
                        phrase("There is no verified help for `{purpose}` to show here.", purpose=purpose),
                        phrase("Verify an entry in docs/_data/help/ again, or add one."),
                    )


RULE = Rule(
    slug="no-help-to-show",
    family=Family.METADATA,
    severity=Severity.ERROR,
    what="A lesson that must point to help for which the hub has no entry that is still verified.",
    why="A reader who needs help would find an empty box.",
    fix="Verify an entry in docs/_data/help/ again, or add one.",
    examples=(
        Example(wrong="expires: 2024-01-01", right="expires: 2027-05-22", file="docs/_data/help/international.yml"),
    ),
    check=check,
)

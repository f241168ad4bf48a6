"""A help entry that nobody has verified for too long."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.model.library import Library
from saferhub.model.problem import Place, Severity, phrase


def check(library: Library, today: datetime.date) -> Iterator[Finding]:
    """Compare the day of expiry with today."""
    for entry in library.help_entries:
        if not entry.is_current(today):
            yield Finding(
                Place(entry.path, entry.line),
                phrase("`{id}` expired on {day} and is no longer shown.", id=entry.id, day=entry.expires.isoformat()),
                phrase("Check the service, then write the new dates."),
            )


RULE = Rule(
    slug="expired-help",
    family=Family.METADATA,
    severity=Severity.WARNING,
    what="A help entry that nobody has verified for too long.",
    why="A number that no longer answers is worse than none. Expired entries are not shown to readers.",
    fix="Open the service, check every fact, then change `verified` and `expires`.",
    examples=(
        Example(wrong="expires: 2024-01-01", right="expires: 2027-05-22", file="docs/_data/help/international.yml"),
    ),
    check=check,
)

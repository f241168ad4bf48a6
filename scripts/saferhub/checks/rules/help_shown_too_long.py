"""A help entry that would be shown for longer than anybody may trust it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.model.library import Library
from saferhub.model.problem import Place, Severity, phrase


def check(library: Library, today: datetime.date) -> Iterator[Finding]:
    """Compare the two days of each entry with each other and with today."""
    for entry in library.help_entries:
        place = Place(entry.path, entry.line)
        if entry.verified > today:
            yield Finding(
                place,
                phrase("`{id}` was verified on {day}, which is still to come.", id=entry.id, day=str(entry.verified)),
                phrase("Write the day on which somebody verified it."),
            )
        elif entry.expires < entry.verified:
            yield Finding(
                place,
                phrase("`{id}` expires before the day on which it was verified.", id=entry.id),
                phrase("Write a day of expiry until {day}.", day=str(entry.last_day)),
            )
        elif entry.expires > entry.last_day:
            yield Finding(
                place,
                phrase("`{id}` expires on {day}, too long after it was verified.", id=entry.id, day=str(entry.expires)),
                phrase("Write a day of expiry until {day}.", day=str(entry.last_day)),
            )


RULE = Rule(
    slug="help-shown-too-long",
    family=Family.METADATA,
    severity=Severity.ERROR,
    what="A help entry that would be shown for longer than anybody may trust it.",
    why="Lines close and numbers change. A slip in the year would show an old number for decades.",
    fix="Let services of one country expire within three months, and international ones within six.",
    examples=(
        Example(wrong="expires: 2099-01-01", right="expires: 2027-05-22", file="docs/_data/help/international.yml"),
    ),
    check=check,
)

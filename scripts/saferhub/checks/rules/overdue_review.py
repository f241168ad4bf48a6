"""A lesson that should have been reviewed by now."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.model.library import Library
from saferhub.model.problem import Severity, phrase


def check(library: Library, today: datetime.date) -> Iterator[Finding]:
    """Compare the day of the next review with today."""
    for lesson in library.lessons:
        if lesson.review_by < today:
            severity = Severity.WARNING if lesson.sensitivity == "general" else Severity.ERROR
            yield Finding(
                lesson.document.place("review_by"),
                phrase("The review was due on {day}.", day=lesson.review_by.isoformat()),
                phrase("Ask the reviewers that the lesson needs, then write the new dates."),
                severity,
            )


RULE = Rule(
    slug="overdue-review",
    family=Family.METADATA,
    severity=Severity.WARNING,
    what="A lesson that should have been reviewed by now.",
    why="Services, laws and words change. In sensitive lessons an old step can do harm, so there the rule is an error.",
    fix="Review the lesson with people, then change `reviewed`, `reviewers` and `review_by`.",
    examples=(Example(wrong="review_by: 2024-01-01", right="review_by: 2099-01-01"),),
    check=check,
)

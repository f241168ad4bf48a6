"""A review without reviewers, or a day of writing or review that has not come yet."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.model.library import Library
from saferhub.model.problem import Severity, phrase


def check(library: Library, today: datetime.date) -> Iterator[Finding]:
    """Compare days with today, and the day of the review with the list of reviewers."""
    for lesson in library.lessons:
        for field, day in (("written", lesson.written), ("reviewed", lesson.reviewed)):
            if day and day > today:
                yield Finding(
                    lesson.document.place(field),
                    phrase("`{field}` names the day {day}, which has not come yet.", field=field, day=day.isoformat()),
                    phrase("Write the day on which it happened."),
                )
        if bool(lesson.reviewed) != bool(lesson.reviewers):
            yield Finding(
                lesson.document.place("reviewed" if lesson.reviewed else "reviewers"),
                phrase("A review has a day and reviewers; here one of them is missing."),
                phrase("Write both `reviewed` and `reviewers`, or neither."),
            )


RULE = Rule(
    slug="unlikely-review",
    family=Family.METADATA,
    severity=Severity.ERROR,
    what="A review without reviewers, or a day of writing or review that has not come yet.",
    why="The page tells readers who looked at a lesson and when. That must be true.",
    fix="Write the day on which it happened, and the roles of the people who did it.",
    examples=(
        Example(wrong="written: 2026-11-22\nreviewed: 2026-11-22", right="written: 2026-11-22"),
        Example(wrong="written: 2098-01-01", right="written: 2026-11-22"),
    ),
    check=check,
)

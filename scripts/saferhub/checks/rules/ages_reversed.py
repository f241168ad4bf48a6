"""The first age is higher than the last."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.rule import Example, Family, Finding, Rule, each_lesson
from saferhub.model.lesson import Lesson
from saferhub.model.library import Library
from saferhub.model.problem import Severity, phrase


def look(library: Library, lesson: Lesson) -> Iterator[Finding]:
    """Compare the two ages."""
    if lesson.ages and lesson.ages.first > lesson.ages.last:
        first, last = lesson.ages.first, lesson.ages.last
        yield Finding(
            lesson.document.place("ages"),
            phrase("The ages run from {first} down to {last}.", first=first, last=last),
            phrase("Did you mean `ages: {{from: {last}, to: {first}}}`?", first=first, last=last),
        )


RULE = Rule(
    slug="ages-reversed",
    family=Family.METADATA,
    severity=Severity.ERROR,
    what="The first age is higher than the last.",
    why="A lesson for nobody is found by nobody.",
    fix="Write the lower age first: `ages: {from: 9, to: 12}`.",
    examples=(Example(wrong="ages: {from: 12, to: 9}", right="ages: {from: 9, to: 12}"),),
    check=each_lesson(look),
)

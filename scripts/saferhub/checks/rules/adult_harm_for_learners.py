"""A lesson for children and young people on a harm that only adults are taught about."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.rule import Example, Family, Finding, Rule, each_lesson
from saferhub.model.lesson import Lesson
from saferhub.model.library import Library
from saferhub.model.problem import Severity, phrase


def look(library: Library, lesson: Lesson) -> Iterator[Finding]:
    """Look for harms that are marked as being for adults only."""
    for index, name in enumerate(lesson.harms):
        harm = library.taxonomy.harm(name)
        if harm and harm.adults_only and "learners" in lesson.audiences:
            yield Finding(
                lesson.document.place("harms", index),
                phrase("`{harm}` is for adults only; this lesson is for learners.", harm=name),
                phrase("Take the harm out, or make the lesson one for adults."),
            )


RULE = Rule(
    slug="adult-harm-for-learners",
    family=Family.METADATA,
    severity=Severity.ERROR,
    what="A lesson for children and young people on a harm that only adults are taught about.",
    why="Some harms are named to adults who protect children, and never taught to children themselves.",
    fix="Take the harm out, or make the lesson one for adults.",
    examples=(Example(wrong="harms: [csam]", right="harms: [cyberbullying]"),),
    check=each_lesson(look),
)

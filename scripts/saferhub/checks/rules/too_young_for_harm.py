"""A lesson on a harm for children who are younger than that harm should be taught to."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.rule import Example, Family, Finding, Rule, each_lesson
from saferhub.model.lesson import Lesson
from saferhub.model.library import Library
from saferhub.model.problem import Severity, phrase


def look(library: Library, lesson: Lesson) -> Iterator[Finding]:
    """Compare the youngest learner with the youngest age of each harm."""
    for index, name in enumerate(lesson.harms):
        harm = library.taxonomy.harm(name)
        if harm and lesson.ages and lesson.ages.first < harm.youngest:
            yield Finding(
                lesson.document.place("harms", index),
                phrase(
                    "`{harm}` is taught from age {youngest}; this lesson begins at {first}.",
                    harm=name,
                    youngest=harm.youngest,
                    first=lesson.ages.first,
                ),
                phrase("Raise the ages, or teach the skill behind it without naming the harm."),
            )


RULE = Rule(
    slug="too-young-for-harm",
    family=Family.METADATA,
    severity=Severity.ERROR,
    what="A lesson on a harm for children who are younger than that harm should be taught to.",
    why="Telling young children about harms they cannot yet place frightens without helping. The skills come first.",
    fix="Raise the ages, or teach the skill behind it (asking for help, private and public) without naming the harm.",
    examples=(Example(wrong="harms: [sextortion]", right="harms: [cyberbullying]"),),
    check=each_lesson(look),
)

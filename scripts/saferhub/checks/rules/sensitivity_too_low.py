"""A lesson on a sensitive harm that is not marked as sensitive."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.rule import Example, Family, Finding, Rule, each_lesson
from saferhub.model.lesson import Lesson
from saferhub.model.library import Library
from saferhub.model.problem import Severity, phrase

ORDER = ["general", "sensitive", "specialist"]


def look(library: Library, lesson: Lesson) -> Iterator[Finding]:
    """Compare the sensitivity of the lesson with that of its harms."""
    needed = [(ORDER.index(harm.sensitivity), harm.id) for harm in map(library.taxonomy.harm, lesson.harms) if harm]
    if needed and max(needed)[0] > ORDER.index(lesson.sensitivity):
        level, harm = max(needed)
        yield Finding(
            lesson.document.place("sensitivity"),
            phrase("A lesson on `{harm}` must be at least `{level}`.", harm=harm, level=ORDER[level]),
            phrase("Write `sensitivity: {level}`.", level=ORDER[level]),
        )


RULE = Rule(
    slug="sensitivity-too-low",
    family=Family.METADATA,
    severity=Severity.ERROR,
    what="A lesson on a sensitive harm that is not marked as sensitive.",
    why="The mark decides how the teacher prepares and which safeguarding block stands in the lesson.",
    fix="Set `sensitivity` to the value that the message names.",
    examples=(
        Example(wrong="sensitivity: general", right="sensitivity: sensitive", file="docs/en/lessons/ask-first.md"),
    ),
    check=each_lesson(look),
)

"""A lesson that needs nothing and something at once."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.rule import Example, Family, Finding, Rule, each_lesson
from saferhub.model.lesson import Lesson
from saferhub.model.library import Library
from saferhub.model.problem import Severity, phrase


def look(library: Library, lesson: Lesson) -> Iterator[Finding]:
    """Look for `none` beside something else."""
    if "none" in lesson.needs and len(lesson.needs) > 1:
        yield Finding(
            lesson.document.place("needs"),
            phrase("The lesson needs `none` and something else."),
            phrase("Keep `none`, or name only what the lesson cannot do without."),
        )


RULE = Rule(
    slug="contradicting-needs",
    family=Family.METADATA,
    severity=Severity.ERROR,
    what="A lesson that needs nothing and something at once.",
    why="A teacher without a printer who filters for lessons that work without one would find this one, or miss it.",
    fix="Keep `none`, or name what the lesson really cannot do without.",
    examples=(Example(wrong="needs: [none, printer]", right="needs: [none]"),),
    check=each_lesson(look),
)

"""A lesson that claims evidence and names no work that it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.rule import Example, Family, Finding, Rule, each_lesson
from saferhub.model.lesson import Lesson
from saferhub.model.library import Library
from saferhub.model.problem import Severity, phrase


def look(library: Library, lesson: Lesson) -> Iterator[Finding]:
    """Compare the level with the list of sources."""
    if lesson.evidence_level in ("strong", "promising", "emerging") and not lesson.evidence_sources:
        yield Finding(
            lesson.document.place("evidence", "sources"),
            phrase("The evidence is said to be `{level}`, and no source is named.", level=lesson.evidence_level),
            phrase("Name the works, or write `level: practice-based`."),
        )


RULE = Rule(
    slug="evidence-without-source",
    family=Family.METADATA,
    severity=Severity.ERROR,
    what="A lesson that claims evidence and names no work that it rests on.",
    why="People decide on the strength of such words. A claim that nobody can look up is not one.",
    fix="Name the works in `evidence.sources`, or choose the level `practice-based`.",
    examples=(Example(wrong="  level: strong\n  sources: []", right="  level: practice-based\n  sources: [who-2022]"),),
    check=each_lesson(look),
)

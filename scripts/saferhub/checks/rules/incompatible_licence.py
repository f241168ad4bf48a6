"""A lesson adapted from a work whose licence does not allow it."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.rule import Example, Family, Finding, Rule, each_lesson
from saferhub.model.lesson import Lesson
from saferhub.model.library import Library
from saferhub.model.problem import Severity, phrase

# Which licences of an original allow which licences of an adaptation (Creative Commons compatibility chart).
ALLOWED = {
    "CC0-1.0": {"CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0"},
    "CC-BY-4.0": {"CC-BY-4.0", "CC-BY-SA-4.0"},
    "CC-BY-3.0": {"CC-BY-4.0", "CC-BY-SA-4.0"},
    "CC-BY-SA-4.0": {"CC-BY-SA-4.0"},
    "CC-BY-SA-3.0": {"CC-BY-SA-4.0"},
}


def look(library: Library, lesson: Lesson) -> Iterator[Finding]:
    """Compare the licence of the original with that of the lesson."""
    if lesson.adapted_from is None:
        return
    original = lesson.adapted_from["licence"]
    if lesson.licence not in ALLOWED.get(original, set()):
        yield Finding(
            lesson.document.place("adapted_from", "licence"),
            phrase(
                "A work under {original} cannot become a lesson under {licence}.",
                original=original,
                licence=lesson.licence,
            ),
            phrase(
                "Allowed originals are: {allowed}.",
                allowed=", ".join(name for name in ALLOWED if lesson.licence in ALLOWED[name]),
            ),
        )


RULE = Rule(
    slug="incompatible-licence",
    family=Family.METADATA,
    severity=Severity.ERROR,
    what="A lesson adapted from a work whose licence does not allow it.",
    why="People may lose their right to use the lesson, and authors theirs to be named.",
    fix="Ask the author for permission, choose a licence that fits, or write the lesson anew in your own words.",
    examples=(
        Example(
            wrong="licence: CC-BY-4.0\nadapted_from: {title: A, url: https://example.org, licence: CC-BY-NC-4.0}",
            right="licence: CC-BY-4.0",
        ),
    ),
    check=each_lesson(look),
)

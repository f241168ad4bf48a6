"""Lessons that each come before the other."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.model.library import Library
from saferhub.model.problem import Severity, phrase


def check(library: Library, today: datetime.date) -> Iterator[Finding]:
    """Walk back from every lesson; a lesson that leads back to itself stands in a circle."""
    prior = {lesson.id: lesson.prior for lesson in library.lessons}
    told: set[frozenset[str]] = set()
    for lesson in library.lessons:
        circle = _circle(lesson.id, prior)
        if circle and frozenset(circle) not in told:
            told.add(frozenset(circle))
            yield Finding(
                lesson.document.place("prior"),
                phrase("These lessons come before each other in a circle: {circle}.", circle=" > ".join(circle)),
                phrase("Take one of them out of `prior`."),
            )


def _circle(start: str, prior: dict[str, tuple[str, ...]]) -> list[str]:
    """Return the way from a lesson back to itself, or nothing."""
    ways = [[start]]
    seen = {start}
    while ways:
        way = ways.pop()
        for name in prior.get(way[-1], ()):
            if name == start:
                return [*way, start]
            if name not in seen:
                seen.add(name)
                ways.append([*way, name])
    return []


RULE = Rule(
    slug="circular-prior",
    family=Family.METADATA,
    severity=Severity.ERROR,
    what="Lessons that each come before the other.",
    why="A path that turns in a circle has no beginning, so nobody knows where to start.",
    fix="Take one of the lessons out of `prior`.",
    examples=(Example(wrong="prior: [kind-words]", right="prior: []", file="docs/en/lessons/ask-first.md"),),
    check=check,
)

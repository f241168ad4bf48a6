"""A pack to print that names a lesson or language that is not there, or is longer than its session."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from saferhub.checks.recipes import recipe_faults
from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.model.library import Library
from saferhub.model.problem import Severity


def check(library: Library, today: datetime.date) -> Iterator[Finding]:
    """Look at every recipe of the hub."""
    # A lesson that cannot be read is there: its own fault is told, and a pack that names it has none.
    unreadable = {name.removeprefix("lessons/") for name in library.unreadable}
    for recipe in library.packs:
        yield from recipe_faults(recipe, library.lessons, library.locales, unreadable)


RULE = Rule(
    slug="faulty-pack",
    family=Family.METADATA,
    severity=Severity.ERROR,
    what="A pack to print that names a lesson or language that is not there, or is longer than its session.",
    why="A trainer finds out at the copier, with the group already waiting, that a lesson is missing.",
    fix="Write lessons as their files are named, languages as in docs/_data/locales.yml, and enough time in `session_minutes`.",
    examples=(
        Example(wrong="lessons: [kind-wordz]", right="lessons: [kind-words]", file="docs/_data/packs/first-steps.yml"),
        Example(wrong="session_minutes: 5", right="session_minutes: 300", file="docs/_data/packs/first-steps.yml"),
    ),
    check=check,
)

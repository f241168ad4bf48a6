"""A sidecar whose translation is not there."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.model.library import Library
from saferhub.model.problem import Place, Severity, phrase


def check(library: Library, today: datetime.date) -> Iterator[Finding]:
    """Look for the translation of every sidecar."""
    unreadable = {problem.place.path for problem in library.problems}
    for locale, name in library.sidecars:
        path = f"translations/{locale}/{name}.md"
        if (locale, name) not in library.translations and path not in unreadable:
            yield Finding(
                Place(f"translations/{locale}/{name}.sync"),
                phrase("There is no translation `{path}` for this record.", path=path),
                phrase("Rename it together with its translation, bring the translation back, or remove it."),
            )


RULE = Rule(
    slug="sidecar-without-translation",
    family=Family.TRANSLATION,
    severity=Severity.WARNING,
    what="A sidecar, the file in which the hub notes what a translation was made from, whose translation is not there.",
    why="Mostly the translation was renamed or moved without it: then the hub no longer knows what it was made from.",
    fix="Give the sidecar the name of its translation, or remove it if the translation was removed.",
    examples=(
        Example(
            wrong="source: 0\n11111111 22222222\n",
            file="translations/ar/lessons/good-night.sync",
        ),
    ),
    check=check,
)

"""A number that a translation changes, loses or adds."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.checks.translated import translated_pairs
from saferhub.model.library import Library
from saferhub.model.problem import Severity, phrase
from saferhub.translation.kept import numbers


def check(library: Library, today: datetime.date) -> Iterator[Finding]:
    """Compare the numbers of each translated piece with those of its source."""
    for pair in translated_pairs(library):
        source, target = numbers(pair.source), numbers(pair.target)
        lost = [number for number in source - target if len(number) > 1]
        added = [number for number in target - source if len(number) > 1]
        if lost:
            yield Finding(
                pair.place,
                phrase("The number {number} of the source is not in the translation.", number=lost[0]),
                phrase("Write the same number, or say in words the same amount."),
            )
        elif added:
            yield Finding(
                pair.place,
                phrase("The number {number} is not in the source.", number=added[0]),
                phrase("Write the number of the source."),
            )


RULE = Rule(
    slug="translation-changes-number",
    family=Family.TRANSLATION,
    severity=Severity.WARNING,
    what="A number that a translation changes, loses or adds.",
    why="A wrong age, time or helpline number does harm, and nobody who reads only one language can see it.",
    fix="Write the number of the source, in the digits of the language.",
    examples=(
        Example(
            wrong="summary: نتدرب على 50 كلمة لطيفة للرسائل.",
            right="summary: نتدرب على كلمات لطيفة للرسائل.",
            file="translations/ar/lessons/kind-words.md",
        ),
    ),
    check=check,
)

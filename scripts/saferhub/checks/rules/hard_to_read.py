"""Sentences that are long for the age of the readers."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.readability import LIMITS, parts_of, read
from saferhub.checks.rule import Example, Family, Finding, Rule, each_lesson
from saferhub.model.lesson import Lesson
from saferhub.model.library import Library
from saferhub.model.problem import Severity, phrase


def look(library: Library, lesson: Lesson) -> Iterator[Finding]:
    """Measure what learners read and hear, and what adults read, against the limits of their age."""
    for part in parts_of(library, lesson):
        found = read(part.passages)
        limit = LIMITS.get(part.band)
        if found is None or limit is None:
            continue
        line = part.passages[0].place().line
        if found.median > limit.median:
            yield Finding(
                lesson.document.at(line),
                phrase(
                    "Half of the sentences in the {part} have more than {median} words; readers of {band} do well with {limit}.",
                    part=phrase(part.name),
                    median=found.median,
                    band=part.band,
                    limit=limit.median,
                ),
                phrase("Make two sentences of one, beginning with the longest."),
            )
        for passage, start, end, words in found.longest:
            if words > limit.cap:
                yield Finding(
                    passage.place(start, end),
                    phrase(
                        "This sentence has {words} words; for {band} no more than {limit}.",
                        words=words,
                        band=part.band,
                        limit=limit.cap,
                    ),
                    phrase("Make two sentences of it."),
                )


RULE = Rule(
    slug="hard-to-read",
    family=Family.AGE_FIT,
    severity=Severity.ADVICE,
    what="Sentences that are long for the age of the readers.",
    why="Young readers lose the beginning of a long sentence before its end. So does everybody who reads in a second language, is tired or is upset.",
    fix="Make two sentences of one. Put the most important thing first.",
    examples=(
        Example(
            wrong="    > Today we practise how to choose words that are kind and true and helpful at the same time, even when we are tired or angry or in a hurry because somebody wrote something that we do not like at all.",
            right="    > Today we practise.",
        ),
    ),
    check=each_lesson(look),
)

"""Sentences that are long for the age of the readers."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.passages import Page
from saferhub.checks.readability import FOR_ADULTS, limit_of, parts_of, read
from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.model.problem import Severity, phrase


def look(page: Page) -> Iterator[Finding]:
    """Measure what learners read and hear, and what adults read, against the limits of their age."""
    if page.document.kind != "lesson":
        return
    for part in parts_of(page):
        limit = limit_of(part.age) if part.age is not None else FOR_ADULTS
        found = read(part.passages)
        if found is None:
            continue
        if found.median > limit.median:
            yield Finding(
                part.passages[0].place(),
                phrase(
                    "Half of the sentences from here on have {median} words or more; {limit} are enough for these readers.",
                    median=found.median,
                    limit=limit.median,
                ),
                phrase("Make two sentences of one, beginning with the longest."),
            )
        for passage, start, end, words in found.longest:
            if words > limit.cap:
                yield Finding(
                    passage.place(start, end),
                    phrase(
                        "This sentence has {words} words; {limit} are the most for these readers.",
                        words=words,
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
    page_check=look,
)

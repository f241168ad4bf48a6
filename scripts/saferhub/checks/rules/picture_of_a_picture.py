"""A picture whose words begin by saying that it is a picture."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.passages import Page, Scope
from saferhub.checks.readings import read_sentences
from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.checks.wording import read_lists
from saferhub.model.problem import Severity, phrase

SLUG = "picture-of-a-picture"


def look(page: Page) -> Iterator[Finding]:
    """Read the beginning of the words of each picture."""
    for sentence in read_sentences(page):
        if sentence.passage.scope is Scope.PICTURE and "says-picture" in read_lists(SLUG, sentence):
            yield Finding(
                sentence.passage.place(0, len(sentence.passage.text)),
                phrase("The words for the picture begin by saying that it is a picture."),
                phrase("Begin with what it shows: a screen reader already says that it is a picture."),
            )


RULE = Rule(
    slug=SLUG,
    family=Family.ACCESSIBILITY,
    severity=Severity.WARNING,
    what="A picture whose words begin by saying that it is a picture.",
    why="A screen reader says so already. What matters comes later and later.",
    fix="Begin with what the picture shows. What kind of picture it is may be told when it matters: a map, a chart.",
    examples=(Example(wrong="![Image of two speech bubbles.]", right="![A drawing of two speech bubbles.]"),),
    page_check=look,
    is_worded=True,
)

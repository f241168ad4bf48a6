"""A film or a recording without its words."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.passages import Page
from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.model.problem import Severity, phrase

LEAST = 30  # letters; less than a sentence is no transcript


def look(page: Page) -> Iterator[Finding]:
    """Count the words inside each block for media."""
    for container in page.document.body.containers:
        if container.name != "media":
            continue
        inside = [
            passage
            for passage in page.passages
            if container in passage.containers and passage.text != container.argument
        ]
        if sum(len(passage.text) for passage in inside) < LEAST:
            yield Finding(
                page.document.at(container.line),
                phrase("The film or recording has no transcript."),
                phrase("Write everything that is said and shown between `/// media` and `///`."),
            )


RULE = Rule(
    slug="media-without-transcript",
    family=Family.ACCESSIBILITY,
    severity=Severity.ERROR,
    what="A film or a recording without its words.",
    why="Deaf and blind learners, a class without a screen and a school without internet need the words.",
    fix="Write what is said and shown inside the block. A film needs captions too.",
    examples=(Example(wrong="/// media | How to greet\n///\n\nChoose kind words.", right="Choose kind words."),),
    page_check=look,
)

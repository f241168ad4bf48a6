"""A lesson that does not begin with what is good."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.rule import Example, Family, Finding, Rule, each_lesson_page
from saferhub.model.lesson import Document
from saferhub.model.library import Library
from saferhub.model.problem import Severity, phrase


def look(library: Library, document: Document) -> Iterator[Finding]:
    """Look at what comes first in the lesson."""
    blocks = document.body.blocks
    if blocks and blocks[0].section != "good":
        yield Finding(
            document.at(blocks[0].line),
            phrase("The lesson does not begin with what is good."),
            phrase("Put the section `good` first and nothing before it."),
        )


RULE = Rule(
    slug="risk-before-good",
    family=Family.STRUCTURE,
    severity=Severity.ERROR,
    what="A lesson that does not begin with what is good.",
    why="The guidelines of the International Telecommunication Union for policy-makers (2020) ask to give prominence to the positive side. A lesson that opens with danger makes learners close up.",
    fix="Begin with the section `good`. Put nothing before it.",
    examples=(Example(wrong="There are many dangers.\n\n## What is good {#good}", right="## What is good {#good}"),),
    check=each_lesson_page(look),
)

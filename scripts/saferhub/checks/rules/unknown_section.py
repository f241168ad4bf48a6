"""A second-level heading whose identifier is missing or unknown."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.rule import Example, Family, Finding, Rule, each_lesson_page
from saferhub.model.lesson import SECTIONS, Document
from saferhub.model.library import Library
from saferhub.model.problem import Severity, nearest, phrase


def look(library: Library, document: Document) -> Iterator[Finding]:
    """Look at the identifier of each section."""
    for section in document.body.top_sections():
        if section.id in SECTIONS:
            continue
        message = (
            phrase("The section `{id}` is not known.", id=section.id)
            if section.id
            else phrase("The heading `{title}` has no identifier.", title=section.title)
        )
        yield Finding(document.at(section.line), message, nearest(section.id, SECTIONS))


RULE = Rule(
    slug="unknown-section",
    family=Family.STRUCTURE,
    severity=Severity.ERROR,
    what="A second-level heading whose identifier is missing or unknown.",
    why="The identifier says what role a section has and is its address in every language.",
    fix="Use one of the identifiers of the guide, or make it a third-level heading inside a section.",
    examples=(
        Example(wrong="{#begin minutes=5}", right="{#starter minutes=5}"),
        Example(wrong="## What is good\n", right="## What is good {#good}\n"),
    ),
    check=each_lesson_page(look),
)

"""A section that every lesson has is missing."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.rule import Example, Family, Finding, Rule, each_lesson_page
from saferhub.model.lesson import OPTIONAL_SECTIONS, SECTIONS, Document
from saferhub.model.library import Library
from saferhub.model.problem import Severity, phrase

NEEDED = tuple(name for name in SECTIONS if name not in OPTIONAL_SECTIONS)


def look(library: Library, document: Document) -> Iterator[Finding]:
    """Look for every section that a lesson must have."""
    there = {section.id for section in document.body.top_sections()}
    for name in NEEDED:
        if name not in there:
            yield Finding(
                document.at(document.body.first_line),
                phrase("The section `{id}` is missing.", id=name),
                phrase("Add a heading such as `## ... {{#{id}}}`.", id=name),
            )


RULE = Rule(
    slug="missing-section",
    family=Family.STRUCTURE,
    severity=Severity.ERROR,
    what="A section that every lesson has is missing.",
    why="A teacher who is new to the topic needs every part: what is good, how to prepare, how to practise, who can help.",
    fix="Add a heading with the identifier that the message names.",
    examples=(Example(wrong="{#rehearse minutes=5}", right="{#practice minutes=5}"),),
    check=each_lesson_page(look),
)

"""A lesson without anything to copy."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.rule import Example, Family, Finding, Rule, each_lesson_page
from saferhub.model.lesson import Document
from saferhub.model.library import Library
from saferhub.model.problem import Severity, phrase


def look(library: Library, document: Document) -> Iterator[Finding]:
    """Look for a handout."""
    section = document.body.section("handouts")
    if section and not any(part.name == "handout" for part in document.body.containers):
        yield Finding(
            document.at(section.line),
            phrase("The lesson has no handout."),
            phrase("Add a block that begins with `/// handout | ...`."),
        )


RULE = Rule(
    slug="missing-handout",
    family=Family.STRUCTURE,
    severity=Severity.ERROR,
    what="A lesson without anything to copy.",
    why="A teacher with forty learners and no projector needs something to put into hands.",
    fix="Put at least one block `handout` into the section `handouts`.",
    examples=(Example(wrong="/// facilitator | Cards", right="/// handout | Cards"),),
    check=each_lesson_page(look),
)

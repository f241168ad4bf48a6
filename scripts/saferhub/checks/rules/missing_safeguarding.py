"""A lesson without the safeguarding block."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.rule import Example, Family, Finding, Rule, each_lesson_page
from saferhub.model.lesson import Document
from saferhub.model.library import Library
from saferhub.model.problem import Severity, phrase


def look(library: Library, document: Document) -> Iterator[Finding]:
    """Look for the block in the section `prepare`."""
    section = document.body.section("prepare")
    blocks = [part.line for part in document.body.containers if part.name == "safeguarding"]
    end = section.line + document.body.text[section.start : section.end].count("\n") if section else 0
    if section and not any(section.line <= line <= end for line in blocks):
        yield Finding(
            document.at(section.line),
            phrase("The section `prepare` has no safeguarding block."),
            phrase("Add a line `/// safeguarding` and a line `///` to it."),
        )


RULE = Rule(
    slug="missing-safeguarding",
    family=Family.STRUCTURE,
    severity=Severity.ERROR,
    what="A lesson without the safeguarding block.",
    why="The block tells the teacher what to do when a child tells something. It comes from one place, so that it is always right.",
    fix="Put an empty block `safeguarding` into the section `prepare`.",
    examples=(Example(wrong="", right="/// safeguarding\n///\n\n"),),
    check=each_lesson_page(look),
)

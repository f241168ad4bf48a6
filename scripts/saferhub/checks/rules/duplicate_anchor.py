"""Two headings with the same identifier."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.rule import Example, Family, Finding, Rule, each_lesson_page
from saferhub.model.lesson import Document
from saferhub.model.library import Library
from saferhub.model.problem import Severity, phrase


def look(library: Library, document: Document) -> Iterator[Finding]:
    """Remember every identifier and report the second use."""
    seen: dict[str, int] = {}
    for section in document.body.sections:
        if section.id and section.id in seen:
            yield Finding(
                document.at(section.line),
                phrase("The identifier `{id}` stands on line {line} already.", id=section.id, line=seen[section.id]),
                phrase("Give this heading another identifier."),
            )
        seen.setdefault(section.id, section.line)


RULE = Rule(
    slug="duplicate-anchor",
    family=Family.STRUCTURE,
    severity=Severity.ERROR,
    what="Two headings with the same identifier.",
    why="A link or a table of contents would always lead to the first of them.",
    fix="Give the second heading another identifier.",
    examples=(Example(wrong="## Adapt {#home}", right="## Adapt {#adapt}"),),
    check=each_lesson_page(look),
)

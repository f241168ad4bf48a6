"""Sections that do not stand in the usual order."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.rule import Example, Family, Finding, Rule, each_lesson_page
from saferhub.model.lesson import SECTIONS, Document
from saferhub.model.library import Library
from saferhub.model.problem import Severity, phrase


def look(library: Library, document: Document) -> Iterator[Finding]:
    """Compare each section with the one before it."""
    last = ""
    for section in document.body.top_sections():
        if section.id not in SECTIONS:
            continue
        if last and SECTIONS.index(section.id) < SECTIONS.index(last):
            yield Finding(
                document.at(section.line),
                phrase("The section `{id}` stands after `{last}`.", id=section.id, last=last),
                phrase("The order is: {order}.", order=", ".join(SECTIONS)),
            )
        last = section.id


RULE = Rule(
    slug="sections-out-of-order",
    family=Family.STRUCTURE,
    severity=Severity.ERROR,
    what="Sections that do not stand in the usual order.",
    why="People who have taught one lesson find their way in all others, also on paper and with a screen reader.",
    fix="Move the section to where the guide on writing a lesson has it.",
    examples=(Example(wrong="## Adapt {#reflect}", right="## Adapt {#adapt}"),),
    check=each_lesson_page(look),
)

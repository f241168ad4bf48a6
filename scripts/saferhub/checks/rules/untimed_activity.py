"""An activity without minutes."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.rule import Example, Family, Finding, Rule, each_lesson_page
from saferhub.model.lesson import TIMED_SECTIONS, Document
from saferhub.model.library import Library
from saferhub.model.problem import Severity, phrase


def look(library: Library, document: Document) -> Iterator[Finding]:
    """Look for timed sections without minutes."""
    for section in document.body.top_sections():
        if section.id in TIMED_SECTIONS and not section.minutes:
            yield Finding(
                document.at(section.line),
                phrase("The section `{id}` has no minutes.", id=section.id),
                phrase("Write for example `{{#{id} minutes=10}}`.", id=section.id),
            )


RULE = Rule(
    slug="untimed-activity",
    family=Family.STRUCTURE,
    severity=Severity.ERROR,
    what="An activity without minutes.",
    why="Without minutes a teacher new to the topic cannot plan the lesson.",
    fix="Write the minutes into the braces of the heading: `{#activity-1 minutes=10}`.",
    examples=(Example(wrong="{#starter}", right="{#starter minutes=5}"),),
    check=each_lesson_page(look),
)

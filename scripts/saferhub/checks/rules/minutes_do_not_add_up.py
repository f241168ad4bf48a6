"""The minutes on the headings do not add up to the minutes at the top."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.rule import Example, Family, Finding, Rule, each_lesson_page
from saferhub.model.lesson import Document
from saferhub.model.library import Library
from saferhub.model.problem import Severity, phrase


def look(library: Library, document: Document) -> Iterator[Finding]:
    """Add up the minutes of all headings."""
    declared = document.facts.get("minutes")
    total = sum(section.minutes for section in document.body.sections)
    if isinstance(declared, int) and declared != total:
        yield Finding(
            document.place("minutes"),
            phrase(
                "The lesson says {declared} minutes; its headings add up to {total}.", declared=declared, total=total
            ),
            phrase("Change the minutes on a heading, or write `minutes: {total}`.", total=total),
        )


RULE = Rule(
    slug="minutes-do-not-add-up",
    family=Family.METADATA,
    severity=Severity.ERROR,
    what="The minutes on the headings do not add up to the minutes at the top.",
    why="A teacher who plans 45 minutes must not find out in class that the activities need 60.",
    fix="Change the minutes on a heading, such as `{#starter minutes=5}`, or the number at the top.",
    examples=(Example(wrong="minutes: 40", right="minutes: 30"),),
    check=each_lesson_page(look),
)

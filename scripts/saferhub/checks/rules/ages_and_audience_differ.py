"""A lesson for learners without ages, or a lesson for adults with ages."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.rule import Example, Family, Finding, Rule, each_lesson_page
from saferhub.model.lesson import Document
from saferhub.model.library import Library
from saferhub.model.problem import Severity, phrase


def look(library: Library, document: Document) -> Iterator[Finding]:
    """Compare audiences and ages."""
    audiences, ages = document.facts.get("audiences"), document.facts.get("ages")
    if not isinstance(audiences, list) or set(map(str, audiences)) - set(library.taxonomy.ids("audiences")):
        return  # a misspelt audience is told first
    if "learners" in audiences and ages is None:
        yield Finding(
            document.place("audiences"),
            phrase("The lesson is for learners and has no ages."),
            phrase("Add for example `ages: {{from: 9, to: 12}}`."),
        )
    elif "learners" not in audiences and ages is not None:
        yield Finding(
            document.place("ages"),
            phrase("The lesson is for adults and has ages."),
            phrase("Take the ages away, or add `learners` to the audiences."),
        )


RULE = Rule(
    slug="ages-and-audience-differ",
    family=Family.METADATA,
    severity=Severity.ERROR,
    what="A lesson for learners without ages, or a lesson for adults with ages.",
    why="Ages decide what a child may meet. An adult has an audience, not an age.",
    fix="Add `ages: {from: 9, to: 12}` to a lesson for learners; take the ages away from a lesson for adults.",
    examples=(
        Example(wrong="", right="ages: {from: 9, to: 12}\n"),
        Example(wrong="audiences: [teachers]", right="audiences: [learners]"),
    ),
    check=each_lesson_page(look),
)

"""A table that nothing announces."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.passages import Page
from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.checks.tables import tables
from saferhub.model.problem import Severity, phrase


def look(page: Page) -> Iterator[Finding]:
    """Look at what stands before each table."""
    for table in tables(page.document):
        if not table.caption:
            yield Finding(
                page.document.at(table.line),
                phrase("Nothing says what this table is about."),
                phrase("Write a sentence, a heading or a title of a handout right before it."),
            )


RULE = Rule(
    slug="table-without-caption",
    family=Family.ACCESSIBILITY,
    severity=Severity.WARNING,
    what="A table that nothing announces.",
    why="Somebody who listens must know what a table is about before the cells begin.",
    fix="Write a sentence, a heading or the title of a handout right before the table.",
    examples=(
        Example(
            wrong="| Word | Kind |\n| --- | --- |\n| Hello | yes |\n\n| Word | Kind |\n| --- | --- |\n| Bye | yes |\n\nChoose kind words.",
            right="Choose kind words.",
        ),
    ),
    page_check=look,
)

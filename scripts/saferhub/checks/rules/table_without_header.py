"""A table whose columns have no name."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.passages import Page
from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.checks.tables import tables
from saferhub.model.problem import Severity, phrase


def look(page: Page) -> Iterator[Finding]:
    """Count the named columns of each table."""
    for table in tables(page.document):
        if table.empty_headers:
            yield Finding(
                page.document.at(table.line),
                phrase("{count} columns of this table have no name.", count=table.empty_headers),
                phrase("Write a name above each column; the first may stay empty only if it names the rows."),
            )


RULE = Rule(
    slug="table-without-header",
    family=Family.ACCESSIBILITY,
    severity=Severity.ERROR,
    what="A table whose columns have no name.",
    why="A screen reader says the name of the column with each cell. Without names a table is a heap of words.",
    fix="Write a name above each column.",
    examples=(
        Example(
            wrong="| | | |\n| --- | --- | --- |\n| a | b | c |\n\nChoose kind words.",
            right="Choose kind words.",
        ),
    ),
    page_check=look,
)

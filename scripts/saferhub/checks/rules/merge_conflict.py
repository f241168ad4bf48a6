"""Marks that git leaves in a page when two people changed the same lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from saferhub.checks.passages import Page
from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.model.lesson import BlockKind, Document
from saferhub.model.problem import Severity, phrase

MARK = re.compile(r"(?:<{7}|>{7})(?: |$)")


def conflict_lines(document: Document) -> Iterator[int]:
    """Return the lines that begin or end such a place; an example in a page may show them."""
    shown: set[int] = set()
    for block in document.body.blocks:
        if block.kind is BlockKind.CODE:
            last = block.line + document.body.text.count("\n", block.start, block.end)
            shown.update(range(block.line, last + 1))
    for number, line in enumerate(document.source.split("\n"), 1):
        if MARK.match(line) and number not in shown:
            yield number


def check(page: Page) -> Iterator[Finding]:
    """Look for lines of seven pointed brackets."""
    for number in conflict_lines(page.document):
        yield Finding(
            page.document.at(number),
            phrase("Git left two versions of these lines here, one below the other."),
            phrase("Keep the right version of each, and remove the lines of `<`, `=` and `>`."),
        )


RULE = Rule(
    slug="merge-conflict",
    family=Family.READING,
    severity=Severity.ERROR,
    what="Marks that git leaves in a page when two people changed the same lines.",
    why="Readers would get both versions, one below the other, and one of them may be wrong.",
    fix="Keep the right version of each text, and remove the lines of `<`, `=` and `>` around them.",
    examples=(
        Example(
            wrong="<<<<<<< HEAD\n\nChoose kind words.\n\n>>>>>>> other\n",
            right="Choose kind words.",
        ),
    ),
    page_check=check,
)

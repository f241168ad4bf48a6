"""HTML in a page."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.model.lesson import BlockKind, Document
from saferhub.model.library import Library
from saferhub.model.problem import Severity, phrase
from saferhub.sources.inline import html


def check(library: Library, today: datetime.date) -> Iterator[Finding]:
    """Look for HTML in every page and every translation."""
    for document in [*library.documents, *library.translations.values()]:
        yield from look(document)


def look(document: Document) -> Iterator[Finding]:
    """Look for HTML in the facts and the blocks of one page."""
    hint = phrase("Use Markdown and the blocks that the guide on writing a lesson names.")
    for name, value in document.facts.items():
        for text in value if isinstance(value, list) else [value]:
            if isinstance(text, str) and any(html(text)):
                yield Finding(document.place(name), phrase("`{name}` holds HTML.", name=name), hint)
    for block in document.body.blocks:
        found = [block.text] if block.kind is BlockKind.HTML else list(html(block.text))
        if found:
            yield Finding(document.at(block.line), phrase("This line holds HTML: `{html}`.", html=found[0][:40]), hint)


RULE = Rule(
    slug="raw-html",
    family=Family.STRUCTURE,
    severity=Severity.ERROR,
    what="HTML in a page.",
    why="HTML can carry scripts that run on the devices of children, and it breaks in print, in other formats and in translation.",
    fix="Use Markdown and the blocks of the guide.",
    examples=(
        Example(wrong="<script>alert(1)</script>\n\nChoose kind words.", right="Choose kind words."),
        Example(wrong="Choose <b onclick='x'>kind</b> words.", right="Choose kind words."),
    ),
    check=check,
)

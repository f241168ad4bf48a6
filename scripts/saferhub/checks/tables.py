"""The tables of a page, as far as checks look at them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from saferhub.model.lesson import Block, BlockKind, Document

DELIMITERS = re.compile(r"^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
ANNOUNCING = frozenset(
    {BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.CONTAINER_TITLE, BlockKind.LIST_ITEM, BlockKind.DEFINITION}
)


@dataclass(frozen=True)
class Table:
    """Where a table begins, how many of its columns have no name, and whether something announces it."""

    line: int
    empty_headers: int
    caption: bool


def tables(document: Document) -> Iterator[Table]:
    """Find each table by the row of hyphens below its header."""
    lines = document.body.text.split("\n")
    hidden = {
        line
        for block in document.body.blocks
        if block.kind is BlockKind.CODE
        for line in range(block.line, block.line + document.body.text.count("\n", block.start, block.end) + 1)
    }
    for index in range(1, len(lines)):
        number = document.body.first_line + index
        header = lines[index - 1]
        if "|" not in header or "|" not in lines[index] or "-" not in lines[index] or number in hidden:
            continue
        if DELIMITERS.match(lines[index]):
            yield Table(number - 1, _empty(header), _announced(document, number - 1))


def _empty(header: str) -> int:
    cells = header.strip().strip("|").replace("\\|", " x ").split("|")
    empty = [not cell.strip() for cell in cells]
    return sum(empty[1:]) if any(not cell for cell in empty) else len(empty)


def _announced(document: Document, line: int) -> bool:
    before: list[Block] = [block for block in document.body.blocks if block.line < line]
    return bool(before) and before[-1].kind in ANNOUNCING

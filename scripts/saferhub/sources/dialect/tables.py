"""Tables: every cell is a block of its own."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from saferhub.model.lesson import BlockKind
from saferhub.sources.dialect.reader import BLANKS, Line, Reader

DELIMITER_ROW = re.compile(r"[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
# What stands between bars: an escaped letter and a stretch of code may hold a bar that belongs to the words.
BARS = re.compile(r"\\.|(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)|`+|(?P<bar>\|)")


def read_table(reader: Reader, line: Line) -> int:
    """Read a table: a row of headings, a row of hyphens, and all rows with bars after it."""
    lines, row = reader.lines, line.row
    if reader.open is not None or row + 1 >= len(lines):
        return 0
    following = lines[row + 1]
    if "|" not in following or "-" not in following or not DELIMITER_ROW.match(following):
        return 0
    while row < len(lines) and "|" in lines[row]:
        text = lines[row]
        if row != line.row + 1:
            lead = len(text) - len(text.lstrip(" \t>"))
            here = Line(row, line.number + row - line.row, reader.starts[row], text, lead)
            for first, last in _cells(text, lead):
                reader.add(BlockKind.TABLE_CELL, here, first, last, level=1 if row == line.row else 2)
        row += 1
    return row


def _cells(text: str, lead: int) -> Iterator[tuple[int, int]]:
    """The spans of the cells of a table row; a bar in code or after a backslash belongs to the words."""
    last = len(text.rstrip(BLANKS))
    edges = [match.start() for match in BARS.finditer(text, lead) if match["bar"]]
    if not edges or edges[0] != lead:
        edges.insert(0, lead - 1)
    if edges[-1] != last - 1:
        edges.append(last)
    for left, right in itertools.pairwise(edges):
        cell = text[left + 1 : right]
        stripped = cell.strip(BLANKS)
        if stripped:
            start = left + 1 + cell.index(stripped)
            yield start, start + len(stripped)

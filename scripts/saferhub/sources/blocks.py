"""Split the text of a page into sections, containers and blocks, keeping the place of every character.

The splitter changes nothing: every block is a span of the text, so what lies between the spans is kept to the byte.
It reads line by line; what a line may begin is decided by its first letter, which is quick, because most lines are
words. The constructs themselves are in `saferhub.sources.dialect`.
"""

from __future__ import annotations

from collections.abc import Callable

from saferhub.model.lesson import Body
from saferhub.model.problem import Problem
from saferhub.sources.dialect.attributes import attributes_of, read_attributes
from saferhub.sources.dialect.containers import close_last, leave, read_note, read_slashes
from saferhub.sources.dialect.fences import read_fence, read_html, read_rule, read_snippet
from saferhub.sources.dialect.headings import read_heading, read_underline, sections
from saferhub.sources.dialect.notes import read_abbreviation, read_definition, read_footnote
from saferhub.sources.dialect.reader import Line, Reader
from saferhub.sources.dialect.tables import read_table
from saferhub.sources.dialect.words import read_image, read_item, read_words

__all__ = ["attributes_of", "split"]

# A construct reads what it knows and returns the index of the line after it; 0 says that the line is not its own.
Construct = Callable[[Reader, Line], int]
CONSTRUCTS: dict[str, tuple[Construct, ...]] = {
    "`": (read_fence, read_table),
    "~": (read_fence, read_table),
    "/": (read_slashes, read_table),
    "#": (read_heading, read_table),
    "{": (read_attributes, read_table),
    "<": (read_html, read_table),
    "=": (read_note, read_underline),
    "-": (read_item, read_snippet, read_underline, read_rule),
    "*": (read_item, read_abbreviation, read_rule),
    "+": (read_item,),
    **dict.fromkeys("0123456789", (read_item,)),
    "_": (read_rule,),
    "!": (read_note, read_image),
    "?": (read_note,),
    ":": (read_definition,),
    "[": (read_footnote,),
}
BEFORE_TABLES = frozenset("`~/#{<")


def split(text: str, path: str, first_line: int = 1) -> tuple[Body, list[Problem]]:
    """Split the body of a page. `first_line` is the line of the file on which the body begins."""
    reader = Reader(text, path, first_line)
    after = 0
    for index, (start, line) in enumerate(zip(reader.starts, reader.lines, strict=False)):
        if index < after:
            continue  # part of what was read already
        words = line.lstrip(" \t>")
        if words:
            after = _read(reader, Line(index, first_line + index, start, line, len(line) - len(words)), words[0])
        elif reader.open is not None:
            reader.close_block()
    reader.close_block()
    while reader.stack:
        close_last(reader, len(reader.lines))
    parts = tuple(sections(reader.headings, text))
    return Body(text, tuple(reader.blocks), parts, tuple(reader.containers), first_line), reader.problems


def _read(reader: Reader, line: Line, first: str) -> int:
    """Read one construct and return the index of the line after it."""
    if reader.stack and reader.stack[-1].column:
        leave(reader, line)
    if "|" in line.text and first not in BEFORE_TABLES:
        after = read_table(reader, line)
        if after:
            return after
    for construct in CONSTRUCTS.get(first, ()):
        after = construct(reader, line)
        if after:
            return after
    return read_words(reader, line)

"""Lines of words: paragraphs, items of lists and pictures."""

from __future__ import annotations

import re

from saferhub.model.lesson import BlockKind
from saferhub.sources.dialect.fences import is_html
from saferhub.sources.dialect.reader import BLANKS, Line, Reader

# Three hyphens or stars and nothing else are a line across the page and not an item.
ITEM = re.compile(
    r"(?!(?:-[ ]{0,2}){3,}[ \t]*$|(?:\*[ ]{0,2}){3,}[ \t]*$)"
    r"(?P<marker>(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)+(?:\[[ xX]\][ \t]+)?)(?P<quotes>(?:>[ \t]?)*)(?=[^\s>])"
)
EMPTY_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]*$")
IMAGE = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<source>[^)\s]+)[^)]*\)(?:\{[^}]*\})?[ \t]*$")


def read_item(reader: Reader, line: Line) -> int:
    """Read the first line of an item of a list."""
    text = line.text
    match = ITEM.match(text, line.lead)
    if match is None:
        if reader.open is not None or not EMPTY_ITEM.match(text, line.lead):
            return 0
        reader.nested = line.lead + 4
        return line.row + 1
    lead = text[: line.lead]
    marker, quotes = match.groups()
    reader.nested = line.lead + 4
    indent = f"{lead}    {quotes}"
    reader.begin(BlockKind.LIST_ITEM, line, match.end(), indent, marker.rstrip(), len(lead) // 4)
    return line.row + 1


def read_image(reader: Reader, line: Line) -> int:
    """Read a picture that is alone in its paragraph: the words that stand for it are a block."""
    match = IMAGE.match(line.text, line.lead) if reader.open is None else None
    if match is None:
        return 0
    reader.add(BlockKind.IMAGE, line, match.start("alt"), match.end("alt"), attributes={"src": match["source"]})
    return line.row + 1


def read_words(reader: Reader, line: Line) -> int:
    """Read words: more of the block that is open, or the beginning of a paragraph."""
    text, lead, block = line.text, line.lead, reader.open
    if block is not None and (not lead or text.count(">", 0, lead) <= block.indent.count(">")):
        reader.end = line.start + len(text.rstrip(BLANKS))
        return line.row + 1
    if not lead:
        reader.nested = 0
    kind = BlockKind.HTML if text[lead] == "<" and is_html(line) else reader.awaited or BlockKind.PARAGRAPH
    reader.begin(kind, line, lead, text[:lead])
    return line.row + 1

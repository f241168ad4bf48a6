"""Headings, and the sections that they begin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from saferhub.model.lesson import Block, BlockKind, Section
from saferhub.model.problem import phrase
from saferhub.sources.dialect.attributes import attributes_of
from saferhub.sources.dialect.reader import Line, Reader

# The renderer asks for no blank behind the marks, so a line that begins with `#kindness` is a heading.
HEADING = re.compile(
    r"(?P<marks>#{1,6})[ \t]*(?P<text>[^\s#].*?|)(?:[ \t]+#+)?(?P<attributes>[ \t]+\{:?[^{}]*\})?[ \t]*$"
)
UNDERLINE = re.compile(r"(=+|-+)[ \t]*$")
MINUTES = re.compile(r"[0-9]{1,4}")


def read_heading(reader: Reader, line: Line) -> int:
    """Read a heading. One in a quote, an item or a note begins no section."""
    match = HEADING.match(line.text, line.lead)
    if match is None or not _may_stand(reader, line):
        return 0
    reader.close_block()
    attributes = attributes_of(match["attributes"]) if match["attributes"] else {}
    level = len(match["marks"])
    if level <= 2 and not line.lead:
        reader.section = attributes.get("id", "")
    block = reader.add(BlockKind.HEADING, line, match.start("text"), match.end("text"), level, attributes)
    if not line.lead:
        reader.nested = 0
        reader.headings.append((block, line.start))
    return line.index + 1


def _may_stand(reader: Reader, line: Line) -> bool:
    """A heading stands at the beginning of a line, or where the words of an item or a quote begin."""
    if not line.lead:
        return True
    blanks = len(line.text[: line.lead].rpartition(">")[2])
    return blanks <= 1 if line.quotes else line.lead % 4 == 0 and line.lead <= reader.nested


def read_underline(reader: Reader, line: Line) -> int:
    """Refuse a line of hyphens below words: it would make a heading of them."""
    if reader.open is None or not UNDERLINE.match(line.text, line.lead):
        return 0
    reader.close_block()
    reader.problem(
        "unknown-section",
        line.number,
        phrase("A line below the words would make a heading of them."),
        phrase("Write headings with `##`, and leave an empty line before a line of hyphens."),
    )
    return line.index + 1


def sections(headings: list[tuple[Block, int]], text: str) -> Iterator[Section]:
    """Return the part of the text that each heading begins; it ends at the next heading of its level or above."""
    for index, (block, start) in enumerate(headings):
        end = next((later for other, later in headings[index + 1 :] if other.level <= block.level), len(text))
        minutes = block.attributes.get("minutes", "0")
        yield Section(
            block.attributes.get("id", ""),
            block.text,
            block.level,
            int(minutes) if MINUTES.fullmatch(minutes) else 0,
            block.line,
            start,
            end,
        )

"""Headings, and the sections that they begin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from saferhub.model.lesson import NO_ATTRIBUTES, Block, BlockKind, Section
from saferhub.model.problem import phrase
from saferhub.sources.dialect.attributes import attributes_of
from saferhub.sources.dialect.reader import BLANKS, Line, Reader

MOST_MARKS = 6
ATTRIBUTES = re.compile(r"[ \t]+\{:?[^{}]*\}[ \t]*$")
CLOSING_MARKS = re.compile(r"(?:^|[ \t]+)#+[ \t]*$")
UNDERLINE = re.compile(r"(=+|-+)[ \t]*$")
MINUTES = re.compile(r"[0-9]{1,4}")


def read_heading(reader: Reader, line: Line) -> int:
    """Read a heading. One in a quote, an item or a note begins no section.

    The renderer asks for no blank behind the marks, so a line that begins with `#kindness` is a heading.
    """
    text, lead = line.text, line.lead
    if lead and not _may_stand(reader, line):
        return 0
    words = text[lead:].lstrip("#")
    level = min(len(text) - lead - len(words), MOST_MARKS)
    end = len(text)
    attributes: Mapping[str, str] = NO_ATTRIBUTES
    brace = text.rfind("{")
    found = ATTRIBUTES.search(text, len(text[:brace].rstrip(BLANKS))) if brace > lead else None
    if found:
        attributes, end = attributes_of(found[0]), found.start()
    words = text[lead + level : end]
    closing = CLOSING_MARKS.search(words) if words.rstrip(BLANKS).endswith("#") else None
    words = (words[: closing.start()] if closing else words).rstrip(BLANKS)
    start = lead + level + len(words) - len(words.lstrip(BLANKS))
    reader.close_block()
    if level <= 2 and not line.lead:
        reader.section = attributes.get("id", "")
    block = reader.add(BlockKind.HEADING, line, start, lead + level + len(words), level, attributes)
    if not line.lead:
        reader.nested = 0
        reader.headings.append((block, line.start))
    return line.row + 1


def _may_stand(reader: Reader, line: Line) -> bool:
    """A heading stands at the beginning of a line, or where the words of an item or a quote begin."""
    blanks = len(line.text[: line.lead].rpartition(">")[2])
    if line.quotes:
        blanks = max(blanks - 1, 0)
    return blanks % 4 == 0 and (not blanks or line.lead <= reader.nested)


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
    return line.row + 1


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

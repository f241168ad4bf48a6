"""Words that stand apart from those that they explain: definitions, footnotes and abbreviations."""

from __future__ import annotations

import re

from saferhub.model.lesson import BlockKind
from saferhub.sources.dialect.reader import BLANKS, Line, Reader

DEFINITION = re.compile(r":[ \t]+")
FOOTNOTE = re.compile(r"\[\^(?P<name>[^\]]+)\]:[ \t]*")
ABBREVIATION = re.compile(r"\*\[(?P<name>[^\\\]]+)\][ ]?:[ \t]*(?P<meaning>.*?)[ \t]*$")
WORDS = re.compile(r"[^\n]+")


def read_definition(reader: Reader, line: Line) -> int:
    """Read the first line of a definition. The paragraph above it holds the terms, one a line."""
    match = DEFINITION.match(line.text, line.lead)
    if match is None:
        return 0
    reader.close_block()
    _make_terms(reader, line)
    return _begin(reader, line, match.end(), BlockKind.DEFINITION)


def _make_terms(reader: Reader, line: Line) -> None:
    if not reader.blocks:
        return
    last = reader.blocks[-1]
    between = reader.text[last.end : line.start + line.lead]
    if last.kind is not BlockKind.PARAGRAPH or between.strip(" \t>\n") or last.containers != reader.around:
        return
    if last.indent != line.text[: line.lead]:
        return  # a further paragraph of the definition above, or words of another list
    reader.blocks.pop()
    for number, match in enumerate(WORDS.finditer(last.text)):
        lead = len(match[0]) - len(match[0].lstrip(" \t>"))
        words = match[0][lead:].rstrip(BLANKS)
        if words:
            start = last.start + match.start() + lead
            reader.blocks.append(
                last._replace(
                    kind=BlockKind.TERM,
                    text=words,
                    start=start,
                    end=start + len(words),
                    line=last.line + number,
                )
            )


def read_footnote(reader: Reader, line: Line) -> int:
    """Read the first line of a footnote."""
    match = FOOTNOTE.match(line.text, line.lead)
    if match is None:
        return 0
    return _begin(reader, line, match.end(), BlockKind.FOOTNOTE)


def read_abbreviation(reader: Reader, line: Line) -> int:
    """Read what an abbreviation stands for. Its name is looked for in the page, so only the meaning is words."""
    match = ABBREVIATION.match(line.text, line.lead)
    if match is None:
        return 0
    reader.close_block()
    if match["meaning"]:
        reader.add(BlockKind.ABBREVIATION, line, match.start("meaning"), match.end("meaning"))
    return line.row + 1


def _begin(reader: Reader, line: Line, start: int, kind: BlockKind) -> int:
    """Open a block whose further lines are indented; its words may begin on the next line."""
    reader.nested = line.lead + 4
    if line.text[start:].strip(BLANKS):
        reader.begin(kind, line, start, f"{line.text[: line.lead]}    ")
    else:
        reader.close_block()
        reader.awaited = kind
    return line.row + 1

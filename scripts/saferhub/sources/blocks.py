"""Split the text of a page into sections, containers and blocks, keeping the place of every character.

The splitter changes nothing: every block is a span of the text, so what lies between the spans is kept to the byte.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from saferhub.model.lesson import TITLED_CONTAINERS, Block, BlockKind, Body, Container, Section
from saferhub.model.problem import Phrase, Place, Problem, phrase

CONTAINER_OPEN = re.compile(r"^ *(?P<slashes>/{3,}) *(?P<name>[A-Za-z][\w-]*) *(?:\| *(?P<argument>.*?))? *$")
CONTAINER_CLOSE = re.compile(r"^ *(?P<slashes>/{3,}) *$")
HEADING = re.compile(r"^(?P<marks>#{1,6})[ \t]+(?P<text>.*?)(?:[ \t]+#+)?(?P<attributes>[ \t]+\{:?[^{}]*\})?[ \t]*$")
FENCE = re.compile(r"^(?P<lead>[ >]*)(?P<fence>`{3,}(?!.*`)|~{3,}(?!.*~))")
ITEM = re.compile(r"^(?P<lead>(?:[ \t]*>)*[ \t]*)(?P<marker>(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)(?=\S)")
QUOTE = re.compile(r"^(?P<lead>(?:[ \t]*>)+[ \t]*)")
ATTRIBUTES = re.compile(r"^[ >]*\{:?[ ]*[^{}]*\}[ \t]*$")
DELIMITER_ROW = re.compile(r"^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
IMAGE = re.compile(r"^!\[(?P<alt>[^\]]*)\]\((?P<source>[^)\s]+)[^)]*\)(?:\{[^}]*\})?[ \t]*$")
FOOTNOTE = re.compile(r"^\[\^(?P<name>[^\]]+)\]:[ \t]+")
DEFINITION = re.compile(r"^:[ \t]+")
COMMENT = re.compile(r"^[ \t]*<!--(?:(?!--!?>).)+-->[ \t]*$")
HTML_LINE = re.compile(r"^[ \t]*</?[A-Za-z!?]")
ATTRIBUTE = re.compile(
    r"#(?P<id>[\w:.-]+)|\.(?P<cls>[\w-]+)|(?P<key>[\w-]+)=(?:\"(?P<quoted>[^\"]*)\"|(?P<value>[^\s}]+))"
)
MINUTES = re.compile(r"[0-9]{1,4}")
UNDERLINE = re.compile(r"^[ \t]*(=+|-{2,})[ \t]*$")
OPTION = re.compile(r"^ {4,}[A-Za-z_-]+:")
BLANKS = " \t"  # other white space, such as a non-breaking space, belongs to the words


@dataclass
class _Line:
    number: int
    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass
class _Reader:
    """What is open at the line being read."""

    path: str
    text: str
    section: str = ""
    stack: list[tuple[int, Container]] = field(default_factory=list)
    containers: list[Container] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    headings: list[tuple[Block, int]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    open: Block | None = None

    def problem(self, rule: str, line: int, message: Phrase, hint: Phrase) -> None:
        self.problems.append(Problem(rule, Place(self.path, line), message, hint))

    def close_block(self) -> None:
        if self.open is not None:
            self.blocks.append(self.open)
            self.open = None

    def block(self, kind: BlockKind, line: _Line, start: int, end: int, **facts: object) -> Block:
        return Block(
            kind,
            line.text[start:end],
            line.start + start,
            line.start + end,
            line.number,
            self.section,
            tuple(container for _, container in self.stack),
            **facts,  # type: ignore[arg-type]
        )


def attributes_of(text: str) -> dict[str, str]:
    """Read an attribute list such as `{#starter minutes=5}` into names and values; classes are joined by spaces."""
    found: dict[str, str] = {}
    for match in ATTRIBUTE.finditer(text):
        if match["id"]:
            found["id"] = match["id"]
        elif match["cls"]:
            found["class"] = f"{found.get('class', '')} {match['cls']}".strip()
        else:
            found[match["key"]] = match["quoted"] if match["quoted"] is not None else match["value"]
    return found


def split(text: str, path: str, first_line: int = 1) -> tuple[Body, list[Problem]]:
    """Split the body of a page. `first_line` is the line of the file on which the body begins."""
    reader = _Reader(path, text)
    lines = list(_lines(text, first_line))
    index = 0
    while index < len(lines):
        index = _read_line(reader, lines, index)
    reader.close_block()
    for _, container in reader.stack:
        reader.problem(
            "unclosed-block",
            container.line,
            phrase("The block `{name}` is opened here and never closed.", name=container.name),
            phrase("Close it with a line of three slashes (four if it was opened with four)."),
        )
    sections = tuple(_sections(reader.headings, text))
    body = Body(text, tuple(reader.blocks), sections, tuple(reader.containers), first_line)
    return body, reader.problems


def _lines(text: str, first_line: int) -> Iterator[_Line]:
    start = 0
    for number, line in enumerate(text.split("\n"), first_line):
        yield _Line(number, start, line)
        start += len(line) + 1


def _read_line(reader: _Reader, lines: list[_Line], index: int) -> int:
    """Read one construct and return the index of the line after it."""
    line = lines[index]
    if not line.text.strip(" \t>"):
        reader.close_block()
    elif FENCE.match(line.text):
        return _fence(reader, lines, index)
    elif CONTAINER_CLOSE.match(line.text):
        _close_container(reader, line)
    elif CONTAINER_OPEN.match(line.text):
        _open_container(reader, line)
        _refuse_options(reader, lines, index)
    elif reader.open is not None and UNDERLINE.match(line.text):
        reader.close_block()
        reader.problem(
            "unknown-section",
            line.number,
            phrase("A line below the words would make a heading of them."),
            phrase("Write headings with `##`, and leave an empty line before a line of hyphens."),
        )
    elif HEADING.match(line.text):
        _heading(reader, line)
    elif ATTRIBUTES.match(line.text):
        if reader.open is not None:
            reader.close_block()
    elif COMMENT.match(line.text):
        reader.close_block()
    elif reader.open is None and _is_table(lines, index):
        return _table(reader, lines, index)
    else:
        _words(reader, line)
    return index + 1


def _fence(reader: _Reader, lines: list[_Line], index: int) -> int:
    reader.close_block()
    match = FENCE.match(lines[index].text)
    assert match is not None
    end = index + 1
    while end < len(lines) and not lines[end].text.strip(" >").startswith(match["fence"]):
        end += 1
    if end == len(lines):
        reader.problem(
            "unclosed-block",
            lines[index].number,
            phrase("The example that begins here is never closed."),
            phrase("Close it with the same marks that opened it, alone on a line."),
        )
    last = lines[min(end, len(lines) - 1)]
    first = lines[index]
    reader.blocks.append(
        Block(
            BlockKind.CODE,
            "",
            first.start,
            last.end,
            first.number,
            reader.section,
            tuple(container for _, container in reader.stack),
        )
    )
    return end + 1


def _open_container(reader: _Reader, line: _Line) -> None:
    reader.close_block()
    match = CONTAINER_OPEN.match(line.text)
    assert match is not None
    name = match["name"]
    number = 1 + sum(container.name == name for container in reader.containers)
    container = Container(name, match["argument"] or "", number, line.number)
    reader.containers.append(container)
    reader.stack.append((len(match["slashes"]), container))
    if name in TITLED_CONTAINERS and match["argument"]:
        start = match.start("argument")
        reader.blocks.append(reader.block(BlockKind.CONTAINER_TITLE, line, start, match.end("argument")))


def _refuse_options(reader: _Reader, lines: list[_Line], index: int) -> None:
    """The block syntax knows options below a name, which could hide a block or carry a script."""
    if index + 1 < len(lines) and OPTION.match(lines[index + 1].text):
        reader.problem(
            "raw-html",
            lines[index + 1].number,
            phrase("Options below the name of a block are not allowed."),
            phrase("Leave an empty line after the name, and write words or nothing."),
        )


def _close_container(reader: _Reader, line: _Line) -> None:
    reader.close_block()
    width = len(line.text.strip())
    if reader.stack and reader.stack[-1][0] == width:
        _, container = reader.stack.pop()
        reader.containers[reader.containers.index(container)] = replace(container, last_line=line.number)
        return
    if any(opened == width for opened, _ in reader.stack):
        inner = reader.stack[-1][1]
        reader.problem(
            "unclosed-block",
            inner.line,
            phrase("The block `{name}` is still open when the block around it closes.", name=inner.name),
            phrase("Close `{name}` first. The outer block has one slash more than the inner one.", name=inner.name),
        )
        while reader.stack and reader.stack.pop()[0] != width:
            pass
        return
    reader.problem(
        "unclosed-block",
        line.number,
        phrase("This line closes a block that was not opened."),
        phrase("Remove the line, or open the block with the same number of slashes."),
    )


def _heading(reader: _Reader, line: _Line) -> None:
    reader.close_block()
    match = HEADING.match(line.text)
    assert match is not None
    attributes = attributes_of(match["attributes"] or "")
    level = len(match["marks"])
    if level <= 2:
        reader.section = attributes.get("id", "")
    block = reader.block(
        BlockKind.HEADING, line, match.start("text"), match.end("text"), level=level, attributes=attributes
    )
    reader.blocks.append(block)
    reader.headings.append((block, line.start))


def _is_table(lines: list[_Line], index: int) -> bool:
    return (
        "|" in lines[index].text
        and index + 1 < len(lines)
        and "-" in lines[index + 1].text
        and "|" in lines[index + 1].text
        and DELIMITER_ROW.match(lines[index + 1].text) is not None
    )


def _table(reader: _Reader, lines: list[_Line], index: int) -> int:
    row = index
    while row < len(lines) and "|" in lines[row].text:
        if row != index + 1:
            for start, end in _cells(lines[row].text):
                reader.blocks.append(
                    reader.block(BlockKind.TABLE_CELL, lines[row], start, end, level=1 if row == index else 2)
                )
        row += 1
    return row


def _cells(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the cells of a table row; a bar after a backslash belongs to the words."""
    first = len(text) - len(text.lstrip(BLANKS))
    last = len(text.rstrip(BLANKS))
    edges = [
        position for position, letter in enumerate(text) if letter == "|" and text[position - 1 : position] != "\\"
    ]
    if not edges or edges[0] != first:
        edges.insert(0, first - 1)
    if edges[-1] != last - 1:
        edges.append(last)
    for left, right in itertools.pairwise(edges):
        cell = text[left + 1 : right]
        stripped = cell.strip(BLANKS)
        if stripped:
            start = left + 1 + cell.index(stripped)
            yield start, start + len(stripped)


def _words(reader: _Reader, line: _Line) -> None:
    """A line of words: the beginning of a block, or more of the one that is open."""
    item = ITEM.match(line.text)
    quote = QUOTE.match(line.text)
    lead = item.end() if item else (quote.end() if quote else len(line.text) - len(line.text.lstrip(BLANKS)))
    end = len(line.text.rstrip(BLANKS))
    begins = FOOTNOTE.match(line.text) or DEFINITION.match(line.text)
    if reader.open is not None and item is None and not begins:
        stop = line.start + end
        reader.open = replace(reader.open, text=reader.text[reader.open.start : stop], end=stop)
        return
    reader.close_block()
    indent = line.text[:lead]
    if item is not None:
        indent = item["lead"] + " " * 4
        reader.open = reader.block(
            BlockKind.LIST_ITEM,
            line,
            lead,
            end,
            indent=indent,
            marker=item["marker"].strip(),
            level=len(item["lead"]) // 4,
        )
        return
    rest = line.text[lead:end]
    image, footnote, definition = IMAGE.match(rest), FOOTNOTE.match(rest), DEFINITION.match(rest)
    if image:
        start = lead + image.start("alt")
        reader.blocks.append(
            reader.block(BlockKind.IMAGE, line, start, lead + image.end("alt"), attributes={"src": image["source"]})
        )
    elif footnote:
        reader.open = reader.block(BlockKind.FOOTNOTE, line, lead + footnote.end(), end, indent=" " * 4)
    elif definition:
        reader.open = reader.block(BlockKind.DEFINITION, line, lead + definition.end(), end, indent=" " * 4)
    elif HTML_LINE.match(rest):
        reader.open = reader.block(BlockKind.HTML, line, lead, end, indent=indent)
    else:
        reader.open = reader.block(BlockKind.PARAGRAPH, line, lead, end, indent=indent)


def _sections(headings: list[tuple[Block, int]], text: str) -> Iterator[Section]:
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

"""Marked parts of a page: between slashes, or indented below a line such as `!!! note "Title"` or `=== "Tab"`."""

from __future__ import annotations

import re

from saferhub.model.lesson import TITLED_CONTAINERS, BlockKind
from saferhub.model.problem import phrase
from saferhub.sources.dialect.reader import Line, OpenContainer, Reader

OPEN = re.compile(r"^ *(?P<slashes>/{3,}) *(?P<name>[A-Za-z][\w-]*) *(?:\| *(?P<argument>.*?))? *$")
CLOSE = re.compile(r" */{3,} *$")
OPTION = re.compile(r"^ {4,}[A-Za-z_-]+:")
NOTE = re.compile(r"(?P<mark>!!!|\?\?\?\+?) ?(?P<type>[\w-]+(?: +[\w-]+)*)?(?: *\"(?P<title>.*)\")?[ \t]*$")
TAB = re.compile(r"(?P<mark>===)(?:\+!?|!\+?)? +\"(?P<title>.*)\"[ \t]*$")


def read_slashes(reader: Reader, line: Line) -> int:
    """Read a line of slashes, which opens or closes a container."""
    if line.text[-1] in "/ " and CLOSE.match(line.text):
        _close(reader, line)
        return line.row + 1
    match = OPEN.match(line.text)
    if match is None:
        if OPEN.match(line.text[line.lead :]):
            reader.problem(
                "unknown-block",
                line.number,
                phrase("A block between slashes cannot stand in a quote."),
                phrase("Write the block without `>` before its lines."),
            )
        return 0
    reader.close_block()
    name = match["name"]
    container = reader.container(name, match["argument"] or "", line)
    reader.push(OpenContainer(container, len(reader.containers), width=len(match["slashes"])))
    if name in TITLED_CONTAINERS and match["argument"]:
        reader.add(BlockKind.CONTAINER_TITLE, line, match.start("argument"), match.end("argument"))
    _refuse_options(reader, line)
    return line.row + 1


def _refuse_options(reader: Reader, line: Line) -> None:
    """The block syntax knows options below a name, which could hide a block or carry a script."""
    if line.row + 1 < len(reader.lines) and OPTION.match(reader.lines[line.row + 1]):
        reader.problem(
            "raw-html",
            line.number + 1,
            phrase("Options below the name of a block are not allowed."),
            phrase("Leave an empty line after the name, and write words or nothing."),
        )


def _close(reader: Reader, line: Line) -> None:
    reader.close_block()
    width = len(line.text.strip())
    if reader.stack and reader.stack[-1].width == width:
        reader.pop(line.number)
        return
    if any(opened.width == width for opened in reader.stack):
        inner = reader.stack[-1].container
        reader.problem(
            "unclosed-block",
            inner.line,
            phrase("The block `{name}` is still open when the block around it closes.", name=inner.name),
            phrase("Close `{name}` first. The outer block has one slash more than the inner one.", name=inner.name),
        )
        while reader.pop().width != width:
            pass
        return
    reader.problem(
        "unclosed-block",
        line.number,
        phrase("This line closes a block that was not opened."),
        phrase("Remove the line, or open the block with the same number of slashes."),
    )


def read_note(reader: Reader, line: Line) -> int:
    """Read the first line of a note or a tab; its words are the indented lines below.

    The mark is part of the name of the container, so that `!!! avoid` is not taken for a block of lessons.
    """
    match = (TAB if line.text[line.lead] == "=" else NOTE).match(line.text, line.lead)
    title = match["title"] if match else None
    kind = (match.groupdict().get("type") or "") if match else ""
    if match is None or (title is None and not kind):
        return 0
    reader.close_block()
    quotes = line.quotes
    column = _column(line.text[: line.lead], quotes) + 4
    container = reader.container(f"{match['mark'][:3]} {kind}".strip(), title or "", line)
    reader.push(OpenContainer(container, len(reader.containers), quotes=quotes, column=column))
    if title:
        reader.add(BlockKind.CONTAINER_TITLE, line, match.start("title"), match.end("title"))
    reader.nested = line.lead + 4
    return line.row + 1


def leave(reader: Reader, line: Line) -> None:
    """Close every indented container that a line does not stand in any more."""
    while True:
        place = next(
            (
                place
                for place, opened in enumerate(reader.stack)
                if opened.column and _column(line.text[: line.lead], opened.quotes) < opened.column
            ),
            None,
        )
        if place is None:
            return
        reader.close_block()
        while len(reader.stack) > place:
            close_last(reader, line.row)


def close_last(reader: Reader, before: int) -> None:
    """Close the innermost container where its text ends; one between slashes should have been closed by a line."""
    opened = reader.stack[-1]
    if opened.column:
        while not reader.lines[before - 1].strip(" \t>"):
            before -= 1
        reader.pop(reader.first_line + before - 1)
        return
    reader.pop()
    reader.problem(
        "unclosed-block",
        opened.container.line,
        phrase("The block `{name}` is opened here and never closed.", name=opened.container.name),
        phrase("Close it with a line of three slashes (four if it was opened with four)."),
    )


def _column(lead: str, quotes: int) -> int:
    """How many blanks stand behind so many quote marks (one blank belongs to the mark); -1 when there are fewer."""
    rest = lead
    for _ in range(quotes):
        _, mark, rest = rest.partition(">")
        if not mark:
            return -1
        rest = rest.removeprefix(" ")
    return len(rest.partition(">")[0].expandtabs(4))

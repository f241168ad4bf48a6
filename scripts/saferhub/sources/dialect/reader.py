"""What is open while a page is read line by line: the block, the containers, the section."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from saferhub.model.lesson import NO_ATTRIBUTES, Block, BlockKind, Container
from saferhub.model.problem import Phrase, Place, Problem

BLANKS = " \t"  # other white space, such as a non-breaking space, belongs to the words


class Line(NamedTuple):
    """A line that is not empty. `lead` counts the blanks and quote marks before its words."""

    row: int
    number: int
    start: int
    text: str
    lead: int

    @property
    def quotes(self) -> int:
        """How many quotes the line stands in."""
        return self.text.count(">", 0, self.lead)


@dataclass(slots=True)
class OpenContainer:
    """A container that is not closed yet, and its place in the list of containers.

    One between slashes has their number as `width`. One of indented lines has none: it lasts as long as lines begin
    at least `column` blanks behind `quotes` quote marks.
    """

    container: Container
    place: int
    width: int = 0
    quotes: int = 0
    column: int = 0


class Reader:
    """Collects what is found in a page."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.text = text
        self.path = path
        self.first_line = first_line
        self.lines = text.split("\n")
        ends = itertools.accumulate(map(len, self.lines), initial=0)
        self.starts = [end + number for number, end in enumerate(ends)]
        self.section = ""
        self.stack: list[OpenContainer] = []
        self.around: tuple[Container, ...] = ()
        self.numbers: Counter[str] = Counter()
        self.containers: list[Container] = []
        self.blocks: list[Block] = []
        self.headings: list[tuple[Block, int]] = []
        self.problems: list[Problem] = []
        self.open: Block | None = None
        self.awaited: BlockKind | None = None  # what the next words are, when its mark is alone on the line above
        self.end = 0  # where the words of the open block end so far
        self.nested = 0  # how far the words of the item, definition or footnote that was read last are indented

    def problem(self, rule: str, line: int, message: Phrase, hint: Phrase) -> None:
        """Note what is wrong with a line."""
        self.problems.append(Problem(rule, Place(self.path, line), message, hint))

    def begin(self, kind: BlockKind, line: Line, lead: int, indent: str, marker: str = "", level: int = 0) -> None:
        """Begin a block behind the first `lead` letters of a line; the next lines may go on with it."""
        self.close_block()
        self.awaited = None
        words = line.text[lead:].rstrip(BLANKS)
        start = line.start + lead
        self.end = start + len(words)
        self.open = Block(kind, words, start, self.end, line.number, self.section, self.around, indent, marker, level)

    def close_block(self) -> None:
        """End the block that is being read. Most have one line; the words of others are cut out once, at their end."""
        block = self.open
        if block is not None:
            if self.end != block.end:
                block = block._replace(text=self.text[block.start : self.end], end=self.end)
            self.blocks.append(block)
            self.open = None

    def add(
        self,
        kind: BlockKind,
        line: Line,
        start: int,
        end: int,
        level: int = 0,
        attributes: Mapping[str, str] = NO_ATTRIBUTES,
    ) -> Block:
        """Note a block that ends on its line. `start` and `end` count from the beginning of the line."""
        self.close_block()
        self.awaited = None
        block = Block(
            kind,
            line.text[start:end],
            line.start + start,
            line.start + end,
            line.number,
            self.section,
            self.around,
            level=level,
            attributes=attributes,
        )
        self.blocks.append(block)
        return block

    def push(self, opened: OpenContainer) -> None:
        """Open a container."""
        self.containers.append(opened.container)
        self.stack.append(opened)
        self.around = (*self.around, opened.container)

    def pop(self, last_line: int | None = None) -> OpenContainer:
        """Close the innermost container; its last line is known when it was closed as it should be."""
        opened = self.stack.pop()
        self.around = self.around[:-1]
        if last_line is not None:
            done = opened.container
            self.containers[opened.place] = Container(done.name, done.argument, done.number, done.line, last_line)
        return opened

    def container(self, name: str, argument: str, line: Line) -> Container:
        """Make a container and count those of its name."""
        self.numbers[name] += 1
        return Container(name, argument, self.numbers[name], line.number)

"""Everything in a page that a reader can see, passage by passage, with its language and its exact place in the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from saferhub.model.lesson import Block, BlockKind, Container, Document
from saferhub.model.problem import Place
from saferhub.sources.blocks import attributes_of
from saferhub.sources.visible import Link, Picture, Visible, visible


class Scope(Enum):
    """What part of a page a passage is."""

    FACT = "fact"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    TABLE_CELL = "table cell"
    QUOTE = "quote"
    BLOCK_TITLE = "block title"
    PICTURE = "alternative text"
    FOOTNOTE = "footnote"
    QUIZ_OPTION = "quiz option"


SCOPES = {
    BlockKind.HEADING: Scope.HEADING,
    BlockKind.PARAGRAPH: Scope.PARAGRAPH,
    BlockKind.LIST_ITEM: Scope.LIST_ITEM,
    BlockKind.TABLE_CELL: Scope.TABLE_CELL,
    BlockKind.CONTAINER_TITLE: Scope.BLOCK_TITLE,
    BlockKind.IMAGE: Scope.PICTURE,
    BlockKind.FOOTNOTE: Scope.FOOTNOTE,
    BlockKind.TERM: Scope.PARAGRAPH,
    BlockKind.DEFINITION: Scope.PARAGRAPH,
    BlockKind.ABBREVIATION: Scope.PARAGRAPH,
}
READ_FACTS = ("title", "summary", "materials", "objectives")
QUOTE_LINE = re.compile(r"[ \t]*>")
ENDING_ATTRIBUTES = re.compile(r"[ \t]*\{:?[ ]*(?P<words>[^{}]*)\}[ \t]*$")
NEXT_ATTRIBUTES = re.compile(r"\n[ \t>]*\{:?[ ]*(?P<words>[^{}\n]*)\}[ \t]*(?=\n|$)")


@dataclass(frozen=True, eq=False)
class Passage:
    """A run of visible words in one language.

    `runs` leads from a position in `text` to an offset in the file. `intro` is the line that announces this passage,
    such as "Do not say:" above a list; `attributes` are those of the block.
    """

    text: str
    scope: Scope
    locale: str
    document: Document
    runs: tuple[tuple[int, int], ...]
    section: str = ""
    containers: tuple[Container, ...] = ()
    intro: str = ""
    block: Block | None = None
    fact: tuple[str | int, ...] = ()
    links: tuple[Link, ...] = ()
    pictures: tuple[Picture, ...] = ()
    footnotes: tuple[str, ...] = ()
    attributes: Mapping[str, str] = field(default_factory=dict)
    is_marked: bool = False  # a stretch inside a passage of another language

    @property
    def is_example_to_avoid(self) -> bool:
        """Whether the author declared these words as a bad example."""
        return any(part.name == "avoid" for part in self.containers)

    def offset(self, position: int) -> int:
        """Where a letter of the text stands in the file."""
        start, source = self.runs[bisect_right(self.runs, (position, 1 << 60)) - 1]
        return source + position - start

    def place(self, start: int = 0, end: int | None = None) -> Place:
        """Return the place of a stretch of the text in the file, to the letter."""
        last = max(start, (len(self.text) if end is None else end) - 1)
        source, first = self.document.source, self.offset(start)
        after = self.offset(last) + 1
        line, column = _line_column(source, first)
        end_line, end_column = _line_column(source, after)
        return Place(self.document.path, line, column, end_line, end_column)


@dataclass(frozen=True, eq=False)
class Page:
    """A document as the checks read it: its passages, made once for all rules."""

    document: Document

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All passages: facts first, then the blocks in order."""
        return tuple(_passages(self.document))


def _line_column(source: str, offset: int) -> tuple[int, int]:
    begin = source.rfind("\n", 0, offset) + 1
    return source.count("\n", 0, offset) + 1, offset - begin + 1


def _passages(document: Document) -> Iterator[Passage]:
    yield from _facts(document)
    base = len(document.source) - len(document.body.text)
    intro: tuple[int, str] = (0, "")
    for block in document.body.blocks:
        if block.kind not in SCOPES:
            continue
        seen = visible(block.text)
        if block.kind in (BlockKind.HEADING, BlockKind.CONTAINER_TITLE):
            intro = (0, "")
        depth = len(block.indent)
        announced = intro[1] if depth >= intro[0] or block.kind is BlockKind.LIST_ITEM else ""
        yield from _of_block(document, block, seen, base, announced)
        stripped = seen.text.rstrip(" *_")
        if stripped.endswith((":", "：")):
            intro = (depth, seen.text)
        elif block.kind is BlockKind.PARAGRAPH and not _is_quote(document, block, base):
            intro = (0, "")


def _of_block(document: Document, block: Block, seen: Visible, base: int, intro: str) -> Iterator[Passage]:
    attributes = block_attributes(document, block)
    scope = SCOPES[block.kind]
    if scope is Scope.LIST_ITEM and "[" in block.marker and any(part.name == "quiz" for part in block.containers):
        scope = Scope.QUIZ_OPTION
    elif scope is Scope.PARAGRAPH and _is_quote(document, block, base):
        scope = Scope.QUOTE
    runs = tuple((position, base + block.start + offset) for position, offset in seen.runs)
    locale = attributes.get("lang", document.locale)
    text = seen.text
    for part in seen.foreign:
        inner = part.attributes.get("lang", locale)
        if inner != locale:
            words = text[part.start : part.end]
            text = text[: part.start] + "\N{OBJECT REPLACEMENT CHARACTER}" * len(words) + text[part.end :]
            yield Passage(
                words,
                scope,
                inner,
                document,
                tuple(_shifted(runs, part.start)),
                block.section,
                block.containers,
                intro,
                block,
                attributes=part.attributes,
                is_marked=True,
            )
    if text.strip():
        yield Passage(
            text,
            scope,
            locale,
            document,
            runs,
            block.section,
            block.containers,
            intro,
            block,
            (),
            tuple(seen.links),
            tuple(seen.pictures),
            tuple(seen.footnotes),
            attributes,
        )


def _shifted(runs: tuple[tuple[int, int], ...], start: int) -> Iterator[tuple[int, int]]:
    """The same runs, counted from a later position."""
    index = bisect_right(runs, (start, 1 << 60)) - 1
    position, source = runs[index]
    yield 0, source + start - position
    for position, source in runs[index + 1 :]:
        yield position - start, source


def block_attributes(document: Document, block: Block) -> dict[str, str]:
    """The attribute list at the end of a block or on the line below it."""
    found = ENDING_ATTRIBUTES.search(block.text) if block.text.endswith("}") else None
    if found is None:
        found = NEXT_ATTRIBUTES.match(document.body.text, block.end)
    return {**attributes_of(found["words"] if found else ""), **block.attributes}


def _is_quote(document: Document, block: Block, base: int) -> bool:
    begin = document.source.rfind("\n", 0, base + block.start) + 1
    return QUOTE_LINE.match(document.source, begin) is not None


def _facts(document: Document) -> Iterator[Passage]:
    for name in READ_FACTS:
        value = document.facts.get(name)
        if isinstance(value, str):
            yield _fact(document, (name,), value)
        elif isinstance(value, list):
            for index, text in enumerate(value):
                if isinstance(text, str):
                    yield _fact(document, (name, index), text)


def _fact(document: Document, keys: tuple[str | int, ...], text: str) -> Passage:
    """Find the words of a fact in the file: YAML may fold and quote them, so they are found word by word."""
    source = document.source
    line = document.place(*keys).line
    position = 0
    for _ in range(line - 1):
        position = source.find("\n", position) + 1
    if isinstance(keys[-1], str):
        colon = source.find(":", position)
        position = colon + 1 if colon >= 0 else position
    runs = []
    for match in re.finditer(r"\S+", text):
        found = source.find(match[0], position)
        if found < 0:
            break
        runs.append((match.start(), found))
        position = found + len(match[0])
    if not runs or runs[0][0] != 0:
        runs.insert(0, (0, position))
    return Passage(text, Scope.FACT, document.locale, document, tuple(runs), fact=keys)

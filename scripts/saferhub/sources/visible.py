"""The words that a reader sees of a block, with the place of every letter in the file.

Marks, addresses and attribute lists are left out, and each stretch of words remembers where it came from, so that a
check can point at a word and not only at a paragraph.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field

from saferhub.sources.blocks import attributes_of

SPECIAL = re.compile(r"[\\`*_\[\]<>&{}!\n]|://")
INLINE = re.compile(
    r"""
    \\(?P<escaped>[!-/:-@\[-`{-~])
  | (?P<ticks>`+)(?!`)(?P<code>.*?)(?<!`)(?P=ticks)(?!`)
  | (?P<picture>!)?\[(?P<label>(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]
    (?:\((?P<target>(?:[^()\s]|\([^()\s]*\))*)(?:\s+(?:"[^"]*"|'[^']*'))?\s*\))
  | \[\^(?P<footnote>[^\]\s]+)\]
  | <!--(?P<comment>(?:(?!--!?>).)*)-->
  | <(?P<address>[a-z]+://[^<>\s]+|mailto:[^<>\s]+)>
  | (?P<entity>&(?:\#\d+|\#[xX][0-9a-fA-F]+|[A-Za-z]+);)
  | (?P<attributes>\{:?[ ]*(?:[\#.][^{}\n]*|[\w-]+=[^{}\n]*)\})
  | (?P<stars>\*+)
  | (?P<lines>(?<![^\W_])_+|_+(?![^\W_]))
  | [ \t]*(?P<break>\n)[ \t>]*
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True)
class Link:
    """A link inside a block: its words, where it leads, its attributes, and its span in the visible text."""

    text: str
    target: str
    start: int
    end: int
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Picture:
    """A picture inside a block: the words that stand for it, its file, its attributes, and its place in the block."""

    text: str
    source: str
    offset: int
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Foreign:
    """A stretch of the visible text that is marked as another language or direction."""

    start: int
    end: int
    attributes: Mapping[str, str]


@dataclass
class Visible:
    """Visible text. `runs` are pairs: where a stretch begins in the visible text, and where it stands in the block."""

    text: str
    runs: list[tuple[int, int]]
    links: list[Link] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    foreign: list[Foreign] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)

    def offset(self, position: int) -> int:
        """Where a letter of the visible text stands in the block."""
        start, source = self.runs[bisect_right(self.runs, (position, 1 << 60)) - 1]
        return source + position - start


def visible(text: str) -> Visible:
    """Return what a reader sees of the Markdown of one block."""
    if not SPECIAL.search(text):
        return Visible(text, [(0, 0)])
    reader = _Reader(text)
    reader.read(0, len(text))
    runs = reader.runs or [(0, 0)]
    found = Visible("".join(reader.parts), runs, reader.links, reader.pictures, reader.foreign, reader.footnotes)
    if not found.runs or found.runs[0][0] != 0:
        found.runs.insert(0, (0, 0))
    return found


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.length = 0
        self.parts: list[str] = []
        self.runs: list[tuple[int, int]] = []
        self.links: list[Link] = []
        self.pictures: list[Picture] = []
        self.foreign: list[Foreign] = []
        self.footnotes: list[str] = []
        self.last: tuple[int, int, Link | None] = (0, 0, None)
        self.open: list[tuple[str, int]] = []

    def put(self, words: str, offset: int) -> None:
        if words:
            self.runs.append((self.length, offset))
            self.parts.append(words)
            self.length += len(words)

    def read(self, start: int, end: int) -> None:
        position = start
        while position < end:
            match = INLINE.search(self.text, position, end)
            if match is None:
                break
            self.put(self.text[position : match.start()], position)
            self._mark(match)
            position = match.end()
        self.put(self.text[position:end], position)

    def _mark(self, match: re.Match[str]) -> None:
        name = match.lastgroup
        if match["escaped"]:
            self.put(match["escaped"], match.start("escaped"))
        elif match["ticks"]:
            self.put(match["code"].replace("\n", " "), match.start("code"))
        elif match["label"] is not None and match["target"] is not None:
            self._link(match)
        elif match["footnote"]:
            self.footnotes.append(match["footnote"])
        elif match["address"]:
            start = self.length
            self.put(match["address"], match.start("address"))
            self.links.append(Link(match["address"], match["address"], start, self.length))
        elif match["entity"]:
            self.put(html.unescape(match["entity"])[:1], match.start())
        elif match["attributes"]:
            self._attributes(match["attributes"])
        elif match["stars"] or match["lines"]:
            self._emphasis(match)
        elif name == "break":
            self.put(" ", match.start("break"))

    def _link(self, match: re.Match[str]) -> None:
        if match["picture"]:
            self.pictures.append(Picture(match["label"], match["target"], match.start()))
            self.last = (self.length, self.length, None)
            return
        start = self.length
        self.read(match.start("label"), match.end("label"))
        link = Link("".join(self.parts)[start:], match["target"], start, self.length)
        self.links.append(link)
        self.last = (start, self.length, link)

    def _emphasis(self, match: re.Match[str]) -> None:
        before = self.text[match.start() - 1 : match.start()] or " "
        after = self.text[match.end() : match.end() + 1] or " "
        if (before.isspace() and after.isspace()) or len(match[0]) > 3:
            self.put(match[0], match.start())  # a letter, or a line to write on
            return
        if self.open and self.open[-1][0] == match[0] and not before.isspace():
            _, start = self.open.pop()
            self.last = (start, self.length, None)
        elif after.isspace() or not self._closes(match):
            self.put(match[0], match.start())  # nothing closes it, so readers see it
        else:
            self.open.append((match[0], self.length))

    def _closes(self, match: re.Match[str]) -> bool:
        """Whether the same mark stands later, right behind a word."""
        ending = r"(?!\w)" if match["lines"] else ""
        return re.compile(rf"(?<=\S){re.escape(match[0])}{ending}").search(self.text, match.end() + 1) is not None

    def _attributes(self, words: str) -> None:
        start, end, link = self.last
        attributes = attributes_of(words)
        if end != self.length:
            return
        if link is not None and self.links and self.links[-1] is link:
            self.links[-1] = Link(link.text, link.target, link.start, link.end, attributes)
        if self.pictures and start == end:
            last = self.pictures[-1]
            self.pictures[-1] = Picture(last.text, last.source, last.offset, attributes)
        if ("lang" in attributes or "dir" in attributes) and start < end:
            self.foreign.append(Foreign(start, end, attributes))

"""Patterns of words, written so that a teacher who knows the language can read and mend them.

A pattern is a row of words with spaces between: ``ruin*`` is any word that begins so, ``(a | b c)`` a choice,
``(a)?`` may be missing, ``<name>`` a group of the language pack, ``..4`` up to four words of any kind, ``^`` and
``$`` the ends of the sentence, ``=word`` the word without anything tied on in front, ``:`` a colon or semicolon,
``#`` a number, ``/.../`` a regular expression. In a language without spaces a row is one string, and ``..4`` is up to
four characters.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from saferhub.checks.folding import fold

TOKEN = re.compile(r"\)\??|\(|\||<[\w-]+>\??|\.\.\d*|\^|\$|/(?:[^/\\]|\\.)+/|[^\s()|<>]+")
START = r"\A[\s\"«“„'—–*(¿¡-]*"
END = r"[\s\"»”'.!?…؟。！？)*]*\Z"
COLON = r"\s*[:;：；؛]"
NUMBER = r"[0-9٠-٩۰-۹]+(?:[.,٫٬][0-9٠-٩۰-۹]+)*"
SPACED_GAP, UNSPACED_GAP = 3, 6


class PatternError(ValueError):
    """A pattern that cannot be read; the message says why."""


@dataclass(frozen=True)
class Spelling:
    """What the patterns of a language need to know: whether words are set apart, and what is tied on in front."""

    spaced: bool = True
    tied: str = ""  # a regular expression, for example of French l' or Arabic wa- and al-


@dataclass(frozen=True)
class Word:
    """A word; with `open` also every longer word that begins with it."""

    text: str
    open: bool = False
    bare: bool = False


@dataclass(frozen=True, eq=False)
class Choice:
    """One of several rows. Compared by identity, so that what is worked out of a group is kept."""

    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Gap:
    """Up to so many words of any kind."""

    most: int


@dataclass(frozen=True)
class Raw:
    """A regular expression as it stands."""

    source: str

    @property
    def is_glued(self) -> bool:
        """Whether it may follow a word without a space: the ends of a sentence, and a colon."""
        return self.source in (START, END, COLON)


@dataclass(frozen=True)
class Item:
    """One part of a row, which may be missing."""

    part: Word | Choice | Gap | Raw
    optional: bool = False


Row = tuple[Item, ...]
Groups = Mapping[str, Sequence[str]]


def read(pattern: str, groups: Groups, spelling: Spelling) -> Row:
    """Read a pattern; groups are put in. A PatternError says what cannot be read."""
    return Reader(groups, spelling).row(pattern)


class Reader:
    """Reads the patterns of one file; each group is read once."""

    def __init__(self, groups: Groups, spelling: Spelling) -> None:
        self.groups = groups
        self.spelling = spelling
        self.known: dict[str, Choice] = {}

    def row(self, pattern: str) -> Row:
        """Read one pattern."""
        return self._whole(pattern, ())

    def _whole(self, pattern: str, inside: tuple[str, ...]) -> Row:
        tokens = TOKEN.findall(pattern)
        row, rest = self._row(tokens, 0, inside)
        if rest != len(tokens):
            raise PatternError(f"a bracket too many in `{pattern}`")
        if not row:
            raise PatternError("an empty pattern")
        return row

    def _row(self, tokens: list[str], index: int, inside: tuple[str, ...]) -> tuple[Row, int]:
        items: list[Item] = []
        while index < len(tokens) and tokens[index] not in ("|", ")", ")?"):
            token = tokens[index]
            index += 1
            if token == "(":
                choice, index = self._choice(tokens, index, inside)
                items.append(choice)
            elif token.startswith("<"):
                items.append(Item(self._group(token.rstrip("?")[1:-1], inside), token.endswith("?")))
            else:
                items.append(Item(self._simple(token)))
        return tuple(items), index

    def _choice(self, tokens: list[str], index: int, inside: tuple[str, ...]) -> tuple[Item, int]:
        rows = []
        while True:
            row, index = self._row(tokens, index, inside)
            if not row:
                raise PatternError("an empty choice")
            rows.append(row)
            if index >= len(tokens):
                raise PatternError("a bracket that is not closed")
            index += 1
            if tokens[index - 1] != "|":
                break
        only = rows[0][0] if len(rows) == 1 and len(rows[0]) == 1 else None
        if only is not None and isinstance(only.part, Gap):
            return only, index  # `(..2)?` is the same as `..2`
        return Item(Choice(tuple(rows)), tokens[index - 1] == ")?"), index

    def _group(self, name: str, inside: tuple[str, ...]) -> Choice:
        if name not in self.groups:
            raise PatternError(f"no group is named `{name}`")
        if name in inside:
            raise PatternError(f"the group `{name}` holds itself")
        if name not in self.known:
            rows = tuple(self._whole(str(text), (*inside, name)) for text in self.groups[name])
            if not rows:
                raise PatternError(f"the group `{name}` is empty")
            self.known[name] = Choice(rows)
        return self.known[name]

    def _simple(self, token: str) -> Word | Gap | Raw:
        if token.startswith(".."):
            return Gap(int(token[2:] or (SPACED_GAP if self.spelling.spaced else UNSPACED_GAP)))
        if token == "^":
            return Raw(START)
        if token == "$":
            return Raw(END)
        if token == ":":
            return Raw(COLON)
        if token == "#":
            return Raw(NUMBER)
        return Raw(token[1:-1]) if token.startswith("/") else _word(token)


def _word(token: str) -> Word:
    bare = token.startswith("=") and len(token) > 1
    return Word(fold(token.lstrip("=" if bare else "").replace("*", "")).text, token.endswith("*"), bare)

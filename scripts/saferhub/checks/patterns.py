"""Patterns of words, written so that a teacher who knows the language can read and mend them.

A pattern is a row of words with spaces between: ``ruin*`` is any word that begins so, ``(a | b c)`` a choice,
``(a)?`` may be missing, ``<name>`` a group of the language pack, ``..4`` up to four words of any kind, ``^`` and
``$`` the ends of the sentence, ``=word`` the word without anything tied on in front, ``#`` a number, ``/.../`` a
regular expression. In a language without spaces a row is one string, and ``..4`` is up to four characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from saferhub.checks.folding import fold

TOKEN = re.compile(r"\)\??|\(|\||<[\w-]+>\??|\.\.\d*|\^|\$|/(?:[^/\\]|\\.)+/|[^\s()|<>]+")
BETWEEN = r"(?:[ ,،\"“”«»„()–—]+|(?<='))"
WORD = r"[\w'%@#&/’+-]+"
NUMBER = r"[0-9٠-٩۰-۹][0-9٠-٩۰-۹.,٫٬]*"
WORD_SPLIT = re.compile(r"[\w]+(?:['-][\w]+)*'?")
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


@dataclass(frozen=True)
class Choice:
    """One of several rows."""

    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Gap:
    """Up to so many words of any kind."""

    most: int


@dataclass(frozen=True)
class Raw:
    """A regular expression as it stands."""

    source: str


@dataclass(frozen=True)
class Item:
    """One part of a row, which may be missing."""

    part: Word | Choice | Gap | Raw
    optional: bool = False


Row = tuple[Item, ...]
Groups = Mapping[str, Sequence[str]]


def read(pattern: str, groups: Groups, spelling: Spelling) -> Row:
    """Read a pattern; groups are put in. A PatternError says what cannot be read."""
    tokens = TOKEN.findall(pattern)
    row, rest = _row(tokens, 0, groups, spelling, ())
    if rest != len(tokens):
        raise PatternError(f"a bracket too many in `{pattern}`")
    if not row:
        raise PatternError("an empty pattern")
    return row


def _row(tokens: list[str], index: int, groups: Groups, spelling: Spelling, inside: tuple[str, ...]) -> tuple[Row, int]:
    items: list[Item] = []
    while index < len(tokens) and tokens[index] not in ("|", ")", ")?"):
        token = tokens[index]
        index += 1
        if token == "(":
            rows = []
            while True:
                row, index = _row(tokens, index, groups, spelling, inside)
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
                items.append(only)  # `(..2)?` is the same as `..2`
            else:
                items.append(Item(Choice(tuple(rows)), tokens[index - 1] == ")?"))
        elif token.startswith("<"):
            items.append(Item(_group(token.rstrip("?")[1:-1], groups, spelling, inside), token.endswith("?")))
        elif token.startswith(".."):
            items.append(Item(Gap(int(token[2:] or (SPACED_GAP if spelling.spaced else UNSPACED_GAP)))))
        elif token == "^":
            items.append(Item(Raw(r"\A[\s\"«“„'—–*(¿¡-]*")))
        elif token == "$":
            items.append(Item(Raw(r"[\s\"»”'.!?…؟。！？)*]*\Z")))
        elif token == "#":
            items.append(Item(Raw(NUMBER)))
        elif token.startswith("/"):
            items.append(Item(Raw(token[1:-1])))
        else:
            items.append(Item(_word(token)))
    return tuple(items), index


def _word(token: str) -> Word:
    bare = token.startswith("=") and len(token) > 1
    return Word(fold(token.lstrip("=" if bare else "").replace("*", "")).text, token.endswith("*"), bare)


def _group(name: str, groups: Groups, spelling: Spelling, inside: tuple[str, ...]) -> Choice:
    if name not in groups:
        raise PatternError(f"no group is named `{name}`")
    if name in inside:
        raise PatternError(f"the group `{name}` holds itself")
    rows = []
    for text in groups[name]:
        tokens = TOKEN.findall(str(text))
        row, rest = _row(tokens, 0, groups, spelling, (*inside, name))
        if rest != len(tokens) or not row:
            raise PatternError(f"`{text}` in the group `{name}` cannot be read")
        rows.append(row)
    if not rows:
        raise PatternError(f"the group `{name}` is empty")
    return Choice(tuple(rows))


def expression(row: Row, spelling: Spelling, across: bool = False) -> re.Pattern[str]:
    """Turn a pattern into a regular expression on folded text. `across` lets gaps pass the end of a sentence."""
    try:
        return re.compile(_source(row, spelling, across))
    except re.error as error:
        raise PatternError(f"the regular expression cannot be read: {error}") from error


def _source(row: Row, spelling: Spelling, across: bool) -> str:
    between = BETWEEN if spelling.spaced else ""
    if across and spelling.spaced:
        between = r"(?:[ ,،\"“”«»„()–—.!?…؟:;]+|(?<='))"
    parts: list[str] = []
    leads = True  # whether nothing stands before the next part
    for item in row:
        source = _part(item.part, spelling, across, between)
        if isinstance(item.part, Raw):
            fixed = item.part.source.startswith(r"\A") or item.part.source.endswith(r"\Z")
            source = f"(?:{source})" if fixed or leads else f"(?:{between}{source})"
            leads = item.part.source.startswith(r"\A")
        elif isinstance(item.part, Gap):
            if leads and spelling.spaced:
                source = f"(?:{WORD}{between}){{0,{item.part.most}}}?"
        elif leads:
            source = f"(?:{source}{between})" if item.optional else source
            leads = item.optional
        else:
            source = f"(?:{between}{source})"
        parts.append(f"{source}?" if item.optional else source)
    return "".join(parts)


def _part(part: Word | Choice | Gap | Raw, spelling: Spelling, across: bool, between: str) -> str:
    if isinstance(part, Raw):
        return part.source
    if isinstance(part, Gap):
        if spelling.spaced:
            return f"(?:{between}{WORD}){{0,{part.most}}}?"
        return f"[^。！？!?；\\n]{{0,{part.most}}}?" if not across else f"[^\\n]{{0,{part.most}}}?"
    if isinstance(part, Choice):
        return "(?:" + "|".join(_source(row, spelling, across) for row in part.rows) + ")"
    if not spelling.spaced:
        return re.escape(part.text)
    tied = f"(?:{spelling.tied})?" if spelling.tied and not part.bare else ""
    letters = re.escape(part.text).replace(r"\ ", " ")
    ending = "" if part.text.endswith("'") else (r"\w*" if part.open else r"(?!\w)")
    return rf"(?<!\w){tied}{letters}{ending}"


@dataclass(frozen=True)
class Trigger:
    """A word without which a pattern cannot be found, so that most sentences need no regular expression."""

    text: str
    open: bool


def triggers(row: Row, spelling: Spelling, common: frozenset[str]) -> frozenset[Trigger] | None:
    """Return words of which one must stand in the sentence; None if there is no such set."""
    best: frozenset[Trigger] | None = None
    for item in row:
        found = None if item.optional else _triggers(item.part, spelling, common)
        if found and (best is None or _worth(found, common) > _worth(best, common)):
            best = found
    return best


def _triggers(part: Word | Choice | Gap | Raw, spelling: Spelling, common: frozenset[str]) -> frozenset[Trigger] | None:
    if isinstance(part, Word):
        return frozenset({Trigger(part.text, part.open)})
    if isinstance(part, Choice):
        found: set[Trigger] = set()
        for row in part.rows:
            inner = triggers(row, spelling, common)
            if inner is None:
                return None
            found |= inner
        return frozenset(found)
    return None


def _worth(found: frozenset[Trigger], common: frozenset[str]) -> tuple[bool, int, int]:
    """Rare words are worth most: none that every text holds, long ones, few of them."""
    return (not any(trigger.text in common for trigger in found), min(len(t.text) for t in found), -len(found))


def words_of(text: str) -> Iterator[str]:
    """The words of a folded text, and the parts of those that are tied together."""
    for word in WORD_SPLIT.findall(text):
        yield word
        if "'" in word or "-" in word:
            yield from (part for part in re.split(r"['-]", word) if part)

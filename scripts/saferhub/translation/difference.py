"""What changed between two versions of a text, word by word, in a form that people can read."""

from __future__ import annotations

import difflib
import itertools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

SHORT = 4  # letters of an unchanged word that is not worth breaking a change in two
TOO_DIFFERENT = 0.3  # the share of common words below which the texts are shown one after the other
# Scripts that write no spaces between words: there each letter counts on its own.
_WITHOUT_SPACES = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


class Kind(Enum):
    """What became of a run of words."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True)
class Part:
    """A run of words that is the same in both texts, or only in the older one, or only in the newer one."""

    kind: Kind
    text: str


def difference(old: str, new: str) -> list[Part]:
    """Return the parts of two texts in order; where they differ, what was removed stands before what was added.

    White space counts as one space, because a line that wraps elsewhere is no change.
    """
    before, after = _tokens(" ".join(old.split())), _tokens(" ".join(new.split()))
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    if _words_in_common(matcher, before, after) < TOO_DIFFERENT:
        return _parts([("", "".join(before), "".join(after))])
    runs: list[tuple[str, str, str]] = []  # what is the same, or what was removed and what was added
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            runs.append(("".join(before[i:j]), "", ""))
        else:
            runs.append(("", "".join(before[i:j]), "".join(after[k:m])))
    return _parts(_joined(runs))


def similarity(old: str, new: str) -> float:
    """Return which share of their words two texts have in common: 1 for the same text."""
    before, after = _tokens(" ".join(old.split())), _tokens(" ".join(new.split()))
    return _words_in_common(difflib.SequenceMatcher(None, before, after, autojunk=False), before, after)


def _words_in_common(matcher: difflib.SequenceMatcher[str], before: list[str], after: list[str]) -> float:
    """Count words only: spaces and full stops are the same in all texts."""
    total = sum(map(_is_word, before)) + sum(map(_is_word, after))
    same = sum(
        _is_word(word) for block in matcher.get_matching_blocks() for word in before[block.a : block.a + block.size]
    )
    return 2 * same / total if total else 1.0


def _is_word(token: str) -> bool:
    return token[0].isalnum()


def _tokens(text: str) -> list[str]:
    """Split a text into words, spaces and signs; put together again they are the text."""
    return [
        "".join(letter for _, letter in group) for _, group in itertools.groupby(_numbered(text), lambda one: one[0])
    ]


def _numbered(text: str) -> Iterator[tuple[int, str]]:
    """Give the same number to the letters of one token."""
    number = 0
    before = ""
    for place, letter in enumerate(text):
        kind = _kind(letter, text[place + 1 : place + 2])
        # A sign that combines, such as a vowel of Arabic or Thai, stays with its letter.
        if kind != "mark" and (kind != before or kind in ("sign", "letter")):
            number += 1
            before = kind
        yield number, letter


def _kind(letter: str, following: str) -> str:
    if unicodedata.category(letter)[0] == "M" or letter in "\u200c\u200d":
        return "mark"
    if letter.isspace():
        return "space"
    if _WITHOUT_SPACES.match(letter):
        return "letter"
    if letter.isalnum() or (letter in "'’" and following.isalpha()):
        return "word"
    return "sign"


def _joined(runs: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Make one change of two that have only a short word between them."""
    joined: list[tuple[str, str, str]] = []
    for number, (same, removed, added) in enumerate(runs):
        between = bool(same) and 0 < number < len(runs) - 1 and _is_short(same)
        if between or (not same and joined and not joined[-1][0]):
            if same:
                removed = added = same
            last = joined.pop()
            joined.append(("", last[1] + removed, last[2] + added))
        else:
            joined.append((same, removed, added))
    return joined


def _is_short(text: str) -> bool:
    words = [token for token in _tokens(text) if _is_word(token)]
    return not words or (len(words) == 1 and len(words[0]) <= SHORT)


def _parts(runs: list[tuple[str, str, str]]) -> list[Part]:
    return [
        Part(kind, text)
        for run in runs
        for kind, text in zip((Kind.SAME, Kind.REMOVED, Kind.ADDED), run, strict=True)
        if text
    ]

"""Spell a text so that a pattern finds its words however they are typed, and remember where every letter stood.

Capitals, curly apostrophes, Arabic vowel signs and alef variants, Russian yo, joiners and soft hyphens make no
difference to what is said. Letters are folded one by one, so that a place in the folded text leads back to the text
itself.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

APOSTROPHES = "\u2018\u2019\u02bc\u02b9\uff07\u00b4`"
HYPHENS = "\u2010\u2011\u2012\ufe63\uff0d"
SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\n\r"
ARABIC = {
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ٱ": "ا",
    "ى": "ي",
    "ی": "ي",
    "ک": "ك",
    "ؤ": "و",
    "ئ": "ي",
    "ة": "ه",
}
DROPPED = re.compile(
    r"[\u00ad\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u0301]"
)


class _Letters(dict[int, str]):
    """How each letter is spelt, filled in as letters are met."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        folded = letter
        if letter in APOSTROPHES:
            folded = "'"
        elif letter in HYPHENS:
            folded = "-"
        elif letter in SPACES:
            folded = " "
        elif letter in ARABIC:
            folded = ARABIC[letter]
        else:
            lowered = letter.lower()
            folded = lowered if len(lowered) == 1 else letter
        folded = folded.replace("ё", "е")
        if 0xFF01 <= code <= 0xFF5E and letter not in "！？，：；（）":
            folded = chr(code - 0xFEE0).lower()
        self[code] = folded
        return folded


_LETTERS = _Letters()


@dataclass(frozen=True)
class Folded:
    """A folded text. `runs` is empty when every letter stands where it stood."""

    text: str
    runs: tuple[tuple[int, int], ...] = ()

    def origin(self, position: int) -> int:
        """Where a letter of the folded text stands in the text it was made from."""
        if not self.runs:
            return position
        start, source = self.runs[bisect_right(self.runs, (position, 1 << 60)) - 1]
        return source + position - start

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return a span of the folded text as a span of the text it was made from."""
        return self.origin(start), self.origin(max(start, end - 1)) + 1


def fold(text: str) -> Folded:
    """Fold a text for the patterns of language packs."""
    if text.isascii():
        return Folded(text.lower().translate({9: " ", 10: " ", 13: " ", 96: "'"}))
    if DROPPED.search(text) is None and unicodedata.is_normalized("NFC", text):
        return Folded(text.translate(_LETTERS))
    parts: list[str] = []
    runs: list[tuple[int, int]] = []
    length = 0
    for start, end in _clusters(text):
        composed = DROPPED.sub("", unicodedata.normalize("NFC", text[start:end])).translate(_LETTERS)
        if composed:
            if not runs or runs[-1][1] + (length - runs[-1][0]) != start or len(composed) != end - start:
                runs.append((length, start))
            parts.append(composed)
            length += len(composed)
    if not runs or runs[0][0] != 0:
        runs.insert(0, (0, 0))
    return Folded("".join(parts), tuple(runs))


def _clusters(text: str) -> list[tuple[int, int]]:
    """A letter and the signs that combine with it stay together."""
    edges = [index for index, letter in enumerate(text) if not unicodedata.combining(letter)]
    if not edges or edges[0] != 0:
        edges.insert(0, 0)
    return [(start, end) for start, end in zip(edges, [*edges[1:], len(text)], strict=True) if end > start]

"""A sketch of a text: sixteen digits that say how alike two texts are, without holding any of their words.

When the English of a block changes, its fingerprint is another one and says nothing about which block it was. The
sketch does: two texts that share most of their words have sketches that agree in most places (b-bit minwise hashing,
Li and König 2010, with 32 lanes of two bits).
"""

from __future__ import annotations

import functools
import hashlib
import itertools
import re

LANES = 32
BITS = 2
LOW_BITS = 0x5555_5555_5555_5555
NO_SKETCH = ""
ALIKE = 0.35  # the share of common words from which two texts count as versions of one text
_WORD = re.compile(r"[^\W_]+")
_WITHOUT_SPACES = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]{2,}")


@functools.lru_cache(maxsize=100_000)
def _lanes(word: str) -> tuple[int, ...]:
    digest = hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=64).digest()
    return tuple(int.from_bytes(digest[place : place + 2], "big") for place in range(0, 64, 2))


def _features(text: str) -> set[str]:
    """The words of a text; in scripts without spaces, pairs of letters."""
    found: set[str] = set()
    for word in _WORD.findall(text.casefold()):
        if _WITHOUT_SPACES.fullmatch(word):
            found.update(first + second for first, second in itertools.pairwise(word))
        else:
            found.add(word)
    return found


def sketch(text: str) -> str:
    """Return the sketch of a text as sixteen hexadecimal digits, or nothing for a text without words."""
    features = _features(text)
    if not features:
        return NO_SKETCH
    value = 0
    for least in map(min, zip(*map(_lanes, features), strict=True)):
        value = (value << BITS) | (least & 3)
    return f"{value:016x}"


def likeness(one: str, other: str) -> float:
    """Estimate from two sketches which share of their words two texts have in common: about 0 to 1."""
    if not one or not other:
        return 0.0
    differing = int(one, 16) ^ int(other, 16)
    same = LANES - ((differing | differing >> 1) & LOW_BITS).bit_count()
    by_chance = 0.25
    return max(0.0, (same / LANES - by_chance) / (1 - by_chance))

"""Names stand in the order of the reader's alphabet, so that people find theirs where they look for it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from pyuca import Collator

# Where an alphabet differs from the common order of all scripts (the Unicode Collation Algorithm): `n<ñ` makes ñ a
# letter of its own behind n, `أ=ا` makes one letter equal to another. Rules work from left to right.
# They follow CLDR, which a test asks through a browser.
ALPHABETS = {
    "ar": "أ=ا إ=ا",
    "cy": "c<ch d<dd f<ff l<ll p<ph r<rh t<th",  # not ng: in names such as Angola it is two letters
    "es": "n<ñ",
    "ur": "ے<ھ ہ<ئ ؤ<ہ و<ؤ ا<آ",
}
# Chinese names are sorted by sound. GB 2312 keeps its common characters in the order of pinyin, and the others by
# shape behind them; those that begin names of countries are put to a common character of the same sound.
PINYIN = str.maketrans("斐瑙梵汶珀", "肥脑犯问迫")
LAST = "\U0010fffd"  # no letter; it stands behind all of them


def in_order(names: Iterable[str], locale: str) -> list[str]:
    """Return names as a dictionary of the language would list them."""
    return sorted(names, key=lambda name: _key(name, locale))


def _key(name: str, locale: str) -> tuple[object, object]:
    """First the letters as the alphabet has them, then everything else that tells two names apart."""
    if locale == "zh":
        return name.translate(PINYIN).encode("gb18030"), name
    collator = _collator()
    told = name.casefold()
    for rule in ALPHABETS.get(locale, "").split():
        base, behind, letter = rule.partition("<")
        old, new = (letter, base + LAST) if behind else tuple(rule.split("="))
        told = told.replace(old, new)
    return collator.sort_key(told), collator.sort_key(name)


@cache
def _collator() -> Collator:
    """Reading the table of all letters takes a tenth of a second, so it waits until something is sorted."""
    return Collator()

"""In which letters a language is written, from CLDR and Unicode."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from babel.core import get_global

# How Unicode begins the names of the letters of a writing system, by its code in CLDR.
LETTERS = {
    "Latn": ("LATIN", "FULLWIDTH LATIN"),
    "Arab": ("ARABIC",),
    "Armn": ("ARMENIAN",),
    "Beng": ("BENGALI",),
    "Cyrl": ("CYRILLIC",),
    "Deva": ("DEVANAGARI",),
    "Ethi": ("ETHIOPIC",),
    "Geor": ("GEORGIAN",),
    "Grek": ("GREEK",),
    "Hans": ("CJK", "BOPOMOFO"),
    "Hant": ("CJK", "BOPOMOFO"),
    "Hebr": ("HEBREW",),
    "Jpan": ("CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"),
    "Khmr": ("KHMER",),
    "Kore": ("HANGUL", "CJK"),
    "Laoo": ("LAO",),
    "Mymr": ("MYANMAR",),
    "Sinh": ("SINHALA",),
    "Taml": ("TAMIL",),
    "Telu": ("TELUGU",),
    "Thai": ("THAI",),
    "Tibt": ("TIBETAN",),
}
UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR")


@cache
def letters_of(language: str) -> tuple[str, ...]:
    """Return how Unicode names the letters that a language is written in; nothing for one that is not known."""
    likely = get_global("likely_subtags")
    parts = language.replace("-", "_").split("_")
    script = next((part for part in parts[1:] if len(part) == 4), "")
    if not script:
        full = likely.get("_".join(parts)) or likely.get(parts[0]) or ""
        script = next((part for part in full.split("_")[1:] if len(part) == 4), "")
    return LETTERS.get(script.title(), ())


@lru_cache(maxsize=10_000)
def letter_kind(character: str) -> str:
    """Return the writing system of a letter as Unicode names it, and nothing for what is no letter."""
    if not character.isalpha():
        return ""
    name = unicodedata.name(character, "")
    return next((kind for kinds in LETTERS.values() for kind in kinds if name.startswith(kind)), name.split(" ")[0])

"""Tell by letters and small words whether a stretch of text belongs to the language of its page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from babel import Locale, UnknownLocaleError

from saferhub.checks.folding import fold

# Which scripts a language is written in, by the beginning of the Unicode name of their letters. Others: any.
SCRIPTS = {
    "ar": {"ARABIC"},
    "ur": {"ARABIC"},
    "fa": {"ARABIC"},
    "zh": {"CJK", "BOPOMOFO"},
    "ja": {"CJK", "HIRAGANA", "KATAKANA"},
    "ru": {"CYRILLIC"},
    "uk": {"CYRILLIC"},
    "hy": {"ARMENIAN"},
    "el": {"GREEK"},
    "he": {"HEBREW"},
    "hi": {"DEVANAGARI"},
    "th": {"THAI"},
    "ko": {"HANGUL"},
}
LEAST_LETTERS = 6  # letters of another script that are more than a sign or a name
LEAST_WORDS = 7
# The smallest words of languages that share the Latin script: in a sentence of a language they are a third of all
# words.
SMALL_WORDS = {
    "en": "the and of to a in is that it you for on with are this be or not as your they can what who when if we how",
    "fr": "le la les un une des et de du en est que qui ne pas vous nous il elle dans pour sur avec au aux ce cette ou",
    "es": "el la los las un una y de del en es que no se por para con su sus lo como al o le este esta si más pero qué",
    "pt": "o a os as um uma e de do da em é que não se por para com seu sua no na ou ao mais como você este esta mas",
    "de": "der die das und ist nicht ein eine zu mit sie ich du wir auf für von dem den sich auch wenn wie oder was im",
    "it": "il lo la i gli le un una e di del in è che non si per con su al o come ma questo questa sono più",
    "sw": "na ya wa kwa ni la za katika cha kama hii hiyo au yako wako ili si watu",
    "cy": "y yr a ac yn i o ar mae ei eich sydd wedi gan am fel neu nid ydych bod",
}
_SMALL = {language: frozenset(words.split()) for language, words in SMALL_WORDS.items()}
LEAST_DISTINCT = 3  # one small word often belongs to several languages
_OTHERS_THAN = {own: frozenset().union(*_SMALL.values()) - own for own in [frozenset[str](), *_SMALL.values()]}
TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
SENTENCE = re.compile(r"[^.!?…]+[.!?…]*")


@cache
def direction_of(locale: str) -> str:
    """Return `rtl` or `ltr` for a language, as CLDR has it."""
    try:
        return str(
            Locale.parse(locale.replace("-", "_"))
            .text_direction.split("-")[0]
            .replace("left", "ltr")
            .replace("right", "rtl")
        )
    except (UnknownLocaleError, ValueError):
        return "ltr"


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def foreign_stretches(text: str, locale: str) -> Iterator[tuple[int, int, str]]:
    """Return stretches of letters of a script that the language is not written in."""
    own = SCRIPTS.get(locale.partition("-")[0], {"LATIN"})
    if own == {"LATIN"} and text.isascii():
        return
    start = end = -1
    count = 0
    script = ""
    for index, letter in enumerate(text):
        if not letter.isalpha():
            continue
        found = _script(letter)
        foreign = found in _ALL_SCRIPTS and found not in own and found != "LATIN"
        if foreign and found == script:
            end, count = index + 1, count + 1
            continue
        if count >= LEAST_LETTERS or (count >= 3 and script == "CJK"):
            yield start, end, script.capitalize()
        start, end, count, script = (index, index + 1, 1, found) if foreign else (-1, -1, 0, "")
    if count >= LEAST_LETTERS or (count >= 3 and script == "CJK"):
        yield start, end, script.capitalize()


_ALL_SCRIPTS = frozenset({"LATIN", *(name for names in SCRIPTS.values() for name in names)})


def languages_by_words(text: str, locale: str) -> Iterator[tuple[int, int, str]]:
    """Return sentences whose small words belong to another language of the same script."""
    base = locale.partition("-")[0]
    if base not in _SMALL and base not in SCRIPTS:
        return
    own = _SMALL.get(base, frozenset())
    if text.count(" ") < LEAST_WORDS - 1 or _belongs(text, own):
        return
    for match in SENTENCE.finditer(text):
        language = _language_of(match[0], base, own)
        if language != base:
            lead = len(match[0]) - len(match[0].lstrip())
            yield match.start() + lead, match.end(), language


def _belongs(text: str, own: frozenset[str]) -> bool:
    """A quick look at most passages: with no small word of another language there is nothing to compare."""
    words = set(text.lower().split())
    return len(words & _OTHERS_THAN[own]) < LEAST_DISTINCT


def _language_of(sentence: str, base: str, own: frozenset[str]) -> str:
    words = [fold(word).text for word in TOKEN.findall(sentence)]
    latin = [word for word in words if word[:1].isascii() or _script(word[0]) == "LATIN"]
    best, hits = base, sum(word in own for word in latin)
    if len(latin) < LEAST_WORDS or len(latin) < 0.8 * len(words):
        return base
    for language, small in _SMALL.items():
        score = sum(word in small for word in latin)
        distinct = len({word for word in latin if word in small})
        if language != base and distinct >= LEAST_DISTINCT and score >= 0.25 * len(latin) and score >= 2 * hits + 2:
            best, hits = language, score
    return best

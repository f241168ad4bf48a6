"""Search should find a lesson however its words are typed: with or without accents, articles, plurals or capitals.

The same steps, on the same tables (``normaliser.json``), run when the index is built (here) and when somebody types
(``overrides/assets/js/normalise.js``); ``tests/search/vectors.json`` holds both to the same answers. Letters are folded
by script, for every locale; beginnings and endings are removed by locale, so a page in a language without a table
is still found by its whole words.
"""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

_TABLES: dict[str, Any] = json.loads(Path(__file__).with_name("normaliser.json").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class _Step:
    """One thing to do to a word, such as taking off its plural ending.

    ``least`` is the number of letters that must be left, counting those put in; ``twice`` does it again.
    """

    words: Mapping[str, str]
    starts: Mapping[str, str]
    ends: Mapping[str, str]
    least: int
    twice: bool

    def apply(self, word: str) -> str:
        """Do this step to a word: a listed word first, else the first beginning or ending that fits."""
        if word in self.words:
            return self.words[word]
        for old, new in self.starts.items():
            if word.startswith(old) and len(word) - len(old) + len(new) >= self.least:
                return new + word[len(old) :]
        for old, new in self.ends.items():
            if word.endswith(old) and len(word) - len(old) + len(new) >= self.least:
                return word[: -len(old)] + new
        return word


@dataclass(frozen=True)
class _Language:
    """What search knows about one language: its short words tied on by an apostrophe, and its steps."""

    before: frozenset[str]
    after: frozenset[str]
    steps: tuple[_Step, ...]


class _Characters(dict[int, str]):
    """How search spells each character: itself, another letter, or a space where it is not part of a word.

    Filled in as characters are met, because classing all of Unicode at import would cost more than most builds need.
    """

    def __missing__(self, code: int) -> str:
        """Class a character met for the first time: letters, marks and numbers make words."""
        character = chr(code)
        in_word = character in "'-" or unicodedata.category(character)[0] in "LMN"
        self[code] = character if in_word else " "
        return self[code]


def _rules(entries: str) -> dict[str, str]:
    """Read entries such as ``ies=y s``: the first is replaced, the second removed."""
    return {old: new for old, _, new in (entry.partition("=") for entry in entries.split())}


def _characters(ranges: str) -> str:
    """Write hexadecimal ranges such as ``64b-65f`` as the inside of a regular expression's brackets."""
    return "".join("-".join(chr(int(end, 16)) for end in span.split("-")) for span in ranges.split())


def _spellings() -> _Characters:
    """Start the table of characters with the letters and digits that search spells differently."""
    spellings = _Characters({ord(old): new for old, new in _rules(_TABLES["letters"]).items()})
    for zero in _TABLES["zeros"].split():
        spellings.update({int(zero, 16) + digit: str(digit) for digit in range(10)})
    return spellings


_SPELLINGS = _spellings()
_SEQUENCES = _rules(_TABLES["sequences"])
_OUTSIDE = re.compile(f"[{_characters(_TABLES['outside'])}]")
# The breve and the two dots make Cyrillic letters of their own (й, ї), so they stay there; every other accent goes.
_DROPPED = re.compile(f"([\u0400-\u052f][\u0306\u0308])|[{_characters(_TABLES['dropped'])}]")
# "e-mail" is one word; other hyphens separate words.
_WORD = re.compile(r"(?:[a-z]-(?=[a-z]))?[^ '-]+(?:'[^ '-]+)*")
_UNSPACED = re.compile(f"([{_characters(_TABLES['unspaced'])}]+)")


def tokens(text: str, locale: str) -> list[str]:
    """Turn a text into the words that search compares, in their order and with repeats.

    ``locale`` is a code such as ``fr`` or ``pt-BR``; only the part before the first ``-`` or ``_`` counts.
    """
    code = re.split("[-_]", locale.lower())[0]
    found: list[str] = []
    for run in _WORD.findall(_fold(text)):
        if run.isascii():
            found.append(_stem(run, code))
        else:
            found.extend(_stem(piece, code) for piece in _pieces(run))
    return found


def javascript_tables() -> str:
    """Return the block of ``normalise.js`` that carries the tables, so that both sides use the same ones."""
    lines = ["  // <tables generated from scripts/saferhub/catalogue/normaliser.json by 'hub docs'>"]
    lines += ["  const TABLES = {"]
    lines += [f"    {name}: {_compact(table)}," for name, table in _TABLES.items() if name not in ("about", "locales")]
    lines += ["    locales: {"]
    lines += [f"      {code}: {_compact(language)}," for code, language in _TABLES["locales"].items()]
    lines += ["    },", "  };", "  // </tables>"]
    return "\n".join(lines)


def _compact(table: object) -> str:
    """Write a table on one line without spare spaces or quotes, because every visitor downloads it."""
    return re.sub(r'"(\w+)":', r"\1:", json.dumps(table, ensure_ascii=False, separators=(",", ":")))


def _fold(text: str) -> str:
    """Give a text the plain spelling of search: small letters, no accents, one space between words.

    Decomposing first (NFKD) makes wide, ligature and presentation forms plain and lets accents be dropped one by one;
    composing again (NFC) puts back the letters that a mark is truly part of, such as й or が.
    """
    decomposed = unicodedata.normalize("NFKD", _OUTSIDE.sub(" ", text)).lower()
    folded = unicodedata.normalize("NFC", _DROPPED.sub(r"\1", decomposed)).translate(_SPELLINGS)
    for old, new in _SEQUENCES.items():
        folded = folded.replace(old, new)
    return folded


def _pieces(run: str) -> Iterator[str]:
    """Split a run of letters into words; scripts written without spaces give pairs of neighbouring characters."""
    for part in _UNSPACED.split(_without_leading_marks(run)):
        if not _UNSPACED.match(part):
            word = _without_leading_marks(part.strip("'-"))
            if word:
                yield word
        elif len(part) == 1:
            yield part
        else:
            yield from (part[at : at + 2] for at in range(len(part) - 1))


def _without_leading_marks(word: str) -> str:
    """Take off marks that stand before any letter, since they belong to nothing."""
    start = 0
    while start < len(word) and unicodedata.category(word[start])[0] == "M":
        start += 1
    return word[start:]


@lru_cache(maxsize=50_000)
def _stem(word: str, code: str) -> str:
    """Give a folded word the form that its plurals, articles and endings share.

    Lessons repeat their words, so the answers are remembered.
    """
    language = _language(code)
    parts = word.replace("-", "").split("'")
    while len(parts) > 1 and parts[0] in language.before:
        parts.pop(0)
    while len(parts) > 1 and parts[-1] in language.after:
        parts.pop()
    stem = "".join(parts)
    for step in language.steps:
        stem = step.apply(stem)
        if step.twice:
            stem = step.apply(stem)
    return stem


@cache
def _language(code: str) -> _Language:
    """Look up what search knows about a language; an unknown one has no rules."""
    table = _TABLES["locales"].get(code, {})
    steps = tuple(_step(step) for step in table.get("steps", ()))
    return _Language(frozenset(table.get("before", "").split()), frozenset(table.get("after", "").split()), steps)


def _step(table: Mapping[str, Any]) -> _Step:
    """Read one step from the tables."""
    words, starts, ends = (_rules(table.get(name, "")) for name in ("words", "starts", "ends"))
    return _Step(words, starts, ends, least=table.get("least", 3), twice=table.get("twice", False))

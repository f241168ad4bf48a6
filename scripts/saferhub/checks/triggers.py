"""Find the patterns worth trying on a sentence by the words that it holds, so that most need no regular expression."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property, lru_cache

from saferhub.checks.patterns import NUMBER, Choice, Gap, Raw, Row, Spelling, Word

# Words that stand in most sentences of some language; a pattern is better looked for by one of its other words.
_COMMON_WORDS = """
a an the to of in on is are was be you your he she it they i and or if not no will can that this for with who what
le la les un une de du des et ou si ne pas tu vous il elle on qui que est à
el los las y o se te su es en por
и в не на что ты вы он она это с а если
من في لا ان لن ما على الي عن هذا انت
你 不 的 了 是 他 她 就 会 人 有 在 一
"""
COMMON = frozenset(_COMMON_WORDS.split())


WORD_SPLIT = re.compile(r"[\w]+(?:['-][\w]+)*'?")


ANY_NUMBER = "#"
DIGITS = frozenset("0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")
SIGNS = "!?%"
SIGN = re.compile(r"(?:[^|]*\\s\?)?\[?(?P<sign>[!?%])\]?(?:\{\d+,?\d*\})?(?:\[[!?%]\]|[!%])?")  # /!{2,}/, /\d\s?%/
MOST_KNOWN = 200_000  # words of which it is remembered what they lead to


@dataclass(frozen=True)
class Trigger:
    """A word without which a pattern cannot be found, so that most sentences need no regular expression."""

    text: str
    open: bool


Triggers = frozenset[Trigger]


def required(row: Row, spelling: Spelling) -> tuple[Triggers, ...]:
    """Return sets of words; of each set one must stand in the sentence, or the pattern cannot be found."""
    found = [_triggers(item.part, spelling) for item in row if not item.optional]
    return tuple(dict.fromkeys(each for each in found if each))


def _triggers(part: Word | Choice | Gap | Raw, spelling: Spelling) -> Triggers | None:
    if isinstance(part, Word):
        return _of_word(part, spelling)
    if isinstance(part, Choice):
        return _of_choice(part, spelling)
    if isinstance(part, Raw) and spelling.spaced:
        if part.source == NUMBER:
            return frozenset({Trigger(ANY_NUMBER, False)})
        sign = SIGN.fullmatch(part.source)
        return frozenset({Trigger(sign["sign"], False)}) if sign else None
    return None


def _of_word(word: Word, spelling: Spelling) -> Triggers | None:
    """What can be looked up of a word: itself, or of signs nothing."""
    if not spelling.spaced:
        return frozenset({Trigger(word.text, True)})
    parts = WORD_SPLIT.findall(word.text)
    if not parts:
        return None
    longest = max(parts, key=len)
    return frozenset({Trigger(longest.rstrip("'"), word.open and word.text.endswith(longest))})


@lru_cache(maxsize=100_000)
def _of_choice(part: Choice, spelling: Spelling) -> Triggers | None:
    found: set[Trigger] = set()
    for row in part.rows:
        inner = required(row, spelling)
        if not inner:
            return None
        found |= max(inner, key=_worth)
    return frozenset(found)


def _worth(found: AbstractSet[Trigger]) -> tuple[bool, int, int]:
    """Rare words are worth most: none that every text holds, long ones, few of them."""
    return (not any(trigger.text in COMMON for trigger in found), min(len(t.text) for t in found), -len(found))


class TriggerIndex:
    """Find the patterns worth trying on a sentence by the words that it holds."""

    def __init__(self, spelling: Spelling) -> None:
        self.spelling = spelling
        self.tied = re.compile(spelling.tied) if spelling.tied else None
        self.always: set[int] = set()
        self.numbers: dict[Triggers, int] = {}  # each set of words has a number; patterns share most of them
        self.patterns: dict[int, list[tuple[int, frozenset[int]]]] = {}  # by the number of their rarest set
        self.whole: dict[str, set[int]] = {}
        self.open: dict[str, set[int]] = {}
        self.lengths: list[int] = []
        self.known: dict[str, frozenset[int]] = {}

    def add(self, identity: int, needed: tuple[Triggers, ...]) -> None:
        """Remember the words of one pattern."""
        if not needed:
            self.always.add(identity)
            return
        numbers = frozenset(self._number(each) for each in needed)
        self.patterns.setdefault(self._number(max(needed, key=_worth)), []).append((identity, numbers))

    def _number(self, triggers: Triggers) -> int:
        if triggers not in self.numbers:
            number = self.numbers[triggers] = len(self.numbers)
            for trigger in triggers:
                target = self.open if trigger.open else self.whole
                key = trigger.text if self.spelling.spaced else trigger.text[:1]
                target.setdefault(key, set()).add(number)
            self.lengths = sorted({len(text) for text in self.open})
        return self.numbers[triggers]

    @cached_property
    def _by_letter(self) -> dict[str, list[tuple[str, frozenset[int]]]]:
        """For languages without spaces: what begins with a letter, and the sets that it belongs to."""
        belongs: dict[str, set[int]] = {}
        for triggers, number in self.numbers.items():
            for trigger in triggers:
                belongs.setdefault(trigger.text, set()).add(number)
        found: dict[str, list[tuple[str, frozenset[int]]]] = {}
        for text, numbers in belongs.items():
            found.setdefault(text[:1], []).append((text, frozenset(numbers)))
        return found

    def present(self, text: str) -> frozenset[int]:
        """Return the numbers of the sets of which a word stands in a folded text."""
        return frozenset(self._of_words(text) if self.spelling.spaced else self._of_letters(text))

    def candidates(self, text: str) -> frozenset[int]:
        """Return the identities of the patterns that may be found in a folded text."""
        return frozenset(self.among(self.present(text)))

    def among(self, present: frozenset[int]) -> dict[int, frozenset[int]]:
        """Return the patterns that may be found where these sets are present, with the sets that they need."""
        found = dict.fromkeys(self.always, frozenset[int]())
        for number in present & self.patterns.keys():
            for identity, numbers in self.patterns[number]:
                if numbers <= present:
                    found[identity] = numbers
        return found

    def _of_letters(self, text: str) -> set[int]:
        present: set[int] = set()
        for letter in set(text):
            for words, numbers in self._by_letter.get(letter, ()):
                if words in text:
                    present |= numbers
        return present

    def _of_words(self, text: str) -> set[int]:
        present: set[int] = set()
        known = self.known
        for sign in SIGNS:
            if sign in text and sign in self.whole:
                present |= self.whole[sign]
        for token in set(WORD_SPLIT.findall(text)):
            numbers = known.get(token)
            if numbers is None:
                numbers = frozenset().union(*(self._of_word(word) for word in words_of(token)))
                if len(known) < MOST_KNOWN:
                    known[token] = numbers
            present |= numbers
        return present

    def _of_word(self, word: str) -> frozenset[int]:
        found: set[int] = set()
        starts = {0}
        if self.tied is not None:
            starts |= {end for end in range(1, min(len(word), 6)) if self.tied.fullmatch(word[:end])}
        for start in starts:
            rest = word[start:]
            found |= self.whole.get(rest, set())
            for length in self.lengths:
                if length <= len(rest):
                    found |= self.open.get(rest[:length], set())
        return frozenset(found)


def words_of(token: str) -> Iterator[str]:
    """The words of which a token is tied together: l'avenir-là is itself, l'avenir, avenir-là, l, avenir and là."""
    if token[:1] in DIGITS:
        yield ANY_NUMBER
    if "'" not in token and "-" not in token:
        yield token
        return
    parts = re.split(r"(['-])", token.strip("'"))
    for first in range(0, len(parts), 2):
        for last in range(first, len(parts), 2):
            yield "".join(parts[first : last + 1])

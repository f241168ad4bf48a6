"""Find the patterns worth trying on a sentence by the words that it holds, so that most need no regular expression."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from saferhub.checks.patterns import Choice, Gap, Raw, Row, Spelling, Word

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


@dataclass(frozen=True)
class Trigger:
    """A word without which a pattern cannot be found, so that most sentences need no regular expression."""

    text: str
    open: bool


def triggers(row: Row, spelling: Spelling) -> frozenset[Trigger] | None:
    """Return words of which one must stand in the sentence; None if there is no such set."""
    best: frozenset[Trigger] | None = None
    for item in row:
        found = None if item.optional else _triggers(item.part, spelling)
        if found and (best is None or _worth(found) > _worth(best)):
            best = found
    return best


def _triggers(part: Word | Choice | Gap | Raw, spelling: Spelling) -> frozenset[Trigger] | None:
    if isinstance(part, Word):
        return frozenset({Trigger(part.text, part.open)})
    if isinstance(part, Choice):
        return _triggers_of_choice(part, spelling)
    return None


@lru_cache(maxsize=100_000)
def _triggers_of_choice(part: Choice, spelling: Spelling) -> frozenset[Trigger] | None:
    found: set[Trigger] = set()
    for row in part.rows:
        inner = triggers(row, spelling)
        if inner is None:
            return None
        found |= inner
    return frozenset(found)


def _worth(found: frozenset[Trigger]) -> tuple[bool, int, int]:
    """Rare words are worth most: none that every text holds, long ones, few of them."""
    return (not any(trigger.text in COMMON for trigger in found), min(len(t.text) for t in found), -len(found))


class TriggerIndex:
    """Find the patterns worth trying on a sentence by the words that it holds."""

    def __init__(self, spelling: Spelling) -> None:
        self.spelling = spelling
        self.tied = re.compile(spelling.tied) if spelling.tied else None
        self.always: set[int] = set()
        self.whole: dict[str, set[int]] = {}
        self.open: dict[str, set[int]] = {}
        self.lengths: list[int] = []
        self.known: dict[str, frozenset[int]] = {}

    def add(self, identity: int, triggers: frozenset[Trigger] | None) -> None:
        """Remember the words of one pattern."""
        if triggers is None:
            self.always.add(identity)
            return
        for trigger in triggers:
            if not self.spelling.spaced:
                self.whole.setdefault(trigger.text[:2], set()).add(identity)
            elif " " in trigger.text or "/" in trigger.text:
                self.always.add(identity)
            else:
                target = self.open if trigger.open else self.whole
                target.setdefault(trigger.text, set()).add(identity)
        self.lengths = sorted({len(text) for text in self.open})

    def candidates(self, text: str) -> set[int]:
        """Return the identities of the patterns that may be found in a folded text."""
        found = set(self.always)
        if not self.spelling.spaced:
            for index in range(len(text)):
                for length in (1, 2):
                    found |= self.whole.get(text[index : index + length], set())
            return found
        for word in words_of(text):
            hits = self.known.get(word)
            if hits is None:
                hits = self._of_word(word)
                if len(self.known) < 200_000:
                    self.known[word] = hits
            found |= hits
        return found

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


def words_of(text: str) -> Iterator[str]:
    """The words of a folded text, and the parts of those that are tied together."""
    for word in WORD_SPLIT.findall(text):
        yield word
        if "'" in word or "-" in word:
            yield from (part for part in re.split(r"['-]", word) if part)

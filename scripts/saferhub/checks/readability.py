"""How hard a text is to read, measured in words of a sentence.

The limits are our own and not yet calibrated with readers, so they are advice. They follow what guides for easy
reading have in common: short sentences for the young, and never a wall of words for anybody. Chinese, which does not
set words apart, counts three characters for two words.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from saferhub.checks.folding import fold
from saferhub.checks.language_pack import language_pack
from saferhub.checks.passages import Page, Passage, Scope
from saferhub.checks.sentences import sentences

MOST_TOLD = 3  # long sentences told of one part; more would bury the rest of the report
LEAST_SENTENCES = 5  # a median of fewer says nothing
UNSPACED = re.compile(r"[\u3400-\u9fff]")
SPACED_WORD = re.compile(r"[^\W\u3400-\u9fff]+(?:['’.,:-][^\W\u3400-\u9fff]+)*")
READ = frozenset({Scope.PARAGRAPH, Scope.LIST_ITEM, Scope.QUOTE, Scope.QUIZ_OPTION})


@dataclass(frozen=True)
class Limit:
    """Words of a sentence: half of all may have more than `median`, none more than `cap`."""

    median: int
    cap: int


# The youngest age of a lesson, and what its readers do well with.
LIMITS = ((3, Limit(9, 16)), (6, Limit(10, 18)), (9, Limit(12, 22)), (13, Limit(14, 26)), (16, Limit(16, 30)))
FOR_ADULTS = Limit(18, 35)


def limit_of(age: int) -> Limit:
    """Return the limit for readers of an age in years."""
    return next((limit for youngest, limit in reversed(LIMITS) if age >= youngest), LIMITS[0][1])


@dataclass(frozen=True)
class Part:
    """A part of a lesson with one kind of reader. `age` is that of the youngest; None means adults.

    `is_for_learners` says that it is read by or to those who are taught: in lessons for adults these are adults too.
    """

    age: int | None
    passages: tuple[Passage, ...]
    is_for_learners: bool = False


@dataclass(frozen=True)
class Readability:
    """The middle length of a sentence in words, and the longest sentences with their places."""

    median: int
    longest: tuple[tuple[Passage, int, int, int], ...]


def parts_of(page: Page) -> Iterator[Part]:
    """Split a lesson into what learners read or hear (words to say, handouts, quiz) and what adults read."""
    learners: list[Passage] = []
    adults: list[Passage] = []
    for passage in page.passages:
        if passage.scope in READ and not passage.is_example_to_avoid and passage.section != "evidence":
            (learners if _is_for_learners(passage) else adults).append(passage)
    ages = page.document.facts.get("ages")
    age = ages.get("from") if isinstance(ages, dict) else None
    if learners:
        yield Part(age if isinstance(age, int) else None, tuple(learners), is_for_learners=True)
    if adults:
        yield Part(None, tuple(adults))


def _is_for_learners(passage: Passage) -> bool:
    if any(part.name == "facilitator" for part in passage.containers):
        return False
    return passage.scope in (Scope.QUOTE, Scope.QUIZ_OPTION) or any(
        part.name in ("handout", "cards", "quiz") for part in passage.containers
    )


def read(passages: Iterable[Passage]) -> Readability | None:
    """Measure the sentences of some passages; nothing comes of fewer than five sentences."""
    found = [each for passage in passages for each in _sentences(passage)]
    if len(found) < LEAST_SENTENCES:
        longest = tuple(found)
        return Readability(0, longest) if longest else None
    longest = tuple(sorted(found, key=lambda each: -each[3])[:MOST_TOLD])
    return Readability(round(statistics.median(each[3] for each in found)), longest)


def _sentences(passage: Passage) -> Iterator[tuple[Passage, int, int, int]]:
    pack = language_pack(passage.locale)
    folded = fold(passage.text)
    for start, end in sentences(folded.text, pack.abbreviations if pack else frozenset()):
        words = words_in(folded.text[start:end])
        if words:
            yield (passage, *folded.span(start, end), words)


def words_in(text: str) -> int:
    """Count words; of scripts without spaces, two for three characters."""
    unspaced = 0 if text.isascii() else len(UNSPACED.findall(text))
    return len(SPACED_WORD.findall(text)) + round(unspaced * 2 / 3)

"""How hard a text is to read, measured in words of a sentence.

The limits are our own and not yet calibrated with readers, so they are advice. They follow what guides for easy
reading have in common: short sentences for the young, and never a wall of words for anybody. Chinese, which does not
set words apart, counts three characters for two words.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from saferhub.checks.folding import fold
from saferhub.checks.language_pack import language_pack
from saferhub.checks.passages import Page, Passage, Scope
from saferhub.checks.sentences import sentences
from saferhub.model.lesson import Lesson
from saferhub.model.library import Library

ADULTS = "adults"
MOST_TOLD = 3  # long sentences told of one part; more would bury the rest of the report
LEAST_SENTENCES = 5  # a median of fewer says nothing
READ = frozenset({Scope.PARAGRAPH, Scope.LIST_ITEM, Scope.QUOTE, Scope.QUIZ_OPTION})


@dataclass(frozen=True)
class Limit:
    """Words of a sentence: half of all may have more than `median`, none more than `cap`."""

    median: int
    cap: int


LIMITS = {
    "3-5": Limit(9, 16),
    "6-8": Limit(10, 18),
    "9-12": Limit(12, 22),
    "13-15": Limit(14, 26),
    "16-18": Limit(16, 30),
    ADULTS: Limit(18, 35),
}


@dataclass(frozen=True)
class Part:
    """A part of a lesson with one kind of reader. `band` is an age band, or adults."""

    name: str
    band: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class Readability:
    """The middle length of a sentence in words, and the longest sentences with their places."""

    median: int
    longest: tuple[tuple[Passage, int, int, int], ...]


def parts_of(library: Library, lesson: Lesson) -> Iterator[Part]:
    """Split a lesson into what learners read or hear (words to say, handouts, quiz) and what adults read."""
    learners: list[Passage] = []
    adults: list[Passage] = []
    for passage in Page(lesson.document).passages:
        if passage.scope in READ and not passage.is_example_to_avoid and passage.section != "evidence":
            (learners if _is_for_learners(passage) else adults).append(passage)
    bands = library.taxonomy.bands_of(lesson.ages.first, lesson.ages.last) if lesson.ages else []
    if learners:
        yield Part("words for learners", bands[0] if bands else ADULTS, tuple(learners))
    if adults:
        yield Part("words for adults", ADULTS, tuple(adults))


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
    unspaced = sum("\u3400" <= letter <= "\u9fff" for letter in text)
    spaced = sum(
        any(letter.isalnum() and not "\u3400" <= letter <= "\u9fff" for letter in word) for word in text.split()
    )
    return spaced + round(unspaced * 2 / 3)

"""Counts of pages as plain lists, for the cache of `hub i18n status`."""

from __future__ import annotations

from typing import Any

from saferhub.translation.pairs import State
from saferhub.translation.progress import Coverage
from saferhub.translation.status import InterfaceWords, PageStatus, SourcePage

STATES = tuple(State)


def of_source(source: SourcePage | None) -> list[Any]:
    """Return a source page as a list; an empty one for a draft."""
    if source is None:
        return []
    return [source.id, source.title, list(source.order), source.words, source.blocks, source.safety]


def source_from(record: list[Any]) -> SourcePage | None:
    """Return the source page that a list holds."""
    if not record:
        return None
    page, title, (group, first, last), words, blocks, safety = record
    return SourcePage(page, title, (group, first, last), words, blocks, safety)


def of_page(status: PageStatus) -> list[Any]:
    """Return the counts of a translation as a list."""
    found = status.coverage
    return [
        [found.words, found.translated, found.missing, found.stale, found.safety, found.safety_open],
        [found.blocks.get(state, 0) for state in STATES],
        [found.words_in.get(state, 0) for state in STATES],
        int(status.draft),
        int(status.whole),
        int(status.recorded),
    ]


def page_from(source: SourcePage, record: list[Any]) -> PageStatus:
    """Return the counts that a list holds."""
    totals, blocks, words, draft, whole, recorded = record
    total, translated, missing, stale, safety, safety_open = totals
    numbers = Coverage(total, translated, missing, stale, safety, safety_open, _by_state(blocks), _by_state(words))
    return PageStatus(source, numbers, True, bool(draft), bool(whole), bool(recorded))


def _by_state(numbers: list[int]) -> dict[State, int]:
    return {state: number for state, number in zip(STATES, numbers, strict=True) if number}


def of_words(words: InterfaceWords) -> list[int]:
    """Return the counts of interface words as a list."""
    return [words.translated, words.fuzzy, words.empty]

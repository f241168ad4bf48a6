"""How far a page is translated, in blocks and in words, and which parts of it are open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from saferhub.translation.pairs import Extra, PagePairs, Pair, State

OUTDATED = frozenset({State.STALE, State.CHECK})


@dataclass(frozen=True)
class Coverage:
    """How much of a page is translated. `blocks` and `words_in` count by state; parts are identifiers of sections.

    `translated` are the words that readers see in their language; `safety_open` are the safety blocks that they do not.
    Parts that are withheld are translated, but too important to be shown before somebody has looked at them; those that
    are unchecked are shown all the same.
    """

    words: int = 0
    translated: int = 0
    missing: int = 0
    stale: int = 0
    safety: int = 0
    safety_open: int = 0
    blocks: Mapping[State, int] = field(default_factory=dict)
    words_in: Mapping[State, int] = field(default_factory=dict)
    parts_missing: tuple[str, ...] = ()
    parts_withheld: tuple[str, ...] = ()
    parts_unchecked: tuple[str, ...] = ()
    parts_outdated: tuple[str, ...] = ()

    @property
    def share(self) -> int:
        """Translated words in per cent, rounded down so that 100 means all."""
        return 100 * self.translated // self.words if self.words else 100


def coverage(found: PagePairs) -> Coverage:
    """Count the pieces of a page by their states."""
    blocks: dict[State, int] = {}
    words: dict[State, int] = {}
    total = translated = safety = safety_open = 0
    missing: list[Pair] = []
    withheld: list[Pair] = []
    unchecked: list[Pair] = []
    outdated: list[Pair] = []
    for one in found.pairs:
        state, count = one.state, one.source.count
        blocks[state] = blocks.get(state, 0) + 1
        words[state] = words.get(state, 0) + count
        total += count
        if one.source.is_safety:
            safety += 1
            safety_open += state is not State.FRESH
        if state is State.FRESH:
            translated += count
        elif one.shows_target:
            translated += count
            (unchecked if state is State.CHECK else outdated).append(one)
        else:
            (withheld if state in OUTDATED else missing).append(one)
    for extra in found.extras:
        blocks[extra.state] = blocks.get(extra.state, 0) + 1
        words[extra.state] = words.get(extra.state, 0) + extra.target.count
    return Coverage(
        total,
        translated,
        len(missing) + len(withheld),
        blocks.get(State.STALE, 0) + blocks.get(State.CHECK, 0),
        safety,
        safety_open,
        blocks,
        words,
        _parts(missing),
        _parts(withheld),
        _parts(unchecked),
        _parts(outdated),
    )


def _parts(pairs: Sequence[Pair]) -> tuple[str, ...]:
    """The sections in which these pieces stand, in order; what stands above all sections has an empty name."""
    return tuple(dict.fromkeys(one.source.block.section if one.source.block else "" for one in pairs))


def shown_extras(found: PagePairs) -> Sequence[Extra]:
    """The pieces that translators added and somebody accepted."""
    return [extra for extra in found.extras if extra.is_accepted and extra.target.block is not None]

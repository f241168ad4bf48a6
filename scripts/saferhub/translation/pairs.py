"""Pair each block of a source page with its translation, and say how it stands.

With a sidecar, blocks are found again by their fingerprints even after they moved. Without one, a translation is
adopted only when its blocks have exactly the shapes of the source, because a guessed pair puts the wrong text in
the wrong place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from saferhub.model.lesson import Document
from saferhub.model.library import OWN, Sidecar
from saferhub.translation.alignment import aligned, by_target
from saferhub.translation.pieces import Words, pieces, same_shape

ENOUGH_TO_JUDGE = 3  # a sidecar of fewer pairs says too little
LEAST_KNOWN = 0.25  # the share of its pairs that a sidecar finds in its own page at least


class State(Enum):
    """How a block of a translation stands to today's source."""

    FRESH = "fresh"
    STALE = "stale"
    CHECK = "check"
    TODO = "todo"
    MISSING = "missing"
    OBSOLETE = "obsolete"
    OWN = "own"

    # There is one object of each state, so its place in memory tells it from others; the hash of a name takes longer,
    # and states are counted for every block of every page.
    __hash__ = object.__hash__


@dataclass(frozen=True)
class Pair:
    """A piece of the source, its translation (if any) and its state."""

    source: Words
    target: Words | None
    state: State

    @property
    def shows_target(self) -> bool:
        """Whether readers see the translation; otherwise they see the source."""
        if self.target is None or self.state in (State.TODO, State.MISSING):
            return False
        return self.state is State.FRESH or not self.source.is_safety


@dataclass(frozen=True)
class Extra:
    """A piece of a translation that has no source: it lost it (obsolete), or translators added it (own).

    `after` is the number of the source piece whose translation stands before it, -1 at the top of the page. Only an
    own piece that somebody accepted is shown to readers.
    """

    target: Words
    state: State
    after: int
    is_accepted: bool = False


@dataclass(frozen=True)
class PagePairs:
    """All pieces of a page with their states. `is_recorded` is false for a translation without a (right) sidecar."""

    pairs: tuple[Pair, ...]
    extras: tuple[Extra, ...] = ()
    is_recorded: bool = True

    @property
    def by_fact(self) -> Mapping[tuple[str | int, ...], Pair]:
        """The pairs of the facts by the name of the fact."""
        return {pair.source.fact: pair for pair in self.pairs if pair.source.fact}


def pair(source: Document, target: Document | None, sidecar: Sidecar | None) -> PagePairs | None:
    """Pair a page with its translation, in the order of the source.

    The result is None when there is no sidecar and the shapes differ: then the translation is shown whole.
    """
    return paired(source, pieces(source), target, sidecar)


def paired(source: Document, wanted: list[Words], target: Document | None, sidecar: Sidecar | None) -> PagePairs | None:
    """Pair a page whose pieces are known already: they are the same for every language."""
    if target is None:
        return PagePairs(tuple(Pair(words, None, State.MISSING) for words in wanted))
    offered = pieces(target)
    if sidecar is not None and is_of_another_page(wanted, offered, sidecar):
        sidecar = None
    if sidecar is None and not same_shape(source.body, target.body):
        return None
    matches = aligned(wanted, offered, sidecar)
    known = frozenset(sidecar.pairs) if sidecar else frozenset()
    sources = {left for left, _ in known}
    targets = {right for _, right in known}
    pairs = tuple(
        _judged(words, offered[matches[number]] if number in matches else None, known, sources, targets)
        for number, words in enumerate(wanted)
    )
    return PagePairs(pairs, tuple(_extras(offered, by_target(matches), known)), sidecar is not None)


def is_of_another_page(wanted: list[Words], offered: list[Words], sidecar: Sidecar) -> bool:
    """Whether a sidecar knows next to nothing of what stands in a page and its translation.

    A few texts are the same on all pages, such as short headings. Editing the source leaves the translation as it was,
    and the other way round, so a right sidecar always knows one of both well.
    """
    if len(sidecar.pairs) < ENOUGH_TO_JUDGE:
        return False
    sources, targets = {words.fingerprint for words in wanted}, {words.fingerprint for words in offered}
    known = max(sum(left in sources for left, _ in sidecar.pairs), sum(right in targets for _, right in sidecar.pairs))
    return known < LEAST_KNOWN * len(sidecar.pairs)


def _judged(
    source: Words, target: Words | None, known: frozenset[tuple[str, str]], sources: set[str], targets: set[str]
) -> Pair:
    if target is None:
        return Pair(source, None, State.MISSING)
    left, right = source.fingerprint, target.fingerprint
    if (left, right) in known:
        return Pair(source, target, State.FRESH)
    if left == right:
        return Pair(source, target, State.TODO if source.has_letters else State.FRESH)
    if right in targets:
        return Pair(source, target, State.STALE)  # these words were made from another text
    # The source is as it was and somebody improved the translation: readers get it at once, unless they may rely on it
    # when they need help. Or both changed. Then a person must look.
    return Pair(source, target, State.FRESH if left in sources and not source.is_safety else State.CHECK)


def _extras(offered: list[Words], sources: Mapping[int, int], known: frozenset[tuple[str, str]]) -> list[Extra]:
    targets = {right: left for left, right in known}
    found = []
    after = -1
    for number, words in enumerate(offered):
        if number in sources:
            after = sources[number]
            continue
        origin = targets.get(words.fingerprint)
        state = State.OWN if origin in (None, OWN) else State.OBSOLETE
        found.append(Extra(words, state, after, origin == OWN))
    return found

"""Find for each piece of a source page the piece of its translation, from fingerprints, sketches and order alone.

A wrong pair would put a text into the wrong place, so where the signs do not agree on one answer, a piece stays alone.
"""

from __future__ import annotations

import bisect
import functools
import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from saferhub.model.library import Sidecar
from saferhub.translation.pieces import Words
from saferhub.translation.sketch import ALIKE, likeness

Matches = dict[int, int]  # from the number of a source piece to the number of a piece of the translation


def aligned(wanted: Sequence[Words], offered: Sequence[Words], sidecar: Sidecar | None) -> Matches:
    """Return which piece of the translation belongs to which piece of the source."""
    if sidecar is None:
        return _of_equal_shape(wanted, offered)
    if len(wanted) == len(offered):
        known = set(sidecar.pairs)
        if all((left.fingerprint, right.fingerprint) in known for left, right in zip(wanted, offered, strict=True)):
            return {number: number for number in range(len(wanted))}  # nothing changed, as on most pages
    records = _Records(sidecar)
    matches = _recorded(wanted, offered, records)
    if len(matches) < len(wanted) and len(matches) < len(offered):
        _Gaps(wanted, offered, records, matches).fill()
    return matches


def _of_equal_shape(wanted: Sequence[Words], offered: Sequence[Words]) -> Matches:
    """Pair a hand-made page with its source one by one; facts are paired by their names."""
    facts = {words.fact: number for number, words in enumerate(offered) if words.fact}
    matches = {number: facts[words.fact] for number, words in enumerate(wanted) if words.fact in facts}
    left = [number for number, words in enumerate(wanted) if words.block]
    right = [number for number, words in enumerate(offered) if words.block]
    matches.update(zip(left, right, strict=True))
    return matches


@dataclass
class _Records:
    """What the sidecar knows: the sources of each translated text, and their sketches."""

    sidecar: Sidecar
    origins: dict[str, list[str]] = field(default_factory=dict)
    known: dict[str, list[str]] = field(default_factory=dict)  # the recorded translations of each source

    def __post_init__(self) -> None:
        for left, right in self.sidecar.pairs:
            self.origins.setdefault(right, []).append(left)
            self.known.setdefault(left, []).append(right)

    def sketches(self, target: str) -> list[str]:
        """The sketches of the texts that a translated text was made from."""
        return [self.sidecar.sketches[left] for left in self.origins.get(target, ()) if left in self.sidecar.sketches]


def _recorded(wanted: Sequence[Words], offered: Sequence[Words], records: _Records) -> Matches:
    """Pair texts whose recorded source stands in today's page, wherever it stands now."""
    places: dict[str, list[int]] = {}
    for number, words in enumerate(wanted):
        places.setdefault(words.fingerprint, []).append(number)
    candidates: dict[str, list[int]] = {}
    for number, words in enumerate(offered):
        # A text that nobody has translated yet is the same on both sides, and holds its place as well as a record does.
        for left in dict.fromkeys([*records.origins.get(words.fingerprint, ()), words.fingerprint]):
            if left in places:
                candidates.setdefault(left, []).append(number)
    matches: Matches = {}
    taken: set[int] = set()
    repeated: dict[str, tuple[list[int], list[int]]] = {}
    for left, numbers in candidates.items():
        if len(places[left]) == 1 == len(numbers) and numbers[0] not in taken:
            matches[places[left][0]] = numbers[0]
            taken.add(numbers[0])
        else:
            repeated[left] = (places[left], numbers)
    if repeated:
        _repeated(list(repeated.values()), matches, taken)
    return matches


def _repeated(groups: Sequence[tuple[list[int], list[int]]], matches: Matches, taken: set[int]) -> None:
    """Pair texts that stand in the page several times: those beside a sure neighbour first, then what is left in order.

    A pair that was found is a neighbour for the next, so a table of yes and no is filled from its edges.
    """
    is_growing = True
    while is_growing:
        is_growing = False
        for sources, targets in groups:
            for source in sources:
                for step in (-1, 1):
                    beside = matches.get(source + step)
                    if source in matches or beside is None:
                        continue
                    target = beside - step
                    if target in targets and target not in taken:
                        matches[source] = target
                        taken.add(target)
                        is_growing = True
    for sources, targets in groups:
        left = [source for source in sources if source not in matches]
        right = [target for target in targets if target not in taken]
        for source, target in zip(left, right, strict=False):
            matches[source] = target
            taken.add(target)


@dataclass
class _Gaps:
    """Pairs what lies between sure pairs: blocks whose source or translation was edited."""

    wanted: Sequence[Words]
    offered: Sequence[Words]
    records: _Records
    matches: Matches

    def fill(self) -> None:
        self._each_gap(self._by_likeness)
        self._each_gap(self._by_place)
        self._moved()

    def _each_gap(self, pair_up: Callable[[list[int], list[int]], None]) -> None:
        backbone = _rising(sorted(self.matches.items()))
        taken = set(self.matches.values())
        ends = [(-1, -1), *backbone, (len(self.wanted), len(self.offered))]
        for (left, right), (next_left, next_right) in itertools.pairwise(ends):
            if next_left - left == 1 or next_right - right == 1:
                continue
            free_left = [number for number in range(left + 1, next_left) if number not in self.matches]
            free_right = [number for number in range(right + 1, next_right) if number not in taken]
            if free_left and free_right:
                pair_up(free_left, free_right)

    def _is_new(self, source: int) -> bool:
        """Whether the sidecar does not know this source text: it was edited or added."""
        return self.wanted[source].fingerprint not in self.records.known

    def _likeness(self, source: int, target: int) -> float | None:
        """How alike a source text is to the one that a translation was made from; None when nobody knows."""
        recorded = self.records.sketches(self.offered[target].fingerprint)
        if not recorded:
            return None
        return max(likeness(self.wanted[source].sketch, one) for one in recorded)

    @functools.cached_property
    def _here(self) -> frozenset[str]:
        return frozenset(words.fingerprint for words in self.offered)

    def _fits(self, source: int, target: int) -> bool:
        if self.wanted[source].shape != self.offered[target].shape:
            return False
        if self._is_new(source) or self.offered[target].fingerprint not in self.records.origins:
            return True
        # A translation of a text that is known belongs to that text, and not to another one that is known too. But when
        # two people worked on one block and the older words were kept, they stand where the newer ones are recorded.
        is_free = self._here.isdisjoint(self.records.known[self.wanted[source].fingerprint])
        return is_free and (self._likeness(source, target) or 0.0) >= ALIKE

    def _by_likeness(self, left: list[int], right: list[int]) -> None:
        found = sorted(
            ((self._likeness(i, j) or 0.0, -i, j) for i in left if self._is_new(i) for j in right if self._fits(i, j)),
            reverse=True,
        )
        taken: Matches = {}
        for alike, negative, target in found:
            source = -negative
            if alike < ALIKE:
                break
            crosses = any((source - i) * (target - j) <= 0 for i, j in taken.items())
            if not crosses:
                taken[source] = target
        self.matches.update(taken)

    def _by_place(self, left: list[int], right: list[int]) -> None:
        if len(left) == 1 == len(right):
            if self._fits(left[0], right[0]):
                self.matches[left[0]] = right[0]
            return
        self._by_rare_shape(left, right)
        taken = set(self.matches.values())
        left = [number for number in left if number not in self.matches]
        right = [number for number in right if number not in taken]
        # A translation whose source is known and like nothing here has lost its source; it may not take a place.
        right = [number for number in right if not self.records.sketches(self.offered[number].fingerprint)]
        known = [number for number in left if not self._is_new(number)]
        for sources in (left, known):
            if len(sources) == len(right) and all(map(self._fits, sources, right)):
                self.matches.update(zip(sources, right, strict=True))
                return

    def _by_rare_shape(self, left: list[int], right: list[int]) -> None:
        """A shape that stands once on each side, such as the only list item, leaves no doubt."""
        for source in left:
            shape = self.wanted[source].shape
            same_left = [number for number in left if self.wanted[number].shape == shape]
            same_right = [number for number in right if self.offered[number].shape == shape]
            if len(same_left) == 1 == len(same_right) and self._fits(source, same_right[0]):
                self.matches[source] = same_right[0]

    def _moved(self) -> None:
        """A block that was moved and edited is found when nothing else is as like it."""
        taken = set(self.matches.values())
        left = [number for number in range(len(self.wanted)) if number not in self.matches and self._is_new(number)]
        right = [number for number in range(len(self.offered)) if number not in taken]
        found = [
            (self._likeness(i, j) or 0.0, i, j)
            for i in left
            for j in right
            if self.wanted[i].shape == self.offered[j].shape
        ]
        for alike, source, target in found:
            rivals = [other for other in found if (other[1] == source) != (other[2] == target)]
            if alike >= 2 * ALIKE and all(other[0] < alike - ALIKE / 2 for other in rivals):
                self.matches[source] = target


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs that stand in the same order on both sides; the others were moved."""
    if all(one[1] < other[1] for one, other in itertools.pairwise(pairs)):
        return list(pairs)  # in most pages nothing was moved
    tails: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, target) in enumerate(pairs):
        place = bisect.bisect_left(tails, target)
        before.append(last[place - 1] if place else -1)
        if place == len(tails):
            tails.append(target)
            last.append(number)
        else:
            tails[place] = target
            last[place] = number
    run = []
    number = last[-1] if last else -1
    while number >= 0:
        run.append(pairs[number])
        number = before[number]
    return run[::-1]


def by_target(matches: Mapping[int, int]) -> Matches:
    """Return the same pairs the other way round."""
    return {target: source for source, target in matches.items()}

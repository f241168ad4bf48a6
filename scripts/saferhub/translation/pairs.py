"""Pair each block of a source page with its translation, and say how it stands.

With a sidecar, blocks are found again by their fingerprints even after they moved. Without one, a translation is
adopted only when its blocks have exactly the shapes of the source, because a guessed pair puts the wrong text in
the wrong place.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from saferhub.model.lesson import Block, BlockKind, Body, Document
from saferhub.model.library import Sidecar
from saferhub.sources.sidecars import fingerprint

SAFETY_SECTIONS = frozenset({"help"})
SAFETY_PAGES = "snippets/"  # what to do when somebody tells something, shown in every lesson
SHARED_WORDS = 3
WORDLESS = frozenset({BlockKind.CODE, BlockKind.HTML})


class State(Enum):
    """How a block of a translation stands to today's source."""

    FRESH = "fresh"
    STALE = "stale"
    CHECK = "check"
    TODO = "todo"
    MISSING = "missing"


@dataclass(frozen=True)
class Words:
    """A piece of source text: a value of the facts (then `fact` names it) or a block of the body."""

    text: str
    fact: tuple[str | int, ...] = ()
    block: Block | None = None
    is_safety: bool = False  # readers may rely on it when they need help: an old translation must not be shown

    @property
    def shape(self) -> object:
        """What must be equal in a translation for it to be the same piece of text."""
        return self.block.shape if self.block else self.fact

    @property
    def count(self) -> int:
        """How many words it has; text without spaces counts two characters for a word."""
        return max(len(self.text.split()), sum(ord(letter) > 0x2E7F for letter in self.text) // 2)


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


TRANSLATED_FACTS = ("title", "summary", "materials", "objectives")


def pieces(document: Document) -> list[Words]:
    """Return everything in a page that is words: facts first, then the blocks of the body."""
    found = []
    for name in TRANSLATED_FACTS:
        value = document.facts.get(name)
        if isinstance(value, str):
            found.append(Words(value, (name,)))
        elif isinstance(value, list):
            found.extend(Words(str(text), (name, index)) for index, text in enumerate(value))
    safe_page = document.id.startswith(SAFETY_PAGES)
    found.extend(
        Words(block.text, (), block, safe_page or block.section in SAFETY_SECTIONS)
        for block in document.body.blocks
        if block.kind not in WORDLESS
    )
    return found


def same_shape(source: Body, target: Body) -> bool:
    """Whether a translation has exactly the blocks of its source, one by one."""
    return [block.shape for block in source.blocks] == [block.shape for block in target.blocks]


def pair(source: Document, target: Document | None, sidecar: Sidecar | None) -> list[Pair] | None:
    """Pair a page with its translation, in the order of the source.

    The result is None when there is no sidecar and the shapes differ: then the translation is shown whole.
    """
    wanted = pieces(source)
    if target is None:
        return [Pair(words, None, State.MISSING) for words in wanted]
    if sidecar is None and not same_shape(source.body, target.body):
        return None
    offered = pieces(target)
    matches = _by_fingerprint(wanted, offered, sidecar) if sidecar else {}
    _fill_gaps(wanted, offered, matches)
    return [
        _judged(words, offered[matches[index]] if index in matches else None, sidecar)
        for index, words in enumerate(wanted)
    ]


def _by_fingerprint(wanted: Sequence[Words], offered: Sequence[Words], sidecar: Sidecar) -> dict[int, int]:
    """Find translated blocks whose recorded source stands in today's page, wherever it stands now."""
    origin: dict[str, list[str]] = {}
    for left, right in sidecar.pairs:
        origin.setdefault(right, []).append(left)
    places: dict[str, list[int]] = {}
    for index, words in enumerate(wanted):
        places.setdefault(fingerprint(words.text), []).append(index)
    matches: dict[int, int] = {}
    for number, words in enumerate(offered):
        for left in origin.get(fingerprint(words.text), []):
            if places.get(left):
                matches[places[left].pop(0)] = number
                break
    return matches


def _fill_gaps(wanted: Sequence[Words], offered: Sequence[Words], matches: dict[int, int]) -> None:
    """Between two found pairs, take what is left pairwise when both sides have the same shapes."""
    taken = set(matches.values())
    anchors = [(-1, -1), *sorted((left, right) for left, right in matches.items()), (len(wanted), len(offered))]
    for (left, right), (next_left, next_right) in itertools.pairwise(anchors):
        if next_right < right:
            continue  # the block moved; what lies between says nothing about order
        free_left = list(range(left + 1, next_left))
        free_right = [number for number in range(right + 1, next_right) if number not in taken]
        if [wanted[i].shape for i in free_left] == [offered[i].shape for i in free_right]:
            matches.update(zip(free_left, free_right, strict=True))


def _judged(source: Words, target: Words | None, sidecar: Sidecar | None) -> Pair:
    if target is None:
        return Pair(source, None, State.MISSING)
    left, right = fingerprint(source.text), fingerprint(target.text)
    pairs = sidecar.pairs if sidecar else ()
    if (left, right) in pairs:
        return Pair(source, target, State.FRESH)
    if left == right and any(letter.isalpha() for letter in source.text):
        return Pair(source, target, State.TODO)
    if sidecar is None or any(known == left for known, _ in pairs):
        return Pair(source, target, State.FRESH)
    stale = any(known == right for _, known in pairs)
    return Pair(source, target, State.STALE if stale else State.CHECK)


def accepted(source: Document, target: Document, draft: str) -> Sidecar | None:
    """Return the sidecar that records today's pairs as fresh, or None when the shapes differ."""
    if not same_shape(source.body, target.body):
        return None
    left = {words.fact: words for words in pieces(source) if words.fact}
    right = {words.fact: words for words in pieces(target) if words.fact}
    facts = [(left[name], right[name]) for name in left if name in right]
    blocks = zip(
        [words for words in pieces(source) if words.block],
        [words for words in pieces(target) if words.block],
        strict=True,
    )
    both = [*facts, *blocks]
    translated = [one.text.split() != other.text.split() for one, other in both]
    # In a page that is translated, a short block that is the same in both languages is a word that they share
    # ("photo"); in a page that has just been begun, it is one that nobody has translated yet.
    shared = SHARED_WORDS if 10 * sum(translated) >= 8 * len(translated) else 0
    pairs = [
        (fingerprint(one.text), fingerprint(other.text))
        for (one, other), changed in zip(both, translated, strict=True)
        if changed or one.count <= shared or not any(letter.isalpha() for letter in one.text)
    ]
    return Sidecar(tuple(dict.fromkeys(pairs)), draft)


def by_fact(pairs: Sequence[Pair]) -> Mapping[tuple[str | int, ...], Pair]:
    """Return the pairs of the facts by the name of the fact."""
    return {pair.source.fact: pair for pair in pairs if pair.source.fact}

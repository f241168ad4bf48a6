"""What cannot be accepted without a second look: numbers and links that differ, and texts that look split or lost."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from saferhub.translation.kept import links_and_footnotes, strange_numbers
from saferhub.translation.pairs import PagePairs, State
from saferhub.translation.pieces import Words


@dataclass(frozen=True)
class Doubt:
    """A text of a translation and the reason why nobody should stand behind it yet."""

    words: Words
    reason: str
    is_stale: bool = False


def doubts(found: PagePairs, recorded: Collection[tuple[str, str]]) -> dict[int, Doubt]:
    """Return the doubts about a page by the identity of the pair or extra that they are about.

    What is `recorded` was accepted before and keeps its state, so nobody is asked about it again.
    """
    result: dict[int, Doubt] = {}
    for one in found.pairs:
        if one.target is None or one.state is State.TODO:
            continue
        if (one.source.fingerprint, one.target.fingerprint) in recorded:
            continue
        is_stale = one.state is State.STALE
        if links_and_footnotes(one.source.text) != links_and_footnotes(one.target.text):
            result[id(one)] = Doubt(one.target, "Its links or footnotes are not those of the English.", is_stale)
        elif one.source.is_safety and (strange := strange_numbers(one.source.text, one.target.text)):
            result[id(one)] = Doubt(one.target, f"The number {sorted(strange)[0]} is not in the English.", is_stale)
    for extra in found.extras:
        neighbours = [found.pairs[place] for place in (extra.after, extra.after + 1) if 0 <= place < len(found.pairs)]
        is_beside_gap = any(one.state is State.MISSING for one in neighbours)
        if extra.state is State.OWN and not extra.is_accepted and is_beside_gap:
            reason = (
                "It looks like a part of the English text beside it that has no translation. Keep one paragraph for "
                "one paragraph; or translate that text first, and what is left over is your own."
            )
            result[id(extra)] = Doubt(extra.target, reason)
    return result

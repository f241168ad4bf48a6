"""Record that translated texts match today's source: by a person who read them, or for an edit without new meaning."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from saferhub.model.library import OWN, Sidecar
from saferhub.sources.sidecars import fingerprint
from saferhub.translation.pairs import Extra, PagePairs, Pair, State
from saferhub.translation.sketch import sketch

SHARED_WORDS = 3
OLDER_VERSIONS = 5


def accepted(
    found: PagePairs,
    earlier: Sidecar | None,
    draft: str = "",
    is_accepted: Callable[[Pair | Extra], bool] = lambda _: True,
) -> Sidecar:
    """Return the sidecar that records the chosen pairs as fresh. What is not chosen keeps its state."""
    shared = _shared_words(found)
    pairs: list[tuple[str, str]] = []
    sketches: dict[str, str] = {}
    for one in found.pairs:
        if one.target is None:
            continue
        chosen = is_accepted(one) and one.state is not State.TODO
        if one.state is State.TODO:
            chosen = is_accepted(one) and one.source.count <= shared and not _is_sentence(one.source.text)
        if chosen or (one.state is State.FRESH and _is_recorded(one, earlier)):
            left = one.source.fingerprint
            pairs.append((left, one.target.fingerprint))
            sketches[left] = sketch(one.source.text)
    pairs += [
        (OWN, extra.target.fingerprint)
        for extra in found.extras
        if extra.state is State.OWN and (extra.is_accepted or is_accepted(extra))
    ]
    kept = _still_needed(found, earlier, pairs)
    sketches.update({left: earlier.sketches[left] for left, _ in kept if earlier and left in earlier.sketches})
    # The older versions of the source are named as long as a text waits that was made from one of them.
    versions = earlier.versions[:OLDER_VERSIONS] if earlier and kept else ()
    return Sidecar(tuple(dict.fromkeys([*pairs, *kept])), draft, sketches, versions)


def _is_recorded(one: Pair, earlier: Sidecar | None) -> bool:
    """A fresh pair whose translation was improved by hand counts as recorded only once somebody accepts it."""
    assert one.target is not None
    return earlier is not None and (one.source.fingerprint, one.target.fingerprint) in earlier.pairs


def _is_sentence(text: str) -> bool:
    """However short a sentence is, two languages do not share it: somebody forgot to translate it."""
    return text.rstrip("*_)\"'”’ ").endswith((".", "!", "?", ":"))


def _shared_words(found: PagePairs) -> int:
    """How long a text may be that is the same in both languages and yet counts as translated.

    In a page that is translated, a short block that is the same in both languages is a word that they share
    ("photo"); in a page that has just been begun, it is one that nobody has translated yet.
    """
    present = [one for one in found.pairs if one.target is not None]
    translated = sum(one.state is not State.TODO for one in present)
    return SHARED_WORDS if present and 10 * translated >= 8 * len(found.pairs) else 0


def _still_needed(found: PagePairs, earlier: Sidecar | None, pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Records of texts in the file that were not accepted: without them nobody would know their source."""
    if earlier is None:
        return []
    done = {right for _, right in pairs}
    fresh_sources = {left for left, _ in pairs}
    open_targets = {one.target.fingerprint for one in found.pairs if one.target is not None} - done
    open_targets |= {extra.target.fingerprint for extra in found.extras} - done
    open_sources = {
        one.source.fingerprint for one in found.pairs if one.target is not None and one.state is not State.TODO
    } - fresh_sources
    return [(left, right) for left, right in earlier.pairs if right in open_targets or left in open_sources]


def same_meaning(sidecar: Sidecar, changes: Iterable[tuple[str, str]]) -> tuple[Sidecar, int]:
    """Pass an edit of the source on to a translation. `changes` are the old and the new text of each edited block.

    Only texts that matched the old source match the new one: what was out of date before stays so. Returns the
    sidecar and how many texts it makes fresh.
    """
    pairs = list(sidecar.pairs)
    sketches = dict(sidecar.sketches)
    passed = 0
    for old, new in changes:
        left, right = fingerprint(old), fingerprint(new)
        for target in [one for source, one in sidecar.pairs if source == left]:
            if (right, target) not in pairs:
                pairs.insert(pairs.index((left, target)) + 1, (right, target))
                passed += 1
        sketches[right] = sketch(new)
    return Sidecar(tuple(pairs), sidecar.draft, sketches, sidecar.versions[:OLDER_VERSIONS]), passed

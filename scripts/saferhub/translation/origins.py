"""Which earlier text of the source a translated block was made from, so that people can be shown what changed."""

from __future__ import annotations

from collections.abc import Mapping

from saferhub.model.library import OWN, Sidecar
from saferhub.translation.difference import similarity
from saferhub.translation.pairs import PagePairs, Pair, State

LIKE = 0.4  # the share of common words from which an older text is shown as the earlier version of a block


def older_sources(found: PagePairs, sidecar: Sidecar | None) -> frozenset[str]:
    """Return the fingerprints of source texts that the sidecar knows and that are not in today's page."""
    if sidecar is None:
        return frozenset()
    today = {one.source.fingerprint for one in found.pairs}
    return frozenset(left for left, _ in sidecar.pairs if left != OWN and left not in today)


def earlier_source(one: Pair, found: PagePairs, sidecar: Sidecar | None, texts: Mapping[str, str]) -> str | None:
    """Return the text that the translation of an outdated block was made from; None when nobody can say.

    `texts` are the older texts that could be found, by their fingerprints.
    """
    if sidecar is None or one.target is None or one.state not in (State.STALE, State.CHECK):
        return None
    right = one.target.fingerprint
    recorded = [texts[left] for left, target in sidecar.pairs if target == right and left in texts]
    if recorded:
        return _most_like(recorded, one.source.text)
    # The translation was edited too, so nothing names its source: take a text whose own translation is gone as well.
    here = {each.target.fingerprint for each in found.pairs if each.target} | {
        extra.target.fingerprint for extra in found.extras
    }
    free = [texts[left] for left, target in sidecar.pairs if target not in here and left in texts]
    likely = [text for text in free if similarity(text, one.source.text) >= LIKE]
    return _most_like(likely, one.source.text) if likely else None


def _most_like(texts: list[str], today: str) -> str:
    """The later of two equally like texts is the one that was written down last."""
    return max(enumerate(texts), key=lambda each: (similarity(each[1], today), each[0]))[1]

"""What was translated once need not be translated again: the translations of a language by their source text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from saferhub.translation.pairs import PagePairs, State


class Remembered(NamedTuple):
    """How a text is translated elsewhere, and on which page."""

    text: str
    page: str


Memory = Mapping[str, Remembered]


def memory_of(pages: Iterable[tuple[str, PagePairs | None]]) -> Memory:
    """Collect the translations of a language that match today's source, by the fingerprint of the source text.

    A text with several translations is remembered with the most frequent one; among equals the first page decides.
    """
    counts: dict[str, Counter[str]] = {}
    first: dict[tuple[str, str], str] = {}
    for page, found in pages:
        for one in found.pairs if found else ():
            if one.state is not State.FRESH or one.target is None or one.target.text == one.source.text:
                continue
            source, text = one.source.fingerprint, one.target.flowing
            counts.setdefault(source, Counter())[text] += 1
            first.setdefault((source, text), page)
    memory = {}
    for source, texts in counts.items():
        text = texts.most_common(1)[0][0]  # of equal counts, the one that was met first
        memory[source] = Remembered(text, first[source, text])
    return memory

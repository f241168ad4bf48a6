"""Each piece of a translation beside its source, for checks that compare the two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from saferhub.model.library import Library
from saferhub.model.problem import Place
from saferhub.translation.pairs import State, pair


@dataclass(frozen=True)
class TranslatedPair:
    """A source text, its translation, and where the translation stands. Only pairs that match today's source."""

    source: str
    target: str
    place: Place
    locale: str


def translated_pairs(library: Library) -> Iterator[TranslatedPair]:
    """Return all fresh pairs of all translated pages."""
    sources = {document.id: document for document in library.documents}
    for (locale, name), target in library.translations.items():
        source = sources.get(name)
        if source is None:
            continue
        found = pair(source, target, library.sidecars.get((locale, name)))
        for each in found.pairs if found else ():
            if each.state is State.FRESH and each.target is not None:
                block = each.target.block
                place = target.at(block.line) if block else target.place(*each.target.fact)
                yield TranslatedPair(each.source.text, each.target.text, place, locale)

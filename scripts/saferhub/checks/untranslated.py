"""Texts of a translation that nobody has translated yet: what a check says of their language is known already."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.model.library import Library
from saferhub.model.problem import Place
from saferhub.translation.pairs import State, pair

ABOUT_LANGUAGE = frozenset({"unmarked-language"})


def untranslated_places(library: Library) -> Iterator[Place]:
    """Return the places of all texts that are still in the source language, from their first to their last line."""
    sources = {document.id: document for document in library.documents}
    for (locale, name), target in library.translations.items():
        source = sources.get(name)
        found = pair(source, target, library.sidecars.get((locale, name))) if source else None
        for one in found.pairs if found else ():
            if one.state is State.TODO and one.target is not None:
                block = one.target.block
                first = block.line if block else target.place(*one.target.fact).line
                yield Place(target.path, first, end_line=first + one.target.text.count("\n"))

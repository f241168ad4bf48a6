"""List the blocks of a page that wait for a translator, each with its place in both files."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from saferhub.cli.i18n.measured import page_path
from saferhub.model.lesson import Document
from saferhub.model.locale import SOURCE_LOCALE
from saferhub.sources.documents import read_document
from saferhub.sources.files import read_text
from saferhub.sources.library import kind_of
from saferhub.sources.sidecars import read_sidecar
from saferhub.translation.pairs import PagePairs, State, pair
from saferhub.translation.pieces import Words

FIRST_WORDS = 60


@dataclass(frozen=True)
class OpenBlock:
    """A block that waits: its state, where it stands in the source and in the translation, and how it begins."""

    state: State
    source: str
    target: str
    is_safety: bool
    words: str

    def data(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "state": self.state.value,
            "source": self.source,
            "target": self.target,
            "safety": self.is_safety,
            "words": self.words,
        }


def read_pairs(root: Path, locale: str, page: str) -> tuple[Document | None, Document | None, PagePairs | None]:
    """Read one page in two languages and pair it. What cannot be read is told on standard error elsewhere."""
    kind = kind_of(page)
    source, _ = read_document(root, page_path(root, SOURCE_LOCALE, page), page, kind, SOURCE_LOCALE, None)
    path = page_path(root, locale, page)
    target = read_document(root, path, page, kind, locale, None)[0] if path.exists() else None
    if source is None:
        return None, target, None
    text = read_text(root, path.with_suffix(".sync"))[0] if path.with_suffix(".sync").exists() else None
    sidecar = read_sidecar(text, path.name)[0] if text is not None else None
    return source, target, pair(source, target, sidecar)


def open_blocks(source: Document, target: Document | None, found: PagePairs) -> Iterator[OpenBlock]:
    """Return what waits in a page, in the order of the source; then what lost its source."""
    for one in found.pairs:
        if one.state is not State.FRESH:
            place = _place(target, one.target) if target is not None and one.target is not None else ""
            yield OpenBlock(one.state, _place(source, one.source), place, one.source.is_safety, _first(one.source))
    for extra in found.extras:
        if target is not None and (extra.state is State.OBSOLETE or not extra.is_accepted):
            yield OpenBlock(extra.state, "", _place(target, extra.target), False, _first(extra.target))


def _place(document: Document, words: Words) -> str:
    if words.block is not None:
        return f"{document.path}:{words.block.line}"
    return str(document.place(*words.fact))


def _first(words: Words) -> str:
    text = " ".join(words.text.split())
    return text if len(text) <= FIRST_WORDS else text[: FIRST_WORDS - 3].rsplit(" ", 1)[0] + " ..."


def write_open(root: Path, locale: str, page: str) -> None:
    """Print every open block of a page."""
    source, target, found = read_pairs(root, locale, page)
    name = f"{page} ({locale})"
    if source is None:
        return
    if found is None:
        print(f"{name}: its parts differ from the source; `hub check` says where they part.")
        return
    blocks = list(open_blocks(source, target, found))
    if target is None:
        print(f"{name}: nobody began it; {len(blocks)} blocks wait. Begin with `hub i18n start`.")
    else:
        print(f"{name}: {len(blocks)} open blocks" if blocks else f"{name}: nothing is open")
    for block in blocks:
        sys.stdout.write(f"{block.state.value}{', safety' if block.is_safety else ''}: {block.words}\n")
        for place in (block.source, block.target):
            if place:
                sys.stdout.write(f"    {place}\n")

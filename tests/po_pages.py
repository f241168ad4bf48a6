"""What the tests of PO files share: a page of a hub, its export, and an export that a translator worked on."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from saferhub.model.lesson import Document
from saferhub.model.library import Library, Sidecar
from saferhub.sources.documents import loose_document
from saferhub.sources.library import read_library
from saferhub.sources.po import Entry, decoded, read_po
from saferhub.sources.po_writing import write_po
from saferhub.translation.pairs import PagePairs, State, pair
from saferhub.translation.po_export import exported_page
from saferhub.translation.po_import import ImportResult, imported_page


@dataclass(frozen=True)
class Page:
    """A page and its translation as they stand in a hub."""

    source: Document
    target: Document | None
    sidecar: Sidecar | None
    locale: str = "ar"

    @property
    def found(self) -> PagePairs:
        found = pair(self.source, self.target, self.sidecar)
        assert found is not None
        return found

    def export(self, **more: object) -> bytes:
        return exported_page(self.source, self.target, self.found, self.sidecar, self.locale, **more)  # type: ignore[arg-type]

    def take(self, po: bytes) -> ImportResult:
        return imported_page(self.source, self.target, self.found, self.sidecar, po, self.locale)


def page_of(library: Library, name: str = "lessons/kind-words", locale: str = "ar") -> Page:
    source = next(one for one in library.documents if one.id == name)
    return Page(source, library.translations.get((locale, name)), library.sidecars.get((locale, name)), locale)


def kind_words(hub: Path) -> Page:
    return page_of(read_library(hub))


def entries(po: bytes) -> list[Entry]:
    return read_po(decoded(po))


def entry(po: bytes, english: str) -> Entry:
    return next(one for one in entries(po) if one.source == english)


def worked_on(po: bytes, change: Callable[[Entry], Entry]) -> bytes:
    """The same file after a translator changed entries."""
    header = {}
    for line in next(one for one in entries(po) if one.is_header).target.strip().split("\n"):
        name, _, value = line.partition(": ")
        header[name.rstrip(":")] = value
    return write_po(header, (), [change(one) for one in entries(po) if not one.is_header])


def filled(po: bytes, texts: Mapping[str, str]) -> bytes:
    """The same file with new translations by their English; they are not fuzzy any more."""
    assert set(texts) <= {one.source for one in entries(po)}
    return worked_on(
        po,
        lambda one: dataclasses.replace(one, target=texts[one.source], is_fuzzy=False) if one.source in texts else one,
    )


def change(hub: Path, old: str, new: str, file: str = "docs/en/lessons/kind-words.md") -> None:
    text = (hub / file).read_text(encoding="utf-8")
    assert old in text
    (hub / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def after(page: Page, result: ImportResult) -> Page:
    """The page as it stands after an import."""
    assert result.text is not None and result.sidecar is not None
    target = dataclasses.replace(loose_document(result.text, "x.md", page.locale), id=page.source.id)
    return Page(page.source, target, result.sidecar, page.locale)


def states(page: Page) -> dict[str, State]:
    return {one.source.flowing: one.state for one in page.found.pairs}


def reasons(result: ImportResult) -> str:
    return " | ".join(one.reason for one in result.refusals)

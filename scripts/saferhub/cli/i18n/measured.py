"""Count how far pages are translated, reading no more than that needs, with several processes for many pages.

A source page is read once for all languages that are counted with it.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path

from saferhub.cli.cache import processes
from saferhub.model.lesson import Document
from saferhub.model.library import Sidecar
from saferhub.model.locale import SOURCE_LOCALE
from saferhub.model.problem import Problem
from saferhub.sources.documents import read_document
from saferhub.sources.files import read_text
from saferhub.sources.library import kind_of
from saferhub.sources.sidecars import read_sidecar
from saferhub.translation.pairs import paired
from saferhub.translation.pieces import Words, pieces
from saferhub.translation.progress import coverage
from saferhub.translation.source_pages import shown_whole, source_of
from saferhub.translation.status import PageStatus, SourcePage

FEW = 30  # translations that one process has read before another one is started
CHUNK = 10  # source pages; each of them with all its translations


@dataclass(frozen=True)
class Work:
    """A source page and the languages in which it is to be counted."""

    page: str
    locales: tuple[str, ...]


@dataclass
class Measured:
    """What was found of one page. `source` is None for a page that cannot be read or is a draft.

    A language that is missing in `pages` has a translation that cannot be read; `problems` says why.
    """

    page: str
    source: SourcePage | None = None
    pages: dict[str, PageStatus] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def measure(root: Path, work: Sequence[Work]) -> Iterator[Measured]:
    """Count pages; with many of them every core of the machine helps."""
    workers = processes()
    if sum(1 + len(one.locales) for one in work) < FEW or workers < 2:
        yield from _measured(root, work)
        return
    with ProcessPoolExecutor(max_workers=workers) as executor:
        yield from measure_with(root, work, executor)


def measure_with(root: Path, work: Sequence[Work], executor: Executor) -> Iterator[Measured]:
    """Count pages with the help of others; any executor will do."""
    chunks = [work[start : start + CHUNK] for start in range(0, len(work), CHUNK)]
    for found in executor.map(_measure_chunk, [root] * len(chunks), chunks):
        yield from found


def _measure_chunk(root: Path, work: Sequence[Work]) -> list[Measured]:
    gc.disable()  # in a process of its own, which ends when the work is done
    return list(_measured(root, work))


def _measured(root: Path, work: Sequence[Work]) -> Iterator[Measured]:
    for one in work:
        found = Measured(one.page)
        document, problems = _read(root, SOURCE_LOCALE, one.page)
        found.problems += problems[:1]
        if document is not None and document.facts.get("status") != "draft":
            wanted = pieces(document)
            found.source = source_of(document, wanted)
            for locale in one.locales:
                status, problems = _translation(root, document, wanted, found.source, locale)
                found.problems += problems
                if status is not None:
                    found.pages[locale] = status
        yield found


def page_path(root: Path, locale: str, page: str) -> Path:
    """Return where a page stands in a language."""
    folder = root / "docs" / SOURCE_LOCALE if locale == SOURCE_LOCALE else root / "translations" / locale
    return folder / f"{page}.md"


def _read(root: Path, locale: str, page: str) -> tuple[Document | None, list[Problem]]:
    document, problems = read_document(root, page_path(root, locale, page), page, kind_of(page), locale, None)
    # What is wrong inside a page that can be read is for `hub check` to tell.
    return document, problems if document is None else []


def _translation(
    root: Path, source: Document, wanted: list[Words], facts: SourcePage, locale: str
) -> tuple[PageStatus | None, list[Problem]]:
    target, problems = _read(root, locale, source.id)
    sidecar: Sidecar | None = None
    path = page_path(root, locale, source.id).with_suffix(".sync")
    if path.exists():
        text, faults = read_text(root, path)
        if text is not None:
            sidecar, faults = read_sidecar(text, path.relative_to(root).as_posix())
        problems += faults[:1]
    if target is None:
        return None, problems
    found = paired(source, wanted, target, sidecar)
    draft = sidecar is not None and sidecar.draft == "machine"
    if found is None:
        return shown_whole(facts, draft), problems
    # Which sections are open is not kept, so that a page from the cache is equal to one that was just read.
    counts = replace(coverage(found), parts_missing=(), parts_withheld=(), parts_unchecked=(), parts_outdated=())
    return PageStatus(facts, counts, draft=draft, recorded=found.is_recorded), problems

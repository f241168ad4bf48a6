"""How far all languages are, from a cache for everything that did not change.

``build/i18n/status.json`` holds the counts of each page with size and time of change of its files. Pages in which
something could not be read are not kept, so that they are told of every time.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from saferhub.cli.cache import load, program, save
from saferhub.cli.i18n.measured import Measured, Work, measure
from saferhub.cli.i18n.status_records import of_page, of_source, of_words, page_from, source_from
from saferhub.model.locale import SOURCE_LOCALE, Locale
from saferhub.model.problem import Problem
from saferhub.sources.data import read_locales
from saferhub.sources.stamps import Stamp, stamps
from saferhub.sources.word_counts import WORDS, count_words
from saferhub.translation.source_pages import untranslated
from saferhub.translation.status import (
    MADE_FROM_CODE,
    InterfaceWords,
    LocaleStatus,
    PageStatus,
    SourcePage,
    locale_status,
)

CACHE = Path("build/i18n/status.json")
NONE: Stamp = (0, 0)


@dataclass(frozen=True)
class Figures:
    """All languages, what could not be read, and which pages were read this time."""

    locales: tuple[LocaleStatus, ...]
    problems: tuple[Problem, ...]
    read: tuple[str, ...] = ()


@dataclass
class _Files:
    """The files of a hub with their stamps."""

    sources: dict[str, Stamp]
    translations: dict[str, dict[str, Stamp]]

    def key(self, locale: str, page: str) -> list[int]:
        """What the counts of a translation depend on."""
        files = self.translations[locale]
        return [
            number
            for stamp in (self.sources[page], files[f"{page}.md"], files.get(f"{page}.sync", NONE))
            for number in stamp
        ]


def figures(root: Path, use_cache: bool = True) -> Figures:
    """Return how far every language is."""
    locales, problems = read_locales(root)
    targets = [locale for locale in locales if not locale.is_source]
    sources = stamps(root / "docs" / SOURCE_LOCALE, (".md",))
    files = _Files(
        {name.removesuffix(".md"): stamp for name, stamp in sources.items() if not name.startswith("assets/")},
        {locale.id: stamps(root / "translations" / locale.id, (".md", ".sync", ".po")) for locale in targets},
    )
    kept = load(root / CACHE) if use_cache else {}
    made_by = program()
    if kept.get("program") != made_by:
        kept = {}
    memory = _Memory(kept)
    work = list(_work(files, targets, memory))
    gc.disable()  # many small objects and none of them in a circle
    try:
        found = {one.page: one for one in measure(root, work)}
        for one in found.values():
            problems += one.problems
            memory.take(one, files)
        result = tuple(_locale(root, locale, files, memory) for locale in targets)
    finally:
        gc.enable()
    if use_cache and (work or memory.is_changed):
        memory.drop_all_but(files)
        save(root / CACHE, {"program": made_by, **memory.data()})
    return Figures(result, tuple(problems), tuple(one.page for one in work))


class _Memory:
    """What is known of each page: counts with the stamps of the files that they were made from."""

    def __init__(self, kept: dict[str, Any]) -> None:
        self.sources: dict[str, list[Any]] = _table(kept.get("sources"))
        self.pages: dict[str, dict[str, list[Any]]] = {
            locale: _table(pages) for locale, pages in _table(kept.get("pages")).items()
        }
        self.interface: dict[str, list[Any]] = _table(kept.get("words"))
        self.statuses: dict[tuple[str, str], PageStatus] = {}
        self.known: dict[str, SourcePage | None] = {}
        self.is_changed = False

    def source(self, page: str, stamp: Stamp) -> bool:
        """Whether a source page is known as it stands in the file now."""
        if page not in self.known:
            try:
                kept_stamp, record = self.sources[page]
                if tuple(kept_stamp) != stamp or stamp[0] < 0:
                    return False
                self.known[page] = source_from(record)
            except (KeyError, TypeError, ValueError):
                return False
        return True

    def page(self, locale: str, page: str, key: list[int]) -> bool:
        """Whether a translation is known as it stands in the files now."""
        try:
            kept_key, record = self.pages[locale][page]
            if kept_key != key or min(key) < 0:
                return False
            source = self.known[page]
            if source is not None:
                self.statuses[locale, page] = page_from(source, record)
        except (KeyError, TypeError, ValueError):
            return False
        return True

    def take(self, found: Measured, files: _Files) -> None:
        """Remember what was counted now."""
        self.known[found.page] = found.source
        if found.problems:
            self.sources.pop(found.page, None)
        else:
            self.sources[found.page] = [list(files.sources[found.page]), of_source(found.source)]
        for locale, status in found.pages.items():
            self.statuses[locale, found.page] = status
            pages = self.pages.setdefault(locale, {})
            pages.pop(found.page, None)
            if not found.problems:
                pages[found.page] = [files.key(locale, found.page), of_page(status)]

    def drop_all_but(self, files: _Files) -> None:
        """Forget pages that are gone."""
        self.sources = {page: record for page, record in self.sources.items() if page in files.sources}
        self.pages = {
            locale: {page: record for page, record in pages.items() if f"{page}.md" in files.translations[locale]}
            for locale, pages in self.pages.items()
            if locale in files.translations
        }

    def data(self) -> dict[str, Any]:
        """Return everything as plain data."""
        return {"sources": self.sources, "pages": self.pages, "words": self.interface}


def _table(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _work(files: _Files, locales: Sequence[Locale], memory: _Memory) -> Iterable[Work]:
    """List the pages that have to be read, each with the languages in which it is to be counted anew."""
    for page, stamp in files.sources.items():
        present = [locale.id for locale in locales if f"{page}.md" in files.translations[locale.id]]
        if page.startswith(MADE_FROM_CODE) and not present:
            continue
        is_known = memory.source(page, stamp)
        changed = [one for one in present if not is_known or not memory.page(one, page, files.key(one, page))]
        if not is_known or changed:
            yield Work(page, tuple(changed))


def _locale(root: Path, locale: Locale, files: _Files, memory: _Memory) -> LocaleStatus:
    pages = []
    for page in files.sources:
        source = memory.known.get(page)
        if source is None or (page.startswith(MADE_FROM_CODE) and (locale.id, page) not in memory.statuses):
            continue
        pages.append(memory.statuses.get((locale.id, page)) or untranslated(source))
    stamp = files.translations[locale.id].get(WORDS, NONE)
    kept = memory.interface.get(locale.id)
    if isinstance(kept, list) and len(kept) == 2 and kept[0] == list(stamp) and stamp is not NONE:
        words = InterfaceWords(*kept[1])
    else:
        words = InterfaceWords(*count_words(root, locale.id))
        memory.interface[locale.id] = [list(stamp), of_words(words)]
        memory.is_changed = True
    return locale_status(locale, pages, words)

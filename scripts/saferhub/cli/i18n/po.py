"""`hub i18n po export` and `hub i18n po import`: pages as PO files, for the tools of translators."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from saferhub.checks.glossary_terms import TermFinder
from saferhub.cli.i18n.interface import import_words, is_words
from saferhub.cli.i18n.pages import TranslatedPage, chosen_pages, earlier_english, locale_or_none
from saferhub.cli.i18n.po_sources import PoSource, po_sources
from saferhub.cli.tree import write_file, write_together
from saferhub.model.library import Library
from saferhub.model.locale import Locale
from saferhub.sources.library import read_library
from saferhub.sources.po import PoError
from saferhub.sources.sidecars import write_sidecar
from saferhub.translation.glossary_exchange import glossary_note
from saferhub.translation.memory import Memory, memory_of
from saferhub.translation.pairs import PagePairs
from saferhub.translation.po_export import Terms, exported_page
from saferhub.translation.po_import import ImportResult, imported_page
from saferhub.translation.po_judging import Refusal
from saferhub.translation.po_reading import entries_of, likely_page, page_of

APART = (
    "its parts do not match the source one by one, so nobody can say which text belongs to which. "
    "`hub check` says where they differ."
)
UNREADABLE = "this page cannot be read; `hub check` says why."


def export_po(root: Path, locale_id: str, names: Sequence[str], to: Path | None, everything: bool) -> int:
    """Write a PO file for each page; return the exit code."""
    library = read_library(root)
    locale = locale_or_none(library, locale_id)
    if locale is None:
        return 2
    pages = chosen_pages(library, locale, names, everything)
    translated = chosen_pages(library, locale, ())
    known = {page.source.id: page.pairs for page in {page.source.id: page for page in [*translated, *pages]}.values()}
    memory, terms = memory_for(library, known), terms_for(library, locale)
    folder = to or root / "build" / "po" / locale.id
    is_whole = len(pages) == len(set(names)) if names else True
    for page in pages:
        found = None if is_unreadable(root, page) else known[page.source.id]
        if found is None:
            told = UNREADABLE if is_unreadable(root, page) else APART
            sys.stderr.write(f"{page.target_path}: {told}\n")
            is_whole = False
            continue
        path = folder / f"{page.source.id}.po"
        old = earlier_english(root, page, found)
        data = exported_page(page.source, page.target, found, page.sidecar, locale.id, old, memory, terms)
        write_file(path, data)
        print(f"{_shown(root, path)}: {_told(found)}")
    return 0 if is_whole else 1


def is_unreadable(root: Path, page: TranslatedPage) -> bool:
    """Whether a translation exists and could not be read: it must not be taken for one that nobody has begun."""
    return page.target is None and (root / page.target_path).exists()


def memory_for(library: Library, known: Mapping[str, PagePairs | None]) -> Memory:
    """What is translated on any page of a language, in the order of the pages."""
    return memory_of((one.id, known[one.id]) for one in library.documents if one.id in known)


def terms_for(library: Library, locale: Locale) -> Terms:
    """What the glossary says of the terms in a text, as a translator of a language needs it."""
    finder = TermFinder(library.glossary)

    def terms(source: str) -> list[str]:
        return [glossary_note(term, form) for term, form in finder.terms_of(source, locale.id)]

    return terms


def _told(found: PagePairs) -> str:
    counts: dict[str, int] = {}
    for one in found.pairs:
        counts[one.state.value] = counts.get(one.state.value, 0) + 1
    return ", ".join(f"{count} {state}" for state, count in counts.items())


def _shown(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)


def import_po(root: Path, locale_id: str, paths: Sequence[Path], is_trial: bool) -> int:
    """Put the translations of PO files into their pages; return the exit code, 1 if anything was refused."""
    library = read_library(root)
    locale = locale_or_none(library, locale_id)
    if locale is None:
        return 2
    pages = {page.source.id: page for page in chosen_pages(library, locale, (), everything=True)}
    sources = list(po_sources(paths))
    if not sources:
        sys.stderr.write("There is no PO file in what you named.\n")
        return 1
    is_clean = True
    done: dict[str, str] = {}
    for source in sources:
        is_clean &= _import_one(root, library, locale, pages, source, done, is_trial)
    return 0 if is_clean else 1


def _import_one(
    root: Path,
    library: Library,
    locale: Locale,
    pages: dict[str, TranslatedPage],
    source: PoSource,
    done: dict[str, str],
    is_trial: bool,
) -> bool:
    if source.fault:
        sys.stderr.write(f"{source.name}: {source.fault}\n")
        return False
    try:
        entries = entries_of(source.data)
    except PoError as fault:
        sys.stderr.write(f"{source.name}:{fault.line}: {fault.reason} {fault.hint}\n")
        return False
    name = page_of(entries)
    if not name and is_words(source.name):
        return import_words(root, locale.id, source.name, source.data, is_trial)
    if not name and not source.is_named:
        print(f"{source.name}: passed over, because it belongs to no page.")  # such as the hub's own words in a kit
        return True
    page = pages.get(name)
    if page is None:
        sys.stderr.write(_unknown_page(source.name, name, likely_page(entries, library.documents)))
        return False
    if name in done:
        sys.stderr.write(f"{source.name}: {name} was imported from {done[name]} just now. Import one at a time.\n")
        return False
    done[name] = source.name
    suspects = (page.target_path, _record(page)) if is_unreadable(root, page) else (_record(page),)
    broken = next((one for one in library.problems if one.place.path in suspects), None)
    if broken is not None:
        sys.stderr.write(f"{broken.place}: {broken.message} {broken.hint} Nothing was imported for {name}.\n")
        return False
    found = page.pairs
    if found is None:
        sys.stderr.write(f"{page.target_path}: {APART}\n")
        return False
    result = imported_page(page.source, page.target, found, page.sidecar, source.data, locale.id)
    if result.text is not None and not is_trial and not _put(root, page, result):
        return False
    _tell(source.name, page, result, is_trial)
    return not result.refusals


def _record(page: TranslatedPage) -> str:
    return page.target_path.removesuffix(".md") + ".sync"


def _unknown_page(source: str, name: str, likely: str) -> str:
    told = f"{source}: There is no page `{name}` in the hub. " if name else f"{source}: This file names no page. "
    if likely:
        return f'{told}Its texts stand in {likely}: write "X-SaferHub-Page: {likely}\\n" into its header.\n'
    return f"{told}Export the page again with `hub i18n po export`.\n"


def _put(root: Path, page: TranslatedPage, result: ImportResult) -> bool:
    """Write the page and its record, unless somebody saved the page while it was being worked on."""
    assert result.text is not None and result.sidecar is not None
    path = root / page.target_path
    now = path.read_text(encoding="utf-8-sig") if path.exists() else None
    if now != (page.target.source if page.target else None):
        sys.stderr.write(f"{page.target_path}: somebody has just saved this page. Import again.\n")
        return False
    record = write_sidecar((root / page.source.path).read_bytes(), result.sidecar)
    try:
        write_together({path: result.text.encode(), root / _record(page): record.encode()})
    except OSError as error:
        sys.stderr.write(f"{page.target_path}: {error.strerror}. This page and its record are as they were.\n")
        return False
    return True


def _tell(name: str, page: TranslatedPage, result: ImportResult, is_trial: bool) -> None:
    counts = [f"{result.taken} {'would be taken' if is_trial else 'taken'}"]
    counts += [f"{result.unchanged} as before"] if result.unchanged else []
    counts += [f"{result.empty} empty"] if result.empty else []
    counts += [f"{result.fuzzy} still fuzzy"] if result.fuzzy else []
    counts += [f"{len(result.refusals)} refused"] if result.refusals else []
    print(f"{page.target_path}: {', '.join(counts)}")
    for text in result.dropped:
        print(f"  This text of the earlier file has no place any more; keep it elsewhere if you need it: {text}")
    for one in result.refusals:
        sys.stderr.write(_refused(name, one))
    if page.sidecar is not None and page.sidecar.draft and result.taken:
        command = f"hub i18n accept {page.locale.id} {page.source.id}"
        print(f"  It is still marked as a draft by a machine. `{command}` takes the mark away.")


def _refused(name: str, one: Refusal) -> str:
    return f"{name}:{one.line}: {one.reason} {one.hint}\n"

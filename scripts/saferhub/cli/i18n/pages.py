"""Find the pages that a translator names on the command line."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from saferhub.checks.rules.merge_conflict import conflict_lines
from saferhub.model.lesson import Document
from saferhub.model.library import Library, Sidecar
from saferhub.model.locale import SOURCE_LOCALE, Locale
from saferhub.sources.history import earlier_texts
from saferhub.translation.origins import older_sources
from saferhub.translation.pairs import PagePairs, pair
from saferhub.translation.pieces import Words
from saferhub.translation.progress import OUTDATED


@dataclass(frozen=True)
class TranslatedPage:
    """A page of the hub in one language: the source, the translation and the record of both, if there are any."""

    source: Document
    locale: Locale
    target: Document | None
    sidecar: Sidecar | None

    @property
    def pairs(self) -> PagePairs | None:
        """The pieces of the page with their states; None for a translation that can only be shown whole."""
        return pair(self.source, self.target, self.sidecar)

    def line_of(self, words: Words) -> int:
        """The line of the translation on which a text of it stands."""
        if words.block is not None:
            return words.block.line
        return self.target.place(*words.fact).line if self.target else 1

    @property
    def target_path(self) -> str:
        """Where the translation stands, or would stand."""
        return f"translations/{self.locale.id}/{self.source.id}.md"

    @property
    def sidecar_path(self) -> str:
        """Where the record stands, or would stand."""
        return f"translations/{self.locale.id}/{self.source.id}.sync"


def fault_of(library: Library, page: TranslatedPage, forget_sidecar: bool = False) -> str:
    """Say why a page cannot be worked on: a file that cannot be read, a merge that nobody finished, a broken record.

    Empty when all is well, also for a file that is not there. `forget_sidecar` is for a record to be written anew.
    """
    for line in conflict_lines(page.target) if page.target else ():
        return (
            f"{page.target_path}:{line}: git left two versions of these lines here, one below the other. Keep the "
            "right version of each, and remove the lines of `<`, `=` and `>`.\n"
        )
    for problem in library.problems:
        is_file = problem.place.path == page.target_path and page.target is None
        is_record = problem.place.path == page.sidecar_path and not forget_sidecar
        if is_file or is_record:
            return f"{problem.place}: {problem.message} {problem.hint}\n"
    return ""


def not_comparable(page: TranslatedPage, sidecar: Sidecar | None) -> str:
    """Say why a translation cannot be compared with its source block by block."""
    if sidecar is not None:
        again = f"hub i18n accept {page.locale.id} {page.source.id} --anew"
        return (
            f"{page.sidecar_path}:1: this record belongs to another page. Bring the right file back from git, or "
            f"compare the page with its source and write the record again with `{again}`.\n"
        )
    return (
        f"{page.target_path}:1: its parts do not match the source one by one; `hub check` says where. "
        "Bring them into the same order first.\n"
    )


def earlier_english(root: Path, page: TranslatedPage, found: PagePairs) -> dict[str, str]:
    """Return the English that outdated texts were made from, as far as the history on this computer knows it."""
    if page.sidecar is None or not any(one.state in OUTDATED for one in found.pairs):
        return {}
    return earlier_texts(root, page.source.path, older_sources(found, page.sidecar), page.sidecar.versions)


def locale_or_none(library: Library, locale_id: str) -> Locale | None:
    """Return a language to translate into, or tell which ones there are."""
    known = [one for one in library.locales if not one.is_source]
    found = next((one for one in known if one.id == locale_id), None)
    if found is None:
        names = ", ".join(one.id for one in known)
        sys.stderr.write(f"There is no language `{locale_id}` to translate into. Choose one of: {names}.\n")
    return found


def page_id(name: str, locale_id: str) -> str:
    """Return the identifier of a page for whatever a translator may write: a name, a path, with or without ending."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    for start in (("translations", locale_id), ("docs", SOURCE_LOCALE)):
        if parts[:2] == start:
            parts = parts[2:]
    text = "/".join(part for part in parts if part != ".")
    for ending in (".md", ".sync", ".po"):
        text = text.removesuffix(ending)
    return text


def all_found(pages: Sequence[object], names: Sequence[str], locale_id: str = "") -> bool:
    """Whether there is a page for each name; the same page may be named in several ways."""
    return not names or len(pages) >= len({page_id(name, locale_id).removeprefix("lessons/") for name in names})


def source_pages(library: Library, names: Sequence[str], locale_id: str = "") -> list[Document]:
    """Return the source pages with these names. A name that is no page is told on standard error and left out."""
    sources = {document.id: document for document in library.documents}
    wanted: list[str] = []
    for name in names:
        found = page_id(name, locale_id)
        if found not in sources and found not in library.unreadable:
            found = f"lessons/{found}"
        if found in sources:
            wanted.append(found)
        elif found in library.unreadable:
            fault = next(one for one in library.problems if one.place.path == f"docs/{SOURCE_LOCALE}/{found}.md")
            sys.stderr.write(f"{fault.place}: {fault.message} {fault.hint}\n")
        else:
            sys.stderr.write(
                f"There is no page `{name}` in docs/{SOURCE_LOCALE}. Pages are named like lessons/spotting-scams.\n"
            )
    return [sources[one] for one in dict.fromkeys(wanted)]


def chosen_pages(
    library: Library, locale: Locale, names: Sequence[str], everything: bool = False
) -> list[TranslatedPage]:
    """Return the named pages. Without a name: all that are translated, or all of the hub if `everything` is set.

    A name that is no page is told on standard error and left out.
    """
    broken = {problem.place.path for problem in library.problems}
    sources = source_pages(library, names, locale.id)
    if not names:
        sources = [
            one
            for one in library.documents
            if everything
            or (locale.id, one.id) in library.translations
            or f"translations/{locale.id}/{one.id}.md" in broken  # it is there, and cannot be read
        ]
    return [
        TranslatedPage(
            one, locale, library.translations.get((locale.id, one.id)), library.sidecars.get((locale.id, one.id))
        )
        for one in sources
    ]

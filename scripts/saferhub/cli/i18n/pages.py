"""Find the pages that a translator names on the command line."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from saferhub.model.lesson import Document
from saferhub.model.library import Library, Sidecar
from saferhub.model.locale import SOURCE_LOCALE, Locale
from saferhub.translation.pairs import PagePairs, pair


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

    @property
    def target_path(self) -> str:
        """Where the translation stands, or would stand."""
        return f"translations/{self.locale.id}/{self.source.id}.md"


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


def chosen_pages(
    library: Library, locale: Locale, names: Sequence[str], everything: bool = False
) -> list[TranslatedPage]:
    """Return the named pages. Without a name: all that are translated, or all of the hub if `everything` is set.

    A name that is no page is told on standard error and left out.
    """
    sources = {document.id: document for document in library.documents}
    wanted: list[str] = []
    for name in names:
        found = page_id(name, locale.id)
        found = found if found in sources else f"lessons/{found}"
        if found in sources:
            wanted.append(found)
        else:
            sys.stderr.write(
                f"There is no page `{name}` in docs/{SOURCE_LOCALE}. Pages are named like lessons/spotting-scams.\n"
            )
    if not names:
        wanted = [one for one in sources if everything or (locale.id, one) in library.translations]
    return [
        TranslatedPage(
            sources[one], locale, library.translations.get((locale.id, one)), library.sidecars.get((locale.id, one))
        )
        for one in dict.fromkeys(wanted)
    ]

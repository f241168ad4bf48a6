"""Read a PO file that came back from a translator, and say whether it is one of this page and this language."""

from __future__ import annotations

import re
from collections.abc import Iterable

from saferhub.model.lesson import Document
from saferhub.sources.po import Entry, PoError, decoded, header_of, read_po
from saferhub.translation.pieces import pieces

PAGE = re.compile(r"[\w./-]+")


def entries_of(po: bytes) -> list[Entry]:
    """Return the entries of a PO file, or raise a fault with the line at which it cannot be read."""
    entries = read_po(decoded(po))
    if not entries:
        raise PoError(1, "There is no entry in this file.", "Export the page again.")
    return entries


def page_of(entries: Iterable[Entry]) -> str:
    """Return the page that a PO file says it belongs to; if a tool dropped the header, the one its entries name."""
    entries = list(entries)
    named = header_of(entries).get("x-saferhub-page", "")
    if named:
        return named
    begins = [entry.context.partition(",")[0].strip() for entry in entries if entry.context]
    found = next((name for name in begins if PAGE.fullmatch(name)), "")
    return found if all(name == found for name in begins) else ""


def check_header(entries: list[Entry], source: Document, locale: str) -> None:
    """Raise a fault for a PO file of another language or of another page."""
    header = header_of(entries)
    line = next((entry.line for entry in entries if entry.is_header), 1)
    language = header.get("language", "")
    if language and not _is_same_language(language, locale):
        raise PoError(
            line,
            f"This file is in the language `{language}`, not `{locale}`.",
            f"Import it with `hub i18n po import {language.replace('_', '-')}`, or mend the line `Language`.",
        )
    page = page_of(entries)
    if page and page != source.id:
        raise PoError(line, f"This file belongs to the page {page}, not to {source.id}.", "Import it for that page.")


def _is_same_language(one: str, other: str) -> bool:
    """Tools add a country (ar_EG) or an encoding to the name; the same language in another script is another one."""
    left, right = (re.split(r"[.@]", name)[0].lower().replace("_", "-") for name in (one, other))
    if "@" in one:  # another script, such as sr@latin
        return False
    return left == right or (left.partition("-")[0] == right and re.fullmatch(r"\w+-(?:\w{2}|\d{3})", left) is not None)


def likely_page(entries: Iterable[Entry], documents: Iterable[Document]) -> str:
    """Return the page that holds most of the texts of a PO file, for one whose page was renamed."""
    texts = {entry.source for entry in entries if entry.source}
    best, most = "", len(texts) // 2
    for document in documents:
        shared = len(texts & {words.flowing for words in pieces(document)})
        if shared > most:
            best, most = document.id, shared
    return best

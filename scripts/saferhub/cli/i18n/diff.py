"""Show what is to be done in translated pages: each open block with what changed in the English since."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from saferhub.cli.i18n.pages import (
    TranslatedPage,
    all_found,
    chosen_pages,
    earlier_english,
    fault_of,
    locale_or_none,
    not_comparable,
)
from saferhub.cli.i18n.terminal import in_colour, marked, plain
from saferhub.model.lesson import Document
from saferhub.model.library import Library
from saferhub.sources.library import read_library
from saferhub.translation.origins import earlier_source
from saferhub.translation.pairs import PagePairs, Pair, State
from saferhub.translation.pieces import Words

IN_WORDS = {
    State.STALE: "out of date: the English changed and the translation did not",
    State.CHECK: "to be checked: the translation was written or edited, and nobody has accepted it",
    State.TODO: "still in English",
    State.MISSING: "not translated yet",
    State.OBSOLETE: "without source: the English no longer has this",
    State.OWN: "your own: the English has nothing like it",
}
TO_DO = {
    State.STALE: "Edit the translation, then `{accept}`.",
    State.CHECK: "Read both once more, then `{accept}`.",
    State.TODO: "Translate it, then `{accept}`. A name or a word that both languages share may stay as it is.",
    State.MISSING: "Add it here, then `{accept}`.",
    State.OBSOLETE: "Take it out of the file, or use its words for a block that is still missing.",
    State.OWN: "Readers see it only once somebody has accepted it: `{accept}`. Otherwise take it out.",
}
NO_HISTORY = "What the English said before is not on this computer (no git history); this is what it says now."


def diff(root: Path, locale_id: str, names: Sequence[str]) -> int:
    """Write every open block of some pages (all translated ones if none is named); return the exit code.

    0: shown, also when something is open. 1: a page that cannot be compared. 2: no such language or page.
    """
    library = read_library(root)
    locale = locale_or_none(library, locale_id)
    if locale is None:
        return 2
    pages = chosen_pages(library, locale, names)
    if not all_found(pages, names, locale_id):
        return 2
    counts = [_page(root, library, page) for page in pages]
    open_blocks = sum(count for count in counts if count)
    if None not in counts:
        if open_blocks:
            pages_open = sum(map(bool, counts))
            print(f"Open: {open_blocks} in {pages_open} {'page' if pages_open == 1 else 'pages'}.")
        else:
            what = "the pages that you named" if names else f"the translated pages of `{locale_id}`"
            print(f"Nothing is open in {what}: every block matches today's English.")
    return 1 if None in counts else 0


def _page(root: Path, library: Library, page: TranslatedPage) -> int | None:
    """Write the open blocks of one page and return their number, or None when it cannot be compared."""
    fault = fault_of(library, page)
    if fault:
        sys.stderr.write(fault)
        return None
    if page.target is None:
        print(f"{page.target_path}: not begun. Begin it with `hub i18n start {page.locale.id} {page.source.id}`.")
        return len(page.pairs.pairs) if page.pairs else 0
    found = page.pairs
    if found is None or (page.sidecar is not None and not found.is_recorded):
        sys.stderr.write(not_comparable(page, page.sidecar))
        return None
    accept = f"hub i18n accept {page.locale.id} {page.source.id}"
    if page.sidecar is None:
        print(f"{page.target_path}: nobody has noted yet from which English this was made. Read both, then `{accept}`.")
    pairs = [one for one in found.pairs if one.state is not State.FRESH]
    if page.sidecar is None:
        pairs = [one for one in pairs if one.state is not State.CHECK]
    texts = earlier_english(root, page, found)
    for one in pairs:
        _block(page, found, one, texts, accept)
    if any(one.state is State.STALE for one in pairs):
        print(f"If all texts of this page that are out of date are right as they are: `{accept} --stale`.\n")
    extras = [extra for extra in found.extras if not extra.is_accepted]
    for extra in extras:
        print(f"{place(page.target, extra.target)}: {IN_WORDS[extra.state]}")
        print(f"    Translation: {plain(extra.target.flowing)}")
        print(f"    {TO_DO[extra.state].format(accept=accept)}\n")
    return len(pairs) + len(extras) + (page.sidecar is None)


def _block(page: TranslatedPage, found: PagePairs, one: Pair, texts: Mapping[str, str], accept: str) -> None:
    assert page.target is not None
    where = place(page.target, one.target) if one.target else f"{page.target_path}:{_line_after(page, found, one)}"
    old = earlier_source(one, found, page.sidecar, texts)
    print(f"{place(page.source, one.source)} -> {where}: {IN_WORDS[one.state]}")
    if old is not None:
        print(f"    English:     {marked(old, one.source.flowing, in_colour())}")
    else:
        print(f"    English:     {plain(one.source.flowing)}")
    if one.target and one.state is not State.TODO:
        print(f"    Translation: {plain(one.target.flowing)}")
    if one.state is State.STALE and old is None:
        print(f"    {NO_HISTORY}")
    if one.source.is_safety and one.state is not State.MISSING:
        print("    This is a safety text: readers see the English until it is accepted.")
    print(f"    {TO_DO[one.state].format(accept=accept)}\n")


def place(document: Document, words: Words) -> str:
    """Return the path and the line of a piece of a page."""
    return str(document.at(words.block.line) if words.block else document.place(*words.fact))


def _line_after(page: TranslatedPage, found: PagePairs, missing: Pair) -> int:
    """The line of the translation after which a missing block belongs: that of the block before it."""
    assert page.target is not None
    line = 1
    for one in found.pairs:
        if one is missing:
            break
        if one.target is not None:
            block, fact = one.target.block, one.target.fact
            line = block.line + block.text.count("\n") if block else page.target.place(*fact).line
    return line

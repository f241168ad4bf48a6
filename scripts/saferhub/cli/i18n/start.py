"""Begin a language, begin pages of it, and bring new parts of the source into pages that were begun earlier."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from babel import Locale as Cldr
from babel.core import UnknownLocaleError, get_global

from saferhub.cli.i18n.accept import store
from saferhub.cli.i18n.pages import TranslatedPage, all_found, chosen_pages, fault_of, locale_or_none
from saferhub.cli.tree import write_file
from saferhub.cli.words import update_words
from saferhub.model.library import Sidecar
from saferhub.sources.library import read_library
from saferhub.translation.pairs import State
from saferhub.translation.rewriting import rewritten

LOCALES = "docs/_data/locales.yml"
WITH_CAPITALS = frozenset({"Latn", "Cyrl", "Grek", "Armn"})
SETTINGS = """\
# How this language is published. Shares are per cent of the words of a page that are translated.
digits: latn
publish_from: 30
complete_from: 80
"""


def start(root: Path, locale_id: str, names: Sequence[str]) -> int:
    """Begin a language or pages of it; return the exit code. What is there already is kept, word for word."""
    library = read_library(root)
    if not any(one.id == locale_id for one in library.locales):
        code = _begin_language(root, locale_id)
        if code or not names:
            return code
        library = read_library(root)
    elif not names:
        sys.stderr.write(
            f"`{locale_id}` is there already. Name the pages to begin, for example lessons/spotting-scams.\n"
        )
        return 2
    locale = locale_or_none(library, locale_id)
    if locale is None:
        return 2
    pages = chosen_pages(library, locale, names)
    for page in pages:
        fault = fault_of(library, page)
        if fault:
            sys.stderr.write(fault)
            return 1
        _begin_page(root, page)
    return 0 if all_found(pages, names, locale_id) else 1


def _begin_language(root: Path, locale_id: str) -> int:
    """Write a language into the list of languages, with what CLDR knows about it."""
    try:
        cldr = Cldr.parse(locale_id, sep="-")
    except (UnknownLocaleError, ValueError):
        sys.stderr.write(
            f"`{locale_id}` is no language that the hub knows. Use its short name as in BCP 47, for example es, pt or "
            f"zh; or write it into {LOCALES} by hand.\n"
        )
        return 2
    path = root / LOCALES
    text = path.read_text(encoding="utf-8")
    direction = "rtl" if cldr.character_order == "right-to-left" else "ltr"
    name = cldr.get_display_name(cldr) or locale_id
    facts = {
        "id": locale_id,
        "name": name[:1].upper() + name[1:] if _script(cldr) in WITH_CAPITALS else name,
        "english_name": cldr.get_display_name("en") or locale_id,
        "direction": direction,
        "script": _script(cldr),
    }
    line = "  - {" + ", ".join(f"{key}: {value}" for key, value in facts.items()) + "}\n"
    write_file(path, f"{text.rstrip()}\n{line}".encode())
    print(f"{LOCALES}: {line.strip()}")
    settings = root / "translations" / locale_id / "locale.yml"
    if not settings.exists():
        write_file(settings, SETTINGS.encode())
        print(f"translations/{locale_id}/locale.yml: written")
    return update_words(root, locale_id) if (root / "translations" / "hub.pot").is_file() else 0


def _script(cldr: Cldr) -> str:
    """The script that a language is mostly written in, from CLDR's likely subtags."""
    if cldr.script:
        return str(cldr.script)
    likely = str(get_global("likely_subtags").get(cldr.language, ""))
    return next((part for part in likely.split("_") if len(part) == 4), "Latn")


def _begin_page(root: Path, page: TranslatedPage) -> None:
    found = page.pairs
    if found is None:
        sys.stderr.write(
            f"{page.target_path}: its parts do not match the source one by one, so new parts cannot be put in. "
            "`hub check` says where they differ.\n"
        )
        return
    missing = sum(one.state is State.MISSING for one in found.pairs)
    if page.target is not None and not missing:
        print(f"{page.target_path}: has all parts of the source already")
        return
    written = rewritten(page.source, page.target, found, {})
    if written.dropped:
        kept = root / "build" / "i18n" / page.locale.id / f"{page.source.id}.txt"
        write_file(kept, "\n\n".join(written.dropped).encode())
        print(f"{page.target_path}: {len(written.dropped)} texts found no place; they are in {kept.relative_to(root)}")
    write_file(root / page.target_path, written.text.encode())
    if page.target is None:
        store(root, page, Sidecar())
        print(f"{page.target_path}: begun, {len(found.pairs)} texts to translate")
    else:
        print(f"{page.target_path}: {missing} new texts are in their places, in the source language")

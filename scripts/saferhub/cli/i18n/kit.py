"""`hub i18n kit`: everything that a volunteer without internet needs, in one zip file."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import markdown

from saferhub.cli.build import build
from saferhub.cli.i18n.interface import exported_words
from saferhub.cli.i18n.pages import chosen_pages, earlier_english, locale_or_none
from saferhub.cli.i18n.po import memory_for, terms_for
from saferhub.cli.translators_readme import translators_readmes
from saferhub.model.library import Library
from saferhub.model.locale import SOURCE_LOCALE, Locale
from saferhub.render.voice import Voice
from saferhub.site.bundle import STAMP, files_of, without_other_languages
from saferhub.site.translators.press import TranslatorsPress
from saferhub.sources.library import read_library
from saferhub.sources.words import read_words
from saferhub.translation.glossary_exchange import glossary_csv, glossary_tbx
from saferhub.translation.po_export import exported_page
from saferhub.translation.status import MADE_FROM_CODE

SITE = "site"
PO_LINK = re.compile(r'href="([^"]+\.po)"')
HEADING = re.compile(r"\A(?:<!--.*?-->\s*)?# (?P<title>[^\n]+)\n", re.DOTALL)


def kit(root: Path, locale_id: str, to: Path | None) -> int:
    """Write the kit of a language; return the exit code. The site is built first, so that the kit is of today."""
    locale = locale_or_none(read_library(root), locale_id)
    if locale is None:
        return 2
    if build(root):
        return 1
    library = read_library(root)
    target = to or root / "dist" / f"saferhub-kit-{locale_id}.zip"
    files = dict(kit_files(root, library, locale, target.name))
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_suffix(".part")
    with zipfile.ZipFile(temporary, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as bundle:
        for name in sorted(files):
            entry = zipfile.ZipInfo(f"{target.stem}/{name}", STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            bundle.writestr(entry, files[name])
    temporary.replace(target)
    pages = sum(name.startswith("po/") for name in files)
    size = target.stat().st_size / 1e6
    shown = target.relative_to(root).as_posix() if target.is_relative_to(root) else str(target)
    print(f"{shown}: {pages} PO files, {size:.1f} MB. Unpack it and open READ-ME-FIRST.html.")
    return 0


def kit_files(root: Path, library: Library, locale: Locale, name: str) -> Iterator[tuple[str, bytes]]:
    """Return the files of a kit by their names; `name` is that of the zip file."""
    voice = Voice(locale, read_words(root, locale.id)[0])
    yield from _po_files(root, library, locale)
    yield "glossary.csv", glossary_csv(library.glossary, locale.id)
    yield "glossary.tbx", glossary_tbx(library.glossary, locale.id)
    yield from _pages(root, library, voice, name)
    yield from _site(root / "site", locale)


def _po_files(root: Path, library: Library, locale: Locale) -> Iterator[tuple[str, bytes]]:
    pages = [
        page
        for page in chosen_pages(library, locale, (), everything=True)
        if not page.source.id.startswith(MADE_FROM_CODE)
    ]
    known = {page.source.id: page.pairs for page in pages}
    memory, terms = memory_for(library, known), terms_for(library, locale)
    for page in pages:
        found = known[page.source.id]
        if found is not None:
            old = earlier_english(root, page, found)
            data = exported_page(page.source, page.target, found, page.sidecar, locale.id, old, memory, terms)
            yield f"po/{page.source.id}.po", data
    words = exported_words(root, locale.id)
    if words is not None:
        yield "po/LC_MESSAGES/hub.po", words


def _pages(root: Path, library: Library, voice: Voice, name: str) -> Iterator[tuple[str, bytes]]:
    press = TranslatorsPress(root, voice)
    say = voice.say
    readmes = translators_readmes(library)
    guide = readmes.get(f"translations/{voice.locale.id}/README.md") or readmes.get("translations/README.md", b"")
    style = root / "translations" / voice.locale.id / "style.md"
    facts: dict[str, object] = {
        "summary": say("Everything you need to translate without internet."),
        "start": SITE,
        "style": style.is_file(),
        "file": name,
    }
    title = say("Translation kit: {language}").format(language=voice.locale.name)
    yield "READ-ME-FIRST.html", press.page("kit.html", "x", title, facts, up=f"{SITE}/").encode()
    is_own = f"translations/{voice.locale.id}/README.md" in readmes
    yield "guide.html", _text_page(press, guide.decode(), voice.locale.id if is_own else SOURCE_LOCALE)
    if style.is_file():
        yield "style.html", _text_page(press, style.read_text(encoding="utf-8"), voice.locale.id)


def _text_page(press: TranslatorsPress, text: str, lang: str) -> bytes:
    heading = HEADING.match(text)
    html = markdown.markdown(text[heading.end() :] if heading else text, extensions=["tables", "fenced_code"])
    facts: Mapping[str, object] = {
        "summary": "",
        "body": html,
        "text_lang": lang,
        "text_dir": press.voice.locale.direction if lang == press.voice.locale.id else "ltr",
    }
    return press.page("text.html", "x", heading["title"] if heading else "", facts, up=f"{SITE}/").encode()


def _site(site: Path, locale: Locale) -> Iterator[tuple[str, bytes]]:
    """The site in two languages, with the pages for translators of this one."""
    inside = [locale.id, SOURCE_LOCALE]
    pages = site / "translate" / locale.id
    translators = [path for path in pages.rglob("*") if path.is_file() and path.suffix != ".po"]
    for path in [*files_of(site, inside), *translators]:
        data = path.read_bytes()
        if path.suffix == ".html":
            text = without_other_languages(data.decode(), inside)
            if path == pages / "index.html":
                text = PO_LINK.sub(r'href="../../../po/\1"', text)  # translators work on the files beside the site
            data = text.encode()
        yield f"{SITE}/{path.relative_to(site).as_posix()}", data

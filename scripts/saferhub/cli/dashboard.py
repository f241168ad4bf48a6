"""Write the pages for translators into the finished site: figures, one page a language, sheets and copies of files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from saferhub.catalogue.catalogue import Catalogue
from saferhub.cli.i18n.pages import TranslatedPage, earlier_english
from saferhub.cli.i18n.po import memory_for, terms_for
from saferhub.cli.tree import write_file
from saferhub.model.locale import SOURCE_LOCALE, Locale
from saferhub.render.voice import Voice
from saferhub.site.staging import Composed
from saferhub.site.translators.bilingual import bilingual_page
from saferhub.site.translators.dashboard import COVERAGE, coverage_file, index_page, locale_page
from saferhub.site.translators.files import FOLDER, repository
from saferhub.site.translators.press import TranslatorsPress
from saferhub.site.translators.statuses import statuses
from saferhub.sources.word_counts import count_words
from saferhub.translation.composition import Text
from saferhub.translation.po_export import exported_page
from saferhub.translation.status import InterfaceWords, LocaleStatus

SETTINGS = "mkdocs.yml"


class _Settings(yaml.SafeLoader):
    """Reads the generator's settings, whose values may come from the environment: those are left out."""


_Settings.add_multi_constructor("!", lambda loader, suffix, node: None)


def write_dashboard(
    root: Path, site: Path, catalogue: Catalogue, composed: Composed, voices: Mapping[str, Voice]
) -> None:
    """Write everything below `translate/`."""
    interface = {
        locale.id: InterfaceWords(*count_words(root, locale.id)) for locale in catalogue.locales if not locale.is_source
    }
    locales = statuses(catalogue, composed, interface)
    presses = {name: TranslatorsPress(root, voice) for name, voice in voices.items()}
    write_file(site / COVERAGE, coverage_file(locales).encode())
    write_file(site / FOLDER / "index.html", index_page(presses[SOURCE_LOCALE], locales).encode())
    where = repository(_settings(root))
    for one in locales:
        files: dict[str, list[str]] = {}
        for page, ending, text in _files(root, catalogue, one, composed, presses[one.locale.id]):
            write_file(site / FOLDER / one.locale.id / f"{page}.{ending}", text.encode())
            files.setdefault(page, []).append(ending)
        titles = {
            page.source.id: composed[one.locale.id, page.source.id].facts["title"]
            for page in one.pages
            if "title" in composed[one.locale.id, page.source.id].facts
        }
        page = locale_page(presses[one.locale.id], one, titles, files, where)
        write_file(site / FOLDER / one.locale.id / "index.html", page.encode())


def _files(
    root: Path, catalogue: Catalogue, one: LocaleStatus, composed: Composed, press: TranslatorsPress
) -> Iterator[tuple[str, str, str]]:
    """Make the files of one language: the sheet of each page with something open, the translation, its PO file."""
    locale: Locale = one.locale
    library = catalogue.library
    known = {status.source.id: composed[locale.id, status.source.id].pairs for status in one.pages}
    memory, terms = memory_for(library, known), terms_for(library, locale)
    for status in one.pages:
        page = composed[locale.id, status.source.id]
        key = (locale.id, page.document.id)
        target, sidecar = library.translations.get(key), library.sidecars.get(key)
        if target is not None:
            yield page.document.id, "md", target.source
        one_page = TranslatedPage(page.document, locale, target, sidecar)
        found = known[status.source.id]
        if found is None:
            continue
        old = earlier_english(root, one_page, found)
        po = exported_page(page.document, target, found, sidecar, locale.id, old, memory, terms)
        yield page.document.id, "po", po.decode()
        if status.open_blocks:
            title = page.facts.get("title", Text(status.source.title, SOURCE_LOCALE))
            yield (
                page.document.id,
                "html",
                bilingual_page(press, page.document, found, sidecar, title.text, old, title.lang),
            )


def _settings(root: Path) -> dict[str, Any]:
    try:
        data = yaml.load((root / SETTINGS).read_text(encoding="utf-8"), Loader=_Settings)
    except (OSError, ValueError, yaml.YAMLError):
        return {}
    return data if isinstance(data, dict) else {}

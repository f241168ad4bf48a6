"""How far each language is, from pages that were composed for the site already."""

from __future__ import annotations

from collections.abc import Mapping

from saferhub.catalogue.catalogue import Catalogue
from saferhub.model.locale import SOURCE_LOCALE, Locale
from saferhub.translation.composition import ComposedPage
from saferhub.translation.pieces import pieces
from saferhub.translation.source_pages import shown_whole, source_of, untranslated
from saferhub.translation.status import (
    MADE_FROM_CODE,
    InterfaceWords,
    LocaleStatus,
    PageStatus,
    SourcePage,
    locale_status,
)

Composed = Mapping[tuple[str, str], ComposedPage]


def statuses(
    catalogue: Catalogue, composed: Composed, interface: Mapping[str, InterfaceWords]
) -> tuple[LocaleStatus, ...]:
    """Return the figures of every language, the same that `hub i18n status` counts from the files."""
    sources = {
        page.document.id: source_of(page.document, pieces(page.document))
        for (locale, _), page in composed.items()
        if locale == SOURCE_LOCALE
    }
    return tuple(
        locale_status(
            locale,
            [
                _page(catalogue, composed[locale.id, page], source, locale)
                for page, source in sources.items()
                if not page.startswith(MADE_FROM_CODE) or (locale.id, page) in catalogue.library.translations
            ],
            interface.get(locale.id, InterfaceWords()),
        )
        for locale in catalogue.locales
        if not locale.is_source
    )


def _page(catalogue: Catalogue, page: ComposedPage, source: SourcePage, locale: Locale) -> PageStatus:
    if (locale.id, source.id) not in catalogue.library.translations:
        return untranslated(source)
    if page.whole:
        return shown_whole(source, page.draft)
    return PageStatus(source, page.coverage, draft=page.draft, recorded=not page.unrecorded)

"""The figures of all languages as plain data, for `coverage.json` and `hub i18n status --format json`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from saferhub.model.locale import SOURCE_LOCALE
from saferhub.translation.pairs import State
from saferhub.translation.status import LocaleStatus, PageState, PageStatus

SCHEMA_VERSION = 1


def coverage_data(locales: Sequence[LocaleStatus]) -> dict[str, Any]:
    """Return everything that the dashboard shows as plain data. It holds no dates, so it changes with content only."""
    return {
        "schema_version": SCHEMA_VERSION,
        "source": SOURCE_LOCALE,
        "locales": {one.locale.id: _locale(one) for one in locales},
    }


def _locale(one: LocaleStatus) -> dict[str, Any]:
    open_safety, safety = one.safety
    return {
        "name": one.locale.name,
        "direction": one.locale.direction,
        "thresholds": {"publish_from": one.locale.publish_from, "complete_from": one.locale.complete_from},
        "interface": {
            "translated": one.interface.translated,
            "fuzzy": one.interface.fuzzy,
            "empty": one.interface.empty,
        },
        "totals": {
            "words": one.total_words,
            "words_in": _counts(one.words),
            "blocks_in": _counts(one.blocks),
            "safety_blocks": safety,
            "safety_blocks_open": open_safety,
            "pages": {state.value: one.count(state) for state in PageState},
            "machine_drafts": one.drafts,
            "accepted": one.accepted,
        },
        "pages": {page.source.id: _page(page, one, place) for place, page in enumerate(one.pages, 1)},
    }


def _page(page: PageStatus, one: LocaleStatus, place: int) -> dict[str, Any]:
    found = page.coverage
    return {
        "place": place,
        "state": page.state(one.locale).value,
        "need": page.need(one.locale).name.lower(),
        "words": found.words,
        "shown": found.translated,
        "words_in": _counts(lambda state: found.words_in.get(state, 0)),
        "blocks_in": _counts(lambda state: found.blocks.get(state, 0)),
        "safety_blocks": found.safety,
        "safety_blocks_open": found.safety_open,
        "exists": page.exists,
        "machine_draft": page.draft,
        "whole": page.whole,
        "recorded": page.exists and page.recorded,
    }


def _counts(count: Callable[[State], int]) -> dict[str, int]:
    return {state.value: count(state) for state in State}

"""What readers get of a page, and which page comes first in the list of work."""

from __future__ import annotations

import pytest

from saferhub.model.locale import Locale
from saferhub.translation.pairs import State
from saferhub.translation.progress import Coverage
from saferhub.translation.source_pages import shown_whole, untranslated
from saferhub.translation.status import (
    InterfaceWords,
    Need,
    PageState,
    PageStatus,
    SourcePage,
    locale_status,
)

ARABIC = Locale("ar", "العربية", "Arabic", "rtl", "Arab", publish_from=30, complete_from=80)


def page(
    name: str, fresh: int = 0, stale: int = 0, missing: int = 0, safety_open: int = 0, order: int = 9
) -> PageStatus:
    """A page with so many words in each state; every word is a block of its own."""
    counts = {State.FRESH: fresh, State.STALE: stale, State.MISSING: missing}
    total = fresh + stale + missing
    source = SourcePage(f"lessons/{name}", name, (0, order, order), total, total, 5)
    return PageStatus(source, Coverage(total, fresh + stale, missing, stale, 5, safety_open, counts, counts))


@pytest.mark.parametrize(
    ("status", "state", "need"),
    [
        (page("whole", fresh=100), PageState.COMPLETE, Need.DONE),
        (page("nearly", fresh=80, missing=20), PageState.COMPLETE, Need.BEGUN),
        (page("half", fresh=50, missing=50), PageState.PARTLY, Need.BEGUN),
        (page("help", fresh=98, missing=2, safety_open=2), PageState.PARTLY, Need.SAFETY),
        (page("old", fresh=60, stale=40), PageState.OUTDATED, Need.OUTDATED),
        (page("little", fresh=20, missing=80, safety_open=5), PageState.NOT_YET, Need.BEGUN),
        (page("old and little", fresh=10, stale=10, missing=80), PageState.NOT_YET, Need.BEGUN),
        (untranslated(SourcePage("lessons/new", words=10, blocks=2, safety=1)), PageState.NOT_YET, Need.WAITING),
        (shown_whole(SourcePage("about", words=10, blocks=2), draft=False), PageState.OUTDATED, Need.OUTDATED),
        (shown_whole(SourcePage("about", words=10, blocks=2, safety=1), draft=False), PageState.OUTDATED, Need.SAFETY),
    ],
)
def test_what_readers_get_and_why_a_page_is_next(status: PageStatus, state: PageState, need: Need) -> None:
    assert status.state(ARABIC) is state
    assert status.need(ARABIC) is need


def test_the_order_of_work() -> None:
    pages = [
        untranslated(SourcePage("about", order=(1, 0, 0), words=1, blocks=1)),
        untranslated(SourcePage("lessons/for-adults", order=(0, 99, 99), words=1, blocks=1)),
        untranslated(SourcePage("lessons/for-the-youngest", order=(0, 3, 5), words=900, blocks=9)),
        page("done", fresh=10),
        page("begun with much to do", fresh=5, missing=50, order=3),
        page("begun with little to do", fresh=90, missing=3, order=17),
        page("old for older ones", fresh=90, stale=1, order=12),
        page("old for young ones", fresh=90, stale=9, order=5),
        page("help is open", fresh=90, stale=1, safety_open=1, order=17),
    ]
    found = locale_status(ARABIC, pages, InterfaceWords())
    assert [one.source.id.removeprefix("lessons/") for one in found.pages] == [
        "help is open",
        "old for young ones",
        "old for older ones",
        "begun with little to do",
        "begun with much to do",
        "for-the-youngest",
        "for-adults",
        "about",
        "done",
    ]


def test_totals_add_up() -> None:
    drafted = PageStatus(page("x", fresh=1).source, page("x", fresh=1).coverage, draft=True)
    found = locale_status(ARABIC, [page("a", fresh=70, stale=10, missing=20, safety_open=2), drafted], InterfaceWords())
    assert (found.total_words, found.words(State.FRESH), found.share) == (101, 71, 70)
    assert (found.safety, found.drafts, found.accepted) == ((2, 10), 1, 1)
    assert [found.count(state) for state in PageState] == [1, 1, 0, 0]

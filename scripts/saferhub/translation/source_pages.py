"""Say what there is to translate in a page, and how pages stand that cannot be counted block by block."""

from __future__ import annotations

from collections.abc import Sequence

from saferhub.model.lesson import Document
from saferhub.translation.pairs import State
from saferhub.translation.pieces import Words
from saferhub.translation.progress import Coverage
from saferhub.translation.status import PageStatus, SourcePage


def source_of(document: Document, wanted: Sequence[Words]) -> SourcePage:
    """Say what there is to translate in a page. Lessons come first, youngest learners before all, adults last."""
    order = (1, 0, 0)
    if document.kind == "lesson":
        ages = document.facts.get("ages")
        years = (ages.get("from"), ages.get("to")) if isinstance(ages, dict) else ()
        first, last = (year if isinstance(year, int) else 99 for year in years or (99, 99))
        order = (0, first, last)
    return SourcePage(
        document.id,
        str(document.facts.get("title", "")),
        order,
        sum(one.count for one in wanted),
        len(wanted),
        sum(one.is_safety for one in wanted),
    )


def untranslated(source: SourcePage) -> PageStatus:
    """Return the status of a page that nobody began."""
    missing = Coverage(
        source.words,
        0,
        source.blocks,
        0,
        source.safety,
        source.safety,
        {State.MISSING: source.blocks},
        {State.MISSING: source.words},
    )
    return PageStatus(source, missing, exists=False)


def shown_whole(source: SourcePage, draft: bool) -> PageStatus:
    """Return the status of a hand-made translation of another shape: somebody has to look at all of it.

    Readers see it, apart from its words about help; a text that is all about safety they do not see.
    """
    coverage = Coverage(
        source.words,
        0 if source.is_snippet else source.words,
        source.blocks if source.is_snippet else 0,
        source.blocks,
        source.safety,
        source.safety,
        {State.CHECK: source.blocks},
        {State.CHECK: source.words},
    )
    return PageStatus(source, coverage, draft=draft, whole=True, recorded=False)

"""The hub in figures: what there is, whom it reaches, how it reads, and what is still missing."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from saferhub.catalogue.catalogue import Catalogue
from saferhub.catalogue.reach import Reach, reach
from saferhub.catalogue.reading import AgeReading, readings
from saferhub.catalogue.usage import by_competency, by_level, by_source
from saferhub.model.lesson import Document
from saferhub.model.locale import SOURCE_LOCALE
from saferhub.translation.pieces import pieces
from saferhub.translation.status import LocaleStatus, PageState

SCHEMA_VERSION = 1
SOON = datetime.timedelta(days=60)  # time enough to verify a help entry before it is no longer shown
DRAWINGS = f"{SOURCE_LOCALE}/assets/drawings/"


@dataclass(frozen=True)
class Sizes:
    """How much there is, in pieces and in English words. The words of handouts are part of those of lessons."""

    lessons: int
    guides: int
    handouts: int
    drawings: int
    lesson_words: int
    guide_words: int
    handout_words: int


@dataclass(frozen=True)
class Language:
    """How far one language is: the English words that readers have in it, and its lessons by state.

    It is complete when every lesson is, and partly there otherwise.
    """

    is_complete: bool
    words: int
    words_in_english: int
    lessons: Mapping[str, int]
    machine_drafts: int


@dataclass(frozen=True)
class Used:
    """How many of all there are a lesson uses, and the names of those that none uses."""

    used: int
    total: int
    gaps: tuple[str, ...]


@dataclass(frozen=True)
class HelpEntries:
    """The services that are shown today, and those that somebody has to verify soon."""

    total: int
    expiring: Mapping[str, datetime.date]


@dataclass(frozen=True)
class Statistics:
    """Everything that `hub stats` tells."""

    sizes: Sizes
    languages: Mapping[str, Language]
    competencies: Used
    sources: Used
    evidence_levels: Mapping[str, int]
    help: HelpEntries
    reach: Reach
    reading: Mapping[str, Mapping[str, AgeReading]]

    def data(self) -> dict[str, Any]:
        """Return everything as plain data for other programs; days are written year first."""
        days = {name: day.isoformat() for name, day in self.help.expiring.items()}
        return {"schema_version": SCHEMA_VERSION, **asdict(self), "help": {**asdict(self.help), "expiring": days}}


def statistics(catalogue: Catalogue, languages: Sequence[LocaleStatus], today: datetime.date) -> Statistics:
    """Count everything. `languages` says how far the translations are; `today` decides what expires soon."""
    return Statistics(
        _sizes(catalogue),
        {one.locale.id: _language(one) for one in languages},
        _used(by_competency(catalogue)),
        _used(by_source(catalogue)),
        {level: len(lessons) for level, lessons in by_level(catalogue).items()},
        HelpEntries(
            len(catalogue.help_entries),
            {entry.id: entry.expires for entry in catalogue.help_entries if entry.expires <= today + SOON},
        ),
        reach(catalogue),
        readings(catalogue),
    )


def _sizes(catalogue: Catalogue) -> Sizes:
    documents = [lesson.document for lesson in catalogue.lessons]
    handouts = [sum(part.name == "handout" for part in document.body.containers) for document in documents]
    return Sizes(
        len(documents),
        len(catalogue.guides),
        sum(handouts),
        sum(name.startswith(DRAWINGS) and name.endswith(".svg") for name in catalogue.library.files),
        _words(documents),
        _words(catalogue.guides),
        _words(documents, inside="handout"),
    )


def _words(documents: Iterable[Document], inside: str = "") -> int:
    """Count words as the figures of translations do; `inside` names a block, and then only its words count."""
    return sum(
        one.count
        for document in documents
        for one in pieces(document)
        if not inside or (one.block and any(part.name == inside for part in one.block.containers))
    )


def _language(one: LocaleStatus) -> Language:
    lessons = [page for page in one.pages if page.source.id.startswith("lessons/")]
    states = {state.value: sum(page.state(one.locale) is state for page in lessons) for state in PageState}
    return Language(
        states[PageState.COMPLETE.value] == len(lessons),
        sum(page.coverage.translated for page in one.pages),
        one.total_words,
        states,
        one.drafts,
    )


def _used(lessons: Mapping[str, Sequence[object]]) -> Used:
    gaps = tuple(name for name, found in lessons.items() if not found)
    return Used(len(lessons) - len(gaps), len(lessons), gaps)

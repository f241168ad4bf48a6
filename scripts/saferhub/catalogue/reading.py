"""How hard the words are that learners read and hear, for each age band, against what readers of that age do well with.

It measures what the check `hard-to-read` measures: words to say, handouts, cards and quizzes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from saferhub.catalogue.catalogue import Catalogue
from saferhub.catalogue.reach import lessons_by_age
from saferhub.checks.language_pack import locales
from saferhub.checks.passages import Page, Passage
from saferhub.checks.readability import FOR_ADULTS, Limit, limit_of, parts_of, read
from saferhub.model.lesson import Document
from saferhub.model.locale import Locale


@dataclass(frozen=True)
class AgeReading:
    """Sentences for one age band, in words, and the limits of the check for the middle one and for the longest.

    `hardest` is the lesson whose middle sentence is the longest, `longest_in` the one with the longest sentence of all;
    `above` names all lessons in which a sentence or the middle one is above its limit.
    """

    lessons: int
    median: int
    median_target: int
    hardest: str
    hardest_median: int
    longest: int
    longest_target: int
    longest_in: str
    above: tuple[str, ...]


def readings(catalogue: Catalogue) -> Mapping[str, Mapping[str, AgeReading]]:
    """Return the measure of each age band, by language. Languages whose sentences nobody taught us are left out."""
    measured = set(locales())
    return {
        locale.id: {age: found for age, found in _by_age(catalogue, locale) if found.lessons}
        for locale in catalogue.locales
        if locale.id in measured
    }


def _by_age(catalogue: Catalogue, locale: Locale) -> Iterable[tuple[str, AgeReading]]:
    first_years = {band.id: band.first for band in catalogue.taxonomy.age_bands}
    for age, lessons in lessons_by_age(catalogue).items():
        sources = [lesson.document for lesson in lessons]
        translated = [catalogue.library.translations.get((locale.id, source.id)) for source in sources]
        limit = limit_of(first_years[age]) if age in first_years else FOR_ADULTS
        yield age, _measured([page for page in (sources if locale.is_source else translated) if page], limit)


def _measured(documents: Iterable[Document], limit: Limit) -> AgeReading:
    words = {document.id.rpartition("/")[2]: _for_learners(document) for document in documents}
    found = {lesson: measure for lesson, passages in words.items() if (measure := read(passages))}
    together = read(passage for passages in words.values() for passage in passages)
    longest = {lesson: max(each[3] for each in measure.longest) for lesson, measure in found.items()}
    hardest = max(found, key=lambda lesson: found[lesson].median, default="")
    longest_in = max(longest, key=lambda lesson: longest[lesson], default="")
    return AgeReading(
        len(found),
        together.median if together else 0,
        limit.median,
        hardest,
        found[hardest].median if hardest else 0,
        longest.get(longest_in, 0),
        limit.cap,
        longest_in,
        tuple(lesson for lesson in found if found[lesson].median > limit.median or longest[lesson] > limit.cap),
    )


def _for_learners(document: Document) -> tuple[Passage, ...]:
    return tuple(passage for part in parts_of(Page(document)) if part.is_for_learners for passage in part.passages)

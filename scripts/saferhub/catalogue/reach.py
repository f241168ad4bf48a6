"""Whom the lessons reach: how many there are for each age, harm, audience and class of risk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from saferhub.catalogue.catalogue import Catalogue
from saferhub.catalogue.usage import by_harm
from saferhub.model.lesson import Lesson
from saferhub.model.taxonomy import Harm, Span, Taxonomy

ADULTS = "adults"  # stands beside the age bands for lessons without ages


@dataclass(frozen=True)
class HarmReach:
    """The lessons about one harm, by age band and for adults. None means that no lesson may be: they are too young."""

    risk_class: str
    lessons: int
    by_age: Mapping[str, int | None]


@dataclass(frozen=True)
class Reach:
    """How many lessons there are of each kind. A lesson counts in each age band and with each harm that it has."""

    lessons_by_age: Mapping[str, int]
    minutes_by_age: Mapping[str, int]
    lessons_by_audience: Mapping[str, int]
    lessons_by_class: Mapping[str, int]
    by_harm: Mapping[str, HarmReach]


def reach(catalogue: Catalogue) -> Reach:
    """Count the lessons of a catalogue."""
    taxonomy, lessons = catalogue.taxonomy, catalogue.lessons
    groups = lessons_by_age(catalogue)
    harms = {harm.id: harm for harm in taxonomy.harms}
    classes = dict.fromkeys(harm.risk_class for harm in taxonomy.harms)
    return Reach(
        {age: len(found) for age, found in groups.items()},
        {age: sum(lesson.minutes for lesson in found) for age, found in groups.items()},
        {name: sum(name in lesson.audiences for lesson in lessons) for name in taxonomy.ids("audiences")},
        {
            name: sum(any(harms[harm].risk_class == name for harm in lesson.harms) for lesson in lessons)
            for name in classes
        },
        {harm: _of_harm(harms[harm], found, taxonomy) for harm, found in by_harm(catalogue).items()},
    )


def lessons_by_age(catalogue: Catalogue) -> Mapping[str, tuple[Lesson, ...]]:
    """Return the lessons of each age band, and at the end those for adults."""
    columns = [*catalogue.taxonomy.ids("age_bands"), ADULTS]
    return {
        age: tuple(lesson for lesson in catalogue.lessons if age in _ages_of(lesson, catalogue.taxonomy))
        for age in columns
    }


def _ages_of(lesson: Lesson, taxonomy: Taxonomy) -> list[str]:
    return taxonomy.bands_of(lesson.ages.first, lesson.ages.last) if lesson.ages else [ADULTS]


def _of_harm(harm: Harm, lessons: tuple[Lesson, ...], taxonomy: Taxonomy) -> HarmReach:
    found: dict[str, int | None] = {}
    for band in taxonomy.age_bands:
        count = sum(band.id in _ages_of(lesson, taxonomy) for lesson in lessons)
        found[band.id] = count if count or _may_be_taught(harm, band) else None
    found[ADULTS] = sum(lesson.ages is None for lesson in lessons)
    return HarmReach(harm.risk_class, len(lessons), found)


def _may_be_taught(harm: Harm, band: Span) -> bool:
    return not harm.adults_only and band.last >= harm.youngest

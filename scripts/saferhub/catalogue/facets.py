"""Facets: the ways in which lessons are filtered, such as age band, audience and harm."""

from __future__ import annotations

from dataclasses import dataclass

from saferhub.model.lesson import Lesson
from saferhub.model.taxonomy import Taxonomy, Term


@dataclass(frozen=True)
class Facet:
    """One way to filter. `terms` names the list of the taxonomy that holds its values."""

    id: str
    terms: str


FACETS = (
    Facet("age", "age_bands"),
    Facet("audience", "audiences"),
    Facet("harm", "harms"),
    Facet("opportunity", "opportunities"),
    Facet("length", "lengths"),
    Facet("setting", "settings"),
    Facet("without", "without"),
)


def values(lesson: Lesson, facet: Facet, taxonomy: Taxonomy) -> tuple[str, ...]:
    """Return the values that a lesson has in a facet."""
    if facet.id == "age":
        return tuple(taxonomy.bands_of(lesson.ages.first, lesson.ages.last)) if lesson.ages else ()
    if facet.id == "length":
        return (taxonomy.length_of(lesson.minutes),)
    if facet.id == "without":
        return tuple(term.id for term in taxonomy.terms("without") if term.id not in lesson.needs)
    found = {
        "audience": lesson.audiences,
        "harm": lesson.harms,
        "opportunity": lesson.opportunities,
        "setting": lesson.setting,
    }
    return found[facet.id]


def used_terms(lessons: tuple[Lesson, ...], facet: Facet, taxonomy: Taxonomy) -> list[tuple[Term, int]]:
    """Return the values that at least one lesson has, in the order of the taxonomy, with how many lessons have them."""
    counted = [
        (term, sum(term.id in values(lesson, facet, taxonomy) for lesson in lessons))
        for term in taxonomy.terms(facet.terms)
    ]
    return [(term, count) for term, count in counted if count]

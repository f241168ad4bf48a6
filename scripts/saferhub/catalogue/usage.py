"""Which lessons teach a competency, rest on a source or stand at a level of evidence. What none does is a gap."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from saferhub.catalogue.catalogue import Catalogue
from saferhub.model.lesson import Lesson

Lessons = tuple[Lesson, ...]
# Levels of evidence at which few studies of the topic itself exist, or none.
THIN = ("emerging", "practice-based")


def by_competency(catalogue: Catalogue) -> Mapping[str, Lessons]:
    """Return the lessons that teach each competency, in the order of the competencies."""
    return _sorted_into(catalogue.taxonomy.competency_ids(), catalogue.lessons, lambda lesson: lesson.competencies)


def by_source(catalogue: Catalogue) -> Mapping[str, Lessons]:
    """Return the lessons that rest on each source, in the order of the sources."""
    ids = [source.id for source in catalogue.taxonomy.evidence]
    return _sorted_into(ids, catalogue.lessons, lambda lesson: lesson.evidence_sources)


def by_level(catalogue: Catalogue) -> Mapping[str, Lessons]:
    """Return the lessons at each level of evidence, the strongest first."""
    levels = catalogue.taxonomy.ids("evidence_levels")
    return _sorted_into(levels, catalogue.lessons, lambda lesson: (lesson.evidence_level,))


def by_harm(catalogue: Catalogue) -> Mapping[str, Lessons]:
    """Return the lessons about each harm, in the order of the harms."""
    return _sorted_into(catalogue.taxonomy.ids("harms"), catalogue.lessons, lambda lesson: lesson.harms)


def in_writing(catalogue: Catalogue) -> frozenset[str]:
    """Return the competencies that a draft is about: a lesson for them is coming."""
    drafts = (lesson for lesson in catalogue.library.lessons if lesson.status == "draft")
    return frozenset(name for lesson in drafts for name in lesson.competencies)


def thinly_known(catalogue: Catalogue) -> Mapping[str, tuple[str, ...]]:
    """Return the harms that only thin evidence stands behind, by the best level that a lesson about them has."""
    levels = catalogue.taxonomy.ids("evidence_levels")
    found: dict[str, tuple[str, ...]] = dict.fromkeys(THIN, ())
    for harm, lessons in by_harm(catalogue).items():
        best = min((lesson.evidence_level for lesson in lessons), key=levels.index, default="")
        if best in found:
            found[best] += (harm,)
    return found


def _sorted_into(
    ids: Iterable[str], lessons: Lessons, names: Callable[[Lesson], Iterable[str]]
) -> Mapping[str, Lessons]:
    return {one: tuple(lesson for lesson in lessons if one in names(lesson)) for one in ids}

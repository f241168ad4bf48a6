"""A lesson that names a competency of an age which it is not for."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.rule import Example, Family, Finding, Rule, each_lesson
from saferhub.model.lesson import Lesson
from saferhub.model.library import Library
from saferhub.model.problem import Severity, phrase


def look(library: Library, lesson: Lesson) -> Iterator[Finding]:
    """Compare the age band at the end of each competency with the bands of the lesson."""
    bands = library.taxonomy.bands_of(lesson.ages.first, lesson.ages.last) if lesson.ages else ["adult"]
    known = {f"{strand.id}-{band}": band for strand in library.taxonomy.strands for band in strand.statements}
    for index, name in enumerate(lesson.competencies):
        if lesson.ages and known.get(name, bands[0] if bands else "") not in bands:
            yield Finding(
                lesson.document.place("competencies", index),
                phrase("`{name}` is for another age than the lesson ({bands}).", name=name, bands=", ".join(bands)),
                phrase("Name the statement of the same strand for these ages."),
            )


RULE = Rule(
    slug="competency-of-another-age",
    family=Family.METADATA,
    severity=Severity.ERROR,
    what="A lesson that names a competency of an age which it is not for.",
    why="The page of progression would send teachers to a lesson that is too easy or too hard.",
    fix="Name the statement of the same strand for the ages of the lesson.",
    examples=(Example(wrong="competencies: [relationships-16-18]", right="competencies: [relationships-9-12]"),),
    check=each_lesson(look),
)

"""The page that shows what learners can do at each age, and which lessons teach it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from saferhub.catalogue.usage import Lessons, by_competency, in_writing
from saferhub.model.taxonomy import Strand
from saferhub.site.lesson_facts import Facts, Shelf, link, told

COMPETENCIES = "competencies"


def competency_facts(shelf: Shelf) -> Facts:
    """Return the facts of the page: every strand with its statements, youngest first."""
    lessons, coming = by_competency(shelf.catalogue), in_writing(shelf.catalogue)
    say, number = shelf.voice.say, shelf.voice.number
    return {
        "strands": [_strand(strand, lessons, coming, shelf) for strand in shelf.catalogue.taxonomy.strands],
        "count": say("Statements with a lesson: {count} of {all}.").format(
            count=number(sum(bool(found) for found in lessons.values())), all=number(len(lessons))
        ),
    }


def _strand(strand: Strand, lessons: Mapping[str, Lessons], coming: Collection[str], shelf: Shelf) -> Facts:
    steps: list[Facts] = []
    for age, statement in strand.statements.items():
        competency = f"{strand.id}-{age}"
        steps.append(
            {
                "id": competency,
                "age": _age(age, shelf),
                "statement": told(statement, shelf.voice),
                "lessons": [link(lesson.id, shelf, COMPETENCIES) for lesson in lessons[competency]],
                "coming": competency in coming,
            }
        )
    return {"id": strand.id, "label": told(strand.label, shelf.voice), "steps": steps}


def _age(age: str, shelf: Shelf) -> Facts:
    """What an age is called; a statement without an age band is for adults."""
    label = next((band.label for band in shelf.catalogue.taxonomy.age_bands if band.id == age), "")
    return told(label, shelf.voice) if label else {"text": shelf.voice.say("Adults")}

"""The page that shows what lessons rest on: works, how much is known, and where evidence is thin."""

from __future__ import annotations

from saferhub.catalogue.usage import THIN, by_level, by_source, thinly_known
from saferhub.render.address import relative
from saferhub.site.lesson_facts import Facts, Shelf, link, told, work_facts

EVIDENCE = "evidence"


def evidence_facts(shelf: Shelf) -> Facts:
    """Return the facts of the page: levels with their lessons, topics of which little is known, and all works."""
    catalogue, voice = shelf.catalogue, shelf.voice
    taxonomy = catalogue.taxonomy
    levels, sources = by_level(catalogue), by_source(catalogue)
    thin = sum(len(levels.get(level, ())) for level in THIN)
    return {
        "levels": [
            {
                "id": level.id,
                "label": told(level.label, voice),
                "definition": told(level.definition, voice),
                "lessons": [link(lesson.id, shelf, EVIDENCE) for lesson in levels[level.id]],
            }
            for level in taxonomy.terms("evidence_levels")
        ],
        "thin": voice.say(
            "Lessons of a kind that has been studied little or not at all for their topic: {count} of {all}."
        ).format(count=voice.number(thin), all=voice.number(len(catalogue.lessons))),
        "topics": {level: [_topic(harm, shelf) for harm in harms] for level, harms in thinly_known(catalogue).items()},
        "works": [
            {
                **work_facts(work, voice),
                "id": work.id,
                "lessons": [link(lesson.id, shelf, EVIDENCE) for lesson in sources[work.id]],
            }
            for work in taxonomy.evidence
        ],
    }


def _topic(harm: str, shelf: Shelf) -> Facts:
    return {
        "label": told(shelf.catalogue.taxonomy.term("harms", harm).label, shelf.voice),
        "href": relative(EVIDENCE, f"browse/harm/{harm}"),
    }

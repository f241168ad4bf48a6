"""The search index of one language: written here with lunr, read in the browser by lunr.js.

Both sides cut text into the same tokens with our normaliser, so the pipelines of lunr stay empty.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from lunr.builder import Builder

from saferhub.catalogue.normalise import tokens
from saferhub.model.lesson import BlockKind, Lesson
from saferhub.model.taxonomy import Taxonomy, Term
from saferhub.sources.blocks import split
from saferhub.sources.inline import plain
from saferhub.translation.composition import ComposedPage

FIELDS = {"title": 12, "summary": 5, "tags": 4, "heading": 3, "text": 1}
EMPTY: dict[str, object] = {
    "version": "2.3.9",
    "fields": list(FIELDS),
    "fieldVectors": [],
    "invertedIndex": [],
    "pipeline": [],
}  # lunr cannot divide by no documents
UNSEARCHED = frozenset({"help", "evidence", "adapt"})  # the same words in every lesson; they would drown the rest


@dataclass(frozen=True)
class Searchable:
    """A lesson in one language, ready for the index."""

    lesson: Lesson
    page: ComposedPage


def search_index(
    items: Iterable[Searchable], locale: str, taxonomy: Taxonomy, translate: Callable[[str], str]
) -> dict[str, object]:
    """Return the index of lessons and their sections as plain data that lunr.js can load.

    `lessons` and `sections` list identifiers. The reference of an entry in the index is the place of its lesson in the
    first list, and after a dot the place of its section in the second: whole names would make the index three times
    as large, because every word repeats them.
    """
    builder = Builder()
    builder.ref("ref")
    for name, boost in FIELDS.items():
        builder.field(name, boost=boost)
    lessons: list[str] = []
    sections: dict[str, int] = {}
    for number, item in enumerate(items):
        lessons.append(item.lesson.id)
        for section, fields in _entries(item, taxonomy, translate):
            ref = f"{number}.{sections.setdefault(section, len(sections))}" if section else str(number)
            cut = {name: " ".join(tokens(fields.get(name, ""), locale)) for name in FIELDS}
            builder.add({"ref": ref, **cut})
    if not lessons:
        return {"index": EMPTY, "lessons": [], "sections": []}
    index = builder.build().serialize()
    index["fieldVectors"] = [entry for entry in index["fieldVectors"] if entry[1]]  # lunr.js never asks for empty ones
    return {"index": index, "lessons": lessons, "sections": list(sections)}


def _entries(
    item: Searchable, taxonomy: Taxonomy, translate: Callable[[str], str]
) -> Iterable[tuple[str, dict[str, str]]]:
    """List what is searched of a lesson: its facts (no section), then the words of each section."""
    facts = {name: text.text for name, text in item.page.facts.items()}
    objectives = " ".join(objective.text for objective in item.page.objectives)
    yield "", {**facts, "tags": " ".join(_tags(item.lesson, taxonomy, translate)), "text": objectives}
    body, _ = split(item.page.markdown, "")
    for section in body.top_sections():
        if section.id in UNSEARCHED:
            continue
        blocks = [block for block in body.blocks_of(section.id) if block.kind not in (BlockKind.CODE, BlockKind.HTML)]
        headings = [plain(block.text) for block in blocks if block.kind is BlockKind.HEADING]
        words = [plain(block.text) for block in blocks if block.kind is not BlockKind.HEADING]
        yield section.id, {"heading": " ".join(headings), "text": " ".join(words)}


def _tags(lesson: Lesson, taxonomy: Taxonomy, translate: Callable[[str], str]) -> Iterable[str]:
    """The names of everything a lesson is tagged with, and the other words that people search for."""
    lists = {"harms": lesson.harms, "audiences": lesson.audiences, "opportunities": lesson.opportunities}
    terms: list[Term] = [taxonomy.term(name, value) for name, values in lists.items() for value in values]
    if lesson.ages:
        terms += [taxonomy.term("age_bands", band) for band in taxonomy.bands_of(lesson.ages.first, lesson.ages.last)]
    for term in terms:
        yield translate(term.label)
        if term.also:
            yield translate(", ".join(term.also))

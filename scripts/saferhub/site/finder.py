"""The finder: filters with their values, a page for every value, and the data that the finder's script reads."""

from __future__ import annotations

from saferhub.catalogue.facets import FACETS, Facet, used_terms, values
from saferhub.catalogue.search import Searchable, search_index
from saferhub.model.lesson import Lesson
from saferhub.model.taxonomy import Term
from saferhub.render.address import relative
from saferhub.render.isolation import isolated
from saferhub.site.lesson_facts import Facts, Shelf, card

FINDER = "find"
FIRST_CARDS = 60  # how many lessons the finder shows before its script runs; the rest is on the pages of the facets


def facet_label(facet: Facet, shelf: Shelf) -> str:
    """Return what readers call a facet."""
    say = shelf.voice.say
    return {
        "age": say("Age"),
        "audience": say("For whom"),
        "harm": say("Topic: harms"),
        "opportunity": say("Topic: the good side"),
        "length": say("Time"),
        "setting": say("Place"),
        "without": say("What you do not need"),
    }[facet.id]


def filters(shelf: Shelf, source: str) -> list[Facts]:
    """Return every facet with its values, how many lessons have each, and the page of each."""
    found: list[Facts] = []
    for facet in FACETS:
        options = [
            _option(term, count, facet, shelf, source)
            for term, count in used_terms(shelf.catalogue.lessons, facet, shelf.catalogue.taxonomy)
        ]
        found.append({"id": facet.id, "label": facet_label(facet, shelf), "options": options})
    return found


def _option(term: Term, count: int, facet: Facet, shelf: Shelf, source: str) -> Facts:
    return {
        "id": term.id,
        "label": shelf.voice.say(term.label),
        "count": shelf.voice.number(count),
        "href": relative(source, f"browse/{facet.id}/{term.id}"),
    }


def finder_facts(shelf: Shelf) -> Facts:
    """Return the facts of the finder's page."""
    lessons = shelf.catalogue.lessons
    return {
        "filters": filters(shelf, FINDER),
        "cards": [card(lesson, shelf, FINDER) for lesson in lessons[:FIRST_CARDS]],
        "forms": shelf.voice.count_forms("{count} lesson", "{count} lessons"),
        "count": count_words(len(lessons), shelf),
        "more": max(0, len(lessons) - FIRST_CARDS),
    }


def count_words(count: int, shelf: Shelf) -> str:
    """Say how many lessons were found."""
    return shelf.voice.say_count("{count} lesson", "{count} lessons", count)


def facet_pages(shelf: Shelf) -> dict[str, Facts]:
    """Return the facts of the page of each value that some lesson has, and of the list of all values."""
    pages: dict[str, Facts] = {
        "browse/all": {
            "title": shelf.voice.say("All lessons by topic"),
            "filters": filters(shelf, "browse/all"),
            "cards": [],
            "summary": shelf.voice.say("Every lesson, by age, audience, topic, time and place."),
        },
    }
    for facet in FACETS:
        for term, count in used_terms(shelf.catalogue.lessons, facet, shelf.catalogue.taxonomy):
            page_id = f"browse/{facet.id}/{term.id}"
            found = [
                lesson
                for lesson in shelf.catalogue.lessons
                if term.id in values(lesson, facet, shelf.catalogue.taxonomy)
            ]
            pages[page_id] = {
                "title": shelf.voice.say(term.label),
                "facet": facet_label(facet, shelf),
                "summary": shelf.voice.say(term.definition),
                "count": count_words(count, shelf),
                "cards": [card(lesson, shelf, page_id) for lesson in found],
            }
    return pages


def finder_data(shelf: Shelf) -> Facts:
    """Return what the finder's script needs: every lesson's card and its values in each facet."""
    return {
        "facets": [facet.id for facet in FACETS],
        "lessons": [
            {**_in_order(card(lesson, shelf, FINDER), shelf), "facets": _values(lesson, shelf)}
            for lesson in shelf.catalogue.lessons
        ],
    }


def _in_order(facts: Facts, shelf: Shelf) -> Facts:
    """Keep numbers in order in what scripts show: the finished pages see to themselves, data do not."""
    if shelf.voice.locale.direction != "rtl":
        return facts
    shown: Facts = {}
    for name, value in facts.items():
        if isinstance(value, dict):
            shown[name] = value if "lang" in value else {**value, "text": isolated(str(value["text"]))}
        else:
            shown[name] = value if name in ("id", "href") else isolated(str(value))
    return shown


def _values(lesson: Lesson, shelf: Shelf) -> list[tuple[str, ...]]:
    return [values(lesson, facet, shelf.catalogue.taxonomy) for facet in FACETS]


def index_data(shelf: Shelf) -> Facts:
    """Return the search index of the language: words that are translated, and English for the rest."""
    items = [Searchable(lesson, shelf.pages[lesson.id]) for lesson in shelf.catalogue.lessons]
    return search_index(items, shelf.voice.locale.id, shelf.catalogue.taxonomy, shelf.voice.say)

"""Everything a lesson's page shows around the text: facts at a glance, outline, evidence, review, paths."""

from __future__ import annotations

from dataclasses import dataclass

from saferhub.catalogue.catalogue import Catalogue
from saferhub.catalogue.facets import FACETS, values
from saferhub.model.lesson import Lesson
from saferhub.model.locale import SOURCE_LOCALE
from saferhub.model.taxonomy import EvidenceSource
from saferhub.render.address import in_locale, relative
from saferhub.render.voice import Voice
from saferhub.sources.blocks import split
from saferhub.sources.inline import plain
from saferhub.translation.composition import ComposedPage, Text

Facts = dict[str, object]


@dataclass(frozen=True)
class Shelf:
    """All lessons in one language, composed, and which of them have a page in it."""

    catalogue: Catalogue
    voice: Voice
    pages: dict[str, ComposedPage]
    published: frozenset[str]

    def address(self, source: str, lesson_id: str) -> str:
        """Return the way from a page to a lesson, in this language if it has a page there."""
        target = f"lessons/{lesson_id}"
        return relative(source, target) if target in self.published else in_locale(source, SOURCE_LOCALE, target)

    def title(self, lesson_id: str) -> Text:
        """Return the title of a lesson as this language's readers see it."""
        if f"lessons/{lesson_id}" not in self.published:
            lesson = self.catalogue.library.lesson(lesson_id)
            return Text(lesson.title if lesson else lesson_id, SOURCE_LOCALE)
        return self.pages[lesson_id].facts["title"]


def words_of(text: Text, voice: Voice) -> Facts:
    """Return words with their language and direction if these differ from the page's."""
    facts: Facts = {"text": text.text}
    if text.lang != voice.locale.id:
        facts.update(lang=text.lang, dir="ltr")
    return facts


def told(message: str, voice: Voice) -> Facts:
    """Return words from the hub's data in the reader's language; those that nobody has translated are marked."""
    text = voice.say(message)
    return words_of(Text(text, SOURCE_LOCALE if text == message else voice.locale.id), voice)


def link(lesson_id: str, shelf: Shelf, source: str) -> Facts:
    """Return the title of a lesson and the way to it from a page; `elsewhere` when that leads to another language."""
    return {
        "title": words_of(shelf.title(lesson_id), shelf.voice),
        "href": shelf.address(source, lesson_id),
        "elsewhere": f"lessons/{lesson_id}" not in shelf.published,
    }


def work_facts(work: EvidenceSource, voice: Voice) -> Facts:
    """Return what readers see of a work: its title stays in the language of the work, our note is translated."""
    return {
        "title": work.title,
        "publisher": work.publisher,
        "year": voice.digits(str(work.year)),
        "url": work.url,
        "note": told(work.note, voice),
    }


def card(lesson: Lesson, shelf: Shelf, source: str) -> Facts:
    """Return what a list of lessons shows of one of them."""
    voice = shelf.voice
    page = shelf.pages[lesson.id]
    elsewhere = f"lessons/{lesson.id}" not in shelf.published
    summary = Text(lesson.summary, SOURCE_LOCALE) if elsewhere else page.facts["summary"]
    facts: Facts = {
        "id": lesson.id,
        "href": shelf.address(source, lesson.id),
        "title": words_of(shelf.title(lesson.id), voice),
        "summary": words_of(summary, voice),
        "minutes": voice.minutes(lesson.minutes),
        "who": who(lesson, shelf),
    }
    if elsewhere:
        facts["elsewhere"] = voice.say("In English")
    elif page.draft:
        facts["draft"] = voice.say("Machine draft")
    return facts


def who(lesson: Lesson, shelf: Shelf) -> str:
    """Say for whom a lesson is: ages for learners, audiences for adults."""
    if lesson.ages:
        return shelf.voice.ages(lesson.ages.first, lesson.ages.last)
    terms = shelf.catalogue.taxonomy
    return " · ".join(shelf.voice.say(terms.term("audiences", name).label) for name in lesson.audiences)


def lesson_facts(lesson: Lesson, shelf: Shelf) -> Facts:
    """Return the facts of a lesson's page."""
    voice, taxonomy, page = shelf.voice, shelf.catalogue.taxonomy, shelf.pages[lesson.id]
    source = lesson.document.id

    def labels(name: str, ids: tuple[str, ...]) -> list[str]:
        return [voice.say(taxonomy.term(name, term_id).label) for term_id in ids]

    level = taxonomy.term("evidence_levels", lesson.evidence_level)
    sensitivity = taxonomy.term("sensitivities", lesson.sensitivity)
    materials = page.facts.get("materials")
    return {
        "lead": words_of(page.facts["summary"], voice),
        "who": who(lesson, shelf),
        "adults": lesson.ages is None,
        "time": voice.series(
            [
                voice.minutes(lesson.minutes),
                voice.say_count("{count} session", "{count} sessions", lesson.sessions),
            ]
        ),
        "setting": voice.series(labels("settings", lesson.setting)),
        "group": voice.series(labels("groups", lesson.group)),
        "needs": voice.series(labels("needs", lesson.needs)),
        "materials": words_of(materials, voice) if materials else None,
        "objectives": [words_of(text, voice) for text in page.objectives],
        "skills": voice.series(labels("skills", lesson.skills)),
        "competencies": [
            {
                "statement": told(taxonomy.competency(name), voice),
                "href": f"{relative(source, 'competencies')}#{name}",
            }
            for name in lesson.competencies
        ],
        "tags": _tags(lesson, shelf, source),
        "outline": _outline(page, voice),
        "sensitivity": {
            "id": sensitivity.id,
            "label": voice.say(sensitivity.label),
            "definition": voice.say(sensitivity.definition),
        },
        "evidence": {
            "level": voice.say(level.label),
            "definition": voice.say(level.definition),
            "elements": [
                {"label": voice.say(term.label), "has": term.id in lesson.evidence_elements}
                for term in taxonomy.terms("evidence_elements")
            ],
            "sources": [work_facts(work, voice) for work in taxonomy.evidence if work.id in lesson.evidence_sources],
        },
        "review": _review(lesson, shelf),
        "authors": voice.items(list(lesson.authors)),
        "licence": lesson.licence,
        "adapted_from": lesson.adapted_from,
        "prior": [link(name, shelf, source) for name in lesson.prior],
        "next": [link(name, shelf, source) for name in lesson.next],
    }


def _tags(lesson: Lesson, shelf: Shelf, source: str) -> list[Facts]:
    found: list[Facts] = []
    for facet in FACETS[:4]:
        for value in values(lesson, facet, shelf.catalogue.taxonomy):
            label = shelf.voice.say(shelf.catalogue.taxonomy.term(facet.terms, value).label)
            found.append({"label": label, "href": relative(source, f"browse/{facet.id}/{value}")})
    return found


def _outline(page: ComposedPage, voice: Voice) -> list[Facts]:
    body, _ = split(page.markdown, "")
    found: list[Facts] = []
    for block in body.blocks:
        if block.level == 2 and block.kind.value == "heading" and block.section:
            lang = block.attributes.get("lang", voice.locale.id)
            minutes = next((part.minutes for part in body.sections if part.line == block.line), 0)
            found.append(
                {
                    "id": block.section,
                    "title": words_of(Text(plain(block.text), lang), voice),
                    "minutes": voice.minutes(minutes) if minutes else "",
                }
            )
    return found


def _review(lesson: Lesson, shelf: Shelf) -> Facts:
    voice = shelf.voice
    if lesson.reviewed and lesson.reviewers:
        roles = [voice.say(shelf.catalogue.taxonomy.term("reviewer_roles", role).label) for role in lesson.reviewers]
        status = voice.say("Reviewed on {day} by: {who}.").format(
            day=voice.date(lesson.reviewed), who=voice.items(roles)
        )
    else:
        status = voice.say("Nobody outside the team has reviewed this lesson yet.")
    return {"status": status, "written": voice.date(lesson.written), "review_by": voice.date(lesson.review_by)}

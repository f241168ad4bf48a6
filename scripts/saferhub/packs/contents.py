"""Collect what a pack says: the facts that its template sets on paper, in one language and edition."""

from __future__ import annotations

import base64
import datetime
import posixpath
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from urllib.parse import urlsplit

import segno

from saferhub.catalogue.catalogue import Catalogue
from saferhub.model.help import HelpEntry
from saferhub.model.lesson import Document, Lesson
from saferhub.model.locale import SOURCE_LOCALE, Locale
from saferhub.model.pack import ADULTS, PackOrder
from saferhub.packs.paper import for_paper, inner, one_ink, parsed
from saferhub.packs.parts import LessonParts, for_learners, take_apart
from saferhub.packs.selection import FAMILIES, Selection
from saferhub.render.help_text import help_parts, signpost
from saferhub.render.lesson_html import html_of, page_html
from saferhub.render.page_markdown import PageContext
from saferhub.render.translation_notice import notices
from saferhub.render.voice import Voice
from saferhub.translation.composition import ComposedPage, Text

Facts = dict[str, object]
AGREEMENT = "guides/family-agreement"
PURPOSES = ("talk", "report", "remove-image")


class UnprintableError(Exception):
    """Raised when a pack cannot be printed as it should be; the message names what is missing."""


class Shelf:
    """All pages of one language as HTML for paper; each is made once, however many packs it stands in."""

    def __init__(self, root: Path, catalogue: Catalogue, locale: Locale, voice: Voice, address: str = "") -> None:
        self.root, self.catalogue, self.locale, self.voice = root, catalogue, locale, voice
        self.address = address.rstrip("/")
        self.context = PageContext(catalogue, voice, frozenset())
        self._composed: dict[str, ComposedPage] = {}
        self._parts: dict[str, LessonParts] = {}
        self._pictures: dict[str, str] = {}

    def composed(self, document: Document) -> ComposedPage:
        """Return a page as readers of the language get it."""
        if document.id not in self._composed:
            self._composed[document.id] = self.catalogue.composed(document, self.locale)
        return self._composed[document.id]

    def document(self, page_id: str) -> Document | None:
        """Return a page that is no lesson, by its identifier."""
        pages = [*self.catalogue.pages("page"), *self.catalogue.pages("snippet")]
        return next((one for one in pages if one.id == page_id), None)

    def snippet(self, lesson: Lesson) -> ComposedPage | None:
        """Return the safeguarding text for a lesson."""
        document = self.document(f"snippets/safeguarding-{lesson.sensitivity}")
        return self.composed(document) if document else None

    def parts(self, lesson: Lesson) -> LessonParts:
        """Return the parts of a lesson, ready for paper."""
        if lesson.id not in self._parts:
            snippet = self.snippet(lesson)
            context = PageContext(self.catalogue, self.voice, frozenset(), snippet.markdown if snippet else "")
            tree = parsed(page_html(self.composed(lesson.document), context))
            for_paper(tree, lesson.id, 1, lambda link: self.where(link, lesson.document))
            self._parts[lesson.id] = take_apart(tree)
        return self._parts[lesson.id]

    def page(self, document: Document) -> str:
        """Return a guide, ready for paper."""
        tree = parsed(page_html(self.composed(document), self.context))
        for_paper(tree, posixpath.basename(document.id), 1, lambda link: self.where(link, document))
        return inner(tree)

    def words(self, markdown: str, prefix: str, deeper: int = 1) -> str:
        """Return the HTML for paper of Markdown that stands in no page, such as the help page."""
        tree = parsed(html_of(markdown))
        for_paper(tree, prefix, deeper, lambda link: link if urlsplit(link).scheme else "")
        return inner(tree)

    def where(self, link: str, document: Document) -> str:
        """Return the address of a picture (its content) or of a page on the web; links to pages of the hub lead
        nowhere on paper unless the address of the site is known."""
        if urlsplit(link).scheme:
            return link
        path = posixpath.normpath(posixpath.join(posixpath.dirname(document.id), link.partition("#")[0]))
        if path.endswith(".svg"):
            return self.picture(path, document)
        return ""

    def picture(self, path: str, document: Document) -> str:
        """Return a drawing as an address that holds its content, so that a worker needs no folder."""
        if path not in self._pictures:
            file = self.root / "docs" / SOURCE_LOCALE / path
            if not file.is_file():
                raise UnprintableError(
                    f"{document.path}: the drawing {path} is not there. Bring it back, or take it out."
                )
            content = base64.b64encode(one_ink(file.read_bytes())).decode("ascii")
            self._pictures[path] = f"data:image/svg+xml;base64,{content}"
        return self._pictures[path]


def text(words: Text, voice: Voice) -> Facts:
    """Return words with their language and direction if these differ from the page's."""
    facts: Facts = {"text": words.text}
    if words.lang != voice.locale.id:
        facts.update(lang=words.lang, dir="ltr")
    return facts


def pack_facts(order: PackOrder, selection: Selection, shelf: Shelf) -> Facts:
    """Return everything that the template of a pack shows."""
    voice, recipe = shelf.voice, order.recipe
    lessons = [_lesson(lesson, shelf, order) for lesson in selection.lessons]
    whole = [*selection.lessons, *selection.letters]
    title, group = pack_title(order, shelf)
    learner = order.edition == "learner"
    agreement = shelf.document(AGREEMENT) if recipe.audience == FAMILIES else None
    if agreement and not shelf.composed(agreement).is_published(shelf.locale):
        agreement = None
    letters = [_letter(lesson, shelf) for lesson in ([] if learner else whole)]
    return {
        "locale": shelf.locale.id,
        "dir": shelf.locale.direction,
        "script": shelf.locale.script,
        "source": SOURCE_LOCALE,
        "language": shelf.locale.name,
        "paper": order.paper,
        "edition": order.edition,
        "learner": learner,
        "title": title,
        "group": group,
        "cover": voice.say(recipe.cover) if recipe.cover else "",
        "time": voice.minutes(selection.minutes) if selection.minutes and not learner else "",
        "count": voice.say_count("{count} lesson", "{count} lessons", len(lessons)) if lessons else "",
        "date": voice.date(_newest(whole)),
        "lessons": lessons,
        "letters": [letter for letter in letters if letter["html"]],
        "agreement": _agreement(agreement, shelf) if agreement and not learner else None,
        "left_out": [text(Text(lesson.title, SOURCE_LOCALE), voice) for lesson in selection.left_out],
        "draft": any(shelf.composed(lesson.document).draft for lesson in whole),
        "answers": [] if learner else [one for one in lessons if one["questions"]],
        "help": _help(shelf, recipe.country),
        "terms": terms(whole, shelf),
        "works": [] if learner else _works(whole, shelf),
        "levels": [] if learner else _levels(selection.lessons, shelf),
        "authors": voice.items(sorted({author for lesson in whole for author in lesson.authors})),
        "reviewed": all(lesson.reviewers for lesson in whole),
        "addresses": _addresses(order, shelf),
        "page_words": _page_words(voice),
        "digits": {"arab": "arabic-indic", "arabext": "persian"}.get(shelf.locale.digits, "decimal"),
    }


def pack_title(order: PackOrder, shelf: Shelf) -> tuple[str, str]:
    """Return the title of a pack and the people it is for."""
    voice, recipe, taxonomy = shelf.voice, order.recipe, shelf.catalogue.taxonomy
    ages = voice.say(taxonomy.term("age_bands", recipe.ages).label) if recipe.ages not in ("", ADULTS) else ""
    audience = voice.say(taxonomy.term("audiences", recipe.audience).label) if recipe.audience else ""
    if recipe.title:
        return voice.say(recipe.title), " · ".join(part for part in (ages, audience) if part)
    return (ages or audience or voice.say("Lessons")), (audience if ages else "")


def _newest(lessons: Sequence[Lesson]) -> datetime.date:
    """The day of the newest lesson: a pack of the same lessons is the same on every day."""
    return max(
        (max(lesson.written, lesson.reviewed or lesson.written) for lesson in lessons), default=datetime.date.min
    )


def _lesson(lesson: Lesson, shelf: Shelf, order: PackOrder) -> Facts:
    voice, taxonomy, page = shelf.voice, shelf.catalogue.taxonomy, shelf.composed(lesson.document)
    parts = shelf.parts(lesson)
    if order.edition == "learner":
        handouts = tuple(for_learners(one) for one in parts.handouts)
        parts = replace(parts, good=for_learners(parts.good), help=for_learners(parts.help), handouts=handouts)
    snippet = shelf.snippet(lesson)
    sensitivity = taxonomy.term("sensitivities", lesson.sensitivity)
    sensitive = lesson.sensitivity != "general"

    def labels(name: str, ids: tuple[str, ...]) -> str:
        return voice.series([voice.say(taxonomy.term(name, term_id).label) for term_id in ids])

    materials = page.facts.get("materials")
    return {
        "id": lesson.id,
        "title": text(page.facts["title"], voice),
        "lead": text(page.facts["summary"], voice),
        "adults": lesson.ages is None,
        "who": voice.ages(lesson.ages.first, lesson.ages.last)
        if lesson.ages
        else labels("audiences", lesson.audiences),
        "time": voice.series(
            [voice.minutes(lesson.minutes), voice.say_count("{count} session", "{count} sessions", lesson.sessions)]
        ),
        "group": labels("groups", lesson.group),
        "setting": labels("settings", lesson.setting),
        "needs": labels("needs", lesson.needs),
        "materials": text(materials, voice) if materials else None,
        "objectives": [text(one, voice) for one in page.objectives],
        "sensitive": {"label": voice.say(sensitivity.label), "definition": voice.say(sensitivity.definition)}
        if sensitive
        else None,
        "safeguarding": shelf.words(snippet.markdown, f"{lesson.id}-safe", 2) if snippet and sensitive else "",
        "signpost": shelf.words(signpost(shelf.catalogue, _purposes(lesson, shelf), voice), f"{lesson.id}-first"),
        "notices": notices(page, snippet, voice),
        **{name: value for name, value in asdict(parts).items() if name != "questions"},
        "questions": [asdict(question) for question in parts.questions],
    }


def _purposes(lesson: Lesson, shelf: Shelf) -> list[str]:
    harms = [shelf.catalogue.taxonomy.harm(harm) for harm in lesson.harms]
    found = [purpose for harm in harms if harm for purpose in harm.help]
    return [purpose for purpose in PURPOSES if purpose in found or purpose == "talk"]


def _letter(lesson: Lesson, shelf: Shelf) -> Facts:
    parts, page = shelf.parts(lesson), shelf.composed(lesson.document)
    title = page.facts["title"]
    return {"id": lesson.id, "title": text(title, shelf.voice), "heading": parts.letter_title, "html": parts.letter}


def _agreement(document: Document, shelf: Shelf) -> Facts:
    page = shelf.composed(document)
    return {"title": text(page.facts["title"], shelf.voice), "html": shelf.page(document)}


def _help(shelf: Shelf, country: str) -> str:
    """Return the help page: what works everywhere, and the services of the pack's country if it names one."""

    def belongs(entry: HelpEntry) -> bool:
        return entry.country in ("international", country)

    return shelf.words(help_parts(shelf.catalogue, shelf.voice, belongs), "help", 1)


def terms(lessons: Sequence[Lesson], shelf: Shelf) -> list[Facts]:
    """Return the harms that the lessons are about, in words that a reader can explain to others."""
    found = {harm for lesson in lessons for harm in lesson.harms}
    voice = shelf.voice
    return [
        {"term": voice.say(harm.label), "meaning": voice.say(harm.definition)}
        for harm in shelf.catalogue.taxonomy.harms
        if harm.id in found
    ]


def _works(lessons: Sequence[Lesson], shelf: Shelf) -> list[Facts]:
    used = {source for lesson in lessons for source in lesson.evidence_sources}
    voice = shelf.voice
    return [
        {
            "title": work.title,
            "publisher": work.publisher,
            "year": voice.digits(str(work.year)),
            "url": work.url,
            "shown": work.url.removeprefix("https://").rstrip("/"),
            "note": voice.say(work.note),
        }
        for work in shelf.catalogue.taxonomy.evidence
        if work.id in used
    ]


def _levels(lessons: Sequence[Lesson], shelf: Shelf) -> list[Facts]:
    voice, taxonomy = shelf.voice, shelf.catalogue.taxonomy
    found: list[Facts] = []
    for term in taxonomy.terms("evidence_levels"):
        titles = [
            text(shelf.composed(lesson.document).facts["title"], voice)
            for lesson in lessons
            if lesson.evidence_level == term.id
        ]
        if titles:
            found.append({"label": voice.say(term.label), "meaning": voice.say(term.definition), "titles": titles})
    return found


def _addresses(order: PackOrder, shelf: Shelf) -> list[Facts]:
    """Return the addresses on the last page with their QR codes; none when nobody said where the site is."""
    if not shelf.address:
        return []
    voice, base, folder = shelf.voice, shelf.address, f"{shelf.address}/{shelf.locale.id}"
    recipe = order.recipe
    live = f"{folder}/find.html"
    if not recipe.lessons and recipe.ages not in ("", ADULTS):
        live = f"{folder}/browse/age/{recipe.ages}.html"
    elif not recipe.lessons and recipe.audience:
        live = f"{folder}/browse/audience/{recipe.audience}.html"
    feedback = f"{base}/{SOURCE_LOCALE}/contribute/index.html"
    return [
        {"label": label, "url": url, "shown": url.partition("://")[2], "code": code(url)}
        for label, url in ((voice.say("These lessons on the web"), live), (voice.say("Tell us what to mend"), feedback))
    ]


def code(url: str) -> str:
    """Return a QR code of an address as an SVG picture, with room around it."""
    return str(segno.make(url, error="m", micro=False).svg_data_uri(scale=4, border=4, dark="#000", light="#fff"))


def _page_words(voice: Voice) -> list[str]:
    """Return 'Page {page} of {pages}' in three pieces, for the style sheet."""
    before, _, rest = voice.say("Page {page} of {pages}").partition("{page}")
    between, _, after = rest.partition("{pages}")
    return [before, between, after]

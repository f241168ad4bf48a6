"""Stage the pages of one language: everything that the site generator needs to build it on its own.

The result is a table of files, nothing is written here. `docs/<locale>/...` are the pages, `facts.json` holds what the
templates show around them, and `mkdocs.yml` inherits the configuration at the top of the hub.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml

from saferhub.catalogue.catalogue import GUIDES, Catalogue
from saferhub.model.lesson import Document, Lesson
from saferhub.model.locale import SOURCE_LOCALE, Locale
from saferhub.model.pack import PackFile
from saferhub.render.address import in_locale
from saferhub.render.help_text import emergency, help_page
from saferhub.render.page_markdown import PageContext, page_markdown
from saferhub.render.translation_notice import menu_entry, notices
from saferhub.render.voice import Voice
from saferhub.site import finder
from saferhub.site.competencies import COMPETENCIES, competency_facts
from saferhub.site.evidence import EVIDENCE, evidence_facts
from saferhub.site.lesson_facts import Facts, Shelf, card, lesson_facts, words_of
from saferhub.site.printed import PACKS, packs_facts, packs_with
from saferhub.translation.composition import ComposedPage

GENERATED = ("index", "find", "help", "leave", COMPETENCIES, EVIDENCE, PACKS)
Composed = Mapping[tuple[str, str], ComposedPage]


def compose_all(catalogue: Catalogue) -> Composed:
    """Compose every page in every language once; each language's menu needs to know about all others."""
    documents = [
        *catalogue.pages("page"),
        *catalogue.pages("snippet"),
        *(lesson.document for lesson in catalogue.lessons),
    ]
    return {
        (locale.id, document.id): catalogue.composed(document, locale)
        for locale in catalogue.locales
        for document in documents
    }


def stage(
    catalogue: Catalogue, composed: Composed, locale: Locale, voice: Voice, packs: Sequence[PackFile] = ()
) -> dict[str, str]:
    """Return the files of one language. `packs` are the printed packs of all languages, if somebody has made them."""
    return _Press(catalogue, composed, locale, voice, packs).files()


class _Press:
    """Collects the pages and facts of one language."""

    def __init__(
        self, catalogue: Catalogue, composed: Composed, locale: Locale, voice: Voice, packs: Sequence[PackFile]
    ) -> None:
        self.catalogue, self.composed, self.locale, self.voice = catalogue, composed, locale, voice
        self.has_packs = bool(packs)
        self.packs = [pack for pack in packs if pack.locale == locale.id]
        published = {page_id for page_id in self._documents() if self._is_published(page_id, locale)}
        self.published = frozenset(published | set(GENERATED))
        pages = {lesson.id: composed[locale.id, lesson.document.id] for lesson in catalogue.lessons}
        self.shelf = Shelf(catalogue, voice, pages, self.published)
        self.facts: dict[str, Facts] = {}
        self.pages: dict[str, str] = {}

    def _documents(self) -> list[str]:
        return [
            document.id
            for document in [*self.catalogue.pages("page"), *(one.document for one in self.catalogue.lessons)]
        ]

    def _is_published(self, page_id: str, locale: Locale) -> bool:
        page = self.composed.get((locale.id, page_id))
        return page is not None and page.is_published(locale)

    def files(self) -> dict[str, str]:
        for lesson in self.catalogue.lessons:
            if lesson.document.id in self.published:
                self._lesson(lesson)
        for document in self.catalogue.pages("page"):
            if document.id in self.published:
                self._page(document)
        self._home()
        self._finder()
        self._help()
        if self.has_packs:
            self._printed()
        self._overviews()
        self._made("leave", "leave.html", self.voice.say("Multiplication tables"), "", {})
        base = f"docs/{self.locale.id}"
        files = {f"{base}/{page_id}.md": text for page_id, text in self.pages.items()}
        files[f"{base}/assets/data/lessons.js"] = _script("lessonData", finder.finder_data(self.shelf))
        files[f"{base}/assets/data/search.js"] = _script("searchIndex", finder.index_data(self.shelf))
        files["facts.json"] = json.dumps({"site": self._site(), "pages": self.facts}, ensure_ascii=False, indent=1)
        files["mkdocs.yml"] = self._configuration()
        return files

    def _common(self, page_id: str, title: str, summary: str, kind: str) -> Facts:
        return {"id": page_id, "kind": kind, "title": title, "summary": summary, "languages": self._languages(page_id)}

    def _made(self, page_id: str, template: str, title: str, summary: str, facts: Facts, text: str = "") -> None:
        """Add a page that is made from a template for every language; its kind is its name."""
        self.facts[page_id] = {**self._common(page_id, title, summary, page_id), **facts}
        self.pages[page_id] = _front_matter(template, title, summary) + text

    def _languages(self, page_id: str) -> list[Facts]:
        """The language menu of a page."""
        found: list[Facts] = []
        for locale in self.catalogue.locales:
            page = self.composed.get((locale.id, page_id))
            exists = page.is_published(locale) if page else _is_generated(page_id)
            found.append(menu_entry(page_id, page, exists, locale, self.locale))
        return found

    def _lesson(self, lesson: Lesson) -> None:
        page = self.composed[self.locale.id, lesson.document.id]
        title = page.facts["title"]
        facts = self._common(lesson.document.id, title.text, page.facts["summary"].text, "lesson")
        snippet = self.composed.get((self.locale.id, f"snippets/safeguarding-{lesson.sensitivity}"))
        facts.update(
            lesson_facts(lesson, self.shelf),
            printed=packs_with(lesson.id, self.packs, self.voice),
            notices=notices(page, snippet, self.voice),
            words=words_of(title, self.voice),
        )
        facts["source_href"] = in_locale(lesson.document.id, SOURCE_LOCALE, lesson.document.id)
        self.facts[lesson.document.id] = facts
        context = self._context(snippet.markdown if snippet else "")
        self.pages[lesson.document.id] = _front_matter(
            "lesson.html", title.text, page.facts["summary"].text
        ) + page_markdown(page, context)

    def _context(self, safeguarding: str = "") -> PageContext:
        return PageContext(self.catalogue, self.voice, self.published, safeguarding)

    def _page(self, document: Document) -> None:
        page = self.composed[self.locale.id, document.id]
        title, summary = page.facts["title"], page.facts["summary"]
        kind = "guide" if document.id.startswith(GUIDES) else "page"
        facts = self._common(document.id, title.text, summary.text, kind)
        facts.update(
            notices=notices(page, None, self.voice),
            words=words_of(title, self.voice),
            lead=words_of(summary, self.voice),
            source_href=in_locale(document.id, SOURCE_LOCALE, document.id),
        )
        self.facts[document.id] = facts
        self.pages[document.id] = _front_matter("page.html", title.text, summary.text) + page_markdown(
            page, self._context()
        )

    def _home(self) -> None:
        say = self.voice.say
        facts = self._common(
            "index", "SaferHub", say("Free lessons about a good and safe life online, for every country."), "home"
        )
        facts["cards"] = [card(lesson, self.shelf, "index") for lesson in self.catalogue.lessons[:3]]
        facts["ages"] = finder.filters(self.shelf, "index")[0]["options"]
        facts["guides"] = self._guides()
        facts["printed"] = self.has_packs
        facts["count"] = finder.count_words(len(self.catalogue.lessons), self.shelf)
        self.facts["index"] = facts
        self.pages["index"] = _front_matter("home.html", "SaferHub", str(facts["summary"]))

    def _guides(self) -> list[Facts]:
        """The guides for adults, each in this language or else in the source language."""
        found: list[Facts] = []
        for document in self.catalogue.guides:
            is_here = document.id in self.published
            page = self.composed[self.locale.id if is_here else SOURCE_LOCALE, document.id]
            href = f"{document.id}.html" if is_here else in_locale("index", SOURCE_LOCALE, document.id)
            words = [words_of(page.facts[name], self.voice) for name in ("title", "summary")]
            found.append({"href": href, "title": words[0], "summary": words[1]})
        return found

    def _finder(self) -> None:
        say = self.voice.say
        summary = say("Find a lesson by age, topic, time and place, or search in your own words.")
        self._made("find", "finder.html", say("Find a lesson"), summary, finder.finder_facts(self.shelf))
        for page_id, facts in finder.facet_pages(self.shelf).items():
            title = str(facts["title"])
            self.facts[page_id] = {**self._common(page_id, title, str(facts["summary"]), "browse"), **facts}
            template = "all.html" if page_id == "browse/all" else "facet.html"
            self.pages[page_id] = _front_matter(template, title, str(facts["summary"]))

    def _printed(self) -> None:
        say = self.voice.say
        summary = say("Lessons for a group as one file to print and copy, in this language.")
        self.facts[PACKS] = {
            **self._common(PACKS, say("Packs to print"), summary, "packs"),
            **packs_facts(self.packs, self.voice),
        }
        self.pages[PACKS] = _front_matter("packs.html", say("Packs to print"), summary)

    def _help(self) -> None:
        say = self.voice.say
        summary = say("People who listen and services that help, by what you need.")
        text = help_page(self.catalogue, self.voice)
        self._made("help", "help.html", say("Get help"), summary, {"emergency": emergency(self.voice)}, text)

    def _overviews(self) -> None:
        """The pages about all lessons together: what they teach and what they rest on."""
        say = self.voice.say
        summary = say("What our lessons teach at each age, and which lessons teach it.")
        facts = competency_facts(self.shelf)
        self._made(COMPETENCIES, "competencies.html", say("What learners can do"), summary, facts)
        summary = say("The works that our lessons rest on, and how much is known.")
        self._made(EVIDENCE, "evidence.html", say("What we rest on"), summary, evidence_facts(self.shelf))

    def _site(self) -> Facts:
        return {
            "locale": self.locale.id,
            "name": self.locale.name,
            "dir": self.locale.direction,
            "script": self.locale.script,
            "pages": {name: self._where(name) for name in ("about", "contribute/index")},
            "source": SOURCE_LOCALE,
        }

    def _where(self, page_id: str) -> str:
        """Say where a page of the menu is: here, in the source language only, or nowhere (then it is left out)."""
        if page_id in self.published:
            return "here"
        return "source" if (SOURCE_LOCALE, page_id) in self.composed else ""

    def _configuration(self) -> str:
        """The settings of this language's build; the rest is inherited from mkdocs.yml at the top of the hub."""
        languages = [
            {"locale": locale.id, "name": locale.name, "build": True, "default": locale.id == self.locale.id}
            for locale in self.catalogue.locales
        ]
        return yaml.safe_dump(
            {
                "INHERIT": "../../mkdocs.yml",
                "docs_dir": "docs",
                "site_dir": "site",
                "theme": {"language": self.locale.id, "custom_dir": "../../overrides"},
                "hooks": ["../../scripts/mkdocs_hooks.py"],
                "plugins": {
                    "i18n": {
                        "docs_structure": "folder",
                        "build_only_locale": self.locale.id,
                        "reconfigure_material": False,
                        "reconfigure_search": False,
                        "languages": languages,
                    }
                },
            },
            sort_keys=False,
            allow_unicode=True,
        )


def _is_generated(page_id: str) -> bool:
    """Whether a page is made for every language."""
    return page_id in GENERATED or page_id.startswith("browse/")


def _front_matter(template: str, title: str, description: str) -> str:
    return (
        "---\n"
        + yaml.safe_dump(
            {"template": template, "title": title, "description": description}, allow_unicode=True, width=1000
        )
        + "---\n\n"
    )


def _script(name: str, data: object) -> str:
    """Data as a classic script, because pages opened from a folder may not read JSON files."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), default=list).replace("<", "\\u003c")
    return f"(window.SaferHub ??= {{}}).{name} = {text};\n"


def static_files(root: Path, catalogue: Catalogue, locale: Locale) -> dict[str, Path]:
    """Return the pictures of the hub by where they are staged; only those that were read as its own."""
    folder = f"docs/{locale.id}"
    return {
        posixpath.join(folder, posixpath.relpath(name, SOURCE_LOCALE)): root / "docs" / name
        for name in sorted(catalogue.library.files)
    }

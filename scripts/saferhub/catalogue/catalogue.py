"""The catalogue: lessons that passed every check. Nothing else is ever published."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from saferhub.checks.report import Report
from saferhub.model.help import HelpEntry
from saferhub.model.lesson import Document, Lesson
from saferhub.model.library import Library
from saferhub.model.locale import Locale
from saferhub.model.taxonomy import Taxonomy
from saferhub.translation.composition import ComposedPage, compose

GUIDES = "guides/"  # pages for schools and families beside the lessons


class NotPublishableError(Exception):
    """Raised when somebody tries to publish a library whose report names errors."""


@dataclass(frozen=True)
class Catalogue:
    """Everything that may be published. Made by `publish` only."""

    library: Library
    lessons: tuple[Lesson, ...]
    help_entries: tuple[HelpEntry, ...]

    @property
    def taxonomy(self) -> Taxonomy:
        """The words that lessons are tagged with."""
        return self.library.taxonomy

    @property
    def locales(self) -> tuple[Locale, ...]:
        """The languages of the hub, in the order in which readers see them."""
        return self.library.locales

    def pages(self, kind: str) -> list[Document]:
        """Return all pages of a kind: `page` or `snippet`."""
        return [document for document in self.library.documents if document.kind == kind]

    @property
    def guides(self) -> list[Document]:
        """Pages for schools and families beside the lessons."""
        return [document for document in self.pages("page") if document.id.startswith(GUIDES)]

    def composed(self, document: Document, locale: Locale) -> ComposedPage:
        """Return a page as readers of a language get it."""
        return compose(self.library, document, locale)


def publish(library: Library, report: Report, today: datetime.date) -> Catalogue:
    """Make a catalogue of a library whose report is clean; help entries that expired by `today` are left out."""
    if not report.is_clean:
        raise NotPublishableError("The report names errors; nothing is published.")
    lessons = tuple(sorted((lesson for lesson in library.lessons if lesson.status == "published"), key=_order))
    return Catalogue(library, lessons, tuple(entry for entry in library.help_entries if entry.is_current(today)))


def _order(lesson: Lesson) -> tuple[int, int, str]:
    """Youngest learners first, lessons for adults last."""
    return (lesson.ages.first, lesson.ages.last, lesson.id) if lesson.ages else (99, 99, lesson.id)

"""Everything that was read from disk. It may hold faults: only a clean check makes it publishable."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from saferhub.model.glossary import GlossaryTerm
from saferhub.model.help import HelpEntry
from saferhub.model.lesson import Document, Lesson
from saferhub.model.locale import Locale
from saferhub.model.pack import PackRecipe
from saferhub.model.problem import Problem
from saferhub.model.taxonomy import Taxonomy

OWN = "0" * 8  # stands for the source of a block that translators added on their own


@dataclass(frozen=True)
class Sidecar:
    """What a translation was made from: pairs of fingerprints (source, target) and the draft mark.

    `sketches` says what the words of a source text were like, by its fingerprint. `versions` are git's names of the
    source file as it was; after a merge there may be several.
    """

    pairs: tuple[tuple[str, str], ...] = ()
    draft: str = ""
    sketches: Mapping[str, str] = field(default_factory=dict)
    versions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Library:
    """All lessons, pages, translations and data of a hub, as read."""

    taxonomy: Taxonomy = field(default_factory=Taxonomy)
    locales: tuple[Locale, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    documents: tuple[Document, ...] = ()
    translations: Mapping[tuple[str, str], Document] = field(default_factory=dict)
    sidecars: Mapping[tuple[str, str], Sidecar] = field(default_factory=dict)
    help_entries: tuple[HelpEntry, ...] = ()
    files: frozenset[str] = frozenset()  # pictures, by their path below `docs`
    unreadable: frozenset[str] = frozenset()  # pages that exist and cannot be read; links to them are not broken
    problems: tuple[Problem, ...] = ()
    glossary: tuple[GlossaryTerm, ...] = ()
    baseline: str | None = None  # the list of known problems as it stands on disk, if there is one
    packs: tuple[PackRecipe, ...] = ()

    def locale(self, locale_id: str) -> Locale | None:
        """Return a published language by its identifier."""
        return next((locale for locale in self.locales if locale.id == locale_id), None)

    def lesson(self, lesson_id: str) -> Lesson | None:
        """Return a lesson by its identifier."""
        return next((lesson for lesson in self.lessons if lesson.id == lesson_id), None)

"""Words that must be the same in every lesson, and their approved forms in each language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class TermClass(StrEnum):
    """Whether a word can be used, needs care, or is better left out; the order follows the Luxembourg Guidelines."""

    OK = "ok"
    CARE = "care"
    AVOID = "avoid"


@dataclass(frozen=True)
class OtherForm:
    """Another word for the same thing, which needs care or is avoided, and why."""

    say: str
    term_class: TermClass
    why: str = ""


@dataclass(frozen=True)
class ApprovedForm:
    """How a language says a term: the form to write, patterns of the forms that count as it, and other words."""

    say: str
    accept: tuple[str, ...]
    term_class: TermClass = TermClass.OK
    others: tuple[OtherForm, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class GlossaryTerm:
    """A term of the source language: what it means, how it is found in pages, and how each language says it.

    A term without patterns is too common to be looked for. A name that is not translated has no forms.
    """

    id: str
    definition: str
    find: tuple[str, ...]
    forms: Mapping[str, ApprovedForm] = field(default_factory=dict)
    english: str = ""
    term_class: TermClass = TermClass.OK
    others: tuple[OtherForm, ...] = ()
    is_translated: bool = True

    @property
    def name(self) -> str:
        """The term as people write it in English."""
        return self.english or self.id.replace("-", " ")

    def form_in(self, locale: str) -> ApprovedForm | None:
        """How a language says the term, if that is known. A name is the same in every language."""
        if not self.is_translated:
            return ApprovedForm(self.name, (self.name,))
        return self.forms.get(locale)

"""Words that must be the same in every lesson, and their approved forms in each language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class ApprovedForm:
    """How a language says a term: the form to write, and patterns of the forms that count as it."""

    say: str
    accept: tuple[str, ...]


@dataclass(frozen=True)
class GlossaryTerm:
    """A term of the source language, the patterns by which it is found there, and its approved forms by locale."""

    id: str
    definition: str
    find: tuple[str, ...]
    forms: Mapping[str, ApprovedForm] = field(default_factory=dict)

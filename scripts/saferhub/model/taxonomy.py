"""The words that lessons are tagged with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Term:
    """One allowed value, such as the audience `teachers`, with its name and the words people may search for."""

    id: str
    label: str
    definition: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Span(Term):
    """A term that covers whole numbers, both ends included: an age band (years) or a length (minutes)."""

    first: int = 0
    last: int = 0

    @property
    def width(self) -> int:
        """How many whole numbers the span covers."""
        return self.last - self.first + 1

    def overlap(self, first: int, last: int) -> int:
        """How many whole numbers this span shares with another."""
        return max(0, min(self.last, last) - max(self.first, first) + 1)


@dataclass(frozen=True)
class Harm(Term):
    """A harm, its place among the 4Cs, and the care that teaching about it needs."""

    risk_class: str = ""
    dimension: str = ""
    youngest: int = 3
    sensitivity: str = "general"
    adults_only: bool = False
    help: tuple[str, ...] = ()


@dataclass(frozen=True)
class Strand:
    """One line of progression: what learners can do at each age band."""

    id: str
    label: str
    statements: Mapping[str, str]


@dataclass(frozen=True)
class EvidenceSource:
    """A public work that lessons rest on."""

    id: str
    title: str
    publisher: str
    year: int
    url: str
    note: str


@dataclass(frozen=True)
class Taxonomy:
    """All allowed values, each list in the order in which people should see it."""

    age_bands: tuple[Span, ...] = ()
    lengths: tuple[Span, ...] = ()
    harms: tuple[Harm, ...] = ()
    lists: Mapping[str, tuple[Term, ...]] = field(default_factory=dict)
    strands: tuple[Strand, ...] = ()
    evidence: tuple[EvidenceSource, ...] = ()

    def terms(self, name: str) -> tuple[Term, ...]:
        """Return the terms of one list, for example `audiences` or `harms`."""
        if name == "harms":
            return self.harms
        if name in ("age_bands", "lengths"):
            return getattr(self, name)  # type: ignore[no-any-return]
        return self.lists.get(name, ())

    def ids(self, name: str) -> list[str]:
        """Return the identifiers of one list."""
        return [term.id for term in self.terms(name)]

    def term(self, name: str, term_id: str) -> Term:
        """Return one term; a KeyError says that the list has no such term."""
        for term in self.terms(name):
            if term.id == term_id:
                return term
        raise KeyError(f"{name}: {term_id}")

    def harm(self, harm_id: str) -> Harm | None:
        """Return one harm, or nothing if there is none of that name."""
        return next((harm for harm in self.harms if harm.id == harm_id), None)

    def bands_of(self, first: int, last: int) -> list[str]:
        """Return the age bands that an age range belongs to: those of which it covers at least half."""
        return [band.id for band in self.age_bands if 2 * band.overlap(first, last) >= band.width]

    def length_of(self, minutes: int) -> str:
        """Return the length class of a number of minutes."""
        return next((span.id for span in self.lengths if span.first <= minutes <= span.last), "")

    def competency_ids(self) -> list[str]:
        """Return the identifiers of all competency statements, strand by strand."""
        return [f"{strand.id}-{band}" for strand in self.strands for band in strand.statements]

    def competency(self, competency_id: str) -> str:
        """Return the statement of one competency, or an empty text."""
        for strand in self.strands:
            for band, statement in strand.statements.items():
                if f"{strand.id}-{band}" == competency_id:
                    return statement
        return ""

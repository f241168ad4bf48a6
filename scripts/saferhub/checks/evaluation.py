"""Measure the rules of tone and terms on sentences with known labels."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from saferhub.checks.passages import Page
from saferhub.checks.registry import all_rules
from saferhub.checks.report import page_problems
from saferhub.checks.rule import Family
from saferhub.model.problem import Problem, Severity
from saferhub.sources.documents import loose_document

TERM_LABELS = frozenset({"avoided-term", "term-with-care"})
_HARD_NEGATIVES = "negated reassurance quoted reported myth contrasted gaming clinical title helpline"
HARD_NEGATIVES = frozenset(_HARD_NEGATIVES.split())
SLICES = HARD_NEGATIVES | {"plain", "hard", "advice", "question", "naming"}


@dataclass(frozen=True)
class Case:
    """One labelled sentence. `slice` tells what makes it easy or hard."""

    label: str
    text: str
    slice: str
    comment: str
    line: int

    @property
    def is_fine(self) -> bool:
        """Whether nothing should be found."""
        return self.label == "fine"


@dataclass(frozen=True)
class Judged:
    """A case and what the rules said of it."""

    case: Case
    problems: tuple[Problem, ...]

    @property
    def is_flagged(self) -> bool:
        """Whether any rule found something."""
        return bool(self.problems)

    @property
    def is_error(self) -> bool:
        """Whether a rule would have stopped the build."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


@dataclass(frozen=True)
class Share:
    """A part of a whole, such as 7 of 10."""

    part: int
    whole: int

    @property
    def value(self) -> float:
        """The share between 0 and 1; nothing of nothing is 1."""
        return self.part / self.whole if self.whole else 1.0

    def __str__(self) -> str:
        return f"{self.value:.2f} ({self.part}/{self.whole})"


@dataclass(frozen=True)
class Measures:
    """How well the rules do on one set of cases."""

    cases: int
    error_precision: Share
    precision: Share
    recall: Share
    hard_negatives: Share
    plain_positives: Share
    hard_positives: Share
    terms: Share
    right_rule: Share

    @property
    def f_half(self) -> float:
        """F0.5, which counts precision twice as much as recall."""
        precision, recall = self.precision.value, self.recall.value
        return 1.25 * precision * recall / (0.25 * precision + recall) if precision + recall else 0.0


def read_cases(text: str) -> Iterator[Case]:
    """Read a corpus: tab-separated label, text and note; the note begins with the slice."""
    rows = csv.reader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE)
    for number, row in enumerate(rows, 1):
        if number == 1 or not row:
            continue
        label, words, note = (*row, "", "")[:3]
        kind, _, comment = note.partition(":")
        yield Case(label, words, kind.strip(), comment.strip(), number)


def judge(cases: Iterable[Case], locale: str, path: str = "corpus") -> list[Judged]:
    """Check every case as a page of its own."""
    rules = tuple(rule for rule in all_rules() if rule.family in (Family.TONE, Family.TERMS))
    return [Judged(case, tuple(page_problems(Page(loose_document(case.text, path, locale)), rules))) for case in cases]


def measure(judged: list[Judged]) -> Measures:
    """Count what was found, missed and flagged without reason."""
    fine = [each for each in judged if each.case.is_fine]
    bad = [each for each in judged if not each.case.is_fine]
    tone = [each for each in bad if each.case.label not in TERM_LABELS]
    hard_fine = [each for each in fine if each.case.slice in HARD_NEGATIVES]
    flagged = [each for each in judged if each.is_flagged]
    errors = [each for each in judged if each.is_error]
    found = [each for each in bad if each.is_flagged]
    return Measures(
        len(judged),
        _share(errors, lambda each: not each.case.is_fine),
        _share(flagged, lambda each: not each.case.is_fine),
        Share(len(found), len(bad)),
        _share(hard_fine, lambda each: each.is_flagged),
        _share([each for each in tone if each.case.slice == "plain"], lambda each: each.is_flagged),
        _share([each for each in tone if each.case.slice == "hard"], lambda each: each.is_flagged),
        _share([each for each in bad if each.case.label in TERM_LABELS], lambda each: each.is_flagged),
        _share(found, lambda each: any(problem.rule == each.case.label for problem in each.problems)),
    )


def _share(cases: list[Judged], holds: object) -> Share:
    assert callable(holds)
    return Share(sum(bool(holds(each)) for each in cases), len(cases))

"""Run all rules over a library and collect everything that was found."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

from saferhub.checks.registry import all_rules, rule
from saferhub.checks.rule import Rule
from saferhub.model.library import Library
from saferhub.model.problem import Problem, Severity


@dataclass(frozen=True)
class Report:
    """Every problem of a library, in the order of files and lines; with `pages`, those of a finished site."""

    problems: tuple[Problem, ...]
    lessons: int
    pages: int | None = None

    def count(self, severity: Severity) -> int:
        """How many problems have that severity."""
        return sum(problem.severity is severity for problem in self.problems)

    @property
    def is_clean(self) -> bool:
        """Whether nothing stands against publishing. Warnings and advice do not."""
        return self.count(Severity.ERROR) == 0


def check(library: Library, today: datetime.date, rules: tuple[Rule, ...] | None = None) -> Report:
    """Run the rules and return the report. `today` decides what is overdue."""
    problems = []
    for problem in library.problems:
        known = rule(problem.rule)
        problems.append(replace(problem, severity=known.severity) if known else problem)
    for each in rules or all_rules():
        problems.extend(
            Problem(each.slug, finding.place, finding.message, finding.hint, finding.severity or each.severity)
            for finding in each.check(library, today)
        )
    return Report(
        tuple(sorted(problems, key=lambda problem: problem.sort_key)),
        sum(document.kind == "lesson" for document in library.documents),
    )

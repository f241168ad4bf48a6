"""Run all rules over a library and collect everything that was found."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

from saferhub.checks.passages import Page
from saferhub.checks.registry import all_rules, rule
from saferhub.checks.rule import Finding, Rule
from saferhub.model.library import Library
from saferhub.model.problem import Problem, Severity


@dataclass(frozen=True)
class Report:
    """Every problem of a library, in the order of files and lines."""

    problems: tuple[Problem, ...]
    lessons: int

    def count(self, severity: Severity) -> int:
        """How many problems have that severity."""
        return sum(problem.severity is severity for problem in self.problems)

    @property
    def is_clean(self) -> bool:
        """Whether nothing stands against publishing. Warnings and advice do not."""
        return self.count(Severity.ERROR) == 0


def page_problems(page: Page, rules: tuple[Rule, ...] | None = None) -> list[Problem]:
    """Run the rules that need nothing but one page."""
    return [
        problem_of(each, finding)
        for each in rules or all_rules()
        if each.page_check is not None
        for finding in each.page_check(page)
    ]


def problem_of(rule: Rule, finding: Finding) -> Problem:
    """Return a finding as a problem of its rule."""
    return Problem(rule.slug, finding.place, finding.message, finding.hint, finding.severity or rule.severity)


def check(library: Library, today: datetime.date, rules: tuple[Rule, ...] | None = None) -> Report:
    """Run the rules and return the report. `today` decides what is overdue."""
    problems = []
    for problem in library.problems:
        known = rule(problem.rule)
        problems.append(replace(problem, severity=known.severity) if known else problem)
    rules = rules or all_rules()
    for each in rules:
        if each.check is not None:
            problems.extend(problem_of(each, finding) for finding in each.check(library, today))
    for document in [*library.documents, *library.translations.values()]:
        problems.extend(page_problems(Page(document), rules))
    return Report(
        tuple(sorted(problems, key=lambda problem: problem.sort_key)),
        sum(document.kind == "lesson" for document in library.documents),
    )

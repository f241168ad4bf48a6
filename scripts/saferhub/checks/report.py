"""Run all rules over a library and collect everything that was found."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from saferhub.checks import baseline
from saferhub.checks.coverage import not_covered
from saferhub.checks.passages import Page
from saferhub.checks.readings import EXPLAINING
from saferhub.checks.registry import all_rules, rule
from saferhub.checks.rule import Finding, Rule
from saferhub.checks.suppression import Allowed, allow
from saferhub.checks.untranslated import ABOUT_LANGUAGE, untranslated_places
from saferhub.model.lesson import Document
from saferhub.model.library import Library
from saferhub.model.problem import Problem, Severity


@dataclass(frozen=True)
class Report:
    """Every problem of a library, in the order of files and lines.

    `allowed` are those that a comment excuses, `waiting` those that the baseline knows. `not_covered` names, for each
    language, the rules that nobody has taught it yet: nothing found by them does not mean that nothing is there. With
    `pages` it is the report on a finished site.
    """

    problems: tuple[Problem, ...]
    lessons: int
    allowed: tuple[Allowed, ...] = ()
    waiting: tuple[Problem, ...] = ()
    not_covered: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    pages: int | None = None

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
        problem_of(each, finding, page.document)
        for each in rules or all_rules()
        if each.page_check is not None
        for finding in each.page_check(page)
    ]


def problem_of(rule: Rule, finding: Finding, document: Document | None = None) -> Problem:
    """Return a finding as a problem of its rule, with the line on which it stands."""
    line = line_of(document.source, finding.place.line) if document else ""
    severity = finding.severity or rule.severity
    return Problem(rule.slug, finding.place, finding.message, finding.hint, severity, line, finding.replacement)


def line_of(source: str, number: int) -> str:
    """Return one line of a text; lines are counted from 1."""
    start = 0
    for _ in range(number - 1):
        start = source.find("\n", start) + 1
        if not start:
            return ""
    end = source.find("\n", start)
    return source[start : end if end >= 0 else len(source)]


def check(
    library: Library,
    today: datetime.date,
    rules: tuple[Rule, ...] | None = None,
    pages: Iterable[Problem] | None = None,
) -> Report:
    """Run the rules and return the report. `today` decides what is overdue.

    `pages` are the problems of the rules that look at one page, if somebody has found them already.
    """
    problems = []
    for problem in library.problems:
        known = rule(problem.rule)
        problems.append(replace(problem, severity=known.severity) if known else problem)
    rules = rules or all_rules()
    documents = [*library.documents, *library.translations.values()]
    by_path = {document.path: document for document in documents}
    for each in rules:
        if each.check is not None:
            problems.extend(
                problem_of(each, finding, by_path.get(finding.place.path)) for finding in each.check(library, today)
            )
    if pages is None:
        pages = (problem for document in documents for problem in page_problems(Page(document), rules))
    problems.extend(pages)
    if any(problem.rule in ABOUT_LANGUAGE for problem in problems):
        waiting_lines = {
            (place.path, line)
            for place in untranslated_places(library)
            for line in range(place.line, place.end_line + 1)
        }
        problems = [
            problem
            for problem in problems
            if problem.rule not in ABOUT_LANGUAGE
            or not (
                (problem.place.path, problem.place.line) in waiting_lines
                or problem.place.path.startswith(f"docs/en/{EXPLAINING}")  # reasons stand there in every language
            )
        ]
    problems, allowed = allow(documents, problems, {each.slug for each in rules})
    waiting: list[Problem] = []
    if library.baseline is not None:
        known_entries, faults = baseline.read(library.baseline)
        problems, waiting = baseline.put_off(problems, known_entries)
        problems += faults
    return Report(
        tuple(sorted(problems, key=lambda problem: problem.sort_key)),
        sum(document.kind == "lesson" for document in library.documents),
        tuple(sorted(allowed, key=lambda each: each.problem.sort_key)),
        tuple(sorted(waiting, key=lambda problem: problem.sort_key)),
        {locale.id: found for locale in library.locales if (found := not_covered(locale.id))},
    )

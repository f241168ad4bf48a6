"""Problems and reports as plain data, so that what was found once can be kept and read again."""

from __future__ import annotations

from dataclasses import astuple
from typing import Any

from saferhub.checks.report import Report
from saferhub.checks.suppression import Allowed
from saferhub.model.problem import Phrase, Place, Problem, Severity


def of_problem(problem: Problem) -> list[Any]:
    """Return a problem as plain data."""
    return [
        problem.rule,
        list(astuple(problem.place)),
        _of_phrase(problem.message),
        _of_phrase(problem.hint),
        problem.severity.value,
        problem.line,
        problem.replacement,
    ]


def problem_from(record: list[Any]) -> Problem:
    """Return the problem that a record was made of."""
    slug, place, message, hint, severity, line, replacement = record
    return Problem(slug, Place(*place), _phrase(message), _phrase(hint), Severity(severity), line, replacement)


def of_report(report: Report) -> dict[str, Any]:
    """Return a report as plain data."""
    return {
        "problems": [of_problem(problem) for problem in report.problems],
        "lessons": report.lessons,
        "allowed": [[of_problem(each.problem), each.reason] for each in report.allowed],
        "waiting": [of_problem(problem) for problem in report.waiting],
        "not_covered": {locale: list(rules) for locale, rules in report.not_covered.items()},
    }


def report_from(data: dict[str, Any]) -> Report:
    """Return the report that a record was made of."""
    return Report(
        tuple(map(problem_from, data["problems"])),
        int(data["lessons"]),
        tuple(Allowed(problem_from(record), reason) for record, reason in data["allowed"]),
        tuple(map(problem_from, data["waiting"])),
        {locale: tuple(rules) for locale, rules in data["not_covered"].items()},
    )


def _of_phrase(words: Phrase) -> list[Any]:
    values = {
        name: {"phrase": _of_phrase(value)}
        if isinstance(value, Phrase)
        else value
        if isinstance(value, int)
        else str(value)
        for name, value in words.values.items()
    }
    return [words.template, values]


def _phrase(record: list[Any]) -> Phrase:
    template, values = record
    return Phrase(
        template,
        {name: _phrase(value["phrase"]) if isinstance(value, dict) else value for name, value in values.items()},
    )

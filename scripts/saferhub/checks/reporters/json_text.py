"""The report as JSON, for programs. Lines and columns count from 1; a column counts characters."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from saferhub.checks.registry import rule
from saferhub.checks.report import Report
from saferhub.checks.reporters.text import PAGE
from saferhub.model.problem import Problem, Severity

Translate = Callable[[str], str]
VERSION = 1  # grows when a field changes its meaning; new fields may come at any time


def write(report: Report, translate: Translate = lambda message: message) -> str:
    """Return the report as one JSON object."""
    data = {
        "version": VERSION,
        "summary": {
            "lessons": report.lessons,
            "errors": report.count(Severity.ERROR),
            "warnings": report.count(Severity.WARNING),
            "advice": report.count(Severity.ADVICE),
            "allowed": len(report.allowed),
            "waiting": len(report.waiting),
            "clean": report.is_clean,
        },
        "not_covered": {locale: list(rules) for locale, rules in report.not_covered.items()},
        "problems": [as_data(problem, translate) for problem in report.problems],
        "allowed": [{**as_data(each.problem, translate), "reason": each.reason} for each in report.allowed],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def as_data(problem: Problem, translate: Translate) -> dict[str, Any]:
    """Return one problem as plain data."""
    known = rule(problem.rule)
    return {
        "rule": problem.rule,
        "family": known.family.value if known else "",
        "severity": problem.severity.value,
        "path": problem.place.path,
        "line": problem.place.line,
        "column": problem.place.column,
        "end_line": problem.place.end_line or None,
        "end_column": problem.place.end_column or None,
        "message": problem.message.said(translate),
        "hint": problem.hint.said(translate),
        "why": translate(known.why) if known else "",
        "link": PAGE.format(rule=problem.rule),
        "excerpt": problem.line,
        "replacement": problem.replacement or None,
    }

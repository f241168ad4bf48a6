"""The report as workflow commands of GitHub Actions, which shows them at the line of the change."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from saferhub.checks.report import Report
from saferhub.model.problem import Severity

Translate = Callable[[str], str]
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}


def write(report: Report, translate: Translate = lambda message: message) -> str:
    """Return one command for each problem."""
    return "".join(f"{line}\n" for line in _annotations(report, translate))


def _annotations(report: Report, translate: Translate) -> Iterator[str]:
    for problem in report.problems:
        place = problem.place
        exact = f",col={place.column},endLine={place.end_line},endColumn={place.end_column}" if place.end_line else ""
        message = f"{problem.message.said(translate)} {problem.hint.said(translate)}"
        yield (
            f"::{LEVELS[problem.severity]} file={_property(place.path)},line={place.line}{exact},"
            f"title={_property(problem.rule)}::{_data(message)}"
        )


def _data(text: str) -> str:
    """Escape a message as the command language of GitHub Actions asks."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

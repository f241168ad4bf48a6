"""Write a report for people (text) or for a code host that shows it beside the change (GitHub annotations)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from saferhub.checks.report import Report
from saferhub.model.problem import Phrase, Problem, Severity, phrase

Translate = Callable[[str], str]
PAGE = "docs/en/contribute/checks/{rule}.md"
NAMES = {Severity.ERROR: phrase("error"), Severity.WARNING: phrase("warning"), Severity.ADVICE: phrase("advice")}


def text(report: Report, translate: Translate = lambda message: message) -> str:
    """Return the report as text: path and line, a plain sentence, then what to do and where it is explained."""
    lines = []
    for problem in report.problems:
        lines.append(f"{problem.place}: {NAMES[problem.severity].said(translate)}: {problem.message.said(translate)}")
        lines.append(f"    {problem.hint.said(translate)}")
        lines.append(f"    [{problem.rule}] {PAGE.format(rule=problem.rule)}")
    lines.append(_summary(report).said(translate))
    return "\n".join(lines) + "\n"


def _summary(report: Report) -> Phrase:
    if report.pages is not None:
        return phrase(
            "{pages} pages inspected: {errors} errors, {warnings} warnings, {advice} pieces of advice.",
            pages=report.pages,
            errors=report.count(Severity.ERROR),
            warnings=report.count(Severity.WARNING),
            advice=report.count(Severity.ADVICE),
        )
    return phrase(
        "{lessons} lessons checked: {errors} errors, {warnings} warnings, {advice} pieces of advice.",
        lessons=report.lessons,
        errors=report.count(Severity.ERROR),
        warnings=report.count(Severity.WARNING),
        advice=report.count(Severity.ADVICE),
    )


def github(report: Report, translate: Translate = lambda message: message) -> str:
    """Return the report as workflow commands of GitHub Actions, which it shows at the line of the change."""
    return "".join(f"{line}\n" for line in _annotations(report, translate))


def _annotations(report: Report, translate: Translate) -> Iterator[str]:
    levels = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}
    for problem in report.problems:
        yield (
            f"::{levels[problem.severity]} file={_property(problem.place.path)},line={problem.place.line},"
            f"title={_property(problem.rule)}::{_data(_whole(problem, translate))}"
        )


def _whole(problem: Problem, translate: Translate) -> str:
    return f"{problem.message.said(translate)} {problem.hint.said(translate)}"


def _data(text: str) -> str:
    """Escape a message as the command language of GitHub Actions asks."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


REPORTERS = {"text": text, "github": github}

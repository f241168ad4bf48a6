"""The report for people: where, what is wrong, the line with a mark below it, what to do, and where it is explained."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator

from saferhub.checks.report import Report
from saferhub.model.problem import Phrase, Problem, Severity, phrase

Translate = Callable[[str], str]
PAGE = "docs/en/contribute/checks/{rule}.md"
NAMES = {Severity.ERROR: phrase("error"), Severity.WARNING: phrase("warning"), Severity.ADVICE: phrase("advice")}
WIDTH = 100  # columns of a line that are shown around what was found
RULES_NAMED = 3


def write(report: Report, translate: Translate = lambda message: message) -> str:
    """Return the report as text."""
    lines: list[str] = []
    for problem in report.problems:
        lines.extend(_problem(problem, translate))
    lines.extend(each.said(translate) for each in summary(report))
    return "\n".join(lines) + "\n"


def _problem(problem: Problem, translate: Translate) -> Iterator[str]:
    place = problem.place
    where = f"{place}:{place.column}" if place.end_line else f"{place}"
    yield f"{where}: {NAMES[problem.severity].said(translate)}: {problem.message.said(translate)}"
    yield from (f"    {line}" for line in excerpt(problem))
    yield f"    {problem.hint.said(translate)}"
    if problem.replacement:
        better = phrase("`hub check --fix` would write `{words}`.", words=problem.replacement)
        yield f"    {better.said(translate)}"
    yield f"    [{problem.rule}] {PAGE.format(rule=problem.rule)}"


def excerpt(problem: Problem) -> tuple[str, ...]:
    """Return the line that holds the problem and marks below its words; nothing if the place is not known."""
    place = problem.place
    if not place.end_line or not problem.line.strip():
        return ()
    start = place.column - 1
    end = place.end_column - 1 if place.end_line == place.line else len(problem.line)
    first = max(0, min(start, end - WIDTH) if end - start < WIDTH else start - 10)
    if len(problem.line) <= WIDTH:
        first = 0
    shown = problem.line[first : first + WIDTH]
    marked = shown[start - first : end - first]
    if any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in shown):
        return (shown.strip(),)  # a mark below right-to-left text would stand under other words
    before = "".join("\t" if letter == "\t" else " " * columns(letter) for letter in shown[: start - first])
    dots = "…" if first else ""
    return (
        f"{dots}{shown}{'…' if first + WIDTH < len(problem.line) else ''}",
        f"{' ' * len(dots)}{before}{'^' * max(1, columns(marked))}",
    )


def columns(text: str) -> int:
    """How many columns of a terminal a text takes: Chinese letters take two, signs that combine take none."""
    return sum(
        0
        if unicodedata.combining(letter) or unicodedata.category(letter) == "Cf"
        else 2
        if unicodedata.east_asian_width(letter) in "WF"
        else 1
        for letter in text
    )


def summary(report: Report) -> Iterator[Phrase]:
    """Return the sentences at the end of a report."""
    for locale, rules in report.not_covered.items():
        yield phrase(
            "Not covered in `{locale}`: {count} checks of wording ({rules}). Nothing found there does not mean clean.",
            locale=locale,
            count=len(rules),
            rules=", ".join(rules[:RULES_NAMED]) + (", …" if len(rules) > RULES_NAMED else ""),
        )
    if report.allowed:
        yield phrase("Left on purpose, with a reason: {count}.", count=len(report.allowed))
    if report.waiting:
        yield phrase("Known from the baseline: {count}.", count=len(report.waiting))
    if report.pages is not None:
        yield phrase(
            "{pages} pages inspected: {errors} errors, {warnings} warnings, {advice} pieces of advice.",
            pages=report.pages,
            errors=report.count(Severity.ERROR),
            warnings=report.count(Severity.WARNING),
            advice=report.count(Severity.ADVICE),
        )
        return
    yield phrase(
        "{lessons} lessons checked: {errors} errors, {warnings} warnings, {advice} pieces of advice.",
        lessons=report.lessons,
        errors=report.count(Severity.ERROR),
        warnings=report.count(Severity.WARNING),
        advice=report.count(Severity.ADVICE),
    )

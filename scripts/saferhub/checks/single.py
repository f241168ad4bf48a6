"""Check one text on its own: a lesson in an editor, or any Markdown file that somebody wants to share."""

from __future__ import annotations

from dataclasses import replace

from saferhub.checks.coverage import not_covered
from saferhub.checks.passages import Page
from saferhub.checks.registry import all_rules
from saferhub.checks.report import Report, page_problems
from saferhub.checks.rule import Family, Rule
from saferhub.checks.suppression import allow
from saferhub.model.lesson import Document

ANY_TEXT = frozenset({Family.TONE, Family.TERMS})


def check_text(document: Document) -> Report:
    """Check one page. A text that is no page of a hub is read for tone and terms only."""
    rules = all_rules()
    is_of_hub = document.kind != "text"
    if not is_of_hub:
        rules = tuple(rule for rule in rules if rule.family in ANY_TEXT)
    problems = page_problems(Page(document), rules)
    problems, allowed = allow([document], problems, {rule.slug for rule in rules if rule.page_check})
    missing = _of(rules, not_covered(document.locale))
    return Report(
        tuple(sorted(problems, key=lambda problem: problem.sort_key)),
        int(document.kind == "lesson"),
        tuple(allowed),
        (),
        {document.locale: missing} if missing else {},
    )


def _of(rules: tuple[Rule, ...], slugs: tuple[str, ...]) -> tuple[str, ...]:
    names = {rule.slug for rule in rules}
    return tuple(slug for slug in slugs if slug in names)


def of_path(report: Report, paths: frozenset[str]) -> Report:
    """Keep of a report what concerns some files."""
    return replace(
        report,
        problems=tuple(problem for problem in report.problems if problem.place.path in paths),
        allowed=tuple(each for each in report.allowed if each.problem.place.path in paths),
        waiting=tuple(problem for problem in report.waiting if problem.place.path in paths),
    )

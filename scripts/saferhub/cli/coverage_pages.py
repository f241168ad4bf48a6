"""Pages on the checks that are made from what the program knows: coverage by language, exceptions, measurements."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence

from saferhub.checks.coverage import cover, covered_locales, is_needed, worded_rules
from saferhub.checks.report import Report
from saferhub.cli.rule_pages import FOLDER, title
from saferhub.model.library import Library

COVERAGE = f"{FOLDER}/coverage.md"
EXCEPTIONS = f"{FOLDER}/exceptions.md"
MEASURED = f"{FOLDER}/measured.md"


def coverage_page(library: Library) -> str:
    """Return the page that says which check of wording knows which language, and who has judged it."""
    locales = list(dict.fromkeys([*(locale.id for locale in library.locales), *covered_locales()]))
    rows = [
        f"| [{title(rule)}]({rule.slug}.md) | " + " | ".join(_cell(rule.slug, locale) for locale in locales) + " |"
        for rule in worded_rules()
    ]
    return (
        "---\ntitle: Which language is checked for what\n"
        "summary: The checks of wording need somebody who knows the language. This page says where that has been done.\n"
        "---\n\n<!-- Made by `hub docs` from scripts/saferhub/checks/languages/; do not edit. -->\n\n"
        "Draft means that the patterns and their examples are tested, and that nobody who reads the language as a first "
        "language has judged them yet. Not covered means that the check does not know the language: if it finds nothing, "
        "that says nothing. The numbers are example sentences that must be found, and sentences that must not. "
        "A dash stands where a check looks only at the text that is translated from.\n\n"
        f"| Check | {' | '.join(f'`{locale}`' for locale in locales)} |\n"
        f"| --- |{' --- |' * len(locales)}\n" + "\n".join(rows) + "\n\n[All checks](index.md)\n"
    )


def _cell(slug: str, locale: str) -> str:
    rule = next(each for each in worded_rules() if each.slug == slug)
    if not is_needed(rule, locale):
        return "–"
    found = cover(rule, locale)
    if found is None:
        return "not covered"
    by = f", {found.reviewer}" if found.reviewer else ""
    numbers = f" ({found.bad} + {found.fine})" if found.bad or found.fine else ""
    return f"{found.status}{by}{numbers}"


def exceptions_page(report: Report) -> str:
    """Return the page that lists what was left on purpose, and how many known problems wait."""
    totals = Counter(each.problem.rule for each in report.allowed)
    waiting = Counter(problem.rule for problem in report.waiting)
    parts = [
        "---\ntitle: Exceptions from the checks\n"
        "summary: What was left on purpose and why, and how many known problems of imported lessons are still to mend.\n"
        "---\n\n<!-- Made by `hub docs`; do not edit. -->\n\n## Left on purpose {#allowed}\n"
    ]
    if report.allowed:
        parts.append(
            "In total:\n\n"
            + "\n".join(f"- [{slug}]({slug}.md): {count}" for slug, count in sorted(totals.items()))
            + "\n"
        )
        parts.append("One by one:\n")
        parts.append(
            "\n".join(
                f"- `{each.problem.place}`, [{each.problem.rule}]({each.problem.rule}.md): {each.reason}"
                for each in report.allowed
            )
            + "\n"
        )
    else:
        parts.append("There is no exception at the moment.\n")
    parts.append("## Known problems {#known}\n")
    if report.waiting:
        parts.append("\n".join(f"- [{slug}]({slug}.md): {count}" for slug, count in sorted(waiting.items())) + "\n")
    else:
        parts.append("No known problem is waiting.\n")
    parts.append("[All checks](index.md)\n")
    return "\n".join(parts)


def measured_page(tables: Sequence[str], today: datetime.date, sizes: Sequence[tuple[str, int, int]]) -> str:
    """Return the page with the measurements: on sentences that nobody had seen, and on those used for development."""
    unseen, seen = tables
    return (
        "---\ntitle: How well the checks of tone work\n"
        "summary: Measured on sentences of our own, with the day and the sizes.\n"
        "---\n\n<!-- Made by `make tone-report`; do not edit. -->\n\n"
        f"Measured on {today.isoformat()} on sentences that we made up ourselves. Precision says how many of the sentences that "
        "were found are really bad; recall, how many of the bad ones were found. Hard negatives are good sentences that look like "
        "bad ones, such as a myth that is put right. Hard positives frighten or blame without any word that does. "
        "F0.5 joins precision and recall and counts precision twice.\n\n"
        "## Sentences that nobody had seen {#unseen}\n\n"
        f"Written by others than the patterns, and not shown to their writers: {_sizes(sizes, 1)}.\n\n{unseen}\n"
        "## Sentences used for development {#seen}\n\n"
        f"The writers of the patterns knew these, so the figures flatter: {_sizes(sizes, 2)}.\n\n{seen}\n"
        "No person who reads these languages as a first language has judged labels or patterns yet. "
        "A passing check is no proof of a good tone: people decide that.\n\n[All checks](index.md)\n"
    )


def _sizes(sizes: Sequence[tuple[str, int, int]], column: int) -> str:
    return ", ".join(f"{entry[column]} in `{entry[0]}`" for entry in sizes)

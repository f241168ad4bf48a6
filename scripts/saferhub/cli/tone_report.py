"""Print how well the rules of tone and terms do on the sentences of a corpus."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

from saferhub.checks.evaluation import Judged, Measures, judge, measure, read_cases
from saferhub.cli.coverage_pages import MEASURED, measured_page
from saferhub.cli.library import today
from saferhub.cli.tree import write_file

CORPUS = Path("tests/checks/corpus")
EXAMINATION = Path("tests/checks/examination")
HEADINGS = ("measure", "lines", "errors: precision", "all: precision", "recall", "F0.5", "hard negatives flagged",
            "plain found", "hard found", "terms found", "right rule")  # fmt: skip


def tone_report(root: Path, folder: Path | None, locales: list[str], missed: bool, write: bool) -> int:
    """Print the table, and with `missed` every case that was judged wrongly; with `write` put it into the docs."""
    if write:
        if folder or locales:
            sys.stderr.write("--write measures all sentences of the project: leave out the folder and --locale.\n")
            return 2
        page = published(root, today())
        write_file(root / MEASURED, page.encode())
        sys.stdout.write(f"{page}\nwritten: {MEASURED}\n")
        return 0
    folder = folder or root / CORPUS
    rows = []
    for path in sorted(folder.glob("*.tsv")):
        if locales and path.stem not in locales:
            continue
        judged = judge(read_cases(path.read_text(encoding="utf-8")), path.stem, str(path))
        if missed:
            sys.stdout.write("".join(f"{line}\n" for line in _wrong(path, judged)))
        rows.append(row(path.stem, measure(judged)))
    if not rows:
        sys.stderr.write(f"{folder}: there is no corpus here (files named `<locale>.tsv`).\n")
        return 2
    sys.stdout.write(table(rows))
    return 0


def published(root: Path, day: datetime.date) -> str:
    """Measure both collections of the project and return the page that the docs show."""
    tables, sizes = [], []
    for folder in (EXAMINATION, CORPUS):
        found = {
            path.stem: measure(judge(read_cases(path.read_text(encoding="utf-8")), path.stem, path.name))
            for path in sorted((root / folder).glob("*.tsv"))
        }
        tables.append(table([row(locale, measures) for locale, measures in found.items()]))
        sizes.append({locale: measures.cases for locale, measures in found.items()})
    return measured_page(tables, day, [(locale, sizes[0][locale], sizes[1].get(locale, 0)) for locale in sizes[0]])


def row(locale: str, found: Measures) -> tuple[str, ...]:
    """Return the measures of one locale as cells."""
    return (
        locale,
        str(found.cases),
        str(found.error_precision),
        str(found.precision),
        str(found.recall),
        f"{found.f_half:.2f}",
        str(found.hard_negatives),
        str(found.plain_positives),
        str(found.hard_positives),
        str(found.terms),
        str(found.right_rule),
    )


def table(rows: list[tuple[str, ...]]) -> str:
    """Return the measures as a Markdown table: a row for each measure, a column for each language.

    The other way round it would be too wide for a page.
    """
    columns = [HEADINGS, *rows]
    lines = ["| " + " | ".join(cells) + " |" for cells in zip(*columns, strict=True)]
    lines.insert(1, "| " + " | ".join("---" for _ in columns) + " |")
    return "\n".join(lines) + "\n"


def _wrong(path: Path, judged: list[Judged]) -> list[str]:
    lines = []
    for each in judged:
        case = each.case
        rules = ", ".join(f"{problem.rule} ({problem.severity.value})" for problem in each.problems)
        if case.is_fine and each.is_flagged:
            words = "; ".join(str(problem.message) for problem in each.problems)
            lines.append(f"FALSE ALARM {path.name}:{case.line} [{case.slice}] {rules}: {case.text}\n      {words}")
        elif not case.is_fine and not each.is_flagged:
            lines.append(f"MISSED {path.name}:{case.line} [{case.label}, {case.slice}] {case.text}")
        elif not case.is_fine and not any(problem.rule == case.label for problem in each.problems):
            lines.append(f"OTHER RULE {path.name}:{case.line} [{case.label}] {rules}: {case.text}")
    return lines

"""Print how well the rules of tone and terms do on the sentences of a corpus."""

from __future__ import annotations

import sys
from pathlib import Path

from saferhub.checks.evaluation import Judged, Measures, judge, measure, read_cases
from saferhub.cli.coverage_pages import MEASURED, measured_page
from saferhub.cli.library import today
from saferhub.cli.tree import write_file

CORPUS = Path("tests/checks/corpus")
HEADINGS = ("locale", "lines", "errors: precision", "all: precision", "recall", "F0.5", "hard negatives flagged",
            "plain found", "hard found", "terms found", "right rule")  # fmt: skip


def tone_report(root: Path, folder: Path | None, locales: list[str], missed: bool, write: bool) -> int:
    """Print the table, and with `missed` every case that was judged wrongly; with `write` put it into the docs."""
    if write and (folder or locales):
        sys.stderr.write("--write measures the whole corpus of the project: leave out the folder and --locale.\n")
        return 2
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
    if write:
        page = measured_page(table(rows), today(), [(cells[0], int(cells[1])) for cells in rows])
        write_file(root / MEASURED, page.encode())
        print(f"written: {MEASURED}")
    return 0


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
    """Return rows as a Markdown table."""
    lines = ["| " + " | ".join(HEADINGS) + " |", "| " + " | ".join("---" for _ in HEADINGS) + " |"]
    lines += ["| " + " | ".join(cells) + " |" for cells in rows]
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

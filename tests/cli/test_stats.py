"""`hub stats`: a table that fits a terminal, data for programs, and what is said of a hub with errors."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from conftest import ROOT, TODAY
from saferhub.catalogue.catalogue import publish
from saferhub.catalogue.statistics import statistics
from saferhub.checks.report import Report
from saferhub.cli.i18n.figures import figures
from saferhub.cli.main import main
from saferhub.cli.stats_text import stats_text
from saferhub.model.library import Library


def run(hub: Path, *arguments: str) -> int:
    return main(["--root", str(hub), "stats", *arguments])


def test_the_table_names_what_there_is_and_what_is_missing(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(hub) == 0
    out = capsys.readouterr().out
    lines = out.splitlines()
    assert max(map(len, lines)) <= 80
    rows = {tuple(line.split()) for line in lines}
    assert ("cyberbullying", "conduct", "-", ".", "1", ".", ".", ".") in rows
    assert ("csam", "contact", "-", "-", "-", "-", "-", ".") in rows
    assert ("minutes", ".", ".", "30", "30", ".", "30") in rows
    assert ("policy-makers", ".") in rows
    assert any(line.startswith("competencies taught                3 of ") for line in lines)
    assert "Help entries to verify within 60 days: none." in lines
    assert "Beside English: 0 complete, 1 partly there." in out
    gaps = " ".join(out[out.index("Gaps\n") :].split())
    assert re.search(r"Harms without a lesson \(\d+\): hate-discrimination, violent-content,", gaps)
    assert re.search(r"Competencies that no lesson teaches \(\d+\): help-3-5, help-6-8,", gaps)
    assert "Sources that no lesson uses" in gaps


def test_json_says_the_same(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    help_file = hub / "docs/_data/help/international.yml"
    help_file.write_text(help_file.read_text(encoding="utf-8").replace("2027-05-22", "2026-12-01", 1), encoding="utf-8")
    assert run(hub, "--json") == 0
    data = json.loads(capsys.readouterr().out)
    assert data["schema_version"] == 1
    assert data["sizes"]["lessons"] == 3
    assert data["help"] == {"total": 2, "expiring": {"example-listeners": "2026-12-01"}}
    assert data["reach"]["by_harm"]["cyberbullying"]["by_age"]["3-5"] is None
    assert data["reach"]["by_harm"]["cyberbullying"]["by_age"]["6-8"] == 0
    assert data["languages"]["ar"]["lessons"]["partly"] == 2
    assert data["reading"]["en"]["9-12"]["longest_target"] == 22
    assert data["competencies"]["used"] + len(data["competencies"]["gaps"]) == data["competencies"]["total"]


def test_a_second_run_needs_no_check_and_says_the_same(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(hub) == 0
    first = capsys.readouterr().out
    assert run(hub) == 0
    assert capsys.readouterr().out == first


def test_a_hub_with_errors_has_no_figures(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lesson = hub / "docs/en/lessons/kind-words.md"
    lesson.write_text(lesson.read_text(encoding="utf-8").replace("minutes: 30", "minutes: many", 1), encoding="utf-8")
    assert run(hub) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "docs/en/lessons/kind-words.md:10" in told.err
    assert "Nothing was counted: mend the errors above first." in told.err


def test_a_hub_without_lessons_has_figures(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path in [*(hub / "docs/en/lessons").iterdir(), *(hub / "translations/ar/lessons").iterdir()]:
        path.unlink()
    (hub / "docs/en/about.md").unlink()  # it links to a lesson
    (hub / "docs/_data/packs/first-steps.yml").unlink()  # it names one
    assert run(hub) == 0
    assert "lessons                            0       0 words" in capsys.readouterr().out


def test_the_real_hub_fits_eighty_columns(real_library: Library) -> None:
    catalogue = publish(real_library, Report((), 20), TODAY)
    text = stats_text(statistics(catalogue, figures(ROOT, use_cache=False).locales, TODAY), catalogue.locales)
    assert [line for line in text.splitlines() if len(line) > 80] == []
    assert len(text.splitlines()) > 80

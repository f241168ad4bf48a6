"""The benchmark itself: its generated library passes the checks, and its plain site builds."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import bench
from saferhub.cli.build import stage_locale
from saferhub.cli.library import catalogue_or_none, read_and_check, voices
from saferhub.site.staging import compose_all

pytestmark = pytest.mark.site


def test_the_generated_library_passes_the_checks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "MANY", 40)
    library, report = read_and_check(bench.many_lessons(tmp_path / "many"))
    assert [problem.rule for problem in report.problems if problem.rule != "one-sided-path"] == []
    assert len(library.lessons) == 40


def test_the_plain_site_builds(built_tiny: Path, tmp_path: Path) -> None:
    catalogue = catalogue_or_none(built_tiny)
    assert catalogue is not None
    locale = catalogue.locales[0]
    folder = stage_locale(
        built_tiny, catalogue, compose_all(catalogue), locale, voices(built_tiny, catalogue)[locale.id]
    )
    plain = bench.plain_copy(folder, tmp_path / "plain")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(plain / "mkdocs.yml")],
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(built_tiny / "scripts")},
    )
    assert done.returncode == 0, done.stderr
    assert (plain / "site" / "lessons" / "kind-words.html").exists()


def test_the_translated_library_goes_to_translators_and_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bench, "TRANSLATED", 8)
    bench.po_speed(tmp_path / "po")
    assert "PO files of 8 lessons" in capsys.readouterr().out

"""`hub help-review`: what is due first, what is expired, and files that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from saferhub.cli.main import main
from saferhub.sources.data import read_help, read_taxonomy

HELP = "docs/_data/help"
ENTRY = (
    "  - {{id: {id}, name: {name}, purposes: [talk], contact: {{call: '000'}}, about: Listens., cost: free,"
    " source: 'https://a.invalid/', verified: {verified}, expires: {expires}{more}}}\n"
)


def country(hub: Path, code: str, *entries: tuple[str, str, str, str]) -> Path:
    path = hub / HELP / f"{code.lower()}.yml"
    lines = (
        ENTRY.format(id=name.lower(), name=name, verified=verified, expires=expires, more=more)
        for name, verified, expires, more in entries
    )
    path.write_text(f"country: {code}\nentries:\n{''.join(lines)}", encoding="utf-8")
    return path


def listed(hub: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    capsys.readouterr()
    assert main(["--root", str(hub), "help-review", *arguments]) == 0
    return capsys.readouterr().out


def test_entries_stand_by_the_days_that_are_left(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    country(
        hub,
        "AM",
        ("Later", "2026-11-22", "2027-01-22", ""),
        ("Gone", "2026-08-21", "2026-11-21", ", basis: service"),
        ("Today", "2026-09-22", "2026-11-22", ""),
        ("Soon", "2026-11-01", "2027-01-21", ", basis: document"),
    )
    assert listed(hub, capsys) == (
        "Expired, readers no longer see them:\n"
        f"  {HELP}/am.yml:4: Gone (AM), expired 1 day ago (2026-11-21)\n\n"
        "Due within 60 days:\n"
        f"  {HELP}/am.yml:5: Today (AM), expires today (2026-11-22), known from a document only\n"
        f"  {HELP}/am.yml:6: Soon (AM), 60 days left (2027-01-21), known from a document only\n\n"
        "Later:\n"
        f"  {HELP}/am.yml:3: Later (AM), 61 days left (2027-01-22), known from a document only\n"
        f"  {HELP}/international.yml:3: Example Listeners (international), 181 days left (2027-05-22),"
        " known from a document only\n"
        f"  {HELP}/international.yml:13: Example Reports (international), 181 days left (2027-05-22),"
        " known from a document only\n\n"
        "6 help services: 1 expired, 2 due, 5 known from a document only."
        " How to verify them: docs/en/contribute/help-services.md.\n"
    )


def test_how_far_it_looks_ahead(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    country(hub, "AM", ("Soon", "2026-11-01", "2026-11-23", ""))
    assert "Due" not in listed(hub, capsys, "--days", "0")
    assert "Due within 1 day:\n" in listed(hub, capsys, "--days", "1")
    assert "Later" not in listed(hub, capsys, "--days", "181")


@pytest.mark.parametrize("days", ["-1", "3661", "soon", "1.5", "", "٣", "9" * 5000])
def test_days_that_are_no_number(days: str, hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--root", str(hub), "help-review", f"--days={days}"])
    assert stopped.value.code == 2
    told = capsys.readouterr().err
    assert "is not a number of days from 0 to 3660" in told
    assert len(told) < 300


def test_a_file_that_cannot_be_read_hides_no_other(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    country(hub, "AM", ("Gone", "2026-08-21", "2026-11-21", ""))
    country(hub, "EG", ("Never", "2026-11-22", "2026-02-30", ""))
    (hub / HELP / "fr.yml").write_bytes(b"country: \xff")
    assert main(["--root", str(hub), "help-review"]) == 2
    out, err = capsys.readouterr()
    assert "am.yml:3: Gone" in out
    assert "Never" not in out
    assert f"{HELP}/eg.yml:3: " in err
    assert "there is no day" in err
    assert f"{HELP}/fr.yml:1: This file is not written in UTF-8." in err


def test_a_hub_without_help(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (hub / HELP / "international.yml").unlink()
    assert listed(hub, capsys).startswith("0 help services: 0 expired")


def test_a_hub_without_its_vocabulary(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (hub / "docs/_data/taxonomy.yml").unlink()
    assert main(["--root", str(hub), "help-review"]) == 2
    assert "docs/_data/taxonomy.yml" in capsys.readouterr().err


def test_the_template_is_not_read_and_refused_when_nobody_filled_it_in(
    hub: Path, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    template = (root / HELP / "_template.yml").read_text(encoding="utf-8")
    (hub / HELP / "_template.yml").write_text(template, encoding="utf-8")
    assert listed(hub, capsys).startswith("Later:\n")
    (hub / HELP / "am.yml").write_text(template, encoding="utf-8")
    taxonomy, _ = read_taxonomy(hub)
    entries, problems = read_help(hub, taxonomy)
    assert {entry.country for entry in entries} == {"international"}
    told = " ".join(problem.message.said() for problem in problems)
    for name in ("country", "id", "purposes", "web", "call", "cost", "source", "verified", "expires", "basis"):
        assert name in told, name

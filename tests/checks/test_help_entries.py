"""The dates and places of help services: how long each may be shown, and in which file it belongs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from saferhub.checks.report import Report
from saferhub.model.library import Library

Checked = Callable[[Path], tuple[Library, Report]]


def write(hub: Path, name: str, country: str, verified: str = "2026-11-22", expires: str = "2027-02-22") -> None:
    (hub / "docs/_data/help" / name).write_text(
        f"country: {country}\nentries:\n  - {{id: a, name: A, purposes: [talk], contact: {{call: '000'}}, about: Listens.,"
        f" cost: free, source: 'https://a.invalid/', verified: {verified}, expires: {expires}}}\n",
        encoding="utf-8",
    )


def found(hub: Path, checked: Checked) -> list[tuple[str, str]]:
    return [(problem.rule, str(problem.place)) for problem in checked(hub)[1].problems]


@pytest.mark.parametrize(
    ("verified", "expires", "right"),
    [
        ("2026-11-22", "2027-02-23", True),  # 93 days
        ("2026-11-22", "2027-02-24", False),
        ("2026-11-22", "2062-02-22", False),
        ("2026-11-22", "2026-11-22", True),
        ("2026-11-23", "2027-01-01", False),  # tomorrow
    ],
)
def test_a_service_of_one_country_is_shown_for_three_months(
    verified: str, expires: str, right: bool, hub: Path, checked: Checked
) -> None:
    write(hub, "am.yml", "AM", verified, expires)
    assert found(hub, checked) == ([] if right else [("help-shown-too-long", "docs/_data/help/am.yml:3")])


def test_an_entry_that_expires_before_it_was_verified(hub: Path, checked: Checked) -> None:
    write(hub, "am.yml", "AM", "2026-11-22", "2026-11-21")
    assert ("help-shown-too-long", "docs/_data/help/am.yml:3") in found(hub, checked)


def test_the_last_days_there_are(hub: Path, checked: Checked) -> None:
    """The calendar ends with the year 9999; a day after it must not stop the program."""
    write(hub, "am.yml", "AM", "9999-12-31", "9999-12-31")
    assert found(hub, checked) == [("help-shown-too-long", "docs/_data/help/am.yml:3")]


def test_an_international_service_is_shown_for_six_months(hub: Path, checked: Checked) -> None:
    path = hub / "docs/_data/help/international.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("2027-05-22", "2027-05-25"), encoding="utf-8")
    assert found(hub, checked) == []
    path.write_text(text.replace("2027-05-22", "2027-05-26"), encoding="utf-8")
    assert [rule for rule, _ in found(hub, checked)] == ["help-shown-too-long"] * 2


@pytest.mark.parametrize(
    ("name", "country", "right"),
    [
        ("gb.yml", "GB", True),
        ("uk.yml", "UK", False),
        ("eu.yml", "EU", False),
        ("zz.yml", "ZZ", False),
        ("xx.yml", "XX", False),
        ("fr.yml", "GB", False),
        ("GB.yml", "GB", False),
        ("more.yml", "international", False),
    ],
)
def test_a_file_is_named_after_a_country_that_exists(
    name: str, country: str, right: bool, hub: Path, checked: Checked
) -> None:
    write(hub, name, country)
    assert found(hub, checked) == ([] if right else [("misplaced-help", f"docs/_data/help/{name}:1")])

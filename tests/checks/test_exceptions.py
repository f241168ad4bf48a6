"""Leaving a rule on purpose, and a list of known problems that only becomes shorter."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from saferhub.checks.report import Report
from saferhub.cli.main import main
from saferhub.model.library import Library

Checked = Callable[[Path], tuple[Library, Report]]
LESSON = "docs/en/lessons/kind-words.md"
GOOD = "Choose kind words.\n"
EMOJI = "Choose kind words. 😀😀🎉\n"


def write(hub: Path, new: str, old: str = GOOD) -> None:
    path = hub / LESSON
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def rules(report: Report) -> list[str]:
    return [problem.rule for problem in report.problems]


def test_a_reason_excuses_one_rule_in_one_block(hub: Path, checked: Checked) -> None:
    write(hub, f"<!-- allow emoji-run: the class drew these signs -->\n\n{EMOJI}\n{EMOJI}")
    _, report = checked(hub)
    assert rules(report) == ["emoji-run"], "the second block has no exception"
    assert [(each.problem.rule, each.reason) for each in report.allowed] == [
        ("emoji-run", "the class drew these signs")
    ]


def test_a_fact_can_be_excused_too(hub: Path, checked: Checked) -> None:
    write(hub, "# allow emoji-run: part of the name of the song\ntitle: Kind words 😀😀🎉\n", "title: Kind words\n")
    _, report = checked(hub)
    assert rules(report) == []
    assert len(report.allowed) == 1


@pytest.mark.parametrize(
    ("comment", "words"),
    [
        ("<!-- allow emoji-run -->", "gives no reason"),
        ("<!-- allow emoji-run: because -->", "gives no reason"),
        ("<!-- allow emoji-rum: the class drew these signs -->", "names no check"),
        ("<!-- allow: the class drew these signs -->", "names no check"),
        ("<!-- allow raw-html: we really need this one -->", "has no exceptions"),
    ],
)
def test_a_faulty_exception_is_an_error_and_excuses_nothing(
    hub: Path, checked: Checked, comment: str, words: str
) -> None:
    write(hub, f"{comment}\n\n{EMOJI}")
    _, report = checked(hub)
    assert rules(report) == ["faulty-exception", "emoji-run"]
    assert words in str(report.problems[0].message)
    assert not report.is_clean


def test_an_exception_that_is_no_longer_needed_is_told(hub: Path, checked: Checked) -> None:
    write(hub, f"<!-- allow emoji-run: the class drew these signs -->\n\n{GOOD}")
    _, report = checked(hub)
    assert rules(report) == ["faulty-exception"]
    assert "finds nothing" in str(report.problems[0].message)


def test_an_example_of_an_exception_in_code_is_none(hub: Path, checked: Checked) -> None:
    write(hub, f"```html\n<!-- allow emoji-run -->\n```\n\n{GOOD}")
    _, report = checked(hub)
    assert "faulty-exception" not in rules(report)


def test_the_baseline_lets_known_problems_wait_and_only_shrinks(
    hub: Path, checked: Checked, capsys: pytest.CaptureFixture[str]
) -> None:
    write(hub, f"{EMOJI}\nSee https://example.org/x for more.\n")
    _, before = checked(hub)
    assert not before.is_clean
    assert main(["--root", str(hub), "baseline"]) == 0
    _, known = checked(hub)
    assert known.is_clean
    assert len(known.waiting) == 2
    write(hub, "One more line.\n\nA new address, https://example.org/new.\n\nStart.\n", "Put chairs in pairs.\n")
    _, grown = checked(hub)
    assert rules(grown) == ["raw-address"], "what is new counts, also when lines have moved"
    assert main(["--root", str(hub), "baseline"]) == 0
    _, again = checked(hub)
    assert rules(again) == ["raw-address"], "the list does not become longer by itself"
    write(hub, GOOD, EMOJI)
    _, mended = checked(hub)
    assert sorted(rules(mended)) == ["outdated-baseline", "raw-address"]
    assert main(["--root", str(hub), "baseline"]) == 0
    rows = json.loads((hub / "docs/_data/baseline.json").read_text(encoding="utf-8"))["known"]
    assert [row["rule"] for row in rows] == ["raw-address"]
    assert main(["--root", str(hub), "baseline", "--grow"]) == 0
    assert "2 known problems" in capsys.readouterr().out


def test_what_breaks_the_site_cannot_wait(hub: Path, checked: Checked) -> None:
    write(hub, f"<b>bold</b>\n\n{GOOD}")
    assert main(["--root", str(hub), "baseline"]) == 0
    _, report = checked(hub)
    assert "raw-html" in rules(report)
    assert not (hub / "docs/_data/baseline.json").exists()


@pytest.mark.parametrize("text", ["", "[]", "{", '{"known": 3}', '{"known": [{"file": 1}]}', "[" * 5000])
def test_a_damaged_baseline_is_told(hub: Path, checked: Checked, text: str) -> None:
    (hub / "docs/_data/baseline.json").write_text(text, encoding="utf-8")
    _, report = checked(hub)
    assert rules(report) == ["outdated-baseline"]
    assert not report.is_clean
    assert main(["--root", str(hub), "baseline"]) == 1


def test_an_exception_before_a_table_is_about_the_whole_table_and_no_other(hub: Path, checked: Checked) -> None:
    table = "| a | b |\n| --- | --- |\n| c | d |\n| e | 😀😀🎉 |\n"
    write(hub, f"<!-- allow emoji-run: the class drew these signs -->\n\n{table}\n{table}")
    _, report = checked(hub)
    assert rules(report).count("emoji-run") == 1
    assert len(report.allowed) == 1

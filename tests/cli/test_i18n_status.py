"""`hub i18n status`: what it says of the tiny hub, its JSON, its cache, and files that cannot be read."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import bench
from saferhub.cli.i18n import measured
from saferhub.cli.i18n.figures import CACHE, figures
from saferhub.cli.main import main
from saferhub.sources import schemas
from saferhub.translation.coverage_data import coverage_data

OVERVIEW = """\
              fresh    stale    check     todo  missing obsolete      own
ar             26 % of 484 words are translated and up to date
  words         130       17      154        0      183        0        0
  blocks         49        2       53        0       60        0        0
  safety         38 of 39 blocks about help and safety are open
  pages    0 complete, 3 partly, 0 outdated, 4 not yet
           1 accepted by a person, 0 drafts of a machine
  labels   0 translated, 0 fuzzy, 0 empty

"""
PAGES = """\
What to do first                    state     done    old   open safety  by
labels (LC_MESSAGES/hub.po)                  100 %
snippets/safeguarding-general       partly    40 %      5      5      1  ?
snippets/safeguarding-sensitive     not yet    0 %             9      1
snippets/safeguarding-specialist    not yet    0 %             8      1
kind-words                          partly    92 %     17     17      1  person
ask-first                           partly    35 %    149    149     32  ?
good-night                          not yet    0 %           145      2
about                               not yet    0 %            21
"""
BLOCKS = """\
lessons/kind-words (ar): 2 open blocks
stale: Ask each pair for two words.
    docs/en/lessons/kind-words.md:53
    translations/ar/lessons/kind-words.md:29
stale, safety: Tell an adult you trust. You can also call a helpline.
    docs/en/lessons/kind-words.md:102
    translations/ar/lessons/kind-words.md:78
"""
TARGET = "translations/ar/lessons/kind-words"


def run(hub: Path, *arguments: str) -> int:
    return main(["--root", str(hub), "i18n", "status", *arguments])


def data_of(hub: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    capsys.readouterr()
    assert run(hub, "--format", "json", *arguments) == 0
    data: dict[str, Any] = json.loads(capsys.readouterr().out)
    return data


def cold(hub: Path) -> dict[str, Any]:
    return coverage_data(figures(hub, use_cache=False).locales)


def test_all_languages(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(hub) == 0
    assert capsys.readouterr().out == f"{OVERVIEW}What to do next in one language: hub i18n status LOCALE\n"


def test_one_language_says_what_to_do_first(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(hub, "ar") == 0
    out = capsys.readouterr().out
    assert out.startswith(OVERVIEW + PAGES)
    assert max(map(len, out.splitlines())) <= 80


def test_a_long_name_stands_on_a_line_of_its_own(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = "a-lesson-whose-name-is-longer-than-any-other"
    (hub / f"{TARGET}.md").rename(hub / f"translations/ar/lessons/{name}.md")
    (hub / "docs/en/lessons/kind-words.md").rename(hub / f"docs/en/lessons/{name}.md")
    assert run(hub, "ar") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[lines.index(name) + 1].startswith(" " * 36)
    assert max(map(len, lines)) <= 80


def test_a_page_lists_what_is_open_with_its_places(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(hub, "ar", "kind-words") == 0
    assert capsys.readouterr().out == BLOCKS
    for place, words in (
        ("docs/en/lessons/kind-words.md:53", "Ask each pair for two words."),
        (f"{TARGET}.md:29", "اطلبوا من كل اثنين كلمة."),
        ("docs/en/lessons/kind-words.md:102", "Tell an adult you trust."),
        (f"{TARGET}.md:78", "أخبروا بالغًا تثقون به."),
    ):
        path, _, line = place.rpartition(":")
        assert words in (hub / path).read_text("utf-8").splitlines()[int(line) - 1]


def test_a_page_that_nobody_began(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(hub, f"{hub}/docs/en/about.md".removeprefix(f"{hub}/")) == 0
    out = capsys.readouterr().out
    assert out.startswith("about (ar): nobody began it; 5 blocks wait. Begin with `hub i18n start`.\nmissing: ")
    assert "translations" not in out


def test_a_name_that_does_not_exist(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(hub, "ar", "kind-word") == 2
    assert "There is no language and no page `kind-word`. Languages: ar." in capsys.readouterr().err


def test_drafts_are_not_counted(hub: Path) -> None:
    path = hub / "docs/en/lessons/good-night.md"
    path.write_text(path.read_text("utf-8").replace("status: published", "status: draft"), "utf-8")
    assert "lessons/good-night" not in cold(hub)["locales"]["ar"]["pages"]


def test_pages_made_from_code_are_counted_only_once_somebody_translates_them(hub: Path) -> None:
    text = "---\ntitle: A check\nsummary: What it finds.\n---\n\nWords.\n"
    for name in ("docs/en/contribute/checks/x.md", "docs/en/contribute/checks/y.md"):
        (hub / name).parent.mkdir(parents=True, exist_ok=True)
        (hub / name).write_text(text, "utf-8")
    target = hub / "translations/ar/contribute/checks/y.md"
    target.parent.mkdir(parents=True)
    target.write_text(text, "utf-8")
    pages = cold(hub)["locales"]["ar"]["pages"]
    assert "contribute/checks/x" not in pages
    assert pages["contribute/checks/y"]["blocks_in"]["todo"] == 3


def test_a_machine_draft_is_told_apart(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(hub), "i18n", "accept", "ar", "ask-first", "--draft", "machine"]) == 0
    pages = data_of(hub, capsys)["locales"]["ar"]["pages"]
    assert pages["lessons/ask-first"]["machine_draft"]
    assert not pages["lessons/kind-words"]["machine_draft"]


def test_json_is_as_its_schema_says(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = data_of(hub, capsys)
    validator = jsonschema.Draft202012Validator(schemas.coverage())
    validator.validate(data)
    one = data["locales"]["ar"]
    assert one["totals"]["words"] == sum(page["words"] for page in one["pages"].values())
    assert one["totals"]["words_in"]["stale"] == 17
    assert one["thresholds"] == {"publish_from": 30, "complete_from": 80}
    one["totals"]["words_in"]["strange"] = 1
    assert not validator.is_valid(data)


def test_json_of_a_page_holds_its_open_blocks(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (page,) = data_of(hub, capsys, "ar", "kind-words")["locales"]["ar"]["pages"].values()
    assert [(block["state"], block["safety"]) for block in page["open"]] == [("stale", False), ("stale", True)]
    assert page["open"][1]["target"] == f"{TARGET}.md:78"


def test_labels_are_counted(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = hub / "translations/ar/LC_MESSAGES/hub.po"
    path.parent.mkdir()
    words = 'msgid "Help"\nmsgstr "مساعدة"\n\n#, fuzzy\nmsgid "Page"\nmsgstr "ورقة"\n\nmsgid "State"\nmsgstr ""\n'
    path.write_text('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n' + words, "utf-8")
    wanted = {"translated": 1, "fuzzy": 1, "empty": 1}
    assert data_of(hub, capsys)["locales"]["ar"]["interface"] == wanted
    path.write_text(path.read_text("utf-8").replace("#, fuzzy\n", ""), "utf-8")
    assert data_of(hub, capsys)["locales"]["ar"]["interface"] == {**wanted, "translated": 2, "fuzzy": 0}


def test_only_a_changed_page_is_read_again(hub: Path) -> None:
    first = figures(hub)
    assert "lessons/kind-words" in first.read
    assert figures(hub).read == ()
    path = hub / f"{TARGET}.md"
    path.write_text(path.read_text("utf-8").replace("الرسائل تجمع الأصدقاء.\n", ""), "utf-8")
    again = figures(hub)
    assert again.read == ("lessons/kind-words",)
    assert again.locales == figures(hub, use_cache=False).locales
    assert again.locales == figures(hub).locales != first.locales


@pytest.mark.parametrize("name", [f"{TARGET}.sync", "docs/en/lessons/kind-words.md"])
def test_sidecar_and_source_count_too(hub: Path, name: str) -> None:
    figures(hub)
    text = (hub / name).read_text("utf-8")
    (hub / name).write_text(text.replace("1dc7e", "1dc7f").replace("Choose kind words.", "Choose words."), "utf-8")
    assert (hub / name).stat().st_size
    found = figures(hub)
    assert found.read == ("lessons/kind-words",)
    assert found.locales == figures(hub, use_cache=False).locales


def test_an_edit_that_keeps_the_size_is_seen(hub: Path) -> None:
    figures(hub)
    path = hub / "docs/en/about.md"
    facts = path.stat()
    path.write_bytes(path.read_bytes().swapcase().replace(b"TITLE", b"title").replace(b"SUMMARY", b"summary"))
    os.utime(path, ns=(facts.st_atime_ns, facts.st_mtime_ns + 1))
    assert figures(hub).read == ("about",)


def test_a_translation_that_is_gone_is_forgotten(hub: Path) -> None:
    figures(hub)
    (hub / f"{TARGET}.md").unlink()
    found = figures(hub)
    assert found.locales == figures(hub, use_cache=False).locales
    assert not next(page for page in found.locales[0].pages if page.source.id == "lessons/kind-words").exists


@pytest.mark.parametrize("damage", ["", "[]", '{"sources": 1}', '{"program": "another", "pages": {"ar": 5}}'])
def test_a_damaged_cache_is_made_anew(hub: Path, damage: str) -> None:
    wanted = figures(hub).locales
    kept = json.loads((hub / CACHE).read_text("utf-8"))
    (hub / CACHE).write_text(damage, "utf-8")
    assert figures(hub).locales == wanted
    for table in ("sources", "pages", "words"):
        (hub / CACHE).write_text(json.dumps({**kept, table: {"ar": [1], "about": "x", "lessons/kind-words": [2]}}))
        assert figures(hub).locales == wanted
    kept["pages"]["ar"]["lessons/kind-words"][1] = [1, 2, 3]
    (hub / CACHE).write_text(json.dumps(kept))
    assert figures(hub).locales == wanted


def test_without_cache_nothing_is_kept(hub: Path) -> None:
    assert run(hub, "--no-cache") == 0
    assert not (hub / CACHE).exists()


def test_several_processes_find_the_same(hub: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = cold(hub)
    monkeypatch.setattr(measured, "FEW", 0)
    monkeypatch.setattr(measured, "CHUNK", 2)
    monkeypatch.setattr(measured, "processes", lambda: 2)
    assert cold(hub) == wanted


BROKEN = [
    (f"{TARGET}.sync", b"\xff\xfe\x00", "not written in UTF-8"),
    (f"{TARGET}.sync", b"no pair\nno pair either\n", "not a pair of fingerprints"),
    (f"{TARGET}.md", b"---\ntitle: \xff\n---\n", "not written in UTF-8"),
    (f"{TARGET}.md", "لا حقائق هنا\n".encode(), "does not begin with its facts"),
    ("docs/en/lessons/kind-words.md", b"Words.\n", "does not begin with its facts"),
    ("docs/en/lessons/kind-words.md", b"---\ntitle: [\n---\n", "cannot be read here"),
]


@pytest.mark.parametrize(("name", "content", "words"), BROKEN)
def test_a_file_that_cannot_be_read_is_one_line_and_others_count(
    name: str, content: bytes, words: str, hub: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = cold(hub)["locales"]["ar"]["pages"]
    (hub / name).write_bytes(content)
    for _ in range(2):  # the second time from the cache, which must not hide the fault
        after = data_of_broken(hub, capsys, name, words)
        for page in before.keys() - {"lessons/kind-words"}:
            assert {**after[page], "place": 0} == {**before[page], "place": 0}
    if name.endswith(".md"):
        assert not after.get("lessons/kind-words", {"exists": False})["exists"]


def data_of_broken(hub: Path, capsys: pytest.CaptureFixture[str], name: str, words: str) -> dict[str, Any]:
    capsys.readouterr()
    assert run(hub, "--format", "json") == 0
    told = capsys.readouterr()
    (line,) = told.err.splitlines()
    assert line.startswith(f"{name}:")
    assert words in line
    pages: dict[str, Any] = json.loads(told.out)["locales"]["ar"]["pages"]
    return pages


def test_a_link_out_of_the_hub_is_not_read(hub: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outside = tmp_path / "secret.md"
    outside.write_text("---\ntitle: Secret\n---\n", "utf-8")
    (hub / f"{TARGET}.md").unlink()
    (hub / f"{TARGET}.md").symlink_to(outside)
    assert run(hub, "ar", "kind-words") == 0
    told = capsys.readouterr()
    assert "a link that leads out of the hub" in told.err
    assert "Secret" not in told.out


def test_a_hub_without_languages(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (hub / "docs/_data/locales.yml").write_text("locales: [", "utf-8")
    assert run(hub) == 0
    assert "docs/_data/locales.yml" in capsys.readouterr().err


def test_the_benchmark_makes_blocks_in_all_states(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "MANY", 3)
    found = figures(bench.many_translations(tmp_path / "many"))
    assert len(found.locales) == len(bench.LANGUAGES)
    totals = coverage_data(found.locales)["locales"]["sw"]["totals"]["blocks_in"]
    assert all(totals[state] for state in ("fresh", "stale", "check", "todo", "missing"))
    assert totals["fresh"] > sum(totals.values()) / 3

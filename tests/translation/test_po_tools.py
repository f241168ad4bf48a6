"""The files go through the tools that translators and their services use, and come back whole."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from po_pages import Page, after, change, entries, entry, filled, kind_words, page_of, states, worked_on
from saferhub.model.library import Library
from saferhub.translation.pairs import State

STALE = "Ask each pair for two words."


def run(*command: str, data: bytes = b"") -> bytes:
    assert shutil.which(command[0]), f"{command[0]} is missing: install gettext"
    done = subprocess.run(command, input=data, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stderr == b"", done.stderr.decode()
    return done.stdout


def toolkit(name: str, *arguments: str) -> str:
    command = [str(Path(sys.executable).parent / name), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("locale", ["ar", "fr", "hy"])
def test_msgfmt_has_nothing_to_say_about_an_export(locale: str, real_library: Library) -> None:
    for name in ("lessons/spotting-scams", "lessons/talking-without-fear", "contribute/translating"):
        run("msgfmt", "-c", "-o", "/dev/null", "-", data=page_of(real_library, name, locale).export())


@pytest.mark.parametrize(
    "command",
    [
        ["msgcat", "--width=79", "-"],
        ["msgcat", "--no-wrap", "--sort-output", "-"],
        ["msgcat", "--width=20", "--indent", "-"],
        ["msgattrib", "--no-obsolete", "-"],
        ["msgconv", "-t", "UTF-8", "-"],
    ],
)
def test_a_tool_that_rewrites_the_file_changes_nothing(command: list[str], real_library: Library) -> None:
    for name in ("lessons/spotting-scams", "lessons/image-based-abuse-rights-and-help"):
        page = page_of(real_library, name)
        result = page.take(run(*command, data=page.export()))
        assert (result.text, result.refusals) == (None, ())
        assert result.unchanged + result.empty + result.fuzzy == len(page.found.pairs)


def test_a_translation_that_msgcat_wrapped_is_taken(hub: Path) -> None:
    page = kind_words(hub)
    po = filled(page.export(), {STALE: "كلمتان " * 40})
    result = page.take(run("msgcat", "--width=79", "-", data=po))
    assert (result.taken, result.refusals) == (1, ())
    assert states(after(page, result))[STALE] is State.FRESH


def test_only_what_is_open_can_be_cut_out_and_brought_back(hub: Path) -> None:
    page = kind_words(hub)
    cut = run("msgattrib", "--only-fuzzy", "--clear-fuzzy", "-", data=page.export())
    result = page.take(cut)
    assert (result.taken, result.refusals) == (2, ())
    assert set(states(after(page, result)).values()) == {State.FRESH}


def test_filled_by_a_script_and_checked_by_msgfmt_a_whole_page_is_fresh(real_library: Library) -> None:
    source = page_of(real_library, "lessons/spotting-scams", "fr")
    page = Page(source.source, None, None, "xx")
    arabic = {one.source.flowing: one.target.flowing for one in source.found.pairs if one.target}
    po = filled(page.export(), arabic)
    run("msgfmt", "-c", "-o", "/dev/null", "-", data=po)
    result = page.take(po)
    assert result.taken == len(page.found.pairs) - len(result.refusals)
    assert result.refusals == ()
    assert set(states(after(page, result)).values()) == {State.FRESH}


def test_work_on_an_older_export_is_merged_into_a_newer_one(hub: Path, tmp_path: Path) -> None:
    old = filled(kind_words(hub).export(), {"Choose kind words.": "هيا نختار.", "Listen first.": "نستمع أولًا."})
    change(hub, "Listen first.", "Listen first, then answer.")
    page = kind_words(hub)
    (tmp_path / "old.po").write_bytes(old)
    (tmp_path / "new.pot").write_bytes(page.export())
    merged = run("msgmerge", "--quiet", "--previous", str(tmp_path / "old.po"), str(tmp_path / "new.pot"))
    result = page.take(merged)
    assert result.taken == 1
    assert "هيا نختار." in (result.text or "")
    assert "still marked as uncertain" in " ".join(one.reason for one in result.refusals)


def test_pofilter_finds_what_is_wrong_and_nothing_else(hub: Path, tmp_path: Path) -> None:
    change(hub, "Choose kind words.", "Choose 12 [kind words](https://example.org/x).")
    page = kind_words(hub)
    english = "Choose 12 [kind words](https://example.org/x)."
    good, bad, out = tmp_path / "good.po", tmp_path / "bad.po", tmp_path / "found.po"
    tests = "--test=untranslated,numbers,urls,variables,doublespacing,newlines,escapes".replace(",", " --test=").split()
    good.write_bytes(filled(page.export(), {english: "اختاروا 12 [كلمات](https://example.org/x)."}))
    toolkit("pofilter", "--progress=none", *tests, str(good), str(out))
    assert not out.exists() or b"(pofilter)" not in out.read_bytes()
    bad.write_bytes(filled(page.export(), {english: "اختاروا 13 [كلمات](https://example.org/y)."}))
    toolkit("pofilter", "--progress=none", *tests, str(bad), str(out))
    found = out.read_text(encoding="utf-8")
    assert "(pofilter) numbers" in found and "(pofilter) urls" in found
    assert len([one for one in entries(out.read_bytes()) if one.source]) == 1
    assert len(page.take(bad.read_bytes()).refusals) == 1


def test_pocount_counts_as_we_do(hub: Path, tmp_path: Path) -> None:
    change(hub, "    - بإشارة\n", "", "translations/ar/lessons/kind-words.md")
    page = kind_words(hub)
    path = tmp_path / "x.po"
    path.write_bytes(page.export())
    rows = toolkit("pocount", "--csv", str(path)).strip().split("\n")
    names = [name.strip() for name in rows[-2].split(",")]
    counts = dict(zip(names, (cell.strip() for cell in rows[-1].split(",")), strict=False))
    states = [one.state for one in page.found.pairs]
    assert int(counts["Translated Messages"]) == states.count(State.FRESH)
    assert int(counts["Fuzzy Messages"]) == states.count(State.STALE)
    assert int(counts["Untranslated Messages"]) == states.count(State.MISSING)


def test_comments_of_a_service_do_not_matter(hub: Path) -> None:
    page = kind_words(hub)
    po = filled(page.export(), {STALE: "كلمتان"}).decode()
    po = po.replace(
        '"Language: ar\\n"',
        '"X-Generator: Weblate 5.9\\n"\n"Language-Team: Arabic <x@example.org>\\n"\n"Language: ar\\n"',
    )
    po = po.replace("#. hub:", "#. Weblate: seen\n#. hub:").replace(
        "#. Paragraph", "#: lessons/kind-words.md:1\n#. Paragraph"
    )
    po += '\n#~ msgid "gone"\n#~ msgstr "weg"\n'
    result = page.take(("\ufeff" + po.replace("\n", "\r\n")).encode())
    assert (result.taken, result.refusals) == (1, ())
    reordered = worked_on(po.encode(), lambda one: one)
    assert page.take(reordered).taken == 1
    assert entry(reordered, STALE).target == "كلمتان"

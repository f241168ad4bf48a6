"""The files of packs: what they hold, that they stay when nothing changed, and that one fault stops no others."""

from __future__ import annotations

import datetime
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from conftest import ROOT, TODAY
from packs.printing import ADDRESS, Hub, bookmarks, opened, outside_paper, plain, printable, texts
from saferhub.cli.packs.kept import checksum, made_packs

pytestmark = pytest.mark.packs
YOUNG = "en/ages-9-12-facilitator-a4"
ARABIC = "ar/ages-9-12-facilitator-a4"
LESSON = "docs/en/lessons/kind-words.md"
SMALL = ("build", "--ages", "9-12", "--audience", "learners", "--locale", "en", "--edition", "learner")


def test_all_packs_are_there_with_the_checksums_of_the_list(finished: Hub) -> None:
    listed = finished.listed()
    assert len(listed) == 14
    files = {name: known for pack in listed.values() for name, known in pack["files"].items()}
    assert set(files) == set(finished.contents())
    assert all(checksum(finished.folder / name) == known for name, known in files.items())
    assert not [path for path in finished.folder.rglob("*") if path.name.startswith(".")]


def test_they_prove_to_be_readable(finished: Hub, capsys: pytest.CaptureFixture[str]) -> None:
    assert finished.run("check") == 0
    out, errors = capsys.readouterr()
    assert "14 packs to read or print, 14 booklets and 13 sheets of cards for printing only: 0 with faults." in out
    assert errors == ""


def test_the_list_says_whether_packs_are_up_to_date(printed: Hub, capsys: pytest.CaptureFixture[str]) -> None:
    options = ("list", "--extras", "--address", ADDRESS)
    assert printed.run(*options) == 0
    rows = [line.split() for line in capsys.readouterr().out.splitlines()[1:]]
    assert {row[0] for row in rows} == set(printed.listed())
    assert {row[-1] for row in rows} == {"fresh"}
    printed.edit(LESSON, "Messages bring friends together.", "Messages make friends glad.")
    assert printed.run(*options) == 0
    after = {line.split()[0]: line for line in capsys.readouterr().out.splitlines()[1:]}
    assert "out of date" in after[YOUNG]
    assert after["en/ages-13-15-learner-a4"].endswith("fresh")


def test_a_second_run_touches_nothing(printed: Hub, capsys: pytest.CaptureFixture[str]) -> None:
    before = printed.times()
    assert printed.run("build", "--extras", "--address", ADDRESS) == 0
    assert "All 14 packs in dist/packs/ are still right" in capsys.readouterr().out
    assert printed.run(*SMALL, "--extras", "--address", ADDRESS) == 0
    assert "0 packs set (0 pages), 1 still right, 0 failed" in capsys.readouterr().out
    assert printed.times() == before


def test_another_version_of_the_text_engine_sets_all_again(printed: Hub, capsys: pytest.CaptureFixture[str]) -> None:
    manifest = printed.folder / "manifest.json"
    told = json.loads(manifest.read_text(encoding="utf-8"))
    told["tools"]["weasyprint"] = "69.0"
    manifest.write_text(json.dumps(told), encoding="utf-8")
    assert printed.run("build", "--extras", "--address", ADDRESS) == 0
    assert "are still right" not in capsys.readouterr().out


def test_a_changed_lesson_makes_its_packs_new_and_the_site_waits_for_them(printed: Hub) -> None:
    assert len(made_packs(printed.root, TODAY)[0]) == 14
    before = printed.listed()
    printed.edit(LESSON, "Messages bring friends together.", "Messages make friends glad.")
    assert made_packs(printed.root, TODAY) == ([], 14)
    # While some are old, the list of packs names only the new ones.
    assert printed.run(*SMALL, "--extras", "--address", ADDRESS) == 0
    assert set(printed.listed()) == {"en/ages-9-12-learner-a4"}
    assert [one.id for one in made_packs(printed.root, TODAY)[0]] == ["ages-9-12"]
    assert printed.run("build", "--extras", "--address", ADDRESS) == 0
    after = printed.listed()
    changed = {name for name in after if after[name]["fingerprint"] != before[name]["fingerprint"]}
    assert {name for name, pack in after.items() if "kind-words" in pack["lessons"]} <= changed
    assert "en/adults-parents-carers-facilitator-a4" not in changed
    assert len(made_packs(printed.root, TODAY)[0]) == 14


def test_a_pack_whose_help_has_expired_is_shown_to_nobody(printed: Hub) -> None:
    assert len(made_packs(printed.root, datetime.date(2027, 5, 22))[0]) == 14
    assert made_packs(printed.root, datetime.date(2027, 5, 23)) == ([], 14)


def test_a_withdrawn_lesson_takes_its_packs_away(printed: Hub) -> None:
    printed.edit("docs/en/lessons/good-night.md", "status: published", "status: draft")
    assert printed.run("build", "--extras", "--address", ADDRESS) == 0
    assert not list(printed.folder.rglob("*adults*"))
    assert not [name for name in printed.listed() if "adults" in name]


@pytest.mark.parametrize("damage", ["", "{", '{"packs": {"en/x": {"made_from": 1}}}', "[1]"])
def test_a_damaged_memory_only_costs_time(printed: Hub, damage: str, capsys: pytest.CaptureFixture[str]) -> None:
    (printed.root / "build/packs.json").write_text(damage, encoding="utf-8")
    before = printed.contents()
    assert printed.run(*SMALL, "--extras", "--address", ADDRESS) == 0
    assert "1 packs set" in capsys.readouterr().out
    assert printed.contents() == before


def test_a_file_that_somebody_changed_is_made_again(printed: Hub) -> None:
    file = printed.folder / "en/ages-9-12-learner-a4.pdf"
    before = file.read_bytes()
    file.write_bytes(before[: len(before) // 2])
    assert printed.run(*SMALL, "--extras", "--address", ADDRESS) == 0
    assert file.read_bytes() == before


def test_from_another_folder_the_bytes_are_the_same(finished: Hub, paper: Hub) -> None:
    assert paper.root != finished.root
    for locale in ("en", "ar"):
        options = ("--locale", locale, "--extras", "--address", ADDRESS)
        assert paper.run("build", "--ages", "9-12", "--audience", "learners", *options) == 0
    found, known = paper.contents(), finished.contents()
    assert len(found) == 12
    assert all(known[name] == content for name, content in found.items())


def test_letters_that_no_font_has_stop_their_pack_alone(printed: Hub, capsys: pytest.CaptureFixture[str]) -> None:
    printed.edit(LESSON, "Messages bring friends together.", "Messages bring friends together: நட்பு.")
    assert printed.run("build", "--extras", "--address", ADDRESS) == 1
    out, errors = capsys.readouterr()
    failed = [line for line in errors.splitlines() if line]
    assert {YOUNG, "en/first-steps-learner-a4"} <= {line.partition(":")[0] for line in failed}
    assert not [line for line in failed if "ages-13-15" in line]
    assert any(line.startswith(f"{YOUNG}: ") and "unsupported by fonts" in line for line in failed)
    assert YOUNG not in printed.listed()
    assert "en/ages-13-15-facilitator-a4" in printed.listed()
    assert "failed" in out
    shown = {(one.locale, one.id) for one in made_packs(printed.root, TODAY)[0]}
    assert ("en", "ages-9-12") not in shown
    assert ("en", "ages-13-15") in shown


def test_an_interrupted_run_goes_on_where_it_was(paper: Hub, capsys: pytest.CaptureFixture[str]) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "scripts")}
    options = ("--locale", "ar", "--edition", "learner", "--edition", "facilitator", "--paper", "A4")
    command = [sys.executable, "-m", "saferhub.cli.main", "--root", str(paper.root), "packs", "build"]
    with subprocess.Popen(
        [*command, *options], env=environment, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as running:
        assert running.stdout is not None
        first = next(line for line in running.stdout if " set, " in line).split()[3]
        os.killpg(running.pid, signal.SIGKILL)
    so_far = {name: content for name, content in paper.contents().items() if "/." not in name}
    assert f"{first}.pdf" in so_far
    for content in so_far.values():
        assert texts(content)  # none is half a file
    assert paper.run("build", *options) == 0
    after = paper.contents()
    assert len([name for name in after if "/." not in name]) == 5
    assert {name: after[name] for name in so_far} == so_far
    told = capsys.readouterr().out
    assert "0 failed" in told
    assert " 0 still right" not in told
    assert f"{first} set," not in told


def test_running_heads_and_page_numbers_stand_in_no_sentence(finished: Hub) -> None:
    found = texts((finished.folder / f"{YOUNG}.pdf").read_bytes())
    assert len(found) == finished.listed()[YOUNG]["pages"]
    for number, page in enumerate(found[1:], 2):
        assert f"Page {number} of {len(found)}" in plain(page)
    assert "Page 1 of" not in plain(found[0])


def test_contents_name_the_pages_on_which_things_begin(finished: Hub) -> None:
    content = (finished.folder / f"{YOUNG}.pdf").read_bytes()
    found = texts(content)
    contents = plain(next(page for page in found if "Contents\n" in page))
    places = {title: page for level, title, page in bookmarks(content) if level == 1}
    assert places["Answers to the questions"] > places["Kind words"]
    for title in ("Kind words", "Answers to the questions", "Letters for families", "Get help"):
        after = contents.split("Contents", 1)[1].split(title, 1)[1]
        assert int(after.lstrip(" .").split()[0]) == places[title]


def test_the_page_before_a_sensitive_lesson_is_a_page_of_its_own(finished: Hub) -> None:
    content = (finished.folder / "en/ages-13-15-learner-a4.pdf").read_bytes()
    places = {title: page for level, title, page in bookmarks(content) if level == 1}
    assert places["Ask first"] > places["Before you begin: Ask first"]
    found = texts(content)
    assert "Example Listeners" in found[places["Before you begin: Ask first"] - 1]
    assert "Pictures keep memories." in found[places["Ask first"] - 1]


def test_every_handout_begins_on_a_page_of_its_own(finished: Hub) -> None:
    content = (finished.folder / f"{YOUNG}.pdf").read_bytes()
    (page,) = [page for level, title, page in bookmarks(content) if title == "Handouts: Kind words"]
    found = plain(texts(content)[page - 1])
    assert "Please." in found
    assert "large class" not in found.lower()


def test_codes_lead_to_the_site_from_a_grey_copy(finished: Hub) -> None:
    for name in (YOUNG, ARABIC):
        document = pypdfium2.PdfDocument((finished.folder / f"{name}.pdf").read_bytes())
        locale = name[:2]
        found = set()
        for page in document:
            picture = page.render(scale=110 / 72, grayscale=True).to_pil()
            found |= {code.text for code in zxingcpp.read_barcodes(picture)}
        assert found == {f"{ADDRESS}/{locale}/browse/age/9-12.html", f"{ADDRESS}/en/contribute/index.html"}


def test_a_booklet_holds_every_page_and_begins_with_the_cover(finished: Hub) -> None:
    for name in (YOUNG, ARABIC):
        pages = texts((finished.folder / f"{name}.pdf").read_bytes())
        booklet = (finished.folder / f"{name}-booklet.pdf").read_bytes()
        document = pypdfium2.PdfDocument(booklet)
        assert len(document) == -(-len(pages) // 4) * 2
        side = document[0]
        width, height = side.get_size()
        assert width > height
        words = side.get_textpage()
        halves = {"left": (0.0, width / 2), "right": (width / 2, width)}
        shown = {half: words.get_text_bounded(left=a, right=b) for half, (a, b) in halves.items()}
        cover = "left" if name == ARABIC else "right"
        assert "SaferHub" in shown[cover]
        assert "SaferHub" not in shown["right" if cover == "left" else "left"]
        assert "printing only" in document.get_metadata_value("Title")


def test_cards_are_on_sheets_of_their_own(finished: Hub) -> None:
    content = (finished.folder / f"{YOUNG}-cards.pdf").read_bytes()
    words = plain(" ".join(texts(content)))
    assert "Please." in words
    assert "Thank you." in words
    assert "Dear family" not in words
    with opened(content) as pdf:
        assert "/StructTreeRoot" not in pdf.Root


def test_nothing_stands_beyond_the_edge_of_the_paper(finished: Hub) -> None:
    for name, content in finished.contents().items():
        assert list(outside_paper(content)) == [], name


def test_numbers_keep_their_order_in_arabic(finished: Hub) -> None:
    content = (finished.folder / "ar/ages-13-15-facilitator-a4.pdf").read_bytes()
    found = 0
    for page in pypdfium2.PdfDocument(content):
        words = page.get_textpage()
        search = words.search("116 111")
        while place := search.get_next():
            lefts = [words.get_charbox(place[0] + step)[0] for step in range(place[1])]
            assert lefts == sorted(lefts)
            found += 1
    assert found >= 1
    # "From 13 to 15 years": whoever reads from the right meets 13 first.
    cover = pypdfium2.PdfDocument(content)[0].get_textpage()
    first, second = (cover.get_charbox(cover.search(age).get_next()[0])[0] for age in ("13", "15"))
    assert first > second


def test_letter_paper(paper: Hub) -> None:
    assert paper.run(*SMALL, "--paper", "Letter", "--paper", "A4") == 0
    sizes = {name: pypdfium2.PdfDocument(content)[0].get_size() for name, content in paper.contents().items()}
    assert sizes["en/ages-9-12-learner-letter.pdf"] == (612, 792)
    assert sizes["en/ages-9-12-learner-a4.pdf"] == pytest.approx((595.276, 841.89), abs=0.01)


def test_a_trainers_own_recipe_from_another_folder(paper: Hub, tmp_path: Path) -> None:
    recipe = tmp_path / "evening.yml"
    recipe.write_text(
        "title: An evening\ncover: Bring tea.\nlessons: [good-night]\nlocales: [en]\neditions: [facilitator]\n",
        encoding="utf-8",
    )
    assert paper.run("build", str(recipe)) == 0
    cover = texts((paper.folder / "en/evening-facilitator-a4.pdf").read_bytes())[0]
    assert "An evening" in cover
    assert "Bring tea." in cover


def test_without_the_fonts_a_run_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hub = Hub(printable(tmp_path / "hub"))
    (hub.root / "node_modules").unlink()
    (hub.root / "build/print-fonts").unlink()
    assert hub.run(*SMALL) == 2
    assert "Run `make packs`" in capsys.readouterr().err
    shutil.rmtree(hub.root)

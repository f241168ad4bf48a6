"""Translations and records as they come from real people: cut, mixed up, saved wrongly. Nothing is lost, and everybody is
told the path, the line and what to do."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from saferhub.cli.main import main
from saferhub.sources.library import read_library
from saferhub.translation.composition import ComposedPage, compose
from saferhub.translation.pairs import State
from translation.workplace import PAGE, SIDECAR, SOURCE, TARGET, Work

CHOOSE, ARABIC_CHOOSE = "Choose kind words.", "اختاروا كلمات لطيفة."
HELP, ARABIC_HELP = "Tell an adult you trust. You can also call a helpline.", "أخبروا بالغًا تثقون به."
COMMANDS = (
    ["accept", "ar", PAGE],
    ["accept", "ar", "--all"],
    ["diff", "ar", PAGE],
    ["diff", "ar"],
    ["check", "ar", PAGE],
)


def composed(work: Work, page: str = PAGE) -> ComposedPage:
    library = read_library(work.root)
    locale = library.locale("ar")
    assert locale is not None
    return compose(library, next(one for one in library.documents if one.id == page), locale)


def refused(work: Work, capsys: pytest.CaptureFixture[str], place: str, told: str) -> None:
    """Every command names the place, and nobody writes anything."""
    before = {path: path.read_bytes() for path in work.root.rglob("*.sync") if os.access(path, os.R_OK)}
    for command in COMMANDS:
        capsys.readouterr()
        assert work.hub(*command) == 1, command
        streams = capsys.readouterr()
        output = streams.out + streams.err
        assert place in output, (command, output)
        assert re.search(told, output, re.IGNORECASE), (command, output)
        assert "Traceback" not in output
    after = {path: path.read_bytes() for path in work.root.rglob("*.sync") if os.access(path, os.R_OK)}
    for path, data in before.items():
        if path.as_posix().endswith("kind-words.sync"):
            assert after[path] == data, "nothing is overwritten"


def test_a_record_of_another_page(fresh: Work, capsys: pytest.CaptureFixture[str]) -> None:
    assert fresh.hub("accept", "ar", "snippets/safeguarding-general") == 0
    lines = [f"{number:08x} {number + 99:08x}" for number in range(1, 9)]
    (fresh.root / SIDECAR).write_text("source: 0\n" + "\n".join(lines) + "\n", encoding="utf-8")
    refused(fresh, capsys, f"{SIDECAR}:1", "belongs to another page")
    page = composed(fresh)
    assert ARABIC_CHOOSE in page.markdown
    assert page.unrecorded
    assert ARABIC_HELP not in page.markdown, "nobody knows whether this help text is right today"
    assert fresh.hub("accept", "ar", PAGE, "--anew") == 0
    assert fresh.open() == {}


def test_the_record_of_a_neighbour_with_common_texts(fresh: Work) -> None:
    """Two lessons share headings: the record of one fits a little of the other, and no text lands in a wrong place."""
    assert fresh.hub("accept", "ar", "lessons/ask-first") == 0
    shutil.copy(fresh.root / "translations/ar/lessons/ask-first.sync", fresh.root / SIDECAR)
    before = fresh.shown()
    shown = {one.source.flowing: one for one in fresh.pairs().pairs}
    fresh.hub("accept", "ar", PAGE, "--anew")
    for english, one in shown.items():
        assert one.target is None or one.target.flowing == fresh.shown()[english] == before[english]


@pytest.mark.parametrize("cut", [17, 9, 26, 3])
def test_a_record_cut_in_the_middle_of_a_line(cut: int, fresh: Work, capsys: pytest.CaptureFixture[str]) -> None:
    lines = fresh.read(SIDECAR).splitlines()
    assert len(lines) > 30
    (fresh.root / SIDECAR).write_text("\n".join([*lines[:20], lines[20][: cut - 2]]), encoding="utf-8")
    refused(fresh, capsys, f"{SIDECAR}:21", "not a pair of fingerprints")
    assert ARABIC_CHOOSE in composed(fresh).markdown


def test_a_record_cut_at_the_end_of_a_line(fresh: Work, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody can see that lines are lost; the blocks of the lost lines are to be looked at, and never called fresh."""
    lines = fresh.read(SIDECAR).splitlines()
    (fresh.root / SIDECAR).write_text("\n".join(lines[:20]) + "\n", encoding="utf-8")
    states = fresh.open()
    assert len(states) == 31  # of 51 texts, 19 are still recorded, and `Yes.` stands twice
    assert set(states.values()) == {State.CHECK}
    assert ARABIC_HELP not in composed(fresh).markdown
    assert ARABIC_CHOOSE in composed(fresh).markdown
    assert fresh.hub("diff", "ar", PAGE) == 0
    assert "to be checked" in capsys.readouterr().out
    assert fresh.hub("accept", "ar", PAGE) == 0
    assert fresh.open() == {}


def test_an_empty_record(fresh: Work) -> None:
    (fresh.root / SIDECAR).write_text("", encoding="utf-8")
    assert set(fresh.open().values()) == {State.CHECK}
    assert fresh.hub("diff", "ar", PAGE) == 0
    assert fresh.hub("accept", "ar", PAGE) == 0
    assert fresh.open() == {}


def test_a_record_with_marks_of_a_merge(fresh: Work, capsys: pytest.CaptureFixture[str]) -> None:
    lines = fresh.read(SIDECAR).splitlines()
    marked = [*lines[:5], "<<<<<<< HEAD", *lines[5:7], "=======", *lines[5:6], ">>>>>>> other", *lines[7:]]
    (fresh.root / SIDECAR).write_text("\n".join(marked) + "\n", encoding="utf-8")
    refused(fresh, capsys, f"{SIDECAR}:6", "not a pair of fingerprints")
    fresh.change(SOURCE, CHOOSE, "Choose some kind words.")
    before = fresh.read(SIDECAR)
    old = fresh.root.parent / "old.md"
    old.write_text(fresh.read(SOURCE).replace("Choose some kind words.", CHOOSE), encoding="utf-8")
    assert fresh.hub("same", PAGE, "--from", str(old), "--yes") == 1
    assert f"{SIDECAR}:6" in capsys.readouterr().err
    assert fresh.read(SIDECAR) == before


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_translation_with_marks_of_a_merge(gap: str, fresh: Work, capsys: pytest.CaptureFixture[str]) -> None:
    both = ["<<<<<<< HEAD", ARABIC_CHOOSE, "=======", "لنختر كلمات.", ">>>>>>> other"]
    fresh.change(TARGET, ARABIC_CHOOSE, gap.join(both))
    refused(fresh, capsys, f"{TARGET}:33: ", "left two versions of these lines")
    assert "لنختر" not in composed(fresh).markdown


def test_a_translation_with_a_byte_order_mark_and_windows_line_ends(fresh: Work) -> None:
    for file in (TARGET, SIDECAR, SOURCE):
        data = b"\xef\xbb\xbf" + (fresh.root / file).read_bytes().replace(b"\n", b"\r\n")
        (fresh.root / file).write_bytes(data)
    assert fresh.open() == {}
    assert fresh.hub("check", "ar", PAGE) == 0
    assert fresh.hub("accept", "ar", PAGE) == 0
    assert fresh.open() == {}
    assert "\r" not in composed(fresh).markdown


def two_words(work: Work) -> None:
    """`Yes.` stands twice in English, with two translations."""
    work.change(TARGET, "- [x] بالغ نثق به.\n\n    نعم.", "- [x] بالغ نثق به.\n\n    أجل.")
    assert work.hub("accept", "ar", PAGE) == 0


def test_one_of_two_equal_texts_is_edited(fresh: Work) -> None:
    two_words(fresh)
    fresh.change(SOURCE, "- [x] A trusted adult.\n\n    Yes.", "- [x] A trusted adult.\n\n    Yes, always.")
    assert fresh.open() == {"Yes, always.": State.STALE}
    assert fresh.shown()["Yes, always."] == "أجل."
    assert fresh.shown()["Yes."] == "نعم."


def test_one_of_two_equal_texts_is_taken_out(fresh: Work) -> None:
    two_words(fresh)
    fresh.change(SOURCE, "- [x] Listen.\n\n    Yes.\n", "- [x] Listen.\n")
    assert fresh.open() == {}
    assert fresh.shown()["Yes."] == "أجل.", "the one beside the other answer stays"
    assert [extra.target.flowing for extra in fresh.pairs().extras] == ["نعم."]


def test_one_of_two_equal_texts_is_edited_in_the_translation(fresh: Work) -> None:
    two_words(fresh)
    fresh.change(TARGET, "    أجل.", "    بلى.")
    assert fresh.open() == {}
    assert fresh.shown()["Yes."] in ("نعم.", "بلى.")
    page = composed(fresh).markdown
    assert page.index("نعم.") < page.index("بلى.")


def test_a_translator_splits_a_block_in_three(fresh: Work) -> None:
    fresh.change(TARGET, ARABIC_CHOOSE, "اختاروا.\n\nكلمات.\n\nلطيفة.")
    states = fresh.open()
    assert states.get(CHOOSE) in (None, State.CHECK, State.MISSING)
    assert set(states) <= {CHOOSE}, "the neighbours keep their places"
    fresh.hub("accept", "ar", PAGE)
    page = composed(fresh).markdown
    if State.MISSING not in fresh.open().values():
        assert page.index("اختاروا.") < page.index("كلمات.") < page.index("لطيفة.")


def test_an_author_splits_a_block_in_three(fresh: Work) -> None:
    fresh.change(SOURCE, HELP, "Tell an adult you trust.\n\nYou can also call a helpline.\n\nDo it today.")
    assert State.STALE in fresh.open().values()
    assert ARABIC_HELP not in composed(fresh).markdown
    assert all(one in composed(fresh).markdown for one in ("You can also call a helpline.", "Do it today."))


def test_blocks_are_merged_into_one(fresh: Work) -> None:
    fresh.change(TARGET, "- الاستماع أولًا.\n- الجواب ببطء:\n", "- الاستماع أولًا، ثم الجواب ببطء:\n")
    states = fresh.open()
    assert set(states) <= {"Listen first.", "Answer slowly:"}
    assert State.MISSING in states.values()
    fresh.hub("accept", "ar", PAGE)
    assert State.MISSING in fresh.open().values(), "what nobody translated does not become fresh"


def test_a_translator_deletes_identifiers_and_attributes(fresh: Work) -> None:
    text = re.sub(r" *\{[^}\n]*\}", "", fresh.read(TARGET))
    (fresh.root / TARGET).write_text(text, encoding="utf-8")
    assert fresh.open() == {}
    assert "{#starter minutes=5}" in composed(fresh).markdown
    assert fresh.hub("check", "ar", PAGE) == 0


def test_a_translator_puts_sections_into_another_order(fresh: Work) -> None:
    text = fresh.read(TARGET)
    family = text[text.index("## رسالة") : text.index("## تكييف")]
    text = text.replace(family, "").replace("## التدريب", f"{family}## التدريب")
    (fresh.root / TARGET).write_text(text, encoding="utf-8")
    assert fresh.open() == {}
    page = composed(fresh).markdown
    assert page.index("{#practice minutes=5}") < page.index("{#home}"), "readers get the order of the source"
    assert page.index("{#home}") < page.index("أسرتنا العزيزة") < page.index("{#adapt}")


def test_own_paragraphs_are_shown_only_when_somebody_accepted_them(
    fresh: Work, capsys: pytest.CaptureFixture[str]
) -> None:
    own = "في بلدنا رقم آخر."
    fresh.change(TARGET, ARABIC_CHOOSE, f"{ARABIC_CHOOSE}\n\n{own}")
    assert own not in composed(fresh).markdown
    fresh.hub("diff", "ar", PAGE)
    told = capsys.readouterr().out
    assert f"{TARGET}:35: your own: the English has nothing like it" in told
    assert fresh.hub("accept", "ar", PAGE) == 0
    page = composed(fresh).markdown
    assert page.index(ARABIC_CHOOSE) < page.index(own) < page.index("أجوبة لطيفة")
    fresh.hub("diff", "ar", PAGE)
    assert "Nothing is open in the pages that you named" in capsys.readouterr().out
    fresh.change(TARGET, own, "في بلدنا رقمان.")
    assert "في بلدنا رقمان." not in composed(fresh).markdown, "an edited one is accepted anew"


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to the superuser")
@pytest.mark.parametrize("file", [TARGET, SIDECAR])
def test_a_file_that_nobody_may_read(file: str, fresh: Work, capsys: pytest.CaptureFixture[str]) -> None:
    (fresh.root / file).chmod(0)
    refused(fresh, capsys, f"{file}:1", "cannot be opened")


@pytest.mark.parametrize("file", [TARGET, SIDECAR])
def test_a_file_that_is_no_file(file: str, fresh: Work, capsys: pytest.CaptureFixture[str]) -> None:
    (fresh.root / file).unlink()
    (fresh.root / file).symlink_to("nowhere")
    refused(fresh, capsys, f"{file}:1", "cannot be opened")


@pytest.mark.parametrize("file", [TARGET, SIDECAR])
def test_a_file_that_is_not_utf8(file: str, fresh: Work, capsys: pytest.CaptureFixture[str]) -> None:
    lines = (fresh.root / file).read_bytes().split(b"\n")
    lines[6] += b"\xe9"
    (fresh.root / file).write_bytes(b"\n".join(lines))
    refused(fresh, capsys, f"{file}:7", "not written in UTF-8")


def test_facts_that_cannot_be_read(fresh: Work, capsys: pytest.CaptureFixture[str]) -> None:
    fresh.change(TARGET, "summary: ", "summary: [")
    refused(fresh, capsys, f"{TARGET}:4", "The facts cannot be read here")


def test_a_translation_that_was_deleted(fresh: Work, capsys: pytest.CaptureFixture[str]) -> None:
    (fresh.root / TARGET).unlink()
    before = fresh.read(SIDECAR)
    assert fresh.hub("accept", "ar", PAGE) == 1
    assert "hub i18n start" in capsys.readouterr().err
    assert fresh.hub("diff", "ar", PAGE) == 0
    assert f"{TARGET}: not begun." in capsys.readouterr().out
    assert fresh.hub("check", "ar") == 0
    assert f"{SIDECAR}:1: warning: There is no translation" in capsys.readouterr().out
    assert fresh.read(SIDECAR) == before


def test_the_page_was_renamed_in_the_source(fresh: Work, capsys: pytest.CaptureFixture[str]) -> None:
    (fresh.root / SOURCE).rename(fresh.root / SOURCE.replace("kind-words", "kinder-words"))
    for command in (["accept", "ar", PAGE], ["diff", "ar", PAGE], ["check", "ar", PAGE], ["same", PAGE]):
        assert fresh.hub(*command) in (1, 2)
        assert f"There is no page `{PAGE}` in docs/en." in capsys.readouterr().err
    assert fresh.hub("check", "ar") == 1
    assert "Did you mean `lessons/kinder-words.md`?" in capsys.readouterr().out
    for file in (TARGET, SIDECAR):
        (fresh.root / file).rename(fresh.root / file.replace("kind-words", "kinder-words"))
    assert fresh.open("lessons/kinder-words") == {}
    assert fresh.hub("accept", "ar", "kinder-words") == 0


def test_a_source_that_cannot_be_read(fresh: Work, capsys: pytest.CaptureFixture[str]) -> None:
    (fresh.root / SOURCE).write_bytes(b"---\ntitle: \xff\n---\n")
    before = fresh.read(SIDECAR)
    for command in (["accept", "ar", PAGE], ["diff", "ar", PAGE], ["same", PAGE, "--yes"]):
        assert fresh.hub(*command) in (1, 2)
        assert f"{SOURCE}:2: This file is not written in UTF-8." in capsys.readouterr().err
    assert fresh.read(SIDECAR) == before


def test_interface_words_that_gettext_cannot_use(fresh: Work, capsys: pytest.CaptureFixture[str]) -> None:
    words = fresh.root / "translations/ar/LC_MESSAGES/hub.po"
    words.parent.mkdir()
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    words.write_text(f'{head}\nmsgid "Find"\nmsgstr "ابحث"\n', encoding="utf-8")
    assert fresh.hub("check", "ar") == 0
    words.write_text(f'{head}\nmsgid "Find\\n"\nmsgstr "ابحث"\n', encoding="utf-8")
    assert fresh.hub("check", "ar") == 1
    assert "translations/ar/LC_MESSAGES/hub.po:6: error: Gettext cannot use these words:" in capsys.readouterr().out
    words.write_text(f'{head}\nmsgid "{{n}} pages"\nmsgstr "صفحات"\n', encoding="utf-8")
    assert fresh.hub("check", "ar") == 1
    assert "hub.po:5: error: `صفحات` and its source differ in `{n}`." in capsys.readouterr().out
    assert fresh.hub("check", "ar", PAGE) == 0, "pages are checked without the interface"


def test_the_whole_hub_says_the_same(fresh: Work, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [f"{number:08x} {number + 99:08x}" for number in range(1, 9)]
    (fresh.root / SIDECAR).write_text("source: 0\n" + "\n".join(lines) + "\n", encoding="utf-8")
    for command in (["check"], ["build"]):
        assert main(["--root", str(fresh.root), *command]) == 1
        streams = capsys.readouterr()
        assert f"{SIDECAR}:1: error: This record belongs to another page" in streams.out + streams.err
    assert not (fresh.root / "site").exists()


def test_no_such_language_or_page(fresh: Work, capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("diff", "check", "accept"):
        assert fresh.hub(command, "xx") == 2
        assert "There is no language `xx` to translate into. Choose one of: ar." in capsys.readouterr().err
        assert fresh.hub(command, "ar", "nothing") in (1, 2)
        assert "There is no page `nothing`" in capsys.readouterr().err


def test_names_as_people_write_them(fresh: Work) -> None:
    for name in ("kind-words", PAGE, TARGET, SOURCE, SIDECAR, TARGET.replace("/", "\\")):
        assert fresh.hub("diff", "ar", name) == 0


def test_signs_that_steer_a_terminal_are_not_written(fresh: Work, capsys: pytest.CaptureFixture[str]) -> None:
    fresh.change(TARGET, ARABIC_CHOOSE, f"{ARABIC_CHOOSE}\n\nx\x1b[2Jy")
    fresh.hub("diff", "ar", PAGE)
    assert "\x1b" not in capsys.readouterr().out


def test_reading_never_writes(fresh: Work, tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in sorted(fresh.root.rglob("*")) if path.is_file()}
    fresh.hub("diff", "ar")
    fresh.hub("check", "ar", "--no-cache")
    assert {path: path.read_bytes() for path in sorted(fresh.root.rglob("*")) if path.is_file()} == before

"""What accepting means: only what a person stands behind becomes fresh, and no record of a waiting text is lost."""

from __future__ import annotations

import random
import shutil
import subprocess
from pathlib import Path

import pytest

from saferhub.sources.library import read_library
from saferhub.sources.sidecars import read_sidecar
from saferhub.translation.pairs import State
from saferhub.translation.pieces import pieces
from translation.workplace import PAGE, SIDECAR, SOURCE, TARGET, Work

CHOOSE, ARABIC_CHOOSE = "Choose kind words.", "اختاروا كلمات لطيفة."
ASK, ARABIC_ASK = "Ask each pair for two words.", "اطلبوا من كل اثنين كلمة."
HELP, ARABIC_HELP = "Tell an adult you trust. You can also call a helpline.", "أخبروا بالغًا تثقون به."


@pytest.fixture
def outdated(fresh: Work) -> Work:
    """Three blocks changed in English since they were translated."""
    fresh.change(SOURCE, CHOOSE, "Choose some kind words.")
    fresh.change(SOURCE, ASK, "Ask every pair for two words.")
    fresh.change(SOURCE, HELP, "Tell an adult you trust. You can also call a helpline today.")
    return fresh


def texts(states: dict[str, State], state: State) -> set[str]:
    return {text for text, one in states.items() if one is state}


def test_accept_leaves_what_nobody_edited(outdated: Work, capsys: pytest.CaptureFixture[str]) -> None:
    outdated.change(TARGET, ARABIC_CHOOSE, "اختاروا بعض الكلمات.")
    assert outdated.open()["Choose some kind words."] is State.CHECK, "an edit alone accepts nothing"
    assert outdated.hub("accept", "ar", PAGE) == 0
    assert set(outdated.open()) == {
        "Ask every pair for two words.",
        "Tell an adult you trust. You can also call a helpline today.",
    }
    told = capsys.readouterr().out
    assert f"{SIDECAR}: 49 fresh, 2 stale" in told
    assert "2 blocks changed in English and nobody edited them: see `hub i18n diff`" in told
    assert outdated.hub("accept", "ar", PAGE) == 0
    assert len(outdated.open()) == 2, "accepting again accepts no more"
    assert outdated.hub("accept", "ar", PAGE, "--stale") == 0
    assert outdated.open() == {}


def test_accept_twice_writes_the_same(outdated: Work) -> None:
    assert outdated.hub("accept", "ar", PAGE) == 0
    before = outdated.read(SIDECAR)
    assert outdated.hub("accept", "ar", PAGE) == 0
    assert outdated.read(SIDECAR) == before


def test_a_translation_under_way(fresh: Work) -> None:
    """Blocks that are still English are not accepted; each step keeps what was accepted before."""
    work = fresh
    (work.root / SIDECAR).unlink()
    arabic = {one.source.flowing: one.target.flowing for one in work.pairs().pairs if one.target}
    for name in (CHOOSE, ASK, HELP):
        work.change(TARGET, arabic[name], name)
    assert work.hub("accept", "ar", PAGE) == 0
    assert set(work.open().values()) == {State.TODO}
    assert len(work.open()) == 3
    work.change(TARGET, CHOOSE, ARABIC_CHOOSE)
    assert work.hub("accept", "ar", PAGE) == 0
    assert texts(work.open(), State.TODO) == {ASK, HELP}


def test_a_word_that_two_languages_share(fresh: Work) -> None:
    """A name may stay as it is; a sentence, however short, is one that somebody forgot."""
    fresh.change(SOURCE, "| word | drawing |", "| SMS | drawing |")
    fresh.change(TARGET, "| كلمة | رسم |", "| SMS | رسم |")
    fresh.change(TARGET, "- شكرًا.", "- Thank you.")
    assert fresh.open() == {"SMS": State.TODO, "Thank you.": State.TODO}
    assert fresh.hub("accept", "ar", PAGE) == 0
    assert fresh.open() == {"Thank you.": State.TODO}


@pytest.mark.parametrize("again", [1, 3])
def test_a_waiting_text_is_never_forgotten(again: int, outdated: Work) -> None:
    """However often others accept their work and the English changes, a stale text knows which English it had."""
    for number in range(again):
        outdated.change(SOURCE, "Put chairs in pairs.", f"Put {'more ' * (number + 1)}chairs in pairs.")
        outdated.change(SOURCE, "Choose some ", "Choose some very ")
        assert outdated.hub("accept", "ar", PAGE) == 0
        outdated.change(SOURCE, f"Put {'more ' * (number + 1)}chairs in pairs.", "Put chairs in pairs.")
    states = outdated.open()
    assert states[f"Choose some {'very ' * again}kind words."] is State.STALE
    assert outdated.shown()[f"Choose some {'very ' * again}kind words."] == ARABIC_CHOOSE


def test_anew_forgets_the_record(outdated: Work) -> None:
    assert outdated.hub("accept", "ar", PAGE, "--anew") == 0
    assert outdated.open() == {}
    assert outdated.read(SIDECAR).count("source: ") == 1


def test_anew_refuses_a_page_of_another_shape(outdated: Work, capsys: pytest.CaptureFixture[str]) -> None:
    outdated.change(TARGET, ARABIC_CHOOSE, f"{ARABIC_CHOOSE}\n\nفقرة.")
    before = outdated.read(SIDECAR)
    assert outdated.hub("accept", "ar", PAGE, "--anew") == 1
    assert f"{TARGET}:1: its parts do not match the source one by one" in capsys.readouterr().err
    assert outdated.read(SIDECAR) == before


def test_a_machine_draft_until_a_person_accepts(fresh: Work) -> None:
    def draft() -> str:
        return read_library(fresh.root).sidecars["ar", PAGE].draft

    assert fresh.hub("accept", "ar", PAGE, "--draft", "machine") == 0
    assert draft() == "machine"
    fresh.change(SOURCE, CHOOSE, "Choose some kind words.")
    fresh.change(TARGET, ARABIC_CHOOSE, "اختاروا بعض الكلمات.")
    assert draft() == "machine"
    assert fresh.hub("accept", "ar", PAGE) == 0
    assert draft() == ""


def test_same_keeps_the_mark_of_a_draft(fresh: Work, tmp_path: Path) -> None:
    assert fresh.hub("accept", "ar", PAGE, "--draft", "machine") == 0
    shutil.copy(fresh.root / SOURCE, tmp_path / "old.md")
    fresh.change(SOURCE, CHOOSE, "Choose some kind words.")
    assert fresh.hub("same", PAGE, "--from", str(tmp_path / "old.md"), "--yes") == 0
    assert read_library(fresh.root).sidecars["ar", PAGE].draft == "machine"
    assert fresh.open() == {}


def test_a_wrong_name_beside_a_right_one(outdated: Work, capsys: pytest.CaptureFixture[str]) -> None:
    assert outdated.hub("accept", "ar", "nothing", PAGE) == 1
    assert "There is no page `nothing`" in capsys.readouterr().err


def test_a_record_with_lines_twice(fresh: Work) -> None:
    """As git leaves it when both sides wrote the same lines in another order."""
    lines = fresh.read(SIDECAR).splitlines()
    (fresh.root / SIDECAR).write_text("\n".join([*lines, *reversed(lines)]) + "\n", encoding="utf-8")
    assert fresh.open() == {}
    assert fresh.hub("accept", "ar", PAGE) == 0
    assert sorted(fresh.read(SIDECAR).splitlines()) == sorted(lines)


def test_a_record_with_lines_that_contradict_each_other(fresh: Work) -> None:
    """Two sources for one text, two texts for one source, two drafts, two sketches: nothing lands in a wrong place."""
    lines = fresh.read(SIDECAR).splitlines()
    pairs = [line.split() for line in lines if len(line.split()) >= 2 and line[8] == " "]
    crossed = [f"{one[0]} {other[1]}" for one, other in zip(pairs[::5], pairs[2::5], strict=False)]
    sketches = [f"{one[0]} {one[1]} {'0123456789abcdef'}" for one in pairs[::7]]
    before = fresh.shown()
    text = "\n".join([*lines, "draft: machine", "draft: other", "source: 0", *crossed, *sketches]) + "\n"
    (fresh.root / SIDECAR).write_text(text, encoding="utf-8")
    assert fresh.shown() == before
    assert fresh.open() == {}
    _, problems = read_sidecar(text, SIDECAR)
    assert problems == []
    assert fresh.hub("accept", "ar", PAGE) == 0
    assert sorted(fresh.read(SIDECAR).splitlines()) == sorted(lines), "accepting puts the record in order"


def test_the_older_words_of_two_people_were_kept(outdated: Work) -> None:
    """Both changed one block, one of them from the older English; whoever merged kept that one."""
    old = Path(shutil.copytree(outdated.root, outdated.root.parent / "other"))
    other = Work(old)
    other.change(SOURCE, "Choose some kind words.", CHOOSE)
    other.change(TARGET, ARABIC_CHOOSE, "لنختر كلمات لطيفة.")
    outdated.change(TARGET, ARABIC_CHOOSE, "اختاروا بعض الكلمات.")
    for work in (outdated, other):
        assert work.hub("accept", "ar", PAGE) == 0
    both = dict.fromkeys([*outdated.read(SIDECAR).splitlines(), *other.read(SIDECAR).splitlines()])
    (outdated.root / SIDECAR).write_text("\n".join(both) + "\n", encoding="utf-8")
    assert "Choose some kind words." not in outdated.open()
    outdated.change(TARGET, "اختاروا بعض الكلمات.", "لنختر كلمات لطيفة.")
    assert outdated.open()["Choose some kind words."] is State.STALE
    assert outdated.shown()["Choose some kind words."] == "لنختر كلمات لطيفة."


def test_random_work_of_two_people_on_one_page(fresh: Work, tmp_path: Path) -> None:
    """Each edits and accepts what they like; git joins the two. Fresh is exactly what somebody made from today's English
    and accepted, wherever the two worked side by side."""
    library = read_library(fresh.root)
    source = next(one for one in library.documents if one.id == PAGE)
    english = [words.text for words in pieces(source) if words.block and words.text.count(" ") > 1]
    arabic = fresh.shown()
    english = [
        text
        for text in english
        if fresh.read(SOURCE).count(text) == 1 == fresh.read(TARGET).count(arabic[text]) and "\n" not in text
    ]
    assert len(english) > 12
    base_record, base_text = fresh.read(SIDECAR), fresh.read(TARGET)
    for text in english:
        fresh.change(SOURCE, text, f"{text} And more of it.")
    for seed in range(25):
        dice = random.Random(seed)
        chosen = dice.sample(english, 8)
        mine, theirs = chosen[: dice.randint(1, 7)], chosen[7:]
        records = []
        for number, part in enumerate((mine, theirs)):
            (fresh.root / TARGET).write_text(base_text, encoding="utf-8")
            (fresh.root / SIDECAR).write_text(base_record, encoding="utf-8")
            for text in part:
                fresh.change(TARGET, arabic[text], f"{arabic[text]} ومنها المزيد.")
            assert fresh.hub("accept", "ar", PAGE) == 0
            records.append(tmp_path / f"record-{number}")
            records[-1].write_text(fresh.read(SIDECAR), encoding="utf-8")
        (tmp_path / "base").write_text(base_record, encoding="utf-8")
        one, other = records if dice.random() < 0.5 else records[::-1]
        merged = subprocess.run(
            ["git", "merge-file", "-p", "--union", str(one), str(tmp_path / "base"), str(other)],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        (fresh.root / SIDECAR).write_text(merged, encoding="utf-8")
        (fresh.root / TARGET).write_text(base_text, encoding="utf-8")
        done = {*mine, *theirs}
        for text in done:
            fresh.change(TARGET, arabic[text], f"{arabic[text]} ومنها المزيد.")
        states = fresh.open()
        assert set(states) == {f"{text} And more of it." for text in english if text not in done}, seed
        assert set(states.values()) == {State.STALE}, seed

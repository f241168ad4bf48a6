"""What translators are shown: each open block with its places, its state in words and what to do."""

from __future__ import annotations

import io
import os
import subprocess
import sys

import pytest

from saferhub.cli.confirm import confirmed
from saferhub.cli.i18n.terminal import in_colour
from translation.workplace import PAGE, ROOT, SOURCE, TARGET, Work

CHOOSE, ARABIC_CHOOSE = "Choose kind words.", "اختاروا كلمات لطيفة."


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_every_state_is_told_in_words(fresh: Work, capsys: pytest.CaptureFixture[str]) -> None:
    fresh.change(SOURCE, "Put chairs in pairs.\n\n", "")
    fresh.change(SOURCE, CHOOSE, f"{CHOOSE}\n\nA wholly new paragraph about something else.")
    fresh.change(SOURCE, "Ask each pair for two words.", "Ask every pair for two words.")
    fresh.change(SOURCE, "title: Kind words", "title: Very kind words")
    fresh.change(TARGET, "فكروا في شخص نشكره.", "Think of one person to thank.")
    fresh.change(TARGET, "أسرتنا العزيزة، تدربنا اليوم.", "أسرتنا العزيزة، تدربنا اليوم.\n\nمع السلامة.")
    capsys.readouterr()
    assert fresh.hub("diff", "ar", PAGE) == 0
    blocks = capsys.readouterr().out.split("\n\n")
    told = {block.split("\n")[0]: block for block in blocks}
    assert f"{SOURCE}:2 -> {TARGET}:2: out of date: the English changed and the translation did not" in told
    assert f"{SOURCE}:51 -> {TARGET}:29: out of date: the English changed and the translation did not" in told
    missing = told[f"{SOURCE}:57 -> {TARGET}:33: not translated yet"]
    assert "English:     A wholly new paragraph about something else." in missing
    assert "Translation" not in missing
    assert "Add it here" in missing
    assert any("still in English" in line and f"{TARGET}:48:" in line for line in told)
    assert "Translation: رتبوا الكراسي أزواجًا." in told[f"{TARGET}:18: without source: the English no longer has this"]
    assert "Translation: مع السلامة." in told[f"{TARGET}:87: your own: the English has nothing like it"]
    assert blocks[-1] == "Open: 6 in 1 page.\n"


def test_nothing_is_open(fresh: Work, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert fresh.hub("diff", "ar", PAGE) == 0
    assert capsys.readouterr().out == (
        "Nothing is open in the pages that you named: every block matches today's English.\n"
    )


def test_a_page_without_a_record(fresh: Work, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert fresh.hub("diff", "ar", "ask-first") == 0
    told = capsys.readouterr().out
    assert "translations/ar/lessons/ask-first.md: nobody has noted yet from which English this was made." in told
    assert "hub i18n accept ar lessons/ask-first" in told


def test_a_safety_text_says_what_readers_see(fresh: Work, capsys: pytest.CaptureFixture[str]) -> None:
    fresh.change(SOURCE, "You can also call a helpline.", "You can call a helpline.")
    capsys.readouterr()
    fresh.hub("diff", "ar", PAGE)
    assert "This is a safety text: readers see the English until it is accepted." in capsys.readouterr().out


def test_colour_only_on_a_terminal_and_never_against_somebodys_wish(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert in_colour(Terminal())
    assert not in_colour(io.StringIO())
    monkeypatch.setenv("NO_COLOR", "1")
    assert not in_colour(Terminal())


@pytest.mark.parametrize(
    ("typed", "answer"), [("y\n", True), ("YES\n", True), ("n\n", False), ("\n", False), ("", False)]
)
def test_only_a_clear_yes_counts(typed: str, answer: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal that is closed in the middle of a question says no, without an error of the program."""
    monkeypatch.setattr("sys.stdin", Terminal(typed))
    assert confirmed("Write?") is answer


def command(work: Work, *arguments: str, **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "saferhub.cli.main", "--root", str(work.root), "i18n", *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT / "scripts"), **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_console_that_knows_no_arabic_letters(fresh: Work) -> None:
    fresh.change(SOURCE, CHOOSE, "Choose some kind words.")
    running = command(fresh, "diff", "ar", PAGE, PYTHONIOENCODING="ascii")
    out, err = running.communicate()
    assert (running.returncode, err) == (0, "")
    assert "Choose{+ some+} kind words." in out or "Choose some kind words." in out
    assert r"\u0627" in out


def test_a_reader_who_has_seen_enough(fresh: Work) -> None:
    for english in fresh.shown():
        if fresh.read(SOURCE).count(english) == 1 and english.count(" ") > 2:
            fresh.change(SOURCE, english, f"{english} {'And more. ' * 300}")
    running = command(fresh, "diff", "ar", PAGE)
    assert running.stdout is not None
    running.stdout.close()
    assert running.stderr is not None
    assert running.stderr.read() == ""
    running.stderr.close()
    running.wait()

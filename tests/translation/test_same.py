"""An edit that keeps the meaning is passed on to all languages, and nothing else is."""

from __future__ import annotations

import dataclasses
import io
import shutil
from pathlib import Path

import pytest

from saferhub.model.library import Library
from saferhub.sources.blocks import split
from saferhub.translation.edits import edits
from saferhub.translation.pairs import State
from saferhub.translation.pieces import pieces
from translation.workplace import PAGE, SIDECAR, SOURCE, TARGET, Work

CHOOSE, ARABIC_CHOOSE = "Choose kind words.", "اختاروا كلمات لطيفة."
ASK = "Ask each pair for two words."
HELP = "Tell an adult you trust. You can also call a helpline."


class Person(io.StringIO):
    """Somebody at a terminal who types an answer."""

    def isatty(self) -> bool:
        return True


def test_an_edit_is_shown_and_passed_on(repository: Work, capsys: pytest.CaptureFixture[str]) -> None:
    repository.change(SOURCE, CHOOSE, "Choose some kind words.")
    assert repository.hub("same", PAGE, "--yes") == 0
    told = capsys.readouterr().out
    assert "docs/en/lessons/kind-words.md:57: Choose{+ some+} kind words." in told
    assert "Concerns 1 language: ar." in told
    assert "translations/ar/lessons/kind-words.sync: 1 text matches the new English." in told
    assert repository.open() == {}
    assert repository.shown()["Choose some kind words."] == ARABIC_CHOOSE


def test_all_languages_at_once_or_only_one(repository: Work) -> None:
    """Each language with a record is written; --locale leaves the others alone."""
    listed = repository.read("docs/_data/locales.yml")
    french = "  - {id: fr, name: Français, english_name: French, direction: ltr, script: Latn}\n"
    (repository.root / "docs/_data/locales.yml").write_text(listed + french, encoding="utf-8")
    shutil.copytree(repository.root / "translations/ar", repository.root / "translations/fr")
    other = SIDECAR.replace("/ar/", "/fr/")
    repository.change(SOURCE, CHOOSE, "Choose some kind words.")
    before = repository.read(SIDECAR)
    assert repository.hub("same", PAGE, "--yes", "--locale", "fr") == 0
    assert repository.read(SIDECAR) == before
    assert repository.read(other) != before
    assert repository.hub("same", PAGE, "--yes") == 0
    assert repository.read(SIDECAR) == repository.read(other)


def test_what_was_out_of_date_stays_so(repository: Work) -> None:
    repository.change(SOURCE, ASK, "Ask each pair for kind words.")
    repository.commit("another meaning")
    repository.change(SOURCE, "Ask each pair for kind words.", "Ask every pair for kind words.")
    repository.change(SOURCE, CHOOSE, "Choose some kind words.")
    assert repository.hub("same", PAGE, "--yes") == 0
    assert repository.open() == {"Ask every pair for kind words.": State.STALE}


def test_a_chain_of_edits_and_a_way_back(repository: Work) -> None:
    for old, new in ((CHOOSE, "Choose some kind words."), ("Choose some kind words.", "Choose some kind words!")):
        repository.change(SOURCE, old, new)
        assert repository.hub("same", PAGE, "--yes") == 0
        repository.commit(new)
        assert repository.open() == {}
    repository.change(SOURCE, "Choose some kind words!", CHOOSE)
    assert repository.open() == {}, "the English is again what the translation was made from"
    assert repository.hub("same", PAGE, "--yes") == 0
    assert repository.open() == {}
    repository.change(SOURCE, CHOOSE, "Choose no kind words.")
    assert repository.open() == {"Choose no kind words.": State.STALE}


def test_the_way_back_after_a_person_accepted_the_edit(repository: Work) -> None:
    """Accepting forgets the older English: a text that comes back is to be looked at once more."""
    repository.change(SOURCE, CHOOSE, "Choose some kind words.")
    assert repository.hub("same", PAGE, "--yes") == 0
    assert repository.hub("accept", "ar", PAGE) == 0
    repository.change(SOURCE, "Choose some kind words.", CHOOSE)
    assert repository.open() == {CHOOSE: State.STALE}


def test_only_some_lines(repository: Work) -> None:
    repository.change(SOURCE, ASK, "Ask each pair for two kind words.")
    repository.change(SOURCE, CHOOSE, "Choose some kind words.")
    assert repository.hub("same", PAGE, "--yes", "--line", "53") == 0
    assert repository.open() == {"Choose some kind words.": State.STALE}


def test_facts_are_passed_on_too(repository: Work, capsys: pytest.CaptureFixture[str]) -> None:
    repository.change(SOURCE, "- Name two kind words.", "- Name two very kind words.")
    assert repository.hub("same", PAGE, "--yes") == 0
    assert "kind-words.md:17: Name two{+ very+} kind words." in capsys.readouterr().out
    assert repository.open() == {}


def test_a_safety_text_needs_a_word_more(repository: Work, capsys: pytest.CaptureFixture[str]) -> None:
    new = "Tell an adult whom you trust. You can also call a helpline."
    repository.change(SOURCE, HELP, new)
    before = repository.read(SIDECAR)
    assert repository.hub("same", PAGE, "--yes") == 0
    assert "Not passed on: readers rely on this safety text." in capsys.readouterr().out
    assert repository.read(SIDECAR) == before
    assert repository.hub("same", PAGE, "--yes", "--safety") == 0
    assert repository.open() == {}


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (CHOOSE, "Choose 12 kind words.", "a number changed"),
        (CHOOSE, "Choose [kind words](https://example.org/).", "a link, a picture or a footnote changed"),
    ],
)
def test_a_number_or_a_link_is_never_passed_on(
    old: str, new: str, reason: str, repository: Work, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.change(SOURCE, old, new)
    before = repository.read(SIDECAR)
    assert repository.hub("same", PAGE, "--yes", "--safety") == 0
    assert f"Not passed on: {reason}" in capsys.readouterr().out
    assert repository.read(SIDECAR) == before


def test_nobody_there_to_ask(
    repository: Work, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.change(SOURCE, CHOOSE, "Choose some kind words.")
    before = repository.read(SIDECAR)
    monkeypatch.setattr("sys.stdin", io.StringIO("y\n"))
    assert repository.hub("same", PAGE) == 2
    assert "nobody is here to be asked. Say `--yes`" in capsys.readouterr().err
    assert repository.read(SIDECAR) == before


@pytest.mark.parametrize(("answer", "code"), [("y\n", 0), ("n\n", 1), ("\n", 1), ("", 1)])
def test_a_person_is_asked(answer: str, code: int, repository: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.change(SOURCE, CHOOSE, "Choose some kind words.")
    before = repository.read(SIDECAR)
    monkeypatch.setattr("sys.stdin", Person(answer))
    assert repository.hub("same", PAGE) == code
    assert (repository.read(SIDECAR) == before) == bool(code)


def test_an_edit_that_is_committed_already(repository: Work, capsys: pytest.CaptureFixture[str]) -> None:
    repository.change(SOURCE, CHOOSE, "Choose some kind words.")
    repository.commit("a word more")
    assert repository.hub("same", PAGE, "--yes") == 0
    assert "no text was edited since your last commit. For an older edit: `--since HEAD~1`." in capsys.readouterr().out
    assert repository.hub("same", PAGE, "--yes", "--since", "HEAD~1") == 0
    assert repository.open() == {}


def test_an_old_text_in_a_file(fresh: Work, tmp_path: Path) -> None:
    """Without git, from a file with a byte-order mark and Windows line ends."""
    old = tmp_path / "old.md"
    old.write_bytes(b"\xef\xbb\xbf" + fresh.read(SOURCE).replace("\n", "\r\n").encode())
    fresh.change(SOURCE, CHOOSE, "Choose some kind words.")
    assert fresh.hub("same", PAGE, "--yes", "--from", str(old)) == 0
    assert fresh.open() == {}


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--since", "nonsense"], "Git knows no version `nonsense` here."),
        (["--since=--help"], "Git knows no version `--help` here."),
        (["--from", "/nowhere/x.md"], "/nowhere/x.md: this file cannot be opened"),
        (["--from", "/"], "/: this file cannot be opened"),
        (["--locale", "xx"], "There is no language `xx`."),
        (["no-such-page"], "There is no page `no-such-page` in docs/en."),
        (["good-night", "--from", "x.md"], "name exactly one page"),
    ],
)
def test_a_wrong_command_writes_nothing(
    options: list[str], message: str, repository: Work, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.change(SOURCE, CHOOSE, "Choose some kind words.")
    before = repository.read(SIDECAR)
    assert repository.hub("same", PAGE, *options, "--yes") == 2
    assert message in capsys.readouterr().err
    assert repository.read(SIDECAR) == before


def test_a_page_that_is_new(repository: Work, capsys: pytest.CaptureFixture[str]) -> None:
    page = repository.root / "docs/en/contact.md"
    page.write_text("---\ntitle: Contact\nsummary: How to write to us.\n---\n\nWrite to us.\n", encoding="utf-8")
    assert repository.hub("same", "contact", "--yes") == 2
    assert "docs/en/contact.md: this page was not there at `HEAD`." in capsys.readouterr().err


def test_a_text_that_stands_twice_and_one_of_them_is_edited(repository: Work) -> None:
    """Both answers of the quiz say `Yes.` in English; in Arabic they may differ."""
    repository.change(TARGET, "- [x] بالغ نثق به.\n\n    نعم.", "- [x] بالغ نثق به.\n\n    أجل.")
    assert repository.hub("accept", "ar", PAGE) == 0
    repository.commit("another yes")
    repository.change(SOURCE, "- [x] A trusted adult.\n\n    Yes.", "- [x] A trusted adult.\n\n    Yes!")
    assert repository.hub("same", PAGE, "--yes") == 0
    assert repository.open() == {}
    assert repository.shown()["Yes!"] == "أجل."
    assert repository.shown()["Yes."] == "نعم."


def test_a_page_shorter_and_longer_than_before(repository: Work, capsys: pytest.CaptureFixture[str]) -> None:
    """Texts that were added or taken out are no edits: nobody can say that they mean the same."""
    repository.change(SOURCE, "Put chairs in pairs.\n\n", "")
    repository.change(SOURCE, CHOOSE, f"Quite another paragraph.\n\n{CHOOSE}")
    before = repository.read(SIDECAR)
    assert repository.hub("same", PAGE, "--yes") == 0
    assert "Nothing was written: there is no edit to pass on." in capsys.readouterr().out
    assert repository.read(SIDECAR) == before


def test_every_edit_of_the_real_lessons_is_found_and_none_is_confused(real_library: Library) -> None:
    """Each third block of every lesson gets one more word: exactly these are edits, each with its own old text."""
    for lesson in real_library.lessons:
        old = lesson.document
        text, wanted = old.body.text, {}
        for words in reversed([one for one in pieces(old) if one.block][::3]):
            block = words.block
            assert block is not None
            if len(block.text.split()) > 1:
                text = f"{text[: block.end]} indeed{text[block.end :]}"
                wanted[f"{block.text} indeed"] = block.text
        body, _ = split(text, old.path)
        found = edits(old, dataclasses.replace(old, body=body))
        assert {edit.new.text: edit.old.text for edit in found} == wanted, old.id

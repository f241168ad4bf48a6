"""Translations in real git repositories: merges in both orders, rebases, shallow clones, a plain zip, Windows line ends."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from saferhub.sources.history import commit_of, earlier_texts, page_at
from saferhub.sources.sidecars import fingerprint, git_blob
from saferhub.translation.pairs import State
from translation.workplace import PAGE, SIDECAR, SOURCE, TARGET, Work

Clone = Callable[..., Work]
ASK, ARABIC_ASK = "Ask each pair for two words.", "اطلبوا من كل اثنين كلمة."
CHOOSE, ARABIC_CHOOSE = "Choose kind words.", "اختاروا كلمات لطيفة."
PARTNER, ARABIC_PARTNER = "Tell your partner what you would write.", "قولوا لزميلكم ماذا ستكتبون."
FAMILY, ARABIC_FAMILY = "Dear family, we practised today.", "أسرتنا العزيزة، تدربنا اليوم."
LISTEN, ARABIC_LISTEN = "Listen first.", "الاستماع أولًا."
SLOWLY, ARABIC_SLOWLY = "Answer slowly:", "الجواب ببطء:"


def branch(work: Work, name: str, *changes: tuple[str, str, str], accept: bool = True) -> None:
    """Make a branch off main with some changes and, if wanted, the record of them."""
    work.git("checkout", "-q", "-b", name, "main")
    for change in changes:
        work.change(*change)
    if accept:
        assert work.hub("accept", "ar", PAGE) == 0
    work.commit(name)
    work.git("checkout", "-q", "main")


def translate(english: str, arabic: str, new: str) -> tuple[str, str, str]:
    return (TARGET, arabic, new)


@pytest.fixture
def outdated(repository: Work) -> Work:
    """Six blocks changed in English since they were translated."""
    for text in (ASK, CHOOSE, PARTNER, FAMILY, LISTEN, SLOWLY):
        repository.change(SOURCE, text, text[:-1] + " today" + text[-1])
    repository.commit("the English changed")
    assert set(repository.open().values()) == {State.STALE}
    assert len(repository.open()) == 6
    return repository


def now(text: str) -> str:
    return text[:-1] + " today" + text[-1]


@pytest.mark.parametrize("order", [("one", "two"), ("two", "one")])
def test_two_people_translate_different_parts_of_one_page(order: tuple[str, str], outdated: Work) -> None:
    branch(outdated, "one", (TARGET, ARABIC_ASK, "اطلبوا اليوم كلمتين."), (TARGET, ARABIC_CHOOSE, "اختاروا اليوم."))
    branch(outdated, "two", (TARGET, ARABIC_FAMILY, "أسرتنا، اليوم تدربنا."), (TARGET, ARABIC_PARTNER, "قولوا اليوم."))
    for name in order:
        outdated.git("merge", "-q", "--no-edit", name)
    assert "<<<<" not in outdated.read(SIDECAR) + outdated.read(TARGET)
    assert outdated.open() == {now(LISTEN): State.STALE, now(SLOWLY): State.STALE}
    assert outdated.shown()[now(ASK)] == "اطلبوا اليوم كلمتين."
    assert outdated.shown()[now(FAMILY)] == "أسرتنا، اليوم تدربنا."


@pytest.mark.parametrize("order", [("one", "two"), ("two", "one")])
def test_two_people_translate_blocks_that_stand_side_by_side(order: tuple[str, str], outdated: Work) -> None:
    """Git cannot merge two lines side by side in the page, and a person does; the record needs nobody."""
    branch(outdated, "one", (TARGET, ARABIC_LISTEN, "الاستماع اليوم."))
    branch(outdated, "two", (TARGET, ARABIC_SLOWLY, "الجواب اليوم:"))
    outdated.git("merge", "-q", "--no-edit", order[0])
    outdated.git("merge", "-q", "--no-edit", order[1], ok=False)
    assert "<<<<" in outdated.read(TARGET)
    assert "<<<<" not in outdated.read(SIDECAR)
    text = outdated.read(TARGET)
    start, end = text.index("<<<<<<<"), text.index(">>>>>>>")
    end = text.index("\n", end) + 1
    merged = text[:start] + "- الاستماع اليوم.\n- الجواب اليوم:\n" + text[end:]
    (outdated.root / TARGET).write_text(merged, encoding="utf-8")
    outdated.commit("merged by hand")
    assert outdated.open() == {now(one): State.STALE for one in (ASK, CHOOSE, PARTNER, FAMILY)}


def test_two_people_translate_the_same_block_differently(outdated: Work) -> None:
    """Whichever words a person keeps, they were made from today's English: the record names both."""
    branch(outdated, "one", (TARGET, ARABIC_CHOOSE, "اختاروا اليوم كلمات."))
    branch(outdated, "two", (TARGET, ARABIC_CHOOSE, "لنختر اليوم كلمات."))
    outdated.git("merge", "-q", "--no-edit", "one")
    outdated.git("merge", "-q", "--no-edit", "two", ok=False)
    outdated.git("checkout", "--theirs", TARGET)
    outdated.commit("merged by hand")
    assert now(CHOOSE) not in outdated.open()
    assert outdated.shown()[now(CHOOSE)] == "لنختر اليوم كلمات."
    assert outdated.hub("accept", "ar", PAGE) == 0
    assert fingerprint("اختاروا اليوم كلمات.") not in outdated.read(SIDECAR), "what nobody kept is forgotten"


@pytest.mark.parametrize("order", [("author", "translator"), ("translator", "author")])
def test_one_edits_the_english_while_another_translates(order: tuple[str, str], outdated: Work) -> None:
    branch(outdated, "author", (SOURCE, now(CHOOSE), "Choose two kind words today."), accept=False)
    branch(outdated, "translator", (TARGET, ARABIC_CHOOSE, "اختاروا اليوم."), (TARGET, ARABIC_ASK, "اطلبوا اليوم."))
    for name in order:
        outdated.git("merge", "-q", "--no-edit", name)
    states = outdated.open()
    assert states["Choose two kind words today."] is State.STALE, "made from an older English than today's"
    assert now(ASK) not in states


def test_cherry_pick_and_rebase(outdated: Work) -> None:
    branch(outdated, "one", (TARGET, ARABIC_ASK, "اطلبوا اليوم كلمتين."))
    branch(outdated, "two", (TARGET, ARABIC_FAMILY, "أسرتنا، اليوم تدربنا."))
    branch(outdated, "author", (SOURCE, "Put chairs in pairs.", "Put chairs and tables in pairs."), accept=False)
    outdated.git("cherry-pick", "one")
    outdated.git("merge", "-q", "--no-edit", "author")
    outdated.git("checkout", "-q", "two")
    outdated.git("rebase", "-q", "main")
    left = {now(one): State.STALE for one in (CHOOSE, PARTNER, LISTEN, SLOWLY)}
    assert outdated.open() == {**left, "Put chairs and tables in pairs.": State.STALE}


def test_diff_shows_what_changed_since_the_translation(outdated: Work, capsys: pytest.CaptureFixture[str]) -> None:
    assert outdated.hub("diff", "ar", PAGE) == 0
    told = capsys.readouterr().out
    assert "docs/en/lessons/kind-words.md:53 -> translations/ar/lessons/kind-words.md:29: out of date" in told
    assert "English:     Choose kind words{+ today+}." in told
    assert f"Translation: {ARABIC_CHOOSE}" in told
    assert "hub i18n accept ar lessons/kind-words" in told
    assert told.rstrip().endswith("Open: 6 in 1 page.")


def test_diff_finds_a_version_that_is_several_edits_old(outdated: Work, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(8):
        outdated.change(SOURCE, "Put chairs", f"Edit {number}.\n\nPut chairs")
        outdated.change(SOURCE, "Choose ", "Choose very ")
        outdated.commit(f"edit {number}")
    outdated.hub("diff", "ar", PAGE)
    assert "Choose{+ very very very very very very very very+} kind words{+ today+}." in capsys.readouterr().out


def test_diff_after_the_translation_was_edited_and_not_accepted(
    outdated: Work, capsys: pytest.CaptureFixture[str]
) -> None:
    outdated.change(TARGET, ARABIC_CHOOSE, "اختاروا اليوم.")
    outdated.hub("diff", "ar", PAGE)
    told = capsys.readouterr().out
    assert ":57 -> translations/ar/lessons/kind-words.md:33: to be checked" in told
    assert "Choose kind words{+ today+}." in told


def test_diff_after_the_page_was_renamed(outdated: Work, capsys: pytest.CaptureFixture[str]) -> None:
    """A history goes on under the old name; here even the version that the record names is not needed for it."""
    for old in (SOURCE, TARGET, SIDECAR):
        outdated.git("mv", old, old.replace("kind-words", "good-words"))
    outdated.commit("renamed")
    sidecar = outdated.root / SIDECAR.replace("kind-words", "good-words")
    sidecar.write_text(sidecar.read_text(encoding="utf-8").replace("source: ", "source: 0000"), encoding="utf-8")
    outdated.hub("diff", "ar", "lessons/good-words")
    assert "Choose kind words{+ today+}." in capsys.readouterr().out


def test_a_shallow_clone_works_with_what_it_has(
    outdated: Work, clone: Clone, capsys: pytest.CaptureFixture[str]
) -> None:
    shallow = clone(outdated, "--depth", "1")
    assert shallow.git("rev-list", "--count", "HEAD").strip() == "1"
    assert shallow.hub("diff", "ar", PAGE) == 0
    told = capsys.readouterr().out
    assert "What the English said before is not on this computer" in told
    assert "English:     Choose kind words today." in told
    assert len(shallow.open()) == 6
    shallow.change(TARGET, ARABIC_CHOOSE, "اختاروا اليوم.")
    assert shallow.hub("accept", "ar", PAGE) == 0
    assert len(shallow.open()) == 5


def test_a_partial_clone_fetches_nothing(outdated: Work, clone: Clone) -> None:
    """Even a clone that could fetch what it lacks is left as it is: looking at a difference tells nobody anything."""
    outdated.git("config", "uploadpack.allowFilter", "true")
    partial = clone(outdated, "--filter=blob:none")
    before = sorted(path.name for path in (partial.root / ".git/objects").rglob("*"))
    found = earlier_texts(partial.root, SOURCE, {fingerprint(CHOOSE)}, ())
    assert found == {}
    assert sorted(path.name for path in (partial.root / ".git/objects").rglob("*")) == before
    assert earlier_texts(outdated.root, SOURCE, {fingerprint(CHOOSE)}, ()) == {fingerprint(CHOOSE): CHOOSE}


def test_a_plain_zip_without_git(
    outdated: Work, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    plain = Work(tmp_path / "plain")
    shutil.copytree(outdated.root, plain.root, ignore=shutil.ignore_patterns(".git"))
    assert plain.hub("diff", "ar", PAGE) == 0
    assert "What the English said before is not on this computer" in capsys.readouterr().out
    assert plain.hub("same", PAGE, "--yes") == 2
    assert "There is no git history here. Name a file with the old text: `--from FILE`." in capsys.readouterr().err
    plain.change(TARGET, ARABIC_CHOOSE, "اختاروا اليوم.")
    assert plain.hub("accept", "ar", PAGE) == 0
    assert len(plain.open()) == 5


def test_a_computer_without_git(outdated: Work, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert earlier_texts(outdated.root, SOURCE, {fingerprint(CHOOSE)}, ()) == {}
    assert commit_of(outdated.root, "HEAD") is None
    assert outdated.hub("diff", "ar", PAGE) == 0
    assert outdated.hub("accept", "ar", PAGE) == 0


def test_a_checkout_with_windows_line_ends(outdated: Work, clone: Clone, capsys: pytest.CaptureFixture[str]) -> None:
    windows = clone(outdated, "-c", "core.autocrlf=true")
    assert b"\r\n" in (windows.root / SOURCE).read_bytes()
    assert b"\r\n" in (windows.root / SIDECAR).read_bytes()
    assert windows.open() == outdated.open()
    windows.hub("diff", "ar", PAGE)
    assert "Choose kind words{+ today+}." in capsys.readouterr().out
    for work in (windows, outdated):
        text = (work.root / TARGET).read_bytes().replace(ARABIC_CHOOSE.encode(), "اختاروا اليوم.".encode())
        (work.root / TARGET).write_bytes(text)
        assert work.hub("accept", "ar", PAGE) == 0
        work.git("add", "-A")
    assert windows.git("ls-files", "-s", SIDECAR) == outdated.git("ls-files", "-s", SIDECAR), "the same bytes in git"
    assert git_blob((outdated.root / SOURCE).read_bytes()) in windows.read(SIDECAR)


def test_the_record_names_the_version_as_git_does(outdated: Work) -> None:
    assert outdated.hub("accept", "ar", PAGE, "--stale") == 0
    assert f"source: {outdated.git('rev-parse', f'HEAD:{SOURCE}').strip()}\n" in outdated.read(SIDECAR)


def test_a_repository_whose_top_is_above_the_hub(
    fresh: Work, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    above = Work(tmp_path)
    above.git("init", "-q", "-b", "main")
    above.commit("first")
    fresh.change(SOURCE, CHOOSE, now(CHOOSE))
    above.commit("second")
    fresh.hub("diff", "ar", PAGE)
    assert "Choose kind words{+ today+}." in capsys.readouterr().out
    assert earlier_texts(fresh.root, SOURCE, {fingerprint(CHOOSE)}) == {fingerprint(CHOOSE): CHOOSE}
    assert page_at(fresh.root, SOURCE, "HEAD~1") is not None
    assert fresh.hub("same", PAGE, "--since", "HEAD~1", "--yes") == 0
    assert fresh.open() == {}


def test_a_worktree_and_the_environment_of_a_hook(
    outdated: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outdated.git("worktree", "add", "-q", str(tmp_path / "tree"), "-b", "other")
    other = Work(tmp_path / "other-repository")
    other.root.mkdir()
    other.git("init", "-q")
    monkeypatch.setenv("GIT_DIR", str(other.root / ".git"))
    assert earlier_texts(tmp_path / "tree", SOURCE, {fingerprint(CHOOSE)}) == {fingerprint(CHOOSE): CHOOSE}


def test_facts_and_versions_that_are_no_names(outdated: Work) -> None:
    outdated.change(SOURCE, "title: Kind words", "title: Kinder words")
    outdated.change(SOURCE, "- Show a kind answer.", "- Show a kind reply.")
    wanted = {fingerprint("Kind words"), fingerprint("Show a kind answer.")}
    for versions in ((), ("--help", "HEAD:docs", "0" * 40, "f" * 40, "\n", "a;b")):
        assert set(earlier_texts(outdated.root, SOURCE, wanted, versions)) == wanted
    assert earlier_texts(outdated.root, SOURCE, set()) == {}
    assert earlier_texts(outdated.root, "docs/en/nothing.md", wanted) == {}


def test_a_program_called_git_that_answers_nonsense(
    outdated: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = tmp_path / "git"
    fake.write_text("#!/bin/sh\ncat >/dev/null\nprintf 'abc blob x\\n\\377 1 2 3\\n'\n", encoding="utf-8")
    fake.chmod(fake.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    assert subprocess.run(["git"], input="", capture_output=True, text=True, check=False, errors="replace").stdout
    assert earlier_texts(outdated.root, SOURCE, {fingerprint(CHOOSE)}, ("a" * 40,)) == {}

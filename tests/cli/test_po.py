"""`hub i18n po` and `hub i18n glossary`: from the page to the translator and back, from files, folders and zip files."""

from __future__ import annotations

import os
import stat
import subprocess
import zipfile
from pathlib import Path

import pytest

from po_pages import change, filled
from saferhub.cli import tree
from saferhub.cli.i18n import po_sources
from saferhub.cli.main import main

TARGET = "translations/ar/lessons/kind-words.md"
RECORD = "translations/ar/lessons/kind-words.sync"
EXPORT = "build/po/ar/lessons/kind-words.po"
STALE = "Ask each pair for two words."


def hub_i18n(hub: Path, *arguments: str) -> int:
    return main(["--root", str(hub), "i18n", *arguments])


def exported(hub: Path, *arguments: str) -> Path:
    assert hub_i18n(hub, "po", "export", "ar", *arguments) == 0
    return hub / EXPORT


def with_work(path: Path, text: str = "كلمتان") -> Path:
    path.write_bytes(filled(path.read_bytes(), {STALE: text}))
    return path


def snapshot(hub: Path) -> dict[str, bytes]:
    return {
        path.relative_to(hub).as_posix(): path.read_bytes()
        for path in (hub / "translations").rglob("*")
        if path.is_file()
    }


def test_only_translated_pages_are_exported_unless_all_are_wanted(hub: Path) -> None:
    exported(hub)
    names = {path.stem for path in (hub / "build/po/ar").rglob("*.po")}
    assert "kind-words" in names and "good-night" not in names
    exported(hub, "good-night", "--to", str(hub / "elsewhere"))
    assert [path.name for path in (hub / "elsewhere").rglob("*.po")] == ["good-night.po"]
    exported(hub, "--all")
    assert {path.stem for path in (hub / "build/po/ar").rglob("*.po")} > names | {"good-night", "about"}


def test_a_wrong_language_or_page_is_told(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert hub_i18n(hub, "po", "export", "xx") == 2
    assert hub_i18n(hub, "po", "import", "xx", "a.po") == 2
    assert hub_i18n(hub, "po", "export", "ar", "no-such-page", "kind-words") == 1
    assert "There is no page `no-such-page`" in capsys.readouterr().err
    assert (hub / EXPORT).exists()


def test_work_goes_into_page_and_record(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = with_work(exported(hub))
    assert hub_i18n(hub, "po", "import", "ar", str(path)) == 0
    out = capsys.readouterr().out
    assert f"{TARGET}: 1 taken, 49 as before, 1 still fuzzy" in out
    assert "كلمتان" in (hub / TARGET).read_text(encoding="utf-8")
    assert hub_i18n(hub, "po", "import", "ar", str(path)) == 0
    assert f"{TARGET}: 0 taken" in capsys.readouterr().out


def test_a_trial_writes_nothing(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = with_work(exported(hub))
    before = snapshot(hub)
    assert hub_i18n(hub, "po", "import", "ar", "--dry-run", str(path)) == 0
    assert "1 would be taken" in capsys.readouterr().out
    assert snapshot(hub) == before


def test_an_unchanged_folder_writes_nothing(hub: Path) -> None:
    exported(hub)
    before = snapshot(hub)
    times = {path: path.stat().st_mtime_ns for path in (hub / "translations").rglob("*")}
    assert hub_i18n(hub, "po", "import", "ar", str(hub / "build/po/ar")) == 0
    assert snapshot(hub) == before
    assert {path: path.stat().st_mtime_ns for path in (hub / "translations").rglob("*")} == times


def test_a_refusal_is_told_with_its_line_and_fails(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = with_work(exported(hub), "كلمتان <b>اثنتان</b>")
    before = snapshot(hub)
    assert hub_i18n(hub, "po", "import", "ar", str(path)) == 1
    error = capsys.readouterr().err
    line = int(error.split(f"{path}:")[1].split(":")[0])
    assert path.read_text(encoding="utf-8").split("\n")[line].startswith(f'msgid "{STALE}"')
    assert "HTML `<b>` is not in the source" in error
    assert snapshot(hub) == before


def packed(target: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, data in files.items():
            bundle.writestr(name, data)
    return target


def test_a_kit_is_taken_as_it_comes_back(hub: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = with_work(exported(hub)).read_bytes()
    words = b'msgid ""\nmsgstr "Language: ar\\n"\n\nmsgid "Search"\nmsgstr "x"\n'  # of another program
    kit = packed(
        tmp_path / "kit.zip",
        {"kit/po/a.po": data, "kit/other.po": words, "kit/x.md": b"", "__MACOSX/kit/._a.po": b"\0"},
    )
    assert hub_i18n(hub, "po", "import", "ar", str(kit)) == 0
    out = capsys.readouterr().out
    assert "1 taken" in out and "passed over" in out
    assert "كلمتان" in (hub / TARGET).read_text(encoding="utf-8")


def test_names_in_a_zip_lead_nowhere(hub: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = with_work(exported(hub)).read_bytes()
    before = set(tmp_path.rglob("*"))
    kit = packed(tmp_path / "kit.zip", {"../../../evil\x1b.po": data, "/etc/evil.po": b"x"})
    link = zipfile.ZipInfo("link.po")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(kit, "a") as bundle:
        bundle.writestr(link, "/etc/passwd")
    assert hub_i18n(hub, "po", "import", "ar", str(kit)) == 1
    assert not [path for path in set(tmp_path.rglob("*")) - before if "evil" in path.name or "link" in path.name]
    captured = capsys.readouterr()
    assert "\x1b" not in captured.err + captured.out
    assert "root:" not in captured.err
    assert "كلمتان" in (hub / TARGET).read_text(encoding="utf-8")


def test_a_huge_member_of_a_zip_is_not_unpacked(
    hub: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    kit = packed(tmp_path / "kit.zip", {"bomb.po": b"\n" * 60_000_000})
    assert kit.stat().st_size < 100_000
    assert hub_i18n(hub, "po", "import", "ar", str(kit)) == 1
    assert "larger than 5 megabytes" in capsys.readouterr().err
    monkeypatch.setattr(po_sources, "MOST_FILES", 1)
    many = packed(tmp_path / "many.zip", {"a.po": b"", "b.po": b""})
    assert hub_i18n(hub, "po", "import", "ar", str(many)) == 1
    assert "more than 1 PO files" in capsys.readouterr().err


def test_a_damaged_zip_is_told(hub: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kit = packed(tmp_path / "kit.zip", {"a.po": bytes(range(256)) * 400})
    data = bytearray(kit.read_bytes())
    data[60:90] = b"x" * 30
    kit.write_bytes(bytes(data))
    assert hub_i18n(hub, "po", "import", "ar", str(kit)) == 1
    assert "damaged" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "The file is empty."),
        (b"\x00\x01\x02", "binary data"),
        ("msgid".encode("utf-16"), "UTF-16"),
        (b"hello", ":1: This line is not part of a PO file."),
        (b"# only a comment\n", "no entry"),
        (b'msgid "a"\nmsgstr "b"\n', "names no page"),
    ],
)
def test_a_file_that_is_none_is_told(
    data: bytes, told: str, hub: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "x.po"
    path.write_bytes(data)
    assert hub_i18n(hub, "po", "import", "ar", str(path)) == 1
    assert told in capsys.readouterr().err
    assert hub_i18n(hub, "po", "import", "ar", str(tmp_path / "none.po")) == 1
    assert "There is no such file." in capsys.readouterr().err


def test_a_page_that_was_renamed_is_found_again(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = with_work(exported(hub))
    for file in ("docs/en/lessons/kind-words.md", TARGET, RECORD):
        (hub / file).rename(hub / file.replace("kind-words", "good-words"))
    assert hub_i18n(hub, "po", "import", "ar", str(path)) == 1
    error = capsys.readouterr().err
    assert "no page `lessons/kind-words`" in error and 'write "X-SaferHub-Page: lessons/good-words\\n"' in error
    path.write_bytes(path.read_bytes().replace(b"Page: lessons/kind-words", b"Page: lessons/good-words"))
    assert hub_i18n(hub, "po", "import", "ar", str(path)) == 0
    assert "1 taken" in capsys.readouterr().out


def test_a_header_that_a_tool_dropped_is_made_up_for_by_the_names(hub: Path) -> None:
    path = with_work(exported(hub))
    lines = [line for line in path.read_text(encoding="utf-8").split("\n") if "X-SaferHub" not in line]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert hub_i18n(hub, "po", "import", "ar", str(path)) == 0
    assert "كلمتان" in (hub / TARGET).read_text(encoding="utf-8")


def test_one_page_in_two_files_is_imported_once(hub: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = with_work(exported(hub))
    (tmp_path / "b.po").write_bytes(path.read_bytes())
    assert hub_i18n(hub, "po", "import", "ar", str(path), str(tmp_path / "b.po")) == 1
    assert "was imported from" in capsys.readouterr().err


def test_page_and_record_are_written_together_or_not_at_all(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = with_work(exported(hub))
    (hub / RECORD).unlink()
    (hub / RECORD).mkdir()  # so that the record cannot be put in place
    (hub / RECORD / "x").write_text("x")
    before = snapshot(hub)
    assert hub_i18n(hub, "po", "import", "ar", str(path)) == 1
    assert capsys.readouterr().err
    assert snapshot(hub) == before


def test_a_full_disk_leaves_page_and_record_alone(
    hub: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = with_work(exported(hub))
    before = snapshot(hub)
    write, names = Path.write_bytes, []

    def full(self: Path, data: bytes) -> int:
        names.append(self.name)
        if self.name == ".kind-words.sync.part":
            raise OSError(28, "No space left on device")
        return write(self, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    assert hub_i18n(hub, "po", "import", "ar", str(path)) == 1
    assert names == [".kind-words.md.part", ".kind-words.sync.part"]
    assert "No space left on device. This page and its record are as they were." in capsys.readouterr().err
    assert snapshot(hub) == before


def test_what_is_not_a_file_is_told(hub: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(tmp_path / "pipe.po")
    assert hub_i18n(hub, "po", "import", "ar", str(tmp_path / "pipe.po")) == 1
    assert "This is not a file." in capsys.readouterr().err


def test_files_before_the_one_that_fails_are_brought_back(tmp_path: Path) -> None:
    first, new, last = tmp_path / "a", tmp_path / "b", tmp_path / "c"
    first.write_text("old")
    (last / "x").mkdir(parents=True)
    with pytest.raises(OSError):
        tree.write_together({first: b"1", new: b"2", last: b"3"})
    assert first.read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "c"]


def test_a_page_that_cannot_be_read_is_neither_exported_as_empty_nor_overwritten(
    hub: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = with_work(exported(hub))
    change(hub, "---\n", "", TARGET)
    before = snapshot(hub)
    assert hub_i18n(hub, "po", "import", "ar", str(path)) == 1
    assert hub_i18n(hub, "po", "export", "ar", "kind-words") == 1
    assert "cannot be read" in capsys.readouterr().err
    assert snapshot(hub) == before


def test_a_page_that_matches_nowhere_is_told(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (hub / RECORD).unlink()
    change(hub, "- الاستماع أولًا.\n", "", TARGET)
    assert hub_i18n(hub, "po", "export", "ar", "kind-words") == 1
    assert "do not match the source one by one" in capsys.readouterr().err


def test_the_glossary_is_written_for_spreadsheets_and_tools(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert hub_i18n(hub, "glossary", "export", "ar") == 0
    assert (hub / "build/po/ar/glossary.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert "kind words" in (hub / "build/po/ar/glossary.tbx").read_text(encoding="utf-8")
    with (hub / "translations/glossary.yml").open("a", encoding="utf-8") as file:
        file.write("  - {id: hub, say: SaferHub, definition: A name., translate: false}\n")
        file.write("  - {id: open, definition: Not yet said.}\n")
    assert hub_i18n(hub, "glossary", "export", "ar") == 0
    assert "1 of 3 terms have no form" in capsys.readouterr().out
    (hub / "translations/glossary.yml").write_text("terms: [", encoding="utf-8")
    assert hub_i18n(hub, "glossary", "export", "ar") == 1
    (hub / "translations/glossary.yml").unlink()
    assert hub_i18n(hub, "glossary", "export", "ar") == 1
    assert "There is no glossary" in capsys.readouterr().err


def test_what_is_exported_is_left_out_of_git(root: Path) -> None:
    done = subprocess.run(["git", "check-ignore", "-q", EXPORT], cwd=root, check=False)
    assert done.returncode == 0

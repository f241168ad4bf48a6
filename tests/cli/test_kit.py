"""The kit for volunteers without internet: complete, readable from a folder, and it comes back without losing work."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from saferhub.cli.generated import words_template
from saferhub.cli.i18n.interface import exported_words
from saferhub.cli.main import main
from saferhub.sources.library import read_library
from saferhub.sources.words import read_words
from saferhub.translation.words import as_po

WORDS = "translations/ar/LC_MESSAGES/hub.po"


@pytest.fixture(scope="module")
def packed(built_tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A hub with a kit in dist/."""
    hub = tmp_path_factory.mktemp("kit") / "hub"
    shutil.copytree(built_tiny, hub, ignore=shutil.ignore_patterns("build", "site", "dist"))
    (hub / "translations/ar/style.md").write_text("# أسلوبنا\n\nنكتب بوضوح.\n", encoding="utf-8")
    assert main(["--root", str(hub), "i18n", "kit", "ar"]) == 0
    return hub


@pytest.fixture
def unpacked(packed: Path, tmp_path: Path) -> Path:
    with zipfile.ZipFile(packed / "dist/saferhub-kit-ar.zip") as bundle:
        bundle.extractall(tmp_path)
    return tmp_path / "saferhub-kit-ar"


@pytest.fixture
def hub_of_kit(packed: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(packed, tmp_path / "home", ignore=shutil.ignore_patterns("build", "site", "dist")))


def run(hub: Path, *arguments: str) -> int:
    return main(["--root", str(hub), "i18n", "po", "import", "ar", *arguments])


def test_everything_is_inside_and_no_link_is_broken(unpacked: Path) -> None:
    names = {path.relative_to(unpacked).as_posix() for path in unpacked.rglob("*") if path.is_file()}
    assert {
        "READ-ME-FIRST.html",
        "glossary.csv",
        "glossary.tbx",
        "guide.html",
        "style.html",
        "po/lessons/kind-words.po",
        "po/lessons/good-night.po",
        "po/LC_MESSAGES/hub.po",
        "site/ar/index.html",
        "site/translate/ar/lessons/kind-words.html",
    } <= names
    for path in unpacked.rglob("*.html"):
        if path.name == "404.html":
            continue  # it is shown at any depth of a server, and its links begin at the top of the site
        for link in re.findall(r'(?:href|src)="([^"#]+)', path.read_text(encoding="utf-8")):
            if not re.match(r"[a-z]+:", link):
                assert (path.parent / link).exists(), f"{path.relative_to(unpacked)}: {link}"


def test_the_first_page_is_in_the_language_and_reads_from_a_folder(
    unpacked: Path, visit: Callable[..., object], packed: Path
) -> None:
    seen = visit(unpacked / "READ-ME-FIRST.html")
    page = seen.page  # type: ignore[attr-defined]
    assert page.locator("html").get_attribute("dir") == "rtl"
    page.get_by_role("link", name=re.compile("style|أسلوب|دليل", re.I)).first.click()
    assert "أسلوبنا" in page.inner_text("h1") or "نكتب" in page.inner_text("main")
    assert not seen.outside  # type: ignore[attr-defined]
    assert not seen.errors  # type: ignore[attr-defined]


def test_a_kit_without_work_changes_nothing(packed: Path, hub_of_kit: Path) -> None:
    before = {path: path.read_bytes() for path in (hub_of_kit / "translations").rglob("*") if path.is_file()}
    assert run(hub_of_kit, str(packed / "dist/saferhub-kit-ar.zip")) == 0
    assert before == {path: path.read_bytes() for path in (hub_of_kit / "translations").rglob("*") if path.is_file()}


def test_work_on_a_lesson_and_on_the_words_of_the_hub_comes_back(unpacked: Path, hub_of_kit: Path) -> None:
    lesson = unpacked / "po/lessons/good-night.po"
    text = lesson.read_text(encoding="utf-8")
    lesson.write_text(
        text.replace('msgid "Good night, devices"\nmsgstr ""', 'msgid "Good night, devices"\nmsgstr "ليلة سعيدة"'),
        "utf-8",
    )
    words = unpacked / "po/LC_MESSAGES/hub.po"
    old = words.read_text(encoding="utf-8")
    word = read_words(hub_of_kit, "ar")[0].gettext("Get help")
    assert f'msgid "Get help"\nmsgstr "{word}"' in old
    words.write_text(old.replace(f'msgid "Get help"\nmsgstr "{word}"', 'msgid "Get help"\nmsgstr "نجدة"'), "utf-8")
    assert run(hub_of_kit, str(unpacked)) == 0
    assert read_library(hub_of_kit).translations["ar", "lessons/good-night"].facts["title"] == "ليلة سعيدة"
    assert read_words(hub_of_kit, "ar")[0].gettext("Get help") == "نجدة"
    changed = (hub_of_kit / WORDS).read_text(encoding="utf-8")
    assert changed.count("msgid ") == old.count("msgid ")
    assert subprocess.run(["msgfmt", "-c", "-o", "/dev/null", str(hub_of_kit / WORDS)], check=False).returncode == 0


def test_words_that_somebody_else_changed_stay(
    unpacked: Path, hub_of_kit: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = hub_of_kit / WORDS
    word = read_words(hub_of_kit, "ar")[0].gettext("Get help")
    entry = f'msgid "Get help"\nmsgstr "{word}"'
    words.write_text(words.read_text("utf-8").replace(entry, 'msgid "Get help"\nmsgstr "عون"'), "utf-8")
    returned = unpacked / "po/LC_MESSAGES/hub.po"
    returned.write_text(returned.read_text("utf-8").replace(entry, 'msgid "Get help"\nmsgstr "نجدة"'), "utf-8")
    assert run(hub_of_kit, str(returned)) == 1
    assert "Somebody changed these words" in capsys.readouterr().err
    assert read_words(hub_of_kit, "ar")[0].gettext("Get help") == "عون"


def test_broken_words_are_refused_with_their_line(
    unpacked: Path, hub_of_kit: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (hub_of_kit / WORDS).read_bytes()
    returned = unpacked / "po/LC_MESSAGES/hub.po"
    text = returned.read_text("utf-8")
    found = re.search(r'msgid "Results: \{count\}[^\n]*\nmsgstr "[^"]*\{count\}', text)
    assert found
    returned.write_text(text.replace(found[0], found[0][: -len("{count}")] + "{number}"), "utf-8")
    assert run(hub_of_kit, str(returned)) == 1
    assert re.search(r"hub\.po:\d+: .*\{(count|number)\}", capsys.readouterr().err)
    assert (hub_of_kit / WORDS).read_bytes() == before


def test_words_of_another_language_are_refused(
    unpacked: Path, hub_of_kit: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    returned = unpacked / "po/LC_MESSAGES/hub.po"
    returned.write_text(returned.read_text("utf-8").replace('"Language: ar\\n"', '"Language: fr\\n"'), "utf-8")
    assert run(hub_of_kit, str(returned)) == 1
    assert "not of `ar`" in capsys.readouterr().err


def test_words_come_back_in_the_order_of_the_template(unpacked: Path, hub_of_kit: Path) -> None:
    library = read_library(hub_of_kit)
    (hub_of_kit / "translations/hub.pot").write_bytes(as_po(words_template(hub_of_kit, library)))
    assert main(["--root", str(hub_of_kit), "words"]) == 0
    before = (hub_of_kit / WORDS).read_text("utf-8")
    word = read_words(hub_of_kit, "ar")[0].gettext("Get help")
    out = exported_words(hub_of_kit, "ar")
    assert out is not None
    returned = unpacked / "hub.po"
    returned.write_text(
        out.decode().replace(f'msgid "Get help"\nmsgstr "{word}"', 'msgid "Get help"\nmsgstr "نجدة"'), "utf-8"
    )
    assert run(hub_of_kit, str(returned)) == 0
    after = (hub_of_kit / WORDS).read_text("utf-8")
    assert after == before.replace(f'msgid "Get help"\nmsgstr "{word}"', 'msgid "Get help"\nmsgstr "نجدة"')

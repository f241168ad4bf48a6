"""The built site: languages, directions, links, bundles, the same bytes twice, nothing from other hosts."""

from __future__ import annotations

import functools
import hashlib
import http.server
import json
import os
import re
import shutil
import subprocess
import sys
import threading
import zipfile
from pathlib import Path

import pytest

from saferhub.cli.build import build, only_build
from saferhub.cli.main import main
from saferhub.model.lesson import CONTAINERS
from saferhub.render.containers import BLOCKS
from saferhub.site.links import broken_links

pytestmark = pytest.mark.site
LOCALES = {
    **dict.fromkeys(("en", "cy", "es", "fr", "sw", "pt", "ru", "hy", "zh"), "ltr"),
    **dict.fromkeys(("ar", "ur"), "rtl"),
}


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves files without a line for each request."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("locale", "direction"), LOCALES.items())
def test_every_page_says_its_language_and_direction(locale: str, direction: str, built: Path) -> None:
    pages = list((built / "site" / locale).rglob("*.html"))
    assert len(pages) > 40
    for page in pages:
        assert f'<html lang="{locale}" dir="{direction}"' in read(page), page


def test_the_first_page_offers_every_language(built: Path) -> None:
    first = read(built / "site" / "index.html")
    for locale in LOCALES:
        assert f'href="{locale}/index.html" lang="{locale}"' in first


@pytest.mark.parametrize("locale", LOCALES)
def test_each_language_has_a_page_for_addresses_that_do_not_exist(locale: str, built: Path) -> None:
    page = read(built / "site" / locale / "404.html")
    assert f'href="/{locale}/assets/css/hub.css"' in page  # it may be asked for at any depth


def test_no_link_is_broken_and_nothing_comes_from_elsewhere(built: Path) -> None:
    assert list(broken_links(built / "site")) == []


@pytest.mark.parametrize("name", ["en", "ar", "fr", "hy", "ur", "all"])
def test_no_link_is_broken_in_a_bundle(name: str, built: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(built / "dist" / f"saferhub-{name}.zip") as bundle:
        bundle.extractall(tmp_path)
    assert list(broken_links(tmp_path / "saferhub")) == []
    languages = set(LOCALES) if name == "all" else {name, "en"}
    assert {path.name for path in (tmp_path / "saferhub").iterdir() if path.is_dir()} == languages


def test_our_own_link_check_finds_what_is_broken(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        '<a href="b.html">x</a><a href="#no">x</a><a href="/a.html">x</a><img src="https://example.org/x.png">'
        '<a href="c.html#here">x</a><a href="c.html#no">x</a><a href="https://example.org">fine</a><a href="http://x">x</a>',
        encoding="utf-8",
    )
    (tmp_path / "c.html").write_text('<p id="here">', encoding="utf-8")
    faults = "\n".join(broken_links(tmp_path))
    assert faults.count("a.html:1") == 6
    for words in (
        "leads nowhere: b.html",
        "no such part: #no",
        "absolute path",
        "asks another host",
        "no such part: c.html#no",
        "not a safe address",
    ):
        assert words in faults


def test_linkchecker_finds_nothing_broken_in_the_tiny_hub(built_tiny: Path) -> None:
    """An independent referee, over a local server; the help addresses of the tiny hub are made up and left out."""
    handler = functools.partial(QuietHandler, directory=str(built_tiny / "site"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/index.html"
        done = subprocess.run(
            [
                str(Path(sys.executable).with_name("linkchecker")),
                "--no-status",
                "--no-robots",
                "--ignore-url=invalid/",
                "--ignore-url=^tel:",
                address,
            ],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "NO_PROXY": "127.0.0.1"},
        )
        server.shutdown()
    assert done.returncode == 0, done.stdout[-3000:]
    found = re.search(r"(\d+) links", done.stdout)
    assert found, done.stdout[-500:]
    assert int(found[1]) > 70


def digest(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_comments_of_authors_are_not_published(built_tiny: Path) -> None:
    page = read(built_tiny / "site" / "en" / "lessons" / "ask-first.html")
    assert "note to other authors" not in page
    first, second = page.index("Listen first."), page.index("Answer slowly")
    assert "</ul>" not in page[first:second], "the list is still one list"


def test_two_builds_give_the_same_bytes(built_tiny: Path, tmp_path: Path) -> None:
    other = tmp_path / "a folder with another name"
    shutil.copytree(built_tiny, other, ignore=shutil.ignore_patterns("build", "site", "dist"))
    assert build(other) == 0
    assert digest(other / "site") == digest(built_tiny / "site")
    assert digest(other / "dist") == digest(built_tiny / "dist")


def test_the_other_generator_makes_the_same_pages(built_tiny: Path, tmp_path: Path) -> None:
    """ProperDocs is a maintained twin of MkDocs: proof that a move away from MkDocs 1 stays cheap."""
    other = tmp_path / "hub"
    shutil.copytree(built_tiny, other, ignore=shutil.ignore_patterns("build", "site", "dist"))
    assert build(other, "properdocs") == 0
    assert digest(other / "site") == digest(built_tiny / "site")


def test_a_failed_build_leaves_the_last_site_in_place(built_tiny: Path, tmp_path: Path) -> None:
    other = tmp_path / "hub"
    shutil.copytree(built_tiny, other)
    before = digest(other / "site")
    (other / "overrides" / "lesson.html").write_text("{% this is no template", encoding="utf-8")
    assert build(other) == 1
    assert digest(other / "site") == before


def test_lessons_that_are_not_translated_lead_to_the_source(built: Path) -> None:
    finder = read(built / "site" / "hy" / "find.html")
    assert (
        'href="../en/lessons/spotting-scams.html" hreflang="en"><span lang="en" dir="ltr">Spotting scams</span>'
        in finder
    )
    assert not (built / "site" / "hy" / "lessons" / "spotting-scams.html").exists()


def test_drafts_say_so_in_the_language_of_the_reader(built: Path) -> None:
    page = read(built / "site" / "ar" / "lessons" / "spotting-scams.html")
    notice = page[page.index('class="notice"') : page.index("</aside>", page.index('class="notice"'))]
    assert re.search("[\u0600-\u06ff]{4}", notice)
    assert "machine" not in notice


def test_numbers_and_names_of_help_are_isolated(built_tiny: Path) -> None:
    page = read(built_tiny / "site" / "ar" / "help.html")
    assert '<bdi dir="ltr">116 111</bdi>' in page


def test_help_is_sorted_by_country(built_tiny: Path, tmp_path: Path) -> None:
    """Services of one country stand under its name on the help page, with hours and languages, and not in lessons.

    Countries stand in the order of the reader's alphabet.
    """
    other = tmp_path / "hub"
    shutil.copytree(built_tiny, other, ignore=shutil.ignore_patterns("build", "site", "dist"))
    for code in ("AM", "EG", "DE"):
        (other / f"docs/_data/help/{code.lower()}.yml").write_text(
            f"country: {code}\nentries:\n  - {{id: test-line-{code.lower()}, name: Test Line {code}, purposes: [talk], contact: {{call: '000 000'}}, about: Listens.,"
            " hours: Day and night, languages: [Armenian], cost: free, source: 'https://a.invalid/', verified: 2026-11-22, expires: 2027-02-22}\n",
            encoding="utf-8",
        )
    assert build(other) == 0
    page = read(other / "site/en/help.html")
    assert page.index("Example Listeners") < page.index(">Armenia</h3>") < page.index("Test Line AM")
    assert page.index("Test Line AM") < page.index(">Egypt</h3>") < page.index(">Germany</h3>") < page.index("Line DE")
    assert "Day and night" in page
    arabic = read(other / "site/ar/help.html")
    names = [f">{name}</h3>" for name in ("أرمينيا", "ألمانيا", "مصر")]  # Egypt is the last one in Arabic
    assert sorted(names, key=arabic.index) == names
    assert "Test Line" not in read(other / "site/en/lessons/kind-words.html")


def test_safeguarding_comes_from_one_place(built: Path) -> None:
    words = "Some people in the room may have lived through what this lesson is about."
    assert words in read(built / "site/en/lessons/when-a-child-tells-you.html")
    assert words not in read(built / "docs/en/lessons/when-a-child-tells-you.md")


def test_no_word_of_english_is_left_on_arabic_pages(built: Path) -> None:
    """Everything outside of elements marked as another language is Arabic: no word of three Latin letters is left."""
    allowed = {"SaferHub", "GO-SAFER", "Creative", "Commons", "Apache", "License", "Attribution"}
    for name in (
        *("index", "find", "help", "browse/all", "lessons/group-chats-that-work", "about"),
        *("competencies", "evidence"),
    ):
        html = read(built / "site" / "ar" / f"{name}.html")
        body = html[html.index("<body") :]
        body = re.sub(r"<(template|script|svg)\b.*?</\1>", " ", body, flags=re.DOTALL)
        body = re.sub(r'<(\w+)[^>]*\blang="(?!ar)[^"]*"[^>]*>.*?</\1>', " ", body, flags=re.DOTALL)
        body = re.sub(r"<(bdi|code)\b[^>]*>.*?</\1>", " ", body, flags=re.DOTALL)
        words = set(re.findall(r"[A-Za-z]{3,}", re.sub(r"<[^>]+>", " ", body)))
        left = {word for word in words if not any(word in part for part in allowed)}
        assert left <= {"NCII", "CSAM", "ITU", "NIST", "WHO", "INSPIRE", "Escape", "USB", "Safe", "Online"}, (
            name,
            left,
        )


def test_a_lesson_page_is_light(built: Path) -> None:
    """First visit with fonts and theme under 250 kB, the next page under 60 kB, uncompressed as on a stick."""
    site = built / "site" / "en"
    page = site / "lessons" / "group-chats-that-work.html"
    html = read(page)
    parts = {(page.parent / link).resolve() for link in re.findall(r'(?:src|href)="([^"]+\.(?:css|js|svg))"', html)}
    fonts = [site / "assets/fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2"]
    shared = sum(path.stat().st_size for path in [*parts, *fonts])
    assert page.stat().st_size + shared < 250_000
    drawings = sum(path.stat().st_size for path in parts if "drawings" in str(path))
    assert page.stat().st_size + drawings < 60_000
    assert sum(path.stat().st_size for path in parts if path.suffix == ".js") < 15_000


def test_the_data_of_the_finder_is_a_classic_script(built: Path) -> None:
    text = read(built / "site/en/assets/data/lessons.js")
    data = json.loads(text[text.index(" = ") + 3 : -2])
    assert len(data["lessons"]) == 20


def test_a_site_below_a_folder_of_a_server(built_tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With SITE_URL the page for wrong addresses finds its way from any depth, and a sitemap lists every page."""
    other = tmp_path / "hub"
    shutil.copytree(built_tiny, other, ignore=shutil.ignore_patterns("build", "site", "dist"))
    monkeypatch.setenv("SITE_URL", "https://example.org/hub/")
    assert build(other) == 0
    assert 'href="/hub/ar/assets/css/hub.css"' in read(other / "site" / "ar" / "404.html")
    sitemap = read(other / "site" / "sitemap.xml")
    assert "<loc>https://example.org/hub/ar/lessons/ask-first.html</loc>" in sitemap
    assert "good-night" in sitemap
    assert "ar/lessons/good-night" not in sitemap, "pages that do not exist are not listed"


def change(path: Path, old: str, new: str) -> None:
    text = read(path)
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def other(built_tiny: Path, tmp_path: Path) -> Path:
    """A copy of the tiny hub that can be changed and built."""
    target = tmp_path / "hub"
    shutil.copytree(built_tiny, target, ignore=shutil.ignore_patterns("build", "site", "dist"))
    return target


@pytest.mark.parametrize(
    "block",
    [
        "/// help | talk\n/// ",
        "/// help | talk\n\n///",
        "///  help |talk\n\n\n///",
        "/// help | talk\nCall nobody.\n///",
    ],
)
def test_help_never_vanishes(block: str, other: Path) -> None:
    """However the empty block is written, the services stand in the page."""
    change(other / "docs/en/lessons/kind-words.md", "/// help | talk\n///", block)
    assert build(other) == 0
    page = read(other / "site/en/lessons/kind-words.html")
    assert "Example Listeners" in page
    assert "Call nobody." not in page


@pytest.mark.parametrize("block", ["/// safeguarding\n/// ", "/// safeguarding\n\n///"])
def test_safeguarding_never_vanishes(block: str, other: Path) -> None:
    change(other / "docs/en/lessons/kind-words.md", "/// safeguarding\n///", block)
    assert build(other) == 0
    assert "Everyone may pass." in read(other / "site/en/lessons/kind-words.html")


def test_signs_in_words_are_shown_and_do_nothing(other: Path) -> None:
    """Words of lessons, data and translators are text: quotes and angle brackets are shown as they are."""
    lesson = other / "docs/en/lessons/kind-words.md"
    change(lesson, "summary: Practise kind words for messages.", "summary: 'Say \"no\" & 3 > 2 or 2 < 3.'")
    change(
        other / "docs/_data/help/international.yml",
        "about: Listens to children and young people.",
        "about: 'Listens *well* [to](all) 1_2_3.'",
    )
    change(
        other / "translations/ar/LC_MESSAGES/hub.po",
        'msgid "Get help"\nmsgstr "',
        'msgid "Get help"\nmsgstr "100% \\"x\\" <b>',
    )
    assert build(other) == 0
    page = read(other / "site/en/lessons/kind-words.html")
    assert '<meta name="description" content="Say &#34;no&#34; &amp; 3 &gt; 2 or 2 &lt; 3.">' in page
    assert "Listens *well* [to](all) 1_2_3." in page
    assert "100% &#34;x&#34; &lt;b&gt;" in read(other / "site/ar/index.html")


def test_a_hub_without_lessons(other: Path) -> None:
    for path in [*(other / "docs/en/lessons").iterdir(), *(other / "translations/ar/lessons").iterdir()]:
        path.unlink()
    (other / "docs/en/about.md").unlink()
    (other / "docs/_data/packs/first-steps.yml").unlink()
    assert build(other) == 0


def test_two_builds_at_once_do_not_disturb_each_other(other: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with only_build(other):
        assert main(["--root", str(other), "build"]) == 1
    assert "another build is running" in capsys.readouterr().err


def test_a_place_that_cannot_be_written(other: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (other / "build").write_text("not a folder", encoding="utf-8")
    assert main(["--root", str(other), "build"]) == 1
    assert "Traceback" not in capsys.readouterr().err


def test_a_build_folder_that_is_a_link_is_not_emptied(other: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "keep.txt").write_text("mine", encoding="utf-8")
    (other / "build").mkdir()
    (other / "build/en").symlink_to(elsewhere)
    assert main(["--root", str(other), "build"]) == 1
    assert (elsewhere / "keep.txt").exists()


@pytest.mark.parametrize("address", ["127.0.0.1:99999", "nonsense", "127.0.0.1:x"])
def test_an_address_that_cannot_be_served(address: str, other: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(other), "serve", "--address", address]) == 2
    assert "make serve ADDRESS=" in capsys.readouterr().err


def test_every_block_of_the_model_can_be_shown() -> None:
    assert {block.NAME for block in BLOCKS} == set(CONTAINERS)

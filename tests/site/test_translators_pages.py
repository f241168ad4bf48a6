"""Pages for translators in the built site: the same figures as `hub i18n status`, links, sheets, bundles, browsers."""

from __future__ import annotations

import gettext
import json
import re
import zipfile
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from pypdf import PdfReader

from conftest import copy_program
from saferhub.cli import dashboard
from saferhub.cli.library import catalogue_or_none, voices
from saferhub.cli.main import main
from saferhub.model.library import Library
from saferhub.model.locale import Locale
from saferhub.render.voice import Voice
from saferhub.site.links import broken_links
from saferhub.site.staging import compose_all
from saferhub.site.translators.bilingual import bilingual_page
from saferhub.site.translators.dashboard import locale_page
from saferhub.site.translators.files import Repository, repository
from saferhub.site.translators.press import TranslatorsPress
from saferhub.sources import schemas
from saferhub.sources.library import read_library
from saferhub.sources.sidecars import fingerprint
from saferhub.translation.pairs import pair
from saferhub.translation.source_pages import untranslated
from saferhub.translation.status import InterfaceWords, SourcePage, locale_status

ROW = re.compile(r"<tr[^>]*>\s*<th scope=\"row\">(.*?)</th>(.*?)</tr>", re.DOTALL)
SHEET = "translate/ar/lessons/kind-words.html"
ARABIC = Locale("ar", "العربية", "Arabic", "rtl", "Arab")


def text(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def rows(page: str) -> dict[str, list[str]]:
    """The cells of each row of all tables of a page, by the words of its head."""
    return {
        text(head): [text(cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", cells, re.DOTALL)]
        for head, cells in ROW.findall(page)
    }


@pytest.mark.site
def test_the_figures_are_those_of_the_command(built_tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["--root", str(built_tiny), "i18n", "status", "--no-cache", "--format", "json"]) == 0
    wanted = json.loads(capsys.readouterr().out)
    file = built_tiny / "site/translate/coverage.json"
    assert json.loads(file.read_text("utf-8")) == wanted
    jsonschema.Draft202012Validator(schemas.coverage()).validate(wanted)
    one = wanted["locales"]["ar"]
    found = rows((built_tiny / "site/translate/ar/index.html").read_text("utf-8"))
    titles = {
        "lessons/kind-words": "كلمات لطيفة",
        "lessons/good-night": "Good night, devices",
        "about": "About this hub",
    }
    for page, title in titles.items():
        facts = one["pages"][page]
        share = f"{100 * facts['shown'] // facts['words']}%"  # as Arabic writes it
        old, waiting = (
            str(sum(facts["words_in"][name] for name in names))
            for names in (("stale", "check"), ("stale", "check", "todo", "missing"))
        )
        assert found[title][1:5] == [share, old, waiting, str(facts["safety_blocks_open"])]
    (language,) = rows((built_tiny / "site/translate/index.html").read_text("utf-8")).values()
    totals = one["totals"]
    states = ("complete", "partly", "outdated", "not yet")
    assert language[1:6] == [str(totals["safety_blocks_open"]), *(str(totals["pages"][name]) for name in states)]


@pytest.mark.site
def test_pages_stand_in_the_order_of_need(built_tiny: Path) -> None:
    page = (built_tiny / "site/translate/ar/index.html").read_text("utf-8")
    names = [
        "حماية، عام",
        "Safeguarding, sensitive",
        "كلمات لطيفة",
        "اسأل أولًا",
        "Good night, devices",
        "About this hub",
    ]
    places = [page.index(f">{name}</span></th>") for name in names]
    assert places == sorted(places)


@pytest.mark.site
def test_no_link_is_broken_and_each_language_speaks_for_itself(built_tiny: Path) -> None:
    site = built_tiny / "site"
    assert [fault for fault in broken_links(site) if "translate" in fault] == []
    assert '<html lang="ar" dir="rtl"' in (site / "translate/ar/index.html").read_text("utf-8")
    assert '<html lang="en" dir="ltr"' in (site / "translate/index.html").read_text("utf-8")
    for page in (site / "translate").rglob("*.html"):
        html = page.read_text("utf-8")
        assert "default-src 'none'" in html
        assert " style=" not in html
        assert html.count("<table") == html.count("<caption>")
    copy = site / "translate/ar/lessons/kind-words.md"
    assert copy.read_bytes() == (built_tiny / "translations/ar/lessons/kind-words.md").read_bytes()


@pytest.mark.site
def test_readers_find_the_dashboard_in_the_site_and_not_in_bundles(built_tiny: Path) -> None:
    assert "../translate/ar/index.html" in (built_tiny / "site/ar/index.html").read_text("utf-8")
    assert "/../translate/index.html" in (built_tiny / "site/en/404.html").read_text("utf-8")
    for path in (built_tiny / "dist").glob("*.zip"):
        with zipfile.ZipFile(path) as bundle:
            assert not [name for name in bundle.namelist() if "/translate/" in name]
            for name in bundle.namelist():
                if name.endswith(".html"):
                    assert b"translate/" not in bundle.read(name), name


def press_of(root: Path) -> TranslatorsPress:
    return TranslatorsPress(root, Voice(ARABIC, gettext.NullTranslations()))


def parts(library: Library, page: str = "lessons/kind-words") -> tuple[Any, ...]:
    document = next(one for one in library.documents if one.id == page)
    sidecar = library.sidecars.get(("ar", page))
    return document, pair(document, library.translations.get(("ar", page)), sidecar), sidecar


def test_changed_words_are_marked_where_the_old_text_is_known(root: Path, hub: Path) -> None:
    """The tiny hub's translation was made from "Tell an adult you trust."; its fingerprint stands in the record."""
    document, found, sidecar = parts(read_library(hub))
    known = {fingerprint(old): old for old in ("Tell an adult you trust.", "Ask each pair for a word.")}

    page = bilingual_page(press_of(root), document, found, sidecar, "x", known)
    stale = [left for left, _ in sidecar.pairs if left in known]
    assert page.count("<ins>") == len(stale) == 1
    assert "<ins>" not in bilingual_page(press_of(root), document, found, sidecar, "x")


def test_a_sheet_says_the_state_of_each_block_in_words(root: Path, hub: Path) -> None:
    page = bilingual_page(press_of(root), *parts(read_library(hub)))
    found = rows(page)
    assert found["14 changed in English"][:2] == ["Ask each pair for two words.", "اطلبوا من كل اثنين كلمة."]
    assert found["1 up to date"][:2] == ["Kind words", "كلمات لطيفة"]
    assert sum("safety" in head for head in found) == 2
    assert "2 blocks are open." in page


def test_a_sheet_of_a_page_that_nobody_began_has_room_for_all_of_it(root: Path, hub: Path) -> None:
    page = bilingual_page(press_of(root), *parts(read_library(hub), "about"))
    assert page.count("not translated") == 5
    assert page.count('class="state-missing open') == 5


def test_what_is_not_translated_yet_is_marked_as_english(root: Path, hub: Path) -> None:
    path = hub / "translations/ar/lessons/kind-words.md"
    path.write_text(
        path.read_text("utf-8").replace("الرسائل تجمع الأصدقاء.", "Messages bring friends together."), "utf-8"
    )
    page = bilingual_page(press_of(root), *parts(read_library(hub)))
    assert page.count('<td lang="en" dir="ltr">Messages bring friends together.</td>') == 2


@pytest.mark.parametrize(
    ("settings", "page"),
    [
        ({}, ""),
        ({"repo_url": "https://forge.example/hub"}, ""),
        (
            {"repo_url": "https://forge.example/hub/", "edit_uri": "edit/main/docs/"},
            "https://forge.example/hub/edit/main/x%20y.md",
        ),
        (
            {"repo_url": "https://forge.example/hub", "edit_uri": "edit/main"},
            "https://forge.example/hub/edit/main/x%20y.md",
        ),
        ({"repo_url": "javascript:alert(1)", "edit_uri": "x"}, ""),
        ({"repo_url": "https://forge.example", "edit_uri": "javascript:x"}, ""),
        ({"repo_url": ["a"], "edit_uri": None}, ""),
    ],
)
def test_the_page_that_edits_a_file(settings: dict[str, Any], page: str) -> None:
    assert repository(settings).edit_page("x y.md") == page


def test_links_to_files_are_there_only_if_the_files_are(root: Path) -> None:
    statuses = locale_status(ARABIC, [untranslated(SourcePage("lessons/x", "X", words=1, blocks=1))], InterfaceWords())
    bare = locale_page(press_of(root), statuses, {}, {}, Repository())
    assert 'href="lessons/x' not in bare
    full = locale_page(press_of(root), statuses, {}, {"lessons/x": ["html", "po"]}, Repository())
    assert 'href="lessons/x.po"' in full
    assert 'href="lessons/x.html"' in full
    assert 'href="lessons/x.md"' not in full


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("name", ["translate/index.html", "translate/ar/index.html", SHEET])
def test_pages_fit_small_screens(name: str, width: int, built_tiny: Path, visit: Callable[..., Any]) -> None:
    page = visit(built_tiny / "site" / name, viewport={"width": width, "height": 800}).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.browser
def test_a_sheet_on_paper_has_a_column_for_a_pen(built_tiny: Path, visit: Callable[..., Any], tmp_path: Path) -> None:
    page = visit(built_tiny / "site" / SHEET).page
    assert not page.locator("th.yours").is_visible()
    page.emulate_media(media="print")
    box = page.locator("tr.open td.yours").first.bounding_box()
    whole = page.locator("table.sheet").bounding_box()
    assert box["width"] > whole["width"] / 4
    assert box["height"] > 60
    assert page.locator("th.yours").is_visible()
    page.pdf(path=str(tmp_path / "sheet.pdf"), format="A4", prefer_css_page_size=True)
    assert "Ask each pair for two words." in " ".join(PdfReader(tmp_path / "sheet.pdf").pages[0].extract_text().split())


def test_each_page_leads_to_its_po_file_and_to_the_repository(hub: Path) -> None:
    copy_program(hub)
    settings = hub / "mkdocs.yml"
    settings.write_text(
        "repo_url: https://forge.example/hub\nedit_uri: edit/main/docs/\n" + settings.read_text("utf-8"), "utf-8"
    )
    catalogue = catalogue_or_none(hub)
    assert catalogue is not None
    dashboard.write_dashboard(hub, hub / "site", catalogue, compose_all(catalogue), voices(hub, catalogue))
    page = (hub / "site/translate/ar/index.html").read_text("utf-8")
    assert 'href="lessons/good-night.po"' in page
    assert (hub / "site/translate/ar/lessons/good-night.po").read_text("utf-8").count("\nmsgctxt ") > 20
    assert 'href="https://forge.example/hub/edit/main/translations/ar/lessons/kind-words.md"' in page
    assert "edit/main/translations/ar/lessons/good-night.md" not in page  # there is no such file to edit
    settings.write_text("repo_url: [", "utf-8")
    dashboard.write_dashboard(hub, hub / "site", catalogue, compose_all(catalogue), voices(hub, catalogue))
    assert "https://forge.example" not in (hub / "site/translate/ar/index.html").read_text("utf-8")

"""No word that a reader meets is forgotten by the catalogue: in accented English, each of them has its accents."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml
from babel import Locale
from playwright.sync_api import Browser, Page, expect

from conftest import Visit, copy_program
from saferhub.catalogue.catalogue import Catalogue
from saferhub.cli.i18n import pseudo
from saferhub.model.library import Sidecar
from saferhub.site.inspection.served import address, answer_from
from saferhub.translation.pseudo import accented

pytestmark = [pytest.mark.browser, pytest.mark.site]
VISIBLE = Path(__file__).with_name("visible_words.js").read_text(encoding="utf-8")
# A letter of English that carries no accent; q and Q carry theirs as a sign of its own.
PLAIN = re.compile(r"[A-Za-z](?!\u0304)")
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
# What stays in English on purpose, and why.
ALLOWED = {
    "the name of the hub": r"\bSaferHub\b",
    "dates come from CLDR, which speaks English for a made-up language": rf"\b(?:{MONTHS}) \d{{1,2}}, \d{{4}}\b",
    "names of licences are the same in every language": r"\bCC-BY(?:-SA)?-4\.0\b|\bCC0-1\.0\b",
    "addresses of help are printed behind their links": r"https?://[^\s)]+",
    "lists are joined by CLDR, too": r"(?<=⟧) and (?=⟦)",
    "names in braces are filled in by scripts": r"\{\w+\}",
}


def allowed(site: Path) -> list[str]:
    """Return the patterns of what may stay English: those above and the names of services, from the help data."""
    names: list[str] = []
    for path in (site.parents[2] / "docs" / "_data" / "help").glob("*.yml"):
        if path.name.startswith("_"):
            continue
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        names += [entry["name"] for entry in data["entries"]]
        # A service that is called by its number is followed by the name of its host.
        names += [urlsplit(entry["contact"].get("web", "")).netloc for entry in data["entries"]]
        names.append(Locale("en").territories.get(data["country"], ""))  # they come from CLDR, too
    assert names
    return [*ALLOWED.values(), *(re.escape(name) for name in sorted(filter(None, names), key=len, reverse=True))]


class Reader:
    """Reads every word of a page, again and again while things are done to it."""

    def __init__(self, site: Path, page: Page) -> None:
        self.site, self.page, self.read = site, page, 0
        self.patterns = re.compile("|".join(allowed(site)))
        self.forgotten: set[str] = set()

    def open(self, name: str) -> None:
        self.page.goto((self.site / name).as_uri())
        self.look(name)

    def look(self, what: str) -> None:
        """Note each text that is still plain English, as it is said at this moment."""
        texts = self.page.evaluate(VISIBLE)
        self.read += len(texts)
        self.forgotten |= {
            f"{what}: {each['where']}: {each['text'][:120]}"
            for each in texts
            if PLAIN.search(self.patterns.sub(" ", each["text"]))
        }


@pytest.fixture
def reader(pseudo_site: Path, visit: Callable[..., Visit]) -> Reader:
    return Reader(pseudo_site, visit(pseudo_site / "index.html").page)


def pages(site: Path) -> list[str]:
    found = sorted(path.relative_to(site).as_posix() for path in (site / "en-XA").rglob("*.html"))
    return [name for name in found if not name.endswith("404.html")]


def test_every_page_on_screen_and_on_paper(reader: Reader) -> None:
    names = pages(reader.site)
    kinds = {name.split("/")[1] for name in names}
    made = {"index.html", "find.html", "help.html", "leave.html", "competencies.html", "evidence.html"}
    assert {*made, "about.html", "lessons", "browse"} <= kinds
    for name in names:
        reader.open(name)
        reader.page.emulate_media(media="print")
        reader.look(f"{name}, printed")
        reader.page.emulate_media(media="screen")
    assert reader.forgotten == set()
    assert reader.read > 5_000


def test_the_page_for_wrong_addresses(pseudo_site: Path, browser: Browser) -> None:
    """Its links begin at the root of a server."""
    page = browser.new_page()
    page.route("**/*", answer_from(pseudo_site))
    page.goto(address("en-XA/404.html"))
    reader = Reader(pseudo_site, page)
    reader.look("404.html")
    page.close()
    assert reader.read > 20
    assert reader.forgotten == set()


def test_menu_theme_and_search(reader: Reader) -> None:
    reader.open("en-XA/index.html")
    page = reader.page
    page.locator(".languages summary").click()
    page.locator("#theme").click()
    reader.look("menu open")
    box = page.locator("#search-words")
    for words, shown in (("help", "#suggestions li"), ("zzzzqqqq", "#suggestions p:not(:has(a))")):
        box.fill(words)
        page.wait_for_selector(shown)
        reader.look(f"search for {words}")
    assert page.locator("#search-status").inner_text()
    assert reader.forgotten == set()


def test_results_of_the_finder(reader: Reader) -> None:
    reader.open("en-XA/find.html")
    page = reader.page
    page.locator(".filter input").first.check()
    reader.look("a choice")
    page.locator("#finder-words").fill("zzzzqqqq")
    expect(page.locator("#results .card")).to_have_count(0)
    assert page.locator("#result-count").inner_text()
    reader.look("nothing found")
    page.locator("#clear").click()
    page.locator("#finder-words").fill("friend")
    page.wait_for_selector("#results .card")
    reader.look("found")
    assert reader.forgotten == set()


def test_a_lesson_in_use(reader: Reader) -> None:
    reader.open("en-XA/lessons/spotting-scams.html")
    page = reader.page
    for option in page.locator("fieldset.quiz input").all():
        option.check()
        assert option.locator("xpath=ancestor::fieldset").locator("[role=status]").text_content()
        reader.look("feedback of a quiz")
    page.locator("#hide-notes").check()
    reader.look("notes hidden")
    page.locator("[data-action=present]").click()
    following = page.locator("[data-step='1']")
    while following.get_attribute("aria-disabled") != "true":
        reader.look("presenting")
        following.click()
    assert page.locator("#presenter-status").inner_text()
    reader.look("the last part")
    assert reader.forgotten == set()


def test_what_the_real_hub_does_not_use_yet(
    hub: Path, visit: Callable[..., Visit], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Help of a country, an adapted and reviewed lesson, a film; and the notices about translations with holes."""
    copy_program(hub)
    (hub / "docs/_data/help/am.yml").write_text(HELP, encoding="utf-8")
    lesson = hub / "docs/en/lessons/kind-words.md"
    text = lesson.read_text(encoding="utf-8")
    text = text.replace("reviewers: []", REVIEW).replace("## Look back", f"{MEDIA}\n## Look back", 1)
    lesson.write_text(text, encoding="utf-8")
    monkeypatch.setattr(pseudo, "with_pseudo_languages", with_holes(pseudo.with_pseudo_languages))
    assert pseudo.build_pseudo(hub) == 0
    site = hub / "build/pseudo/site"
    reader = Reader(site, visit(site / "index.html").page)
    for name in pages(site):
        reader.open(name)
    shown = "".join((site / "en-XA" / name).read_text(encoding="utf-8") for name in ("help.html", "find.html"))
    shown += (site / "en-XA/lessons/kind-words.html").read_text(encoding="utf-8")
    for words in ("Armenia", "elsewhere.invalid", 'class="notice"', accented("In English"), accented("Machine draft")):
        assert words in shown, words
    assert reader.forgotten == set()


def with_holes(complete: Callable[[Catalogue], Catalogue]) -> Callable[[Catalogue], Catalogue]:
    """Leave one lesson untranslated, and make another a machine's draft that is out of date."""

    def made(catalogue: Catalogue) -> Catalogue:
        catalogue = complete(catalogue)
        library = catalogue.library
        translations = {key: page for key, page in library.translations.items() if key[1] != "lessons/ask-first"}
        sidecars = {key: Sidecar((), "machine") for key in translations if key[1] == "lessons/kind-words"}
        return replace(catalogue, library=replace(library, translations=translations, sidecars=sidecars))

    return made


def test_a_word_that_is_in_no_catalogue_is_found(reader: Reader, visit: Callable[..., Visit], tmp_path: Path) -> None:
    """The test above can fail: each way in which a word can reach a reader is tried."""
    page = tmp_path / "site" / "page.html"
    page.parent.mkdir()
    page.write_text(LEAKS, encoding="utf-8")
    reader.page.goto(page.as_uri())
    reader.look("leaks")
    found = "\n".join(reader.forgotten)
    for number in range(1, 16):
        assert f"Leak{number}x" in found, number
    assert "Fine" not in found


HELP = """country: AM
entries:
  - id: local-listeners
    name: Local Listeners
    purposes: [talk]
    contact: {call: "116 111", text: "+374 10 123456", chat: "https://chat.invalid/"}
    about: Listens on the telephone.
    hours: Every day from nine to six
    languages: [Armenian, English]
    ages: People under 18
    cost: free
    source: https://chat.invalid/
    verified: 2026-11-22
    expires: 2027-02-22
"""
REVIEW = """reviewed: 2026-11-22
reviewers: [practitioner, young-people]
adapted_from: {title: Kind letters, url: "https://elsewhere.invalid/", licence: CC-BY-4.0}"""
MEDIA = """/// media | A film in sign language
A person signs the words of the lesson slowly, with a smile, in front of a plain wall.
The person says that everyone may ask for help, and shows with both hands how to ask.
///
"""
LEAKS = """<!doctype html><html lang="en-XA"><head><title>Leak1x</title><meta name="description" content="Leak2x">
<style>.a::before { content: "Leak3x" } .b::after { content: "Leak4x" }</style></head><body>
<p class="a">ó</p><p class="b">ó</p><p>Leak5x</p><p title="Leak6x">ó</p><img alt="Leak7x"><a aria-label="Leak8x">ó</a>
<input placeholder="Leak9x"><input type="submit" value="Leak10x"><select><option label="Leak11x">ó</option></select>
<p data-words="Leak12x" data-forms='{"digits": "latn", "one": "Leak13x"}'></p><p hidden>Leak14x</p>
<template><p>Leak15x</p></template><p lang="en">Fine</p><code>Fine</code><p>Ḟîñé</p></body></html>"""

"""Real packs in eight languages: accessible by the standard, and their words come back from the file."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import html

from conftest import ROOT
from packs.printing import catalogue_of, elements_of, html_of, texts
from saferhub.model.library import Library
from saferhub.model.pack import PackRecipe
from saferhub.packs.fonts import font_folder
from saferhub.packs.pdf import Printed, PrintJob, print_job
from saferhub.packs.proof import PACK, Claim, faults

pytestmark = pytest.mark.packs
LANGUAGES = ("en", "ar", "zh", "ur", "hy", "fr", "es", "ru")
ENOUGH = {"ar": 0.90, "ur": 0.95}
BLOCKS = frozenset(
    ["p", "li", "td", "th", "div", "h1", "h2", "h3", "h4", "dt", "dd", "caption", "section", "blockquote", "br"]
)
INVISIBLE = re.compile("[\u00ad\u064b-\u065f\u200b-\u200f\u202a-\u202e\u2060-\u2069]")
CUT = re.compile("(-\n|\ufffe\n?|\u0002\n?)")  # a word divided at the end of a line


@dataclass
class Set:
    """A pack as HTML and as PDF."""

    html: str
    printed: Printed


@pytest.fixture(scope="module")
def packs(real_library: Library, processes: Executor) -> dict[str, Set]:
    """The smallest real pack of each language."""
    catalogue, fonts = catalogue_of(real_library), font_folder(ROOT)
    recipe = PackRecipe("ages-3-5", ages="3-5", audience="learners")
    pages = {locale: html_of(ROOT, catalogue, recipe, locale, "learner") for locale in LANGUAGES}
    jobs = [PrintJob(locale, page, fonts) for locale, page in pages.items()]
    return {one.name: Set(pages[one.name], one) for one in processes.map(print_job, jobs)}


def counted(text: str, locale: str) -> Counter[str]:
    """Return the words of a text, or for Chinese its characters, and how often each stands there."""
    plain = INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    return Counter(re.findall("[\u4e00-\u9fff]" if locale == "zh" else r"\w+", plain))


def source_words(page: str, locale: str) -> Counter[str]:
    """Return the words that a pack should say."""
    body = html.document_fromstring(page).find("body")
    for hidden in body.xpath("//*[contains(@class, 'help')][not(self::section[@id])]/p[last()]"):
        if hidden.getnext() is None and "help" in hidden.getparent().get("class", "").split():
            hidden.drop_tree()  # a line for the screen alone, which leads to the page about help
    for element in body.iter():
        if element.tag in BLOCKS or element.get("class") == "address":
            element.text = f" {element.text or ''}"
            element.tail = f" {element.tail or ''}"
    return counted(body.text_content(), locale)


def recall(wanted: Counter[str], found: Counter[str]) -> float:
    return sum((wanted & found).values()) / sum(wanted.values())


@pytest.mark.parametrize("locale", LANGUAGES)
def test_it_is_accessible_by_the_standard(packs: dict[str, Set], locale: str, tmp_path: Path) -> None:
    printed = packs[locale].printed
    assert printed.faults == ()
    (tmp_path / "pack.pdf").write_bytes(printed.content)
    assert faults(tmp_path / "pack.pdf", Claim(PACK, locale, printed.pages)) == []


@pytest.mark.parametrize("locale", LANGUAGES)
def test_its_words_come_back_from_the_file(packs: dict[str, Set], locale: str) -> None:
    content = packs[locale].printed.content
    if locale == "ur":  # nobody writes Nastaliq letters that can be read back: its words stand in the tags
        found = " ".join(str(tag.ActualText) for tag in elements_of(content) if "/ActualText" in tag)
    else:
        found = CUT.sub("", "\n".join(texts(content)))
    wanted = source_words(packs[locale].html, locale)
    assert sum(wanted.values()) > 500
    share = recall(wanted, counted(found, locale))
    assert share >= ENOUGH.get(locale, 0.99), (wanted - counted(found, locale)).most_common(20)


@pytest.mark.parametrize("locale", LANGUAGES)
def test_words_of_another_language_say_so(packs: dict[str, Set], locale: str) -> None:
    languages = {str(tag.Lang) for tag in elements_of(packs[locale].printed.content) if "/Lang" in tag}
    assert "en" in languages
    assert languages <= {"en", locale}


@pytest.mark.parametrize("locale", LANGUAGES)
def test_each_line_of_the_contents_is_one_link_without_dots(packs: dict[str, Set], locale: str) -> None:
    lines = 0
    for tag in elements_of(packs[locale].printed.content):
        if tag.S == "/Reference":
            assert [str(kid.S) for kid in tag.K] == ["/Link"]
            lines += 1
        if tag.S == "/Link":
            around = tag.P
            while "/S" in around:
                assert around.S != "/Link"
                around = around.P
    assert lines >= 5
    assert lines == packs[locale].html.count('<li class="toc')

"""Languages that the theme has no words for, and search in scripts of their own: the tiny hub with five more of them."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import material
import pytest
import yaml
from jinja2 import Environment, FileSystemLoader
from playwright.sync_api import expect

from conftest import ROOT, copy_hub, copy_program
from saferhub.cli.build import build

pytestmark = pytest.mark.site
MORE = ("cy", "sw", "hy", "ur", "zh")
HARM = "Image-based abuse"  # the topic of the lesson `ask-first`
WORDS = {
    "ur": ("تصاویر کے ذریعے زیادتی", "تصویر"),
    "zh": ("私密影像侵害", "影像"),
}
THEME = "WORDS OF THE THEME"
# Whoever asks the theme for its words gets these. The second file is where it keeps the English ones.
TRAPS = {
    "partials/language.html": "{% macro t(key) %}" + THEME + "{% endmacro %}",
    "partials/languages/en.html": "{% macro t(key) %}" + THEME + "{% endmacro %}",
}


@pytest.fixture(scope="module")
def more(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny hub in English, Arabic and five languages whose lessons nobody has translated."""
    target = copy_program(copy_hub(tmp_path_factory.mktemp("more") / "hub"))
    every = yaml.safe_load((ROOT / "docs/_data/locales.yml").read_text(encoding="utf-8"))["locales"]
    chosen = [locale for locale in every if locale["id"] in ("en", "ar", *MORE)]
    path = target / "docs/_data/locales.yml"
    path.write_text(yaml.safe_dump({"locales": chosen}, allow_unicode=True), encoding="utf-8")
    for locale in MORE:
        folder = target / "translations" / locale
        (folder / "LC_MESSAGES").mkdir(parents=True)
        shutil.copy(ROOT / "translations" / locale / "locale.yml", folder / "locale.yml")
        if locale in WORDS:
            (folder / "LC_MESSAGES/hub.po").write_text(
                'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
                f'msgid "{HARM}"\nmsgstr "{WORDS[locale][0]}"\n',
                encoding="utf-8",
            )
    for name, text in TRAPS.items():
        trap = target / "overrides" / name
        trap.parent.mkdir(parents=True, exist_ok=True)
        trap.write_text(text, encoding="utf-8")
    assert build(target) == 0
    return target / "site"


def visible(html: str) -> str:
    """The words of a page that people see or hear."""
    html = re.sub(r"<(script|style|svg)\b.*?</\1>", " ", html, flags=re.DOTALL)
    named = re.findall(r'(?:aria-label|title|placeholder|alt|content)="([^"]*)"', html)
    return unescape(" ".join([re.sub(r"<[^>]+>", " ", html), *named]))


@pytest.mark.parametrize("locale", MORE)
def test_no_word_of_the_theme_reaches_a_page(locale: str, more: Path) -> None:
    """Material lacks the words of some languages. Nothing of ours asks for them, so nothing has to be made up."""
    pages = sorted((more / locale).rglob("*.html"))
    assert len(pages) > 15
    for page in pages:
        html = page.read_text(encoding="utf-8")
        assert f'<html lang="{locale}"' in html
        assert THEME not in html
    missing = visible((more / locale / "404.html").read_text(encoding="utf-8"))
    for words in (
        "404 - Not found",
        "Skip to content",
        "Back to top",
        "Type to start searching",
        "Initializing search",
    ):
        assert words not in missing


def test_the_trap_would_catch(more: Path) -> None:
    """The theme's own frame takes its words from the file that the trap replaces."""
    theirs = Path(material.__file__).parent / "templates"
    asked = re.search(
        r'{%-? *import "partials/language.html" as (\w+)', (theirs / "base.html").read_text(encoding="utf-8")
    )
    assert asked, "the theme keeps its words elsewhere: move the trap"
    environment = Environment(loader=FileSystemLoader([more.parent / "overrides", theirs]))
    page = environment.from_string(f"{asked[0]} with context %}}{{{{ {asked[1]}.t('search.placeholder') }}}}")
    assert page.render() == THEME


@pytest.mark.browser
@pytest.mark.parametrize("locale", WORDS)
def test_search_and_filters_in_scripts_of_their_own(locale: str, more: Path, visit: Callable[..., Any]) -> None:
    label, word = WORDS[locale]
    page = visit(more / locale / "find.html").page
    words = [word, "影", "像"] if locale == "zh" else [word]  # the first and the last character of a word
    for typed in words:
        page.fill("#finder-words", typed)
        expect(page.locator("#results .card")).to_have_count(1)
        assert page.locator("#results .card a").get_attribute("href") == "../en/lessons/ask-first.html"
        page.fill("#finder-words", "")
        expect(page.locator("#results .card")).to_have_count(3)
    page.get_by_role("checkbox", name=label).check()
    expect(page.locator("#results .card")).to_have_count(1)
    page.goto((more / locale / "help.html").as_uri())
    page.fill("#search-words", words[-1])
    page.locator("#suggestions li a").wait_for()
    page.goto((more / locale / "browse/harm/image-based-abuse.html").as_uri())
    assert page.locator("h1").inner_text() == label
    assert page.locator(".card").count() == 1

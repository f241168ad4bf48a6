"""What readers learn about a translated page: notices that name parts, the states of the language menu, thresholds."""

from __future__ import annotations

import gettext
import re
import shutil
from pathlib import Path

import pytest

from saferhub.cli.build import build
from saferhub.cli.main import main
from saferhub.model.locale import Locale
from saferhub.render.translation_notice import menu_entry, notices
from saferhub.render.voice import Voice
from saferhub.sources.library import read_library
from saferhub.translation.composition import ComposedPage, compose

PAGE = "translations/ar/lessons/kind-words.md"
SOURCE = "docs/en/lessons/kind-words.md"


def change(hub: Path, old: str, new: str, file: str = SOURCE) -> None:
    text = (hub / file).read_text(encoding="utf-8")
    assert old in text
    (hub / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def page_of(hub: Path, name: str = "lessons/kind-words") -> tuple[ComposedPage, Locale]:
    library = read_library(hub)
    locale = library.locale("ar")
    assert locale is not None
    document = next(one for one in library.documents if one.id == name)
    return compose(library, document, locale), locale


def told(hub: Path, name: str = "lessons/kind-words") -> list[str]:
    page, locale = page_of(hub, name)
    return notices(page, None, Voice(locale, gettext.NullTranslations()))


def status(hub: Path, name: str = "lessons/kind-words") -> object:
    page, locale = page_of(hub, name)
    return menu_entry(name, page, page.is_published(locale), locale, locale)["status"]


def fresh(hub: Path) -> Path:
    assert main(["--root", str(hub), "i18n", "accept", "ar", "lessons/kind-words", "--stale"]) == 0
    return hub


def test_a_fresh_page_says_nothing(hub: Path) -> None:
    assert told(fresh(hub)) == []
    assert status(hub) == "complete"


def test_notices_name_the_parts_in_the_words_of_the_reader(hub: Path) -> None:
    assert told(hub) == [
        "Shown in English until somebody has checked the translation: من يستطيع المساعدة.",
        "Changed in English since it was translated: البداية.",
    ]


def test_a_part_that_is_missing_is_named(hub: Path) -> None:
    change(fresh(hub), "Choose kind words.", "Stand up first.\n\nChoose kind words.")
    assert told(hub) == ["Not translated yet, and shown in English: النشاط."]


def test_a_heading_that_is_not_translated_is_named_in_the_words_of_the_hub(hub: Path) -> None:
    change(fresh(hub), "تكييف", "Adapt", PAGE)
    assert told(hub) == ["Not translated yet, and shown in English: Adapt it."]


def test_a_long_list_of_parts_is_not_told_one_by_one(hub: Path) -> None:
    text = (fresh(hub) / SOURCE).read_text(encoding="utf-8")
    (hub / SOURCE).write_text(re.sub(r"(?m)^(## .*)$", r"\1\n\nNew words here.", text), encoding="utf-8")
    assert told(hub) == ["Some parts of this page are not translated yet and are shown in English."]


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (("Choose kind words.", "Choose very kind words."), "outdated"),
        (("You can also call a helpline.", "You can also call a free helpline."), "partly"),  # a safety text is open
    ],
)
def test_the_menu_says_how_far_a_page_is(edit: tuple[str, str], expected: str, hub: Path) -> None:
    change(fresh(hub), *edit)
    assert status(hub) == expected


def test_a_page_that_is_hardly_begun_is_not_there_yet(hub: Path) -> None:
    assert main(["--root", str(hub), "i18n", "start", "ar", "lessons/good-night"]) == 0
    assert status(hub, "lessons/good-night") == "none"


def test_thresholds_come_from_the_settings_of_the_language(hub: Path) -> None:
    change(fresh(hub), "Choose kind words.", "Stand up first.\n\nChoose kind words.")
    page, _ = page_of(hub)
    assert 80 <= page.coverage.share < 100
    for publish, complete, expected in ((30, 80, "complete"), (30, 100, "partly"), (100, 100, "none")):
        (hub / "translations/ar/locale.yml").write_text(
            f"digits: latn\npublish_from: {publish}\ncomplete_from: {complete}\n", encoding="utf-8"
        )
        assert status(hub) == expected


def test_an_older_hand_made_page_says_so_and_shows_no_help_of_its_own(hub: Path) -> None:
    (hub / PAGE).with_suffix(".sync").unlink()
    change(hub, "## ما هو جيد {#good}", "فقرة قديمة.\n\n## ما هو جيد {#good}", PAGE)
    page, _ = page_of(hub)
    assert told(hub) == ["This translation may be older than the English page."]
    assert "فقرة قديمة." in page.markdown
    assert "أخبروا بالغًا" not in page.markdown
    assert "Tell an adult you trust. You can also call a helpline.\n{: lang=en dir=ltr }" in page.markdown
    assert status(hub) == "outdated"


def test_alternatives_and_sitemap_name_only_pages_that_exist(built_tiny: Path, tmp_path: Path) -> None:
    other = tmp_path / "hub"
    shutil.copytree(built_tiny, other, ignore=shutil.ignore_patterns("build", "site", "dist"))
    (other / "translations/ar/locale.yml").write_text(
        "digits: latn\npublish_from: 100\ncomplete_from: 100\n", encoding="utf-8"
    )
    assert build(other) == 0
    english = (other / "site/en/lessons/kind-words.html").read_text(encoding="utf-8")
    assert not (other / "site/ar/lessons/kind-words.html").exists()
    assert re.findall(r'rel="alternate" hreflang="(\w+)"', english) == ["en"]
    menu = english[english.index('class="languages"') : english.index("</details>")]
    assert 'href="../../ar/index.html"' in menu
    assert "not yet: start page" in menu

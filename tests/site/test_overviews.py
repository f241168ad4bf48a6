"""The pages about all lessons together: what learners can do, and what we rest on."""

from __future__ import annotations

import gettext
import json
import re
from pathlib import Path
from typing import Any

import pytest

from conftest import TODAY
from saferhub.catalogue.catalogue import publish
from saferhub.checks.report import check
from saferhub.render.voice import Voice
from saferhub.site.staging import compose_all, stage
from saferhub.sources.library import read_library

PAGES = ("competencies", "evidence")


class Arabic(gettext.NullTranslations):
    """Words of which some have a translation, as in a language that somebody has begun."""

    def gettext(self, message: str) -> str:
        """Return the one translation that there is."""
        return {"Asking for help": "طلب المساعدة"}.get(message, message)


def change(hub: Path, old: str, new: str, name: str = "kind-words") -> None:
    path = hub / f"docs/en/lessons/{name}.md"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def facts(hub: Path, page: str, locale: str = "en") -> dict[str, Any]:
    """Return what the template of a page is given."""
    library = read_library(hub)
    catalogue = publish(library, check(library, TODAY), TODAY)
    chosen = next(one for one in catalogue.locales if one.id == locale)
    words = Arabic() if locale == "ar" else gettext.NullTranslations()
    files = stage(catalogue, compose_all(catalogue), chosen, Voice(chosen, words))
    assert f"docs/{locale}/{page}.md" in files
    found: dict[str, Any] = json.loads(files["facts.json"])["pages"][page]
    return found


def steps(hub: Path, locale: str = "en") -> dict[str, dict[str, Any]]:
    page = facts(hub, "competencies", locale)
    return {step["id"]: step for strand in page["strands"] for step in strand["steps"]}


def titles(one: dict[str, Any]) -> list[str]:
    return [lesson["title"]["text"] for lesson in one["lessons"]]


def test_every_statement_stands_once_with_the_lessons_that_teach_it(hub: Path) -> None:
    found = steps(hub)
    assert list(found) == read_library(hub).taxonomy.competency_ids()
    assert titles(found["relationships-9-12"]) == ["Kind words"]
    assert found["relationships-9-12"]["lessons"][0]["href"] == "lessons/kind-words.html"
    assert found["relationships-9-12"]["age"] == {"text": "Ages 9 to 12"}
    assert found["guiding-adult"]["age"] == {"text": "Adults"}
    gaps = [step for step in found.values() if not step["lessons"]]
    assert len(gaps) == len(found) - 3
    assert not any(step["coming"] for step in gaps)
    assert facts(hub, "competencies")["count"] == f"Statements with a lesson: 3 of {len(found)}."


def test_a_draft_is_announced_and_not_named(hub: Path) -> None:
    change(hub, "status: published", "status: draft", "good-night")
    found = steps(hub)["guiding-adult"]
    assert found["lessons"] == []
    assert found["coming"]


def test_lessons_that_are_not_translated_lead_to_the_source(hub: Path) -> None:
    found = steps(hub, "ar")
    (here,) = found["relationships-9-12"]["lessons"]
    assert (here["href"], here["elsewhere"]) == ("lessons/kind-words.html", False)
    assert "lang" not in here["title"]
    (there,) = found["guiding-adult"]["lessons"]
    assert (there["href"], there["elsewhere"]) == ("../en/lessons/good-night.html", True)
    assert there["title"] == {"text": "Good night, devices", "lang": "en", "dir": "ltr"}


def test_words_that_nobody_has_translated_are_marked(hub: Path) -> None:
    strands = facts(hub, "competencies", "ar")["strands"]
    assert strands[0]["label"] == {"text": "طلب المساعدة"}
    assert strands[1]["label"] == {"text": "Relationships and respect", "lang": "en", "dir": "ltr"}
    assert strands[0]["steps"][0]["statement"]["lang"] == "en"
    work = facts(hub, "evidence", "ar")["works"][0]
    assert work["note"]["lang"] == "en"
    assert "lang" not in facts(hub, "evidence")["works"][0]["note"]


def test_every_work_stands_once_with_the_lessons_that_rest_on_it(hub: Path) -> None:
    change(hub, "sources: [who-2022]", "sources: [who-2022, crc-gc25]")
    page = facts(hub, "evidence")
    works = {work["id"]: work for work in page["works"]}
    assert list(works) == [work.id for work in read_library(hub).taxonomy.evidence]
    assert titles(works["who-2022"]) == ["Kind words", "Ask first", "Good night, devices"]
    assert titles(works["crc-gc25"]) == ["Kind words"]
    assert works["nist-800-63b"]["lessons"] == []
    assert works["who-2022"]["url"].startswith("https://")
    assert works["who-2022"]["note"]["text"].startswith("Reviews studies")


def test_levels_and_topics_of_which_little_is_known(hub: Path) -> None:
    change(hub, "level: practice-based", "level: strong")
    page = facts(hub, "evidence")
    assert {level["id"]: titles(level) for level in page["levels"]} == {
        "strong": ["Kind words"],
        "promising": [],
        "emerging": [],
        "practice-based": ["Ask first", "Good night, devices"],
    }
    assert page["thin"].endswith(": 2 of 3.")
    assert [topic["href"] for topic in page["topics"]["practice-based"]] == [
        "browse/harm/image-based-abuse.html",
        "browse/harm/excessive-use.html",
    ]
    assert page["topics"]["emerging"] == []


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.mark.site
@pytest.mark.parametrize("locale", ["en", "ar"])
def test_both_pages_are_reached_from_every_page_and_in_every_language(locale: str, built_tiny: Path) -> None:
    site = built_tiny / "site" / locale
    for page in PAGES:
        assert f'href="./{page}.html"' in read(site / "index.html")
        assert f'href="../{page}.html"' in read(site / "lessons/kind-words.html")
        html = read(site / f"{page}.html")
        for other in ("en", "ar"):
            assert f'href="../{other}/{page}.html"' in html


@pytest.mark.site
def test_a_lesson_leads_to_its_statement_and_gaps_are_marked(built_tiny: Path) -> None:
    assert 'href="../competencies.html#relationships-9-12"' in read(built_tiny / "site/en/lessons/kind-words.html")
    page = read(built_tiny / "site/en/competencies.html")
    assert 'id="relationships-9-12"' in page
    lessons = page.count('<ul class="lesson-links">')
    assert lessons == 3
    assert page.count("No lesson yet") == len(re.findall(r'<li id="[a-z]+-[a-z0-9-]+"', page)) - lessons > 0


@pytest.mark.site
def test_works_keep_their_language_on_an_arabic_page(built_tiny: Path) -> None:
    page = read(built_tiny / "site/ar/evidence.html")
    assert '<bdi lang="en" dir="ltr">What works to prevent online violence against children?</bdi>' in page
    assert '<bdi lang="en" dir="ltr">World Health Organization</bdi>' in page
    note = page[page.index('id="work-who-2022"') :]
    assert re.search("[\u0600-\u06ff]{4}", note[: note.index("</section>")])


@pytest.mark.site
def test_the_pages_are_not_in_the_search(built_tiny: Path) -> None:
    """Home, finder and help are not either: the search finds lessons."""
    text = read(built_tiny / "site/en/assets/data/search.js")
    data = json.loads(text[text.index(" = ") + 3 : -2])
    assert sorted(data["lessons"]) == ["ask-first", "good-night", "kind-words"]

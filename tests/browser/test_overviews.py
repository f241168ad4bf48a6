"""What learners can do, and what we rest on: without scripts, on small screens, on paper, from right to left."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.site]
pages = pytest.mark.parametrize("name", ["competencies", "evidence"])
locales = pytest.mark.parametrize("locale", ["en", "ar"])


@pages
@locales
def test_everything_is_there_without_scripts(
    name: str, locale: str, built_tiny: Path, visit: Callable[..., Visit]
) -> None:
    path = built_tiny / "site" / locale / f"{name}.html"
    page = visit(path, java_script_enabled=False).page
    links = page.locator(".lesson-links a")
    assert links.count() >= 3
    assert all(link.is_visible() for link in links.all())
    assert page.locator(".badge").first.is_visible()


@locales
def test_ages_stand_beside_each_other_in_the_direction_of_the_page(
    locale: str, built_tiny: Path, visit: Callable[..., Visit]
) -> None:
    path = built_tiny / "site" / locale / "competencies.html"

    def boxes(width: int) -> list[tuple[float, float]]:
        page = visit(path, viewport={"width": width, "height": 800}).page
        steps = [step.bounding_box() for step in page.locator(".progression").first.locator("li[id]").all()]
        return [(step["x"], step["y"]) for step in steps if step]

    wide = boxes(1280)
    assert len({y for _, y in wide}) == 1
    assert [x for x, _ in wide] == sorted((x for x, _ in wide), reverse=locale == "ar")
    small = boxes(320)
    assert len({x for x, _ in small}) == 1


def test_a_link_of_a_lesson_ends_at_its_statement(built_tiny: Path, visit: Callable[..., Visit]) -> None:
    page = visit(built_tiny / "site/en/lessons/kind-words.html").page
    page.locator('a[href$="#relationships-9-12"]').click()
    page.wait_for_url("**/competencies.html#relationships-9-12")
    assert page.locator("li:target .lesson-links a").inner_text() == "Kind words"


@pages
def test_on_paper(name: str, built_tiny: Path, visit: Callable[..., Visit], tmp_path: Path) -> None:
    page = visit(built_tiny / "site" / "en" / f"{name}.html").page
    page.pdf(path=str(tmp_path / "page.pdf"), format="A4")
    text = "".join(sheet.extract_text() for sheet in PdfReader(tmp_path / "page.pdf").pages)
    flat = "".join(text.split())
    assert "Kindwords" in flat
    for words in ("Leave this page", "Search lessons", "This site sets no cookies"):
        assert words not in text
    if name == "evidence":
        assert "https://www.who.int/publications/i/item/9789240062061" in flat, "addresses are printed"
    else:
        assert "Nolessonyet" in flat
        assert flat.count("Relationshipsandrespect") == 1, "links within the page are of no use on paper"

"""A page in a right-to-left language is turned round as a whole: frame, lists, arrows; and nothing gets in its way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.site]
OVERLAPS = Path(__file__).with_name("overlapping_words.js").read_text(encoding="utf-8")
SIZES = {"a desk": {"width": 1280, "height": 900}, "a small telephone": {"width": 320, "height": 640}}
KINDS = (
    *("index", "find", "help", "about", "contribute/index", "browse/all", "lessons/spotting-scams", "leave"),
    *("competencies", "evidence"),
)
wide = pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)


def middle(page: Any, selector: str) -> float:
    """Return where the middle of an element is, from 0 at the left edge of the window to 1 at the right."""
    box = page.locator(selector).first.bounding_box()
    return float((box["x"] + box["width"] / 2) / page.viewport_size["width"])


def test_the_frame_begins_on_the_right(pseudo_site: Path, visit: Callable[..., Visit]) -> None:
    for locale, begins_right in (("ar-XB", True), ("en-XA", False)):
        page = visit(pseudo_site / locale / "index.html", viewport=SIZES["a desk"]).page
        for selector in (".brand", "nav"):
            assert (middle(page, selector) > 0.75) is begins_right, (locale, selector)
        for selector in (".theme", ".languages", ".search"):
            assert (middle(page, selector) < 0.5) is begins_right, (locale, selector)
        assert (middle(page, ".hero h1") > middle(page, ".hero img")) is begins_right
        assert (middle(page, ".brand img") > middle(page, ".brand span")) is begins_right


def test_the_frame_begins_on_the_right_of_a_small_window(pseudo_site: Path, visit: Callable[..., Visit]) -> None:
    page = visit(pseudo_site / "ar-XB" / "index.html", viewport=SIZES["a small telephone"]).page
    assert middle(page, ".brand") > 0.5
    assert middle(page, "nav li") > 0.5


@wide
@pytest.mark.parametrize("locale", ["ar-XB", "en-XA"])
def test_the_menu_of_languages_opens_inside_the_window(
    locale: str, size: dict[str, int], pseudo_site: Path, visit: Callable[..., Visit]
) -> None:
    page = visit(pseudo_site / locale / "index.html", viewport=size).page
    page.locator(".languages summary").click()
    menu, button = page.locator(".languages ul").bounding_box(), page.locator(".languages summary").bounding_box()
    assert menu is not None
    assert button is not None
    assert menu["x"] >= 0
    assert menu["x"] + menu["width"] <= size["width"]
    assert menu["y"] >= button["y"] + button["height"] - 1


def test_marks_of_lists_stand_on_the_right(pseudo_site: Path, visit: Callable[..., Visit]) -> None:
    page = visit(pseudo_site / "ar-XB" / "lessons" / "spotting-scams.html", viewport=SIZES["a desk"]).page
    lists = page.evaluate(
        """() => [...document.querySelectorAll("main ul, main ol")]
          .filter((list) => list.checkVisibility() && getComputedStyle(list).listStyleType !== "none" && list.children.length)
          .map((list) => { const outer = list.getBoundingClientRect(), inner = list.children[0].getBoundingClientRect();
            return [outer.right - inner.right, inner.left - outer.left, getComputedStyle(list.children[0]).direction]; })"""
    )
    assert len(lists) > 10
    for right, left, direction in lists:
        assert right >= 20
        assert left <= 1
        assert direction == "rtl"


def test_arrows_are_mirrored(pseudo_site: Path, visit: Callable[..., Visit]) -> None:
    turned = {}
    for locale in ("ar-XB", "en-XA"):
        page = visit(pseudo_site / locale / "index.html").page
        turned[locale] = page.evaluate(
            """() => [".icon-leave", ".icon-search"].map((name) =>
              new DOMMatrix(getComputedStyle(document.querySelector(`${name} svg`)).transform).a)"""
        )
    assert turned == {"ar-XB": [-1, -1], "en-XA": [1, 1]}


@pytest.mark.parametrize(("locale", "forward"), [("ar-XB", "ArrowLeft"), ("en-XA", "ArrowRight")])
def test_the_arrow_key_that_points_on_leads_on(
    locale: str, forward: str, pseudo_site: Path, visit: Callable[..., Visit]
) -> None:
    page = visit(pseudo_site / locale / "lessons" / "spotting-scams.html").page
    page.locator("[data-action=present]").click()
    first = page.locator(".part.shown").get_attribute("class")
    page.keyboard.press(forward)
    assert page.locator(".part.shown").get_attribute("class") != first
    shown = page.locator("#presenter [data-step]")
    assert (shown.first.bounding_box()["x"] > shown.last.bounding_box()["x"]) is (locale == "ar-XB")


@wide
@pytest.mark.parametrize("locale", ["ar-XB", "en-XA"])
def test_no_page_scrolls_sideways(
    locale: str, size: dict[str, int], pseudo_site: Path, visit: Callable[..., Visit]
) -> None:
    """Words that are a third longer must fit, too."""
    page = visit(pseudo_site / "index.html", viewport=size).page
    names = [path for path in sorted((pseudo_site / locale).rglob("*.html")) if path.name != "404.html"]
    assert len(names) > 40
    for name in names:
        page.goto(name.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], name.name


@wide
@pytest.mark.parametrize("locale", ["ar-XB", "en-XA"])
def test_no_words_lie_on_each_other(
    locale: str, size: dict[str, int], pseudo_site: Path, visit: Callable[..., Visit]
) -> None:
    page = visit(pseudo_site / "index.html", viewport=size).page
    for name in KINDS:
        page.goto((pseudo_site / locale / f"{name}.html").as_uri())
        assert page.evaluate(OVERLAPS) == [], name
    page.evaluate("document.querySelector('h1').style.marginBlockEnd = '-2rem'")
    page.evaluate("document.querySelector('h1').after(document.createTextNode('On top'))")
    assert page.evaluate(OVERLAPS) != [], "the test above can fail"

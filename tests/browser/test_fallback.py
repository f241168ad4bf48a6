"""Blocks in another direction than their page: their marks stay inside the page, beside their own words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

# A mark outside has no box of its own that could be measured, so its place is read from the style that decides it.
PLACES = """[...document.querySelectorAll("main li[dir=ltr]")].map(item => getComputedStyle(item).listStylePosition)"""


@pytest.mark.site
@pytest.mark.browser
def test_marks_of_english_items_stay_inside_an_arabic_page(built_tiny: Path, visit: Callable[..., Any]) -> None:
    path = built_tiny / "site/ar/lessons/ask-first.html"
    page = visit(path, viewport={"width": 320, "height": 800}).page
    places = page.evaluate(PLACES)
    assert places, "the page must show list items in English"
    assert set(places) == {"inside"}
    # A list of a hundred steps: the widest mark there is.
    page.evaluate("document.querySelectorAll('main li[dir=ltr]').forEach(item => { item.value = 100; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320

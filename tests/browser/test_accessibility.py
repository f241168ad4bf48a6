"""What `make pages` does not see: pages with menus, quizzes and suggestions open, and the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser
AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def faults(page: Any) -> list[str]:
    """Run axe-core in the page; a page's own security policy does not apply to scripts of the debugger."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    result = page.evaluate("tags => axe.run(document, {runOnly: tags, preload: false})", TAGS)
    return [
        f"{fault['id']}: {node['target']} {node['failureSummary']}"
        for fault in result["violations"]
        for node in fault["nodes"]
    ]


@pytest.mark.parametrize("locale", ["en", "ar"])
def test_no_fault_with_everything_open(locale: str, unpacked: Path, visit: Callable[..., Any]) -> None:
    page = visit(unpacked / locale / "lessons/image-based-abuse-rights-and-help.html").page
    page.locator(".languages summary").click()
    page.locator("fieldset.quiz input").first.check()
    assert faults(page) == []
    page.keyboard.press("Escape")
    page.fill("#search-words", "image" if locale == "en" else "صور")
    page.locator("#suggestions a").first.wait_for()
    assert faults(page) == []
    page.locator("[data-action=present]").click()
    assert faults(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "name", ["index.html", "ar/index.html", "ar/lessons/kind-words.html", "ar/snippets/safeguarding-sensitive.html"]
)
def test_pages_for_translators_have_no_fault(
    name: str, scheme: str, built_tiny: Path, visit: Callable[..., Any]
) -> None:
    assert faults(visit(built_tiny / "site/translate" / name, color_scheme=scheme).page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("name", ["competencies", "evidence"])
@pytest.mark.parametrize("locale", ["en", "ar"])
def test_pages_about_all_lessons_have_no_fault(
    locale: str, name: str, width: int, scheme: str, built_tiny: Path, visit: Callable[..., Any]
) -> None:
    path = built_tiny / "site" / locale / f"{name}.html"
    assert faults(visit(path, color_scheme=scheme, viewport={"width": width, "height": 800}).page) == []


def test_the_finder_is_usable_by_keyboard_alone(unpacked: Path, visit: Callable[..., Any]) -> None:
    page = visit(unpacked / "en/find.html").page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    for _ in range(3):  # the words, the first summary, the first choice
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.type") == "checkbox"
    page.keyboard.press("Space")
    assert page.locator("#result-count").inner_text() == "2 lessons"
    assert page.locator("#result-count").get_attribute("role") == "status"


def test_help_numbers_are_shown_in_the_right_order(built_tiny: Path, visit: Callable[..., Any]) -> None:
    """In right-to-left text the digits of `116 111` must not change places: look where the letters are drawn."""
    page = visit(built_tiny / "site" / "ar" / "help.html").page
    places = page.evaluate("""() => {
        const node = [...document.querySelectorAll('bdi')].find(one => one.textContent === '116 111').firstChild;
        return [...node.data].map((_, index) => {
            const range = document.createRange();
            range.setStart(node, index);
            range.setEnd(node, index + 1);
            return range.getBoundingClientRect().left;
        });
    }""")
    assert places == sorted(places)

"""A lesson on paper: A4 and Letter, handouts and the family letter on pages of their own, nothing cut."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

pytestmark = pytest.mark.browser


def printed(page: Any, target: Path, paper: str) -> list[str]:
    """Print a page as the browser would and return the text of each sheet."""
    page.pdf(path=str(target), format=paper, prefer_css_page_size=False)
    return [sheet.extract_text() for sheet in PdfReader(target).pages]


def sheet_with(sheets: list[str], words: str) -> int:
    found = [number for number, sheet in enumerate(sheets) if words in sheet]
    assert found, words
    return found[-1]  # the outline on the first sheet names every part


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_handouts_and_letter_have_sheets_of_their_own(
    paper: str, unpacked: Path, visit: Callable[..., Any], tmp_path: Path
) -> None:
    page = visit(unpacked / "en/lessons/group-chats-that-work.html").page
    sheets = printed(page, tmp_path / "lesson.pdf", paper)
    letter = sheet_with(sheets, "A letter for families")
    cards = sheet_with(sheets, "Cards for each group")
    rules = sheet_with(sheets, "Test each rule")
    assert len({letter, cards, rules}) == 3
    assert sheets[letter].strip().startswith("A letter for families")
    assert sheets[cards].strip().startswith("Cards for each group")
    assert sheets[rules].strip().startswith("Our chat rules")
    assert "Adaptations" not in sheets[letter]
    assert 5 <= len(sheets) <= 12


def test_the_frame_of_the_site_is_not_printed(unpacked: Path, visit: Callable[..., Any], tmp_path: Path) -> None:
    page = visit(unpacked / "en/lessons/group-chats-that-work.html").page
    text = "\n".join(printed(page, tmp_path / "lesson.pdf", "A4"))
    for words in ("Leave this page", "Search lessons", "Print this lesson", "This site sets no cookies"):
        assert words not in text
    assert "Yes. It is kind" in text, "feedback is printed for the teacher"


@pytest.mark.parametrize("locale", ["ar", "fr", "hy"])
def test_other_languages_print_too(locale: str, unpacked: Path, visit: Callable[..., Any], tmp_path: Path) -> None:
    page = visit(unpacked / locale / "lessons/group-chats-that-work.html").page
    sheets = printed(page, tmp_path / "lesson.pdf", "A4")
    assert 5 <= len(sheets) <= 14
    assert all(sheet.strip() for sheet in sheets), "no empty sheet"

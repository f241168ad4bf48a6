"""Numbers of right-to-left pages are shown in their order: measured where each digit stands, on screen and on paper."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from conftest import Visit, copy_hub, copy_program
from saferhub.cli.build import build

pytestmark = [pytest.mark.browser, pytest.mark.site]
DIGITS = Path(__file__).with_name("digits.js").read_text(encoding="utf-8").rstrip().rstrip(";")
NUMBERS = ("116 111", "9-12", "10:00–12:00", "+44 20 7946 0000")
ENGLISH = "Numbers 116 111, 9-12, 10:00–12:00, +44 20 7946 0000"
ARABIC = "أرقام 116 111، 9-12، 10:00–12:00، +44 20 7946 0000"
# Where the numbers are put in the source and in the translation.
PLACES = (
    ("title: Kind words\n", "title: كلمات لطيفة\n", 'title: "{}"\n'),
    ("summary: Practise kind words for messages.\n", "summary: نتدرب على كلمات لطيفة للرسائل.\n", 'summary: "{}"\n'),
    ("materials: Paper and pens.\n", "materials: ورق وأقلام.\n", 'materials: "{}"\n'),
    ("  - Show a kind answer.\n", "  - عرض جواب لطيف.\n", '  - "{}"\n'),
    ("## Activity {", "## النشاط {", "## {} {{"),
    ("### Kind answers\n", "### أجوبة لطيفة\n", "### {}\n"),
    ("- Listen first.\n", "- الاستماع أولًا.\n", "- {}\n"),
    ("Choose kind words.\n", "اختاروا كلمات لطيفة.\n", "{}.\n"),
    ("| thank you |", "| شكرًا |", "| {} |"),
    ("- [ ] Nobody.\n", "- [ ] لا أحد.\n", "- [ ] {}\n"),
    ("![A drawing of two speech bubbles.]", "![رسم لفقاعتي كلام.]", "![{}]"),
    ("handout | Cards\n", "handout | بطاقات\n", "handout | {}\n"),
)
LESSON = {
    "heading of the page": "h1",
    "summary": "p.lead",
    "what to bring": ".glance > div:last-child dd",
    "objective": ".objectives li:last-child",
    "outline": ".outline li:has(a[href='#activity-1']) a",
    "heading of a part": "#activity-1",
    "heading": ".part h3:not(.block-title)",
    "list item": ".part-activity-1 > ul > li",
    "paragraph": ".part-activity-1 > p",
    "cell of a table": "td",
    "option of a quiz": "fieldset:last-of-type .option:last-of-type label",
    "title of a handout": ".handout .block-title",
}
HELP_ARABIC = {"Listens to children and young people.": f"يستمع إلى الأطفال. {ARABIC}"}
locales = pytest.mark.parametrize("locale", ["ar", "ur"])


@pytest.fixture(scope="module")
def numbered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny hub in English, Arabic and Urdu, with numbers in all kinds of places."""
    hub = copy_program(copy_hub(tmp_path_factory.mktemp("numbered") / "hub"))
    source, target = hub / "docs/en/lessons/kind-words.md", hub / "translations/ar/lessons/kind-words.md"
    target.with_suffix(".sync").unlink()
    for path, column, words in ((source, 0, ENGLISH), (target, 1, ARABIC)):
        text = path.read_text(encoding="utf-8")
        for place in PLACES:
            assert place[column] in text, place[column]
            text = text.replace(place[column], place[2].format(words), 1)
        path.write_text(text, encoding="utf-8")
    entries = "".join(f'\nmsgid "{one}"\nmsgstr "{other}"\n' for one, other in HELP_ARABIC.items())
    (hub / "translations/ar/LC_MESSAGES").mkdir()
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n'
    (hub / "translations/ar/LC_MESSAGES/hub.po").write_text(header + entries, encoding="utf-8")
    shutil.copytree(hub / "translations/ar", hub / "translations/ur")
    with (hub / "docs/_data/locales.yml").open("a", encoding="utf-8") as file:
        file.write("  - {id: ur, name: اردو, english_name: Urdu, direction: rtl, script: Arab}\n")
    assert build(hub) == 0
    return hub / "site"


def wrong(page: Any, places: dict[str, str]) -> list[str]:
    """Return each number that is not shown in its order, and each that is not found where it should be."""
    found = []
    for name, selector in places.items():
        element = page.locator(selector).first.element_handle()
        for number in NUMBERS:
            shown = page.evaluate(DIGITS, {"element": element, "number": number})
            if shown != number.replace(" ", ""):
                found.append(f"{name}: {number} is shown as {shown}")
    return found


@locales
@pytest.mark.parametrize("medium", ["screen", "print"])
@pytest.mark.parametrize("width", [1280, 320])
def test_numbers_of_a_lesson(locale: str, medium: str, width: int, numbered: Path, visit: Callable[..., Visit]) -> None:
    page = visit(numbered / locale / "lessons/kind-words.html", viewport={"width": width, "height": 800}).page
    page.emulate_media(media=medium)
    assert page.evaluate("document.documentElement.dir") == "rtl"
    assert wrong(page, LESSON) == []


@locales
def test_without_isolation_the_same_numbers_are_turned_round(
    locale: str, numbered: Path, visit: Callable[..., Visit]
) -> None:
    """The measure can fail: what the site adds is taken away in the browser."""
    page = visit(numbered / locale / "lessons/kind-words.html", viewport={"width": 1280, "height": 800}).page
    page.evaluate("document.querySelectorAll('bdi').forEach((bdi) => { bdi.replaceWith(...bdi.childNodes); })")
    faults = wrong(page, LESSON)
    for name in LESSON:
        for number in NUMBERS:
            assert any(fault.startswith(f"{name}: {number} is shown as") for fault in faults), (name, number)


@locales
def test_cards_of_the_finder(locale: str, numbered: Path, visit: Callable[..., Visit]) -> None:
    card = "#results .card:has(a[href$='kind-words.html'])"
    places = {"title": f"{card} a", "summary": f"{card} .card-summary"}
    without = visit(numbered / locale / "find.html", java_script_enabled=False)
    assert without.page.locator("#results bdi").count() >= 2 * len(NUMBERS), "drawn without the script"
    page = visit(numbered / locale / "find.html").page
    assert page.locator("#results bdi").count() == 0, "drawn anew by the script"
    assert wrong(page, places) == []
    page.locator(".filter input").first.check()
    assert wrong(page, places) == []
    assert (
        wrong(visit(numbered / locale / "index.html").page, {"card": ".card:has(a[href$='kind-words.html']) a"}) == []
    )


@locales
def test_suggestions_of_the_search(locale: str, numbered: Path, visit: Callable[..., Visit]) -> None:
    page = visit(numbered / locale / "index.html").page
    page.locator("#search-words").fill("أرقام")
    page.wait_for_selector("#suggestions li")
    assert wrong(page, {"suggestion": "#suggestions li a[href*='kind-words']"}) == []


@locales
@pytest.mark.parametrize("medium", ["screen", "print"])
def test_the_help_page(locale: str, medium: str, numbered: Path, visit: Callable[..., Visit]) -> None:
    page = visit(numbered / locale / "help.html").page
    page.emulate_media(media=medium)
    assert wrong(page, {"entry": "article li:has(a[href^='tel:'])"}) == []
    element = page.locator("a[href^='tel:']").element_handle()
    assert page.evaluate(DIGITS, {"element": element, "number": "116 111"}) == "116111"


@locales
def test_the_title_of_a_part_while_presenting(locale: str, numbered: Path, visit: Callable[..., Visit]) -> None:
    page = visit(numbered / locale / "lessons/kind-words.html").page
    page.locator("[data-action=present]").click()
    while not page.locator(".part-activity-1.shown").count():
        page.locator("[data-step='1']").click()
    assert wrong(page, {"status": "#presenter-status"}) == []


@locales
def test_descriptions_and_titles_carry_characters(locale: str, numbered: Path, visit: Callable[..., Visit]) -> None:
    """They are shown here as a browser would show them in a tooltip: as text in the direction of the page."""
    page = visit(numbered / locale / "lessons/kind-words.html").page
    page.evaluate(
        """() => { const shown = { alt: document.querySelector(".lesson-text img").alt, title: document.title,
          description: document.querySelector("meta[name=description]").content };
          for (const [id, text] of Object.entries(shown)) {
            const paragraph = document.createElement("p"); paragraph.id = `shown-${id}`; paragraph.textContent = text;
            document.querySelector("main").append(paragraph); } }"""
    )
    assert wrong(page, {name: f"#shown-{name}" for name in ("alt", "title", "description")}) == []


@locales
def test_numbers_on_paper(locale: str, numbered: Path, visit: Callable[..., Visit], tmp_path: Path) -> None:
    page = visit(numbered / locale / "lessons/kind-words.html").page
    page.pdf(path=str(tmp_path / "lesson.pdf"), format="A4")
    right = digits_on_paper(tmp_path / "lesson.pdf")
    page.evaluate("document.querySelectorAll('bdi').forEach((bdi) => { bdi.replaceWith(...bdi.childNodes); })")
    page.pdf(path=str(tmp_path / "wrong.pdf"), format="A4")
    turned = digits_on_paper(tmp_path / "wrong.pdf")
    for number in NUMBERS:
        assert right.count(number.replace(" ", "")) >= 9, number  # some are broken at the end of a line
    for number in NUMBERS:
        # The helpline stands behind a name in Latin letters, which keeps it in order by chance.
        assert turned.count(number.replace(" ", "")) <= 1, "the measure can fail"


def digits_on_paper(path: Path) -> str:
    """Return the digits and signs of all sheets as they are drawn: Chromium draws each line from left to right.

    Spaces are left out; a bar stands for anything else.
    """
    text = "".join(sheet.extract_text() for sheet in PdfReader(path).pages)
    return re.sub(r"[^0-9+–:-]", "|", re.sub(r"\s", "", text))

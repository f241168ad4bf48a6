"""A link that opens a new window without saying so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from saferhub.checks.rule import Family, Finding, PageExample, Rule, found_in_the_pages
from saferhub.model.page import Element, RenderedPage
from saferhub.model.problem import Severity, phrase

ANNOUNCED = re.compile(
    r"new (?:window|tab)|(?:nouvelle fenêtre|nouvel onglet)|(?:nueva (?:ventana|pestaña)|(?:ventana|pestaña) nueva)"
    r"|(?:nova (?:janela|aba|guia))|(?:نافذة|تبويب|علامة تبويب) ?جديدة?|нов(?:ом окне|ой вкладке)|նոր (?:պատուհան|ներդիր)"
    r"|新(?:窗口|标签|視窗|分頁)",
    re.I,
)


def look(page: RenderedPage) -> Iterator[Finding]:
    """Look at the words of each link that asks for another window."""
    by_id = {element.attributes["id"]: element for element in page.elements if "id" in element.attributes}
    for element in page.elements:
        target = element.attributes.get("target", "_self")
        opens = element.tag in ("a", "area", "form") and target not in ("", "_self", "_parent", "_top")
        if opens and not ANNOUNCED.search(_words(page, element, by_id)):
            yield Finding(
                page.at(element),
                phrase("`{text}` opens a new window and does not say so.", text=element.quote),
                phrase("Let it open in the same window, or add `(opens in a new window)` to its text."),
            )


def _words(page: RenderedPage, element: Element, by_id: dict[str, Element]) -> str:
    """Return all words that go with a link: its text, its names and those of the pictures in it."""
    inside = [element, *page.inside(element)]
    named = [by_id[name].text for name in element.attributes.get("aria-describedby", "").split() if name in by_id]
    names = [other.attributes.get(name, "") for other in inside for name in ("aria-label", "title", "alt")]
    return " ".join([element.text, *named, *names])


RULE = Rule(
    slug="page-with-unannounced-window",
    family=Family.PAGES,
    severity=Severity.ERROR,
    what="A link that opens a new window without saying so.",
    why="The way back is gone, and who does not see the new window does not know why. The button to leave this site then leaves only one of two windows.",
    fix="Let the link open in the same window. If it cannot, say so in its text.",
    examples=(
        PageExample(
            wrong='<p>Read <a href="https://example.org/" target="_blank" rel="noreferrer">Kind words</a> first.</p>',
            right='<p>Read <a href="https://example.org/">Kind words</a> first.</p>',
        ),
        PageExample(
            wrong='<p>Read <a href="https://example.org/" target="other">Kind words</a> first.</p>',
            right='<p>Read <a href="https://example.org/" target="_blank" rel="noreferrer">Kind words (opens in a new tab)</a> first.</p>',
        ),
    ),
    check=found_in_the_pages,
    rendered_check=look,
)

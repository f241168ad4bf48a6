"""Something to press that is smaller than 24 by 24 pixels."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.rule import Family, Finding, PageExample, Rule, found_in_the_pages
from saferhub.model.page import Element, RenderedPage
from saferhub.model.problem import Severity, phrase

LEAST = 24
ROLES = ("button", "link", "checkbox", "radio", "tab", "switch", "menuitem")


def look(page: RenderedPage) -> Iterator[Finding]:
    """Measure everything that can be pressed, with its label. Links in a sentence are as high as its line."""
    for element in page.elements:
        if not element.is_seen or not _is_pressed(element) or _is_in_a_sentence(page, element):
            continue
        if min(element.width, element.height) < LEAST - 0.5:
            yield Finding(
                page.at(element),
                phrase(
                    "`{text}` is {width} by {height} pixels large, which is too small to press.",
                    text=element.quote,
                    width=round(element.width),
                    height=round(element.height),
                ),
                phrase("Give it at least {least} by {least} pixels, for example with padding.", least=LEAST),
            )


def _is_pressed(element: Element) -> bool:
    attributes = element.attributes
    if element.tag == "input":
        return attributes.get("type") != "hidden"
    return (
        (element.tag == "a" and "href" in attributes)
        or element.tag in ("button", "select", "textarea", "summary")
        or attributes.get("role") in ROLES
    )


def _is_in_a_sentence(page: RenderedPage, element: Element) -> bool:
    if element.looks.display != "inline":
        return False
    around = next((other for other in page.around(element) if other.said), None)
    return around is not None and len(around.said) > len(element.text) + 3


RULE = Rule(
    slug="page-with-tiny-target",
    family=Family.PAGES,
    severity=Severity.ERROR,
    what="Something to press that is smaller than 24 by 24 pixels.",
    why="Small fingers, trembling hands and old touch screens miss it, and on some pages they hit the wrong thing instead.",
    fix="Give it at least 24 by 24 pixels, for example with padding. A label makes what it belongs to larger.",
    examples=(
        PageExample(
            wrong='<button type="button" style="width: 14px; height: 14px; padding: 0">+</button>',
            right='<button type="button" style="width: 44px; height: 44px">+</button>',
        ),
        PageExample(
            wrong='<ul><li><a href="#kind" style="font-size: 13px; line-height: 1">Kind</a></li></ul><h2 id="kind">Kind</h2>',
            right='<ul><li><a href="#kind" style="display: inline-block; padding: 8px">Kind</a></li></ul><h2 id="kind">Kind</h2>',
        ),
    ),
    check=found_in_the_pages,
    rendered_check=look,
)

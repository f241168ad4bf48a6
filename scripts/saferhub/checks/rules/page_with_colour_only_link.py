"""A link in running text that only its colour tells from the words around it."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.rule import Family, Finding, PageExample, Rule, found_in_the_pages
from saferhub.model.page import Element, RenderedPage
from saferhub.model.problem import Severity, phrase

CLEAR = ("rgba(0, 0, 0, 0)", "transparent")


def look(page: RenderedPage) -> Iterator[Finding]:
    """Compare each link in running text with the text around it."""
    for element in page.elements:
        if element.tag != "a" or "href" not in element.attributes or not element.is_seen or not element.text:
            continue
        around = next((other for other in page.around(element) if other.said), None)
        if around is None or len(around.said) < len(element.text) + 12 or element.looks.display != "inline":
            continue  # it stands alone, as in a menu
        if not _differs(element, around) and not any(each.tag in ("img", "svg") for each in page.inside(element)):
            yield Finding(
                page.at(element),
                phrase("Only its colour tells the link `{text}` from the text around it.", text=element.quote),
                phrase("Underline links in running text."),
            )


def _differs(link: Element, around: Element) -> bool:
    """Whether a link is told by more than colour: a line, weight, slant, size, a frame or a ground of its own."""
    one, other = link.looks, around.looks
    return (
        "underline" in one.line
        or one.weight != other.weight
        or one.slant != other.slant
        or one.size != other.size
        or bool(one.border)
        or (one.background != other.background and one.background not in CLEAR)
    )


RULE = Rule(
    slug="page-with-colour-only-link",
    family=Family.PAGES,
    severity=Severity.ERROR,
    what="A link in running text that only its colour tells from the words around it.",
    why="One man in twelve sees colours differently, and on paper or an old screen no colour is left.",
    fix="Underline links in running text.",
    examples=(
        PageExample(
            wrong='<p>Read more about <a href="#kind" style="text-decoration: none; color: #00c">kind words</a> today.</p><h2 id="kind">Kind</h2>',
            right='<p>Read more about <a href="#kind">kind words</a> today.</p><h2 id="kind">Kind</h2>',
        ),
    ),
    check=found_in_the_pages,
    rendered_check=look,
)

"""Something that takes the focus of the keyboard without showing it."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.rule import Family, Finding, PageExample, Rule, found_in_the_pages
from saferhub.model.page import RenderedPage
from saferhub.model.problem import Severity, phrase


def look(page: RenderedPage) -> Iterator[Finding]:
    """Each element was given the focus once; tell those that looked the same with it and without."""
    for element in page.elements:
        if element.focus_shows is False:
            yield Finding(
                page.at(element),
                phrase("Nobody sees when the focus is on `{text}`.", text=element.quote),
                phrase("Keep the outline of `:focus-visible`, or show the focus in another way."),
            )


RULE = Rule(
    slug="page-with-hidden-focus",
    family=Family.PAGES,
    severity=Severity.ERROR,
    what="Something that takes the focus of the keyboard without showing it.",
    why="Who uses a keyboard or a switch instead of a mouse does not know where they are on the page.",
    fix="Keep the outline of `:focus-visible`, or show the focus in another way.",
    examples=(
        PageExample(
            wrong='<button type="button" style="outline: none; padding: 9px">Print the page</button>',
            right='<button type="button" style="padding: 9px">Print the page</button>',
        ),
    ),
    check=found_in_the_pages,
    rendered_check=look,
)

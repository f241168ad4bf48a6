"""Text that is smaller than 12 pixels."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.rule import Family, Finding, PageExample, Rule, found_in_the_pages
from saferhub.model.page import RenderedPage
from saferhub.model.problem import Severity, phrase

LEAST = 12


def look(page: RenderedPage) -> Iterator[Finding]:
    """Measure the letters of each block of text."""
    for element in page.elements:
        if element.is_seen and element.looks.size < LEAST - 0.01 and any(letter.isalnum() for letter in element.text):
            if any(around.looks.size == element.looks.size for around in page.around(element)):
                continue  # told once, for the outermost
            yield Finding(
                page.at(element),
                phrase(
                    "These letters are {size} pixels high: `{text}`.",
                    size=round(element.looks.size, 1),
                    text=element.quote,
                ),
                phrase("Make them at least {least} pixels high.", least=LEAST),
            )


RULE = Rule(
    slug="page-with-tiny-text",
    family=Family.PAGES,
    severity=Severity.ERROR,
    what="Text that is smaller than 12 pixels.",
    why="Many readers cannot make it out, and not everybody knows how to enlarge a page.",
    fix="Make letters at least 12 pixels high; what is worth saying is worth reading.",
    examples=(
        PageExample(
            wrong='<p style="font-size: 8px">Choose kind words.</p>',
            right='<p style="font-size: 16px">Choose kind words.</p>',
        ),
    ),
    check=found_in_the_pages,
    rendered_check=look,
)

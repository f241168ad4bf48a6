"""Text that is stretched to both edges."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.rule import Family, Finding, PageExample, Rule, found_in_the_pages
from saferhub.model.page import RenderedPage
from saferhub.model.problem import Severity, phrase

SENTENCE = 40  # letters: less than a line is never stretched


def look(page: RenderedPage) -> Iterator[Finding]:
    """Ask how each block of text is set."""
    for element in page.elements:
        if element.looks.align == "justify" and element.is_seen and len(element.said) > SENTENCE:
            yield Finding(
                page.at(element),
                phrase("This text is justified: `{text}`.", text=element.quote),
                phrase("Set it to begin at one edge: `text-align: start`."),
            )


RULE = Rule(
    slug="page-with-justified-text",
    family=Family.PAGES,
    severity=Severity.ERROR,
    what="Text that is stretched to both edges.",
    why="The gaps between words become uneven. People with dyslexia lose the line in the white rivers that run through such text.",
    fix="Set text to begin at one edge: `text-align: start`.",
    examples=(
        PageExample(
            wrong='<p style="text-align: justify">Choose kind words, and ask before you share what a friend has told you.</p>',
            right='<p style="text-align: start">Choose kind words, and ask before you share what a friend has told you.</p>',
        ),
    ),
    check=found_in_the_pages,
    rendered_check=look,
)

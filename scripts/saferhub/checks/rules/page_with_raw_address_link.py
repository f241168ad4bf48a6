"""A link whose text is an address of the web."""

from __future__ import annotations

import re
from collections.abc import Iterator

from saferhub.checks.rule import Family, Finding, PageExample, Rule, found_in_the_pages
from saferhub.model.page import RenderedPage
from saferhub.model.problem import Severity, phrase

ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/\S*", re.I)


def look(page: RenderedPage) -> Iterator[Finding]:
    """Compare the text of each link with what addresses look like."""
    for element in page.elements:
        if element.tag == "a" and "href" in element.attributes and ADDRESS.fullmatch(element.text):
            yield Finding(
                page.at(element),
                phrase("The text of this link is an address: `{text}`.", text=element.quote),
                phrase("Write where the link leads, for example the name of the site or of the page."),
            )


RULE = Rule(
    slug="page-with-raw-address-link",
    family=Family.PAGES,
    severity=Severity.ERROR,
    what="A link whose text is an address of the web.",
    why="A screen reader spells an address out sign by sign, and nobody learns from it what is behind.",
    fix="Write where the link leads, for example the name of the site or of the page.",
    examples=(
        PageExample(
            wrong='<p>See <a href="https://example.org/kind-words">https://example.org/kind-words</a>.</p>',
            right='<p>See <a href="https://example.org/kind-words">the poster about kind words</a>.</p>',
        ),
        PageExample(
            wrong='<p>See <a href="https://example.org/kind-words">example.org/kind-words</a>.</p>',
            right='<p>See <a href="https://example.org/">Example.org</a>.</p>',
        ),
    ),
    check=found_in_the_pages,
    rendered_check=look,
)

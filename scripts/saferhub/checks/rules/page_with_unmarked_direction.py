"""Text that runs in the wrong direction."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from saferhub.checks.rule import Family, Finding, PageExample, Rule, found_in_the_pages
from saferhub.model.page import RenderedPage
from saferhub.model.problem import Severity, phrase

LEAST_LETTERS, LEAST_WORDS = 8, 2  # a name comes out right by itself


def look(page: RenderedPage) -> Iterator[Finding]:
    """Compare the direction of each text with that of its letters."""
    for element in page.elements:
        direction = _direction(element.said)
        if direction and direction != element.direction:
            yield Finding(
                page.at(element),
                phrase("This text runs the wrong way: `{text}`.", text=element.quote),
                phrase('Mark it: `dir="{direction}"`.', direction=direction),
            )


def _direction(text: str) -> str:
    """Return which way most of the letters run; nothing if there are few."""
    kinds = [unicodedata.bidirectional(letter) for letter in text]
    left, right = kinds.count("L"), kinds.count("R") + kinds.count("AL")
    if left + right < LEAST_LETTERS or len(text.split()) < LEAST_WORDS or max(left, right) < 0.9 * (left + right):
        return ""
    return "ltr" if left > right else "rtl"


RULE = Rule(
    slug="page-with-unmarked-direction",
    family=Family.PAGES,
    severity=Severity.ERROR,
    what="Text that runs in the wrong direction.",
    why="Full stops, numbers and brackets jump to the wrong side, so sentences and telephone numbers are misread.",
    fix='Mark the part with its direction: `dir="rtl"` for Arabic, Hebrew, Persian and Urdu, `dir="ltr"` for others in a page that runs from right to left.',
    examples=(
        PageExample(
            wrong='<p lang="ar">أنتم لستم وحدكم، اتصلوا بنا (116 111).</p>',
            right='<p lang="ar" dir="rtl">أنتم لستم وحدكم، اتصلوا بنا (116 111).</p>',
        ),
    ),
    check=found_in_the_pages,
    rendered_check=look,
)

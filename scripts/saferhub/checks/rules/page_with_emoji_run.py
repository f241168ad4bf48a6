"""Three or more emoji in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from saferhub.checks.rule import Family, Finding, PageExample, Rule, found_in_the_pages
from saferhub.model.page import RenderedPage
from saferhub.model.problem import Severity, phrase

MOST = 2
_ONE = r"(?:[\U0001F1E6-\U0001F1FF]{2}|[\U0001F300-\U0001FAFF\u2600-\u27BF\u2B50\u2B55](?:[\uFE0F\U0001F3FB-\U0001F3FF]|\u200D[\U0001F300-\U0001FAFF\u2600-\u27BF])*)"
RUN = re.compile(rf"{_ONE}(?:\s*{_ONE}){{{MOST},}}")


def look(page: RenderedPage) -> Iterator[Finding]:
    """Look for emoji that follow each other."""
    for element in page.elements:
        found = RUN.search(element.said)
        if found:
            yield Finding(
                page.at(element),
                phrase("Several emoji stand in a row: {emoji}.", emoji=found[0]),
                phrase("Keep one at most, or say it in words."),
            )


RULE = Rule(
    slug="page-with-emoji-run",
    family=Family.PAGES,
    severity=Severity.ERROR,
    what="Three or more emoji in a row.",
    why="A screen reader says the name of each: `party popper, party popper, party popper`. On old devices they are empty boxes.",
    fix="Keep one at most, or say it in words.",
    examples=(
        PageExample(wrong="<p>Well done 🎉🎉🎉</p>", right="<p>Well done! 🎉</p>"),
        PageExample(wrong="<p>Ask a friend 👩🏽‍🏫 👍 ❤️</p>", right="<p>Ask a friend ❤️</p>"),
    ),
    check=found_in_the_pages,
    rendered_check=look,
)

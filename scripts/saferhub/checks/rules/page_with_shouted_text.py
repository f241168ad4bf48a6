"""A sentence in capital letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from saferhub.checks.rule import Family, Finding, PageExample, Rule, found_in_the_pages
from saferhub.model.page import RenderedPage
from saferhub.model.problem import Severity, phrase

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
WORDS, LETTERS = 3, 12


def look(page: RenderedPage) -> Iterator[Finding]:
    """Look for capitals in the words themselves and in the style that changes them."""
    for element in page.elements:
        is_styled = element.looks.transform == "uppercase" and element.is_seen
        outer = next(page.around(element), None)
        if is_styled and not (outer and outer.looks.transform == "uppercase"):
            words = element.text.upper()
        else:
            words = "" if is_styled else element.said
        if _is_shouted(words):
            yield Finding(
                page.at(element),
                phrase("This text stands in capital letters: `{text}`.", text=element.quote),
                phrase("Write it as usual; use bold type for the few words that must stand out."),
            )


def _is_shouted(text: str) -> bool:
    """Whether several words in capitals follow each other; a single capital letter is no word and ends nothing."""
    words = [word for word in WORD.findall(text) if len(word) > 1]
    runs = [list(run) for is_upper, run in groupby(words, str.isupper) if is_upper]
    return any(len(run) >= WORDS and sum(map(len, run)) >= LETTERS for run in runs)


RULE = Rule(
    slug="page-with-shouted-text",
    family=Family.PAGES,
    severity=Severity.ERROR,
    what="A sentence in capital letters.",
    why="Words in capitals lose their outline and are read slowly, some screen readers spell them out, and online they are felt as shouting.",
    fix="Write the sentence as usual. Use bold type for the few words that must stand out.",
    examples=(
        PageExample(
            wrong="<p>ALWAYS CHOOSE KIND WORDS WITH FRIENDS.</p>",
            right="<p>Always choose <strong>kind words</strong> with friends.</p>",
        ),
        PageExample(
            wrong='<p style="text-transform: uppercase">Always choose kind words with friends.</p>',
            right='<p>Partners are <abbr title="United Nations">UN</abbr> agencies.</p>',
        ),
    ),
    check=found_in_the_pages,
    rendered_check=look,
)

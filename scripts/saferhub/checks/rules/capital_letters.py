"""Several words in capital letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from saferhub.checks.capitals import LOUD, shouted
from saferhub.checks.passages import Page
from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.model.problem import Severity, phrase

SPACED = re.compile(r"(?<!\w)(?:[^\W\d_] ){3,}[^\W\d_](?!\w)")


def look(page: Page) -> Iterator[Finding]:
    """Look for runs of words in capitals, and for letters set apart."""
    for passage in page.passages:
        if not LOUD.search(passage.text):
            continue
        for match in shouted(passage.text):
            yield Finding(
                passage.place(*match),
                phrase("These words are in capital letters: `{words}`.", words=passage.text[slice(*match)][:60]),
                phrase("Write them in small letters; for weight use `**two stars**`."),
            )
        for found in SPACED.finditer(passage.text):
            if found[0].isupper():
                yield Finding(
                    passage.place(*found.span()),
                    phrase("The letters of this word are set apart: `{words}`.", words=found[0][:60]),
                    phrase("Write the word without spaces."),
                )


RULE = Rule(
    slug="capital-letters",
    family=Family.ACCESSIBILITY,
    severity=Severity.WARNING,
    what="Several words in capital letters.",
    why="Capitals are hard to read for people with dyslexia, some screen readers spell them, and they read as shouting.",
    fix="Write in small letters; for weight use two stars.",
    examples=(
        Example(wrong="ALWAYS choose KIND WORDS.", right="Choose kind words."),
        Example(wrong="Choose K I N D words.", right="Choose kind words."),
    ),
    page_check=look,
)

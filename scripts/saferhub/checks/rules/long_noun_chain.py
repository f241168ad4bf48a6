"""Four or more nouns in a row."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.passages import Page
from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.checks.wording import found_in_list
from saferhub.model.problem import Severity, phrase

SLUG = "long-noun-chain"


def look(page: Page) -> Iterator[Finding]:
    """Look for the words of the language pack."""
    for passage, start, end in found_in_list(page, SLUG, "chain"):
        yield Finding(
            passage.place(start, end),
            phrase("This row of nouns is hard to read: `{words}`.", words=passage.text[start:end]),
            phrase("Split it up with small words such as `of`, `for` and `that`."),
        )


RULE = Rule(
    slug=SLUG,
    family=Family.TRANSLATABILITY,
    severity=Severity.ADVICE,
    what="Four or more nouns in a row.",
    why="The reader must guess which word belongs to which, and every language orders them in its own way.",
    fix="Split it up with small words such as `of`, `for` and `that`.",
    examples=(
        Example(wrong="The online safety education programme quality review helps.", right="Choose kind words."),
    ),
    page_check=look,
    is_worded=True,
)

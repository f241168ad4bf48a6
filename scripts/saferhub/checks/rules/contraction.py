"""Two words drawn together with an apostrophe."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.passages import Page
from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.checks.wording import found_in_list
from saferhub.model.problem import Severity, phrase

SLUG = "contraction"


def look(page: Page) -> Iterator[Finding]:
    """Look for the words of the language pack."""
    for passage, start, end in found_in_list(page, SLUG, "contraction"):
        yield Finding(
            passage.place(start, end),
            phrase("`{words}` is a short form.", words=passage.text[start:end]),
            phrase("Write it out: `do not`, `it is`, `you will`."),
        )


RULE = Rule(
    slug=SLUG,
    family=Family.TRANSLATABILITY,
    severity=Severity.ADVICE,
    what="Two words drawn together with an apostrophe.",
    why="Learners of English, and translation tools, read the full form more surely, and a negation of one letter and an apostrophe is easily overlooked.",
    fix="Write both words out.",
    examples=(Example(wrong="Don't forget kind words.", right="Choose kind words."),),
    page_check=look,
    is_worded=True,
)

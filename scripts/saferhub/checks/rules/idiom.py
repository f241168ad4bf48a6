"""A saying that cannot be taken word for word."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.passages import Page
from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.checks.wording import found_in_list
from saferhub.model.problem import Severity, phrase

SLUG = "idiom"


def look(page: Page) -> Iterator[Finding]:
    """Look for the words of the language pack."""
    for passage, start, end in found_in_list(page, SLUG, "idiom"):
        yield Finding(
            passage.place(start, end),
            phrase("`{words}` cannot be taken word for word.", words=passage.text[start:end]),
            phrase("Say plainly what is meant."),
        )


RULE = Rule(
    slug=SLUG,
    family=Family.TRANSLATABILITY,
    severity=Severity.ADVICE,
    what="A saying that cannot be taken word for word.",
    why="Translators must guess, learners of the language take it literally, and so do many autistic readers.",
    fix="Say what is meant.",
    examples=(Example(wrong="It is a piece of cake to choose kind words.", right="Choose kind words."),),
    page_check=look,
    is_worded=True,
)

"""Something that only one country or culture knows."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.passages import Page
from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.checks.wording import found_in_list
from saferhub.model.problem import Severity, phrase

SLUG = "culture-bound-reference"


def look(page: Page) -> Iterator[Finding]:
    """Look for the words of the language pack."""
    for passage, start, end in found_in_list(page, SLUG, "reference"):
        yield Finding(
            passage.place(start, end),
            phrase("`{words}` is not known everywhere.", words=passage.text[start:end]),
            phrase("Use something that exists everywhere, or say what it is."),
        )


RULE = Rule(
    slug=SLUG,
    family=Family.TRANSLATABILITY,
    severity=Severity.ADVICE,
    what="Something that only one country or culture knows.",
    why="A lesson is taught in every country. What readers do not know shuts them out, and a translator must invent a replacement.",
    fix="Use something that exists everywhere, or explain it.",
    examples=(Example(wrong="Choose kind words at Thanksgiving.", right="Choose kind words."),),
    page_check=look,
    is_worded=True,
)

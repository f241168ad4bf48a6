"""An address that stands in the text as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from saferhub.checks.passages import Page
from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.model.problem import Severity, phrase

ADDRESS = re.compile(r"\b(?:https?://|www\.)[^\s<>)\]\"'»”]+", re.IGNORECASE)
# A bare domain such as stopncii.org is a name that people say aloud; only whole addresses are spelt out letter by letter.


def look(page: Page) -> Iterator[Finding]:
    """Look for addresses among the visible words."""
    for passage in page.passages:
        for match in ADDRESS.finditer(passage.text):
            yield Finding(
                passage.place(*match.span()),
                phrase("An address stands in the text: `{address}`.", address=match[0][:60]),
                phrase("Make a link of words that say where it leads: `[words](address)`."),
            )


RULE = Rule(
    slug="raw-address",
    family=Family.ACCESSIBILITY,
    severity=Severity.ERROR,
    what="An address that stands in the text as it is.",
    why="A screen reader spells it letter by letter, nobody can read it aloud, and it is turned round in right-to-left text.",
    fix="Make a link of words that say where it leads. Help numbers and addresses belong into the help data.",
    examples=(
        Example(wrong="Choose kind words. See https://example.org/kind.", right="Choose kind words."),
        Example(wrong="Choose kind words. <https://example.org/kind>", right="Choose kind words."),
    ),
    page_check=look,
)

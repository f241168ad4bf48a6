"""Several small pictures of feelings in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from saferhub.checks.passages import Page
from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.model.problem import Severity, phrase

EMOJI = "[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]"
RUN = re.compile(f"(?:{EMOJI}[\ufe0e\ufe0f\u200d\U0001f3fb-\U0001f3ff]*\\s?){{3,}}")


def look(page: Page) -> Iterator[Finding]:
    """Look for three or more emoji in a row."""
    for passage in page.passages:
        for match in RUN.finditer(passage.text):
            yield Finding(
                passage.place(match.start(), match.start() + len(match[0].rstrip())),
                phrase("Three or more emoji stand in a row."),
                phrase("Keep one at most, at the end, and say with words what it means."),
            )


RULE = Rule(
    slug="emoji-run",
    family=Family.ACCESSIBILITY,
    severity=Severity.WARNING,
    what="Several emoji in a row.",
    why="A screen reader says each of them in full. They print as empty boxes, and people read them in different ways.",
    fix="Keep one at most, at the end of a sentence that says the same with words.",
    examples=(Example(wrong="Choose kind words. 😀😀🎉", right="Choose kind words."),),
    page_check=look,
)

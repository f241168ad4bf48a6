"""A picture without words for people who do not see it."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.passages import Page
from saferhub.checks.pictures import pictures
from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.model.problem import Severity, phrase


def look(page: Page) -> Iterator[Finding]:
    """Look for pictures with empty words that are not declared as decoration."""
    for picture in pictures(page):
        if not picture.text.strip() and not picture.is_decoration:
            yield Finding(
                picture.place,
                phrase("The picture `{name}` has no words for people who do not see it.", name=picture.source),
                phrase("Say in the square brackets what it shows, or declare it as decoration: `{{: .decoration }}`."),
            )
        if picture.text.strip() and picture.is_decoration:
            yield Finding(
                picture.place,
                phrase("The picture `{name}` is declared as decoration and has words.", name=picture.source),
                phrase("Remove the words, or remove `.decoration`."),
            )


RULE = Rule(
    slug="missing-alternative-text",
    family=Family.ACCESSIBILITY,
    severity=Severity.ERROR,
    what="A picture without words for people who do not see it.",
    why="A screen reader can only say what is written. Without words, a blind learner does not know whether something important was missed.",
    fix="Say in the square brackets what the picture shows, in one or two sentences. If it adds nothing, leave them empty and declare it with `{: .decoration }`.",
    examples=(
        Example(
            wrong="![](../assets/drawings/bubbles.svg)",
            right="![A drawing of two speech bubbles.](../assets/drawings/bubbles.svg)",
        ),
    ),
    page_check=look,
)

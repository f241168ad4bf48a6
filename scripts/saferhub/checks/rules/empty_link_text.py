"""A link whose words do not say where it leads."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.folding import fold
from saferhub.checks.language_pack import language_pack
from saferhub.checks.passages import Page
from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.model.problem import Severity, phrase

SLUG = "empty-link-text"


def look(page: Page) -> Iterator[Finding]:
    """Compare the words of each link with the empty ones of its language."""
    for passage in page.passages:
        pack = language_pack(passage.locale)
        lists = pack.rules[SLUG].lists if pack and SLUG in pack.rules else {}
        for link in passage.links:
            words = fold(link.text).text.strip(" .…:»>→")
            if words and not any(matcher.expression.search(words) for matcher in lists.get("empty", ())):
                continue
            yield Finding(
                passage.place(link.start, max(link.end, link.start + 1)),
                phrase("The words of this link do not say where it leads: `{words}`.", words=link.text),
                phrase("Name the page or the thing that the link opens."),
            )


RULE = Rule(
    slug=SLUG,
    family=Family.ACCESSIBILITY,
    severity=Severity.ERROR,
    what="A link whose words do not say where it leads.",
    why="Screen readers list the links of a page. Ten times the same two words help nobody, and in print nothing is left of them.",
    fix="Name the page or the thing that the link opens.",
    examples=(
        Example(wrong="Choose kind words. [Click here](ask-first.md).", right="Choose kind words."),
        Example(wrong="Choose kind words. [](ask-first.md)", right="Choose kind words."),
    ),
    page_check=look,
    is_worded=True,
)

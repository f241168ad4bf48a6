"""Words of a right-to-left language, or of a left-to-right one, whose direction is not said."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.foreign import direction_of
from saferhub.checks.passages import Page
from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.model.problem import Severity, phrase


def look(page: Page) -> Iterator[Finding]:
    """Compare the direction of marked words with that of their language."""
    base = direction_of(page.document.locale)
    for passage in page.passages:
        if "lang" not in passage.attributes:
            continue
        needed = direction_of(passage.attributes["lang"])
        given = passage.attributes.get("dir", base)
        if given != needed:
            yield Finding(
                passage.place(),
                phrase("These words are `{language}` and run the wrong way.", language=passage.attributes["lang"]),
                phrase("Add `dir={direction}` to the braces.", direction=needed),
            )


RULE = Rule(
    slug="missing-direction",
    family=Family.ACCESSIBILITY,
    severity=Severity.ERROR,
    what="Words of another direction whose direction is not said.",
    why="Punctuation and numbers then stand on the wrong side, and a sentence can mean something else.",
    fix="Write `dir=rtl` or `dir=ltr` beside `lang`.",
    examples=(Example(wrong="Choose kind words, such as *مرحبا*{: lang=ar }.", right="Choose kind words."),),
    page_check=look,
)

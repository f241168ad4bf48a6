"""Words of catastrophe, bait, shouting, or alarming numbers without a source."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.capitals import shouted
from saferhub.checks.guards import quotations
from saferhub.checks.passages import Page
from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.checks.tone import shown, worded
from saferhub.model.problem import Severity, phrase

SLUG = "sensational-words"
SHOUT = 4  # words in capitals in a row; three may be a name
WORDED = worded(
    SLUG,
    guards=("quoted", "reported", "contrasted", "myth", "title", "game", "source", "negated"),
    message=phrase("This is sensational: `{words}`.").template,
    hint=phrase("Use plain words, and give each number its year and source.").template,
)


def look(page: Page) -> Iterator[Finding]:
    """Look for the constructions of the packs; in a text that is not of the hub also for shouting.

    In pages of the hub, capitals are the matter of a rule of their own.
    """
    yield from WORDED(page)
    for passage in page.passages if page.document.kind == "text" else ():
        quoted = quotations(passage.text)
        for start, end in shouted(passage.text, SHOUT):
            if not any(first <= start and end <= last for first, last in quoted):
                yield Finding(
                    passage.place(start, end),
                    phrase("This is shouted: `{words}`.", words=shown(passage.text[start:end])),
                    phrase("Write it in small letters, and calmly."),
                    Severity.WARNING,
                )


RULE = Rule(
    slug=SLUG,
    family=Family.TONE,
    severity=Severity.ERROR,
    what="Words of catastrophe, bait, shouting, or alarming numbers without a source.",
    why="Epidemics, tsunamis and shocking numbers make people feel powerless and make real figures worthless.",
    fix="Use plain words, and give every number its year and source.",
    examples=(Example(wrong="A tsunami of cyberbullying is sweeping our schools.", right="Choose kind words."),),
    page_check=look,
    is_worded=True,
)

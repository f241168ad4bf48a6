"""More sentences that forbid than sentences that say what to do."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.passages import Page, Scope
from saferhub.checks.readings import read_sentences
from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.checks.wording import read_lists
from saferhub.model.problem import Severity, phrase

SLUG = "more-prohibitions-than-instructions"
TOLD = frozenset({Scope.PARAGRAPH, Scope.LIST_ITEM, Scope.QUOTE, Scope.TABLE_CELL})
LEAST = 4  # a handful of prohibitions says nothing about a whole lesson


def look(page: Page) -> Iterator[Finding]:
    """Count sentences that forbid and sentences that instruct, outside of examples to avoid."""
    forbids = instructs = 0
    first = None
    for sentence in read_sentences(page):
        if sentence.passage.scope not in TOLD or sentence.passage.is_example_to_avoid:
            continue
        lists = read_lists(SLUG, sentence)
        if "prohibition" in lists:
            forbids += 1
            first = first or sentence.passage.place(*sentence.origin(0, len(sentence.text)))
        elif "instruction" in lists:
            instructs += 1
    if first is not None and forbids > LEAST and forbids > instructs:
        yield Finding(
            first,
            phrase(
                "The lesson forbids {forbids} times and says what to do {instructs} times.",
                forbids=forbids,
                instructs=instructs,
            ),
            phrase("Say what to do instead, beginning here."),
        )


RULE = Rule(
    slug=SLUG,
    family=Family.STRUCTURE,
    severity=Severity.WARNING,
    what="More sentences that forbid than sentences that say what to do.",
    why="People remember and do what they are told to do. A list of prohibitions leaves a child without a next step, and sounds like a threat.",
    fix='Turn "do not" into what to do instead.',
    examples=(
        Example(
            wrong="Never write fast. Do not shout. Never send it. Do not answer. Never look. Do not stay. Never share. Do not ask. Never post. Do not wait. Never laugh. Do not copy. Never join. Do not reply. Never write.\n",
            right="Choose kind words.\n",
        ),
    ),
    page_check=look,
    is_worded=True,
)

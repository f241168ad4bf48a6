"""A part of a page that names a risk and neither an action nor help near it."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.passages import Page, Scope
from saferhub.checks.readings import Sentence, read_sentences
from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.checks.tone import shown
from saferhub.checks.wording import read_lists
from saferhub.model.problem import Severity, phrase

SLUG = "risk-without-action"
NEAR = 12  # sentences; about half a printed page
READ = frozenset({Scope.PARAGRAPH, Scope.LIST_ITEM, Scope.QUOTE, Scope.TABLE_CELL})
# Notes for adults who prepare, the evidence and the quiz are read with the whole lesson in mind.
WHOLE = frozenset({"check", "evidence"})
HELPING = frozenset({"help", "safeguarding"})


def look(page: Page) -> Iterator[Finding]:
    """Go through each section and each handout, and look around every sentence that names a risk."""
    parts: dict[tuple[str, str], list[tuple[Sentence, set[str]]]] = {}
    for sentence in read_sentences(page):
        passage = sentence.passage
        if passage.scope not in READ or passage.is_example_to_avoid or passage.section in WHOLE:
            continue
        handout = next((str(part.number) for part in passage.containers if part.name == "handout"), "")
        parts.setdefault((passage.section, handout), []).append((sentence, read_lists(SLUG, sentence)))
    helped = {
        _section_at(page, container.line) for container in page.document.body.containers if container.name in HELPING
    }
    for (section, _), sentences in parts.items():
        if section in helped:
            continue
        yield from _part(sentences)


def _section_at(page: Page, line: int) -> str:
    return next((part.id for part in reversed(page.document.body.top_sections()) if part.line <= line), "")


def _part(sentences: list[tuple[Sentence, set[str]]]) -> Iterator[Finding]:
    told = -NEAR
    for index, (sentence, lists) in enumerate(sentences):
        if "risk" not in lists or index - told < NEAR:
            continue
        start, end = sentence.origin(0, len(sentence.text))
        if any(first <= start and end <= last for first, last in sentence.context.quoted):
            continue
        around = sentences[max(0, index - NEAR) : index + NEAR + 1]
        if any({"action", "help"} & found for _, found in around):
            continue
        told = index
        yield Finding(
            sentence.passage.place(start, end),
            phrase(
                "A risk is named here, and nothing near it says what to do or who helps: `{words}`.",
                words=shown(sentence.passage.text[start:end]),
            ),
            phrase("Add what a reader can do, or who can help, right after it."),
        )


RULE = Rule(
    slug=SLUG,
    family=Family.BALANCE,
    severity=Severity.WARNING,
    what="A part of a page that names a risk and neither an action nor help near it.",
    why="Reviews of prevention agree on this more than on anything else: a risk without something to do makes people afraid or deaf, and teaches nothing.",
    fix="Add what a reader can do, or who can help, in the same part, near the risk.",
    examples=(
        Example(
            wrong="Some people share private photos of others without asking.",
            right="Messages bring friends together.",
        ),
    ),
    page_check=look,
    is_worded=True,
)

"""Several words in capital letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from saferhub.checks.passages import Page
from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.model.problem import Severity, phrase

LOUD = re.compile(r"[A-ZÀ-ÞĀ-ſА-ЯЁԱ-ՖΑ-Ω][ ]?[A-ZÀ-ÞĀ-ſА-ЯЁԱ-ՖΑ-Ω]")  # most passages hold none and are done
SPACED = re.compile(r"(?<!\w)(?:[^\W\d_] ){3,}[^\W\d_](?!\w)")


def look(page: Page) -> Iterator[Finding]:
    """Look for runs of words in capitals, and for letters set apart."""
    for passage in page.passages:
        if not LOUD.search(passage.text):
            continue
        for match in _runs(passage.text):
            yield Finding(
                passage.place(*match),
                phrase("These words are in capital letters: `{words}`.", words=passage.text[slice(*match)][:60]),
                phrase("Write them in small letters; for weight use `**two stars**`."),
            )
        for found in SPACED.finditer(passage.text):
            if found[0].isupper():
                yield Finding(
                    passage.place(*found.span()),
                    phrase("The letters of this word are set apart: `{words}`.", words=found[0][:60]),
                    phrase("Write the word without spaces."),
                )


def _runs(text: str) -> Iterator[tuple[int, int]]:
    start = end = -1
    words: list[str] = []
    for match in re.finditer(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", text):
        loud = len(match[0]) > 1 and match[0].isupper()
        if loud and (start < 0 or not text[end : match.start()].strip(" ,!'\"’-")):
            start = match.start() if start < 0 else start
            end = match.end()
            words.append(match[0])
            continue
        if _is_loud(words):
            yield start, end
        start, end, words = (match.start(), match.end(), [match[0]]) if loud else (-1, -1, [])
    if _is_loud(words):
        yield start, end


def _is_loud(words: list[str]) -> bool:
    """Two words or more, of which one is longer than an abbreviation. A single word is mostly a name."""
    return len(words) > 1 and max(map(len, words)) > 3


RULE = Rule(
    slug="capital-letters",
    family=Family.ACCESSIBILITY,
    severity=Severity.WARNING,
    what="Several words in capital letters.",
    why="Capitals are hard to read for people with dyslexia, some screen readers spell them, and they read as shouting.",
    fix="Write in small letters; for weight use two stars.",
    examples=(
        Example(wrong="ALWAYS choose KIND WORDS.", right="Choose kind words."),
        Example(wrong="Choose K I N D words.", right="Choose kind words."),
    ),
    page_check=look,
)

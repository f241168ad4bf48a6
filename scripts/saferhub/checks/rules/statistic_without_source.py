"""A number about people or harm that does not say where and when it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from saferhub.checks.passages import Page
from saferhub.checks.readings import read_sentences
from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.checks.tone import shown
from saferhub.checks.wording import read_lists
from saferhub.model.problem import Severity, phrase

SLUG = "statistic-without-source"
YEAR = re.compile(r"(?<![0-9٠-٩])(?:19|20|١٩|٢٠)[0-9٠-٩]{2}(?![0-9٠-٩])")


def look(page: Page) -> Iterator[Finding]:
    """Look for statistics, and in the same sentence for a year with a source, a footnote or a link."""
    for sentence in read_sentences(page):
        passage = sentence.passage
        lists = read_lists(SLUG, sentence)
        if "statistic" not in lists or passage.is_example_to_avoid:
            continue
        start, end = sentence.origin(0, len(sentence.text))
        linked = any(start <= link.start < end for link in passage.links)
        if linked or passage.footnotes or ("source" in lists and YEAR.search(sentence.text)):
            continue
        if any(first <= start and end <= last for first, last in sentence.context.quoted):
            continue
        yield Finding(
            passage.place(start, end),
            phrase("A number is told without its source and year: `{words}`.", words=shown(passage.text[start:end])),
            phrase(
                "Name the source and the year in the sentence, in a footnote or with a link, or leave the number out."
            ),
        )


RULE = Rule(
    slug=SLUG,
    family=Family.EVIDENCE,
    severity=Severity.WARNING,
    what="A number about people or harm that does not say where and when it comes from.",
    why="Numbers travel. One that nobody can check is soon a rumour, and a teacher who repeats it loses trust.",
    fix="Name the source and the year in the same sentence, in a footnote or with a link, or leave the number out.",
    examples=(Example(wrong="One in three children has met a scammer online.", right="Choose kind words."),),
    page_check=look,
    is_worded=True,
)

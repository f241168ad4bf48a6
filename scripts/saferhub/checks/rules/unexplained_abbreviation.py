"""An abbreviation that is not explained where it first stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from saferhub.checks.folding import fold
from saferhub.checks.language_pack import language_pack
from saferhub.checks.passages import Page, Scope
from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.model.problem import Severity, phrase

SLUG = "unexplained-abbreviation"
ABBREVIATION = re.compile(r"(?<![\w./-])(?:[A-ZА-ЯЁ]{2,6}|(?:[A-Z]\.){2,})(?![\w/-]|\.\w)")
LABEL = re.compile(r"[IVX]+$")  # Roman numbers


def look(page: Page) -> Iterator[Finding]:
    """Look at the first place of each abbreviation of a page."""
    explained: set[str] = set()
    for passage in page.passages:
        pack = language_pack(passage.locale)
        known = pack.rules[SLUG].lists.get("known", ()) if pack and SLUG in pack.rules else None
        if known is None or passage.scope is Scope.PICTURE or not ABBREVIATION.search(passage.text):
            continue
        letters = [letter for letter in passage.text if letter.isalpha()]
        if letters and sum(letter.isupper() for letter in letters) > len(letters) / 2:
            continue  # shouting is another fault
        for match in ABBREVIATION.finditer(passage.text):
            word = match[0]
            if word in explained or LABEL.fullmatch(word):
                continue
            explained.add(word)
            around = passage.text[max(0, match.start() - 2) : match.end() + 3]
            folded = fold(word).text
            if re.search(r"[(（]\s*" + re.escape(word) + r"|" + re.escape(word) + r"\s*[(（]", around):
                continue
            if any(matcher.expression.fullmatch(folded) for matcher in known):
                continue
            yield Finding(
                passage.place(*match.span()),
                phrase("The abbreviation `{word}` is not explained here, where it first stands.", word=word),
                phrase("Write it out once, with the short form in brackets behind it."),
            )


RULE = Rule(
    slug=SLUG,
    family=Family.ACCESSIBILITY,
    severity=Severity.WARNING,
    what="An abbreviation that is not explained where it first stands.",
    why="Readers who are new to the field or to the language stop there, and a screen reader cannot say it.",
    fix="Write it out once, with the short form in brackets. Words that everybody knows are in the language pack.",
    examples=(Example(wrong="Choose kind words. The NCII desk helps.", right="Choose kind words."),),
    page_check=look,
    is_worded=True,
)

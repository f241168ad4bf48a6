"""An abbreviation that nobody explains."""

from __future__ import annotations

import re
from collections.abc import Iterator

from saferhub.checks.rule import Family, Finding, PageExample, Rule, found_in_the_pages
from saferhub.model.page import RenderedPage
from saferhub.model.problem import Severity, phrase

SHORT = re.compile(r"(?<![\w.@/-])[A-Z][A-Z0-9]*[A-Z][A-Z0-9]*(?![\w@/-]|\.\w)")
MOST = 6  # letters; longer ones are names
ROMAN = re.compile(r"[IVXL]+")
# Words by now: dictionaries list them, and their long forms would help nobody.
WORDS = frozenset(
    [
        "OK",
        "TV",
        "PC",
        "CD",
        "DVD",
        "SMS",
        "MMS",
        "PIN",
        "QR",
        "USB",
        "PDF",
        "GPS",
        "SIM",
        "ID",
        "AM",
        "PM",
        "DIY",
        "VIP",
        "IBM",
    ]
)


def look(page: RenderedPage) -> Iterator[Finding]:
    """Look for the first place of each abbreviation, and for its long form anywhere on the page."""
    explained = {element.text for element in page.elements if element.tag == "abbr" and "title" in element.attributes}
    whole = " ".join(element.said for element in page.elements)
    for element in page.elements:
        for word in SHORT.findall(element.said):
            if word in explained or word in WORDS or len(word) > MOST or ROMAN.fullmatch(word):
                continue
            explained.add(word)
            if not _is_shouted(element.said, word) and not _has_long_form(whole, word):
                yield Finding(
                    page.at(element),
                    phrase("Nobody explains what `{word}` means.", word=word),
                    phrase("Write the long form once, with the short one in brackets: `United Nations (UN)`."),
                )


def _is_shouted(text: str, word: str) -> bool:
    """Whether the word is part of a text in capitals, which another rule reports."""
    words = re.findall(r"[^\W\d_]{2,}", text)
    place = words.index(word) if word in words else 0
    near = words[max(0, place - 1) : place] + words[place + 1 : place + 2]
    return bool(near) and all(each.isupper() for each in near)


def _has_long_form(text: str, word: str) -> bool:
    """Whether the short form stands in brackets after words, or words stand in brackets after it."""
    name = re.escape(word)
    return bool(
        re.search(rf"\w{{2,}}[\s\uFFFC]*\((?:[^()]*[\s,;])?{name}(?:[\s,;][^()]*)?\)", text)
        or re.search(rf"\b{name}\s*[(（:–—=][\s\uFFFC]*\w+[\s-]\w+", text)
    )


RULE = Rule(
    slug="page-with-unexplained-abbreviation",
    family=Family.PAGES,
    severity=Severity.WARNING,
    what="An abbreviation that nobody explains.",
    why="Who does not know it cannot look it up while teaching, and translators have to guess.",
    fix="Write the long form at the first place, with the short one in brackets, or leave the abbreviation out.",
    examples=(
        PageExample(
            wrong="<p>The DSA asks for kind words.</p>",
            right="<p>The Digital Services Act (DSA) asks for kind words.</p>",
        ),
        PageExample(
            wrong="<p>Ask the ITU for help.</p>",
            right='<p>Ask the <abbr title="International Telecommunication Union">ITU</abbr> for help, by SMS.</p>',
        ),
    ),
    check=found_in_the_pages,
    rendered_check=look,
)

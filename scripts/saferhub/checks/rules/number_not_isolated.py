"""A telephone number or a range of numbers in right-to-left text that may be shown the wrong way round."""

from __future__ import annotations

import re
from collections.abc import Iterator

from saferhub.checks.foreign import direction_of
from saferhub.checks.passages import Page
from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.model.problem import Severity, phrase

DIGIT = "[0-9٠-٩۰-۹]"
NUMBER = re.compile(
    rf"(?<![\w\u2066-\u2069])\+?{DIGIT}+(?:[ \u00a0]?[-–/][ \u00a0]?{DIGIT}+|[ \u00a0]{DIGIT}{{2,}})+(?![\w\u2066-\u2069])|\+{DIGIT}{{4,}}"
)
ISOLATES = "\u2066\u2067\u2068"


def look(page: Page) -> Iterator[Finding]:
    """Look for groups of digits that nothing keeps together."""
    for passage in page.passages:
        if direction_of(passage.locale) != "rtl":
            continue
        for match in NUMBER.finditer(passage.text):
            before = passage.text[: match.start()]
            if before.count("\u2069") < sum(before.count(mark) for mark in ISOLATES):
                continue
            yield Finding(
                passage.place(*match.span()),
                phrase("The parts of `{number}` may be shown in the wrong order.", number=match[0]),
                phrase("Put it between stars and say its direction: `*{number}*{{: dir=ltr }}`.", number=match[0]),
            )


RULE = Rule(
    slug="number-not-isolated",
    family=Family.ACCESSIBILITY,
    severity=Severity.ERROR,
    what="A telephone number or a range of numbers in right-to-left text that nothing keeps in order.",
    why="Browsers turn groups of digits round: a helpline 116 111 is read as 111 116.",
    fix="Put it between stars and say its direction: `*116 111*{: dir=ltr }`. Help numbers belong into the help data.",
    examples=(
        Example(
            wrong="  - تسمية 116 111 كلمتين لطيفتين.",
            right="  - تسمية كلمتين لطيفتين.",
            file="translations/ar/lessons/kind-words.md",
        ),
    ),
    page_check=look,
)

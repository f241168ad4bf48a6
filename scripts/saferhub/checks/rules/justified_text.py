"""Text that is stretched to both margins, or centred."""

from __future__ import annotations

import re
from collections.abc import Iterator

from saferhub.checks.passages import Page
from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.model.lesson import BlockKind
from saferhub.model.problem import Severity, phrase

CLASS = re.compile(
    r"\{:?[^{}\n]*\.(?P<name>[\w-]*justif[\w-]*|text-?cent(?:er|re)(?:ed)?|cent(?:er|re)(?:ed)?)\b[^{}\n]*\}"
)


def look(page: Page) -> Iterator[Finding]:
    """Look for classes that change how lines are set."""
    body = page.document.body
    code = [(block.start, block.end) for block in body.blocks if block.kind is BlockKind.CODE]
    for match in CLASS.finditer(body.text):
        if any(start <= match.start() < end for start, end in code):
            continue
        line = body.first_line + body.text.count("\n", 0, match.start())
        yield Finding(
            page.document.at(line),
            phrase("The class `{name}` changes how lines are set.", name=match["name"]),
            phrase("Remove it: lines begin at the same edge everywhere."),
        )


RULE = Rule(
    slug="justified-text",
    family=Family.ACCESSIBILITY,
    severity=Severity.ERROR,
    what="Text that is stretched to both margins, or centred.",
    why="Uneven gaps and uneven beginnings of lines make reading hard for many people, above all with dyslexia.",
    fix="Remove the class.",
    examples=(Example(wrong="Choose kind words.\n{: .justify }", right="Choose kind words."),),
    page_check=look,
)

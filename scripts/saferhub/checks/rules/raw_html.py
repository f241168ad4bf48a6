"""HTML (the code of web pages) in a page."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.model.lesson import BlockKind, Document
from saferhub.model.library import Library
from saferhub.model.problem import Severity, phrase
from saferhub.sources.blocks import attributes_of
from saferhub.sources.inline import html

# Identifiers of the frame of every page; a heading of that name could take the place of the quick exit.
RESERVED = {
    "leave",
    "theme",
    "search",
    "search-words",
    "search-status",
    "suggestions",
    "content",
    "lesson",
    "presenter",
}
ALLOWED = {"id", "class", "lang", "dir", "minutes", "width"}
ATTRIBUTE_LIST = re.compile(r"\{:?[^{}\n]*\}")
CODE_SPAN = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)


def check(library: Library, today: datetime.date) -> Iterator[Finding]:
    """Look for HTML in every page and every translation."""
    for document in [*library.documents, *library.translations.values()]:
        yield from look(document)


def look(document: Document) -> Iterator[Finding]:
    """Look for HTML in the facts and the blocks of one page."""
    hint = phrase("Use Markdown and the blocks that the guide on writing a lesson names.")
    for name, value in document.facts.items():
        for text in value if isinstance(value, list) else [value]:
            if isinstance(text, str) and any(html(text)):
                yield Finding(document.place(name), phrase("`{name}` holds HTML.", name=name), hint)
    for block in document.body.blocks:
        found = [block.text] if block.kind is BlockKind.HTML else list(html(block.text))
        if found:
            yield Finding(document.at(block.line), phrase("This line holds HTML: `{html}`.", html=found[0][:40]), hint)
    for part in document.body.containers:
        if any(html(part.argument)):
            yield Finding(
                document.at(part.line), phrase("This line holds HTML: `{html}`.", html=part.argument[:40]), hint
            )
    yield from _attributes(document)


def _attributes(document: Document) -> Iterator[Finding]:
    """Attribute lists may name an identifier or a language; `onclick` and `style` in them are HTML by the back door."""
    text = document.body.text
    for block in document.body.blocks:
        if block.kind is BlockKind.CODE:
            text = text[: block.start] + re.sub(r"[^\n]", " ", text[block.start : block.end]) + text[block.end :]
    text = CODE_SPAN.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    for match in ATTRIBUTE_LIST.finditer(text):
        attributes = attributes_of(match[0])
        for name in attributes:
            if name not in ALLOWED or attributes.get("id") in RESERVED:
                yield Finding(
                    document.at(document.body.first_line + text.count("\n", 0, match.start())),
                    phrase("The attribute `{name}` is not allowed.", name=name),
                    phrase("Allowed in braces are: {allowed}.", allowed=", ".join(sorted(ALLOWED))),
                )


RULE = Rule(
    slug="raw-html",
    family=Family.STRUCTURE,
    severity=Severity.ERROR,
    what="HTML (the code of web pages) in a page.",
    why="HTML can carry scripts that run on the devices of children, and it breaks in print, in other formats and in translation.",
    fix="Use Markdown and the blocks of the guide.",
    examples=(
        Example(wrong="<script>alert(1)</script>\n\nChoose kind words.", right="Choose kind words."),
        Example(wrong="Choose <b onclick='x'>kind</b> words.", right="Choose kind words."),
        Example(wrong="Choose kind words.\n{: onclick=x }", right="Choose kind words."),
        Example(wrong="/// cards | <b>x</b>", right="/// cards"),
    ),
    check=check,
)

"""A link to a page or a part of a page that does not exist, or a path that leads out of the hub."""

from __future__ import annotations

import datetime
import posixpath
import re
from collections.abc import Iterator

from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.model.lesson import Document
from saferhub.model.library import Library
from saferhub.model.problem import Phrase, Severity, phrase
from saferhub.sources.inline import links

DEFINITION = re.compile(r"^\[[^\]^][^\]]*\]:\s")


def check(library: Library, today: datetime.date) -> Iterator[Finding]:
    """Follow every link of every page and every translation."""
    drafts = {lesson.document.id for lesson in library.lessons if lesson.status == "draft"}
    anchors = {document.id: {section.id for section in document.body.sections} for document in library.documents}
    for document in [*library.documents, *library.translations.values()]:
        for block in document.body.blocks:
            if DEFINITION.match(block.text):
                yield Finding(
                    document.at(block.line),
                    phrase("The address of a link stands apart from its words."),
                    phrase("Write both together: `[words](path.md)`."),
                )
            for target in links(block.text):
                fault = _fault(document, target, anchors, library.unreadable, drafts)
                if fault:
                    yield Finding(
                        document.at(block.line),
                        fault,
                        phrase("Write the path from this file, for example `[...](kind-words.md)`."),
                    )


def _fault(
    document: Document, target: str, anchors: dict[str, set[str]], unreadable: frozenset[str], drafts: set[str]
) -> Phrase | None:
    if target.startswith(("https://", "mailto:")):
        return None
    if ":" in target or target.startswith("/"):
        return phrase("The link `{target}` leads out of the hub in a way that is not allowed.", target=target)
    path, _, anchor = target.partition("#")
    page = posixpath.normpath(posixpath.join(posixpath.dirname(document.id), path)) if path else document.id
    page = page.removesuffix(".md")
    if page in unreadable:
        return None  # the page exists; why it cannot be read is told elsewhere
    if page in drafts and document.id not in drafts:
        return phrase("The link `{target}` leads to a draft, which readers cannot see.", target=target)
    if page not in anchors or (path and not path.endswith(".md")):
        return phrase("The link `{target}` leads to a page that does not exist.", target=target)
    if anchor and anchor not in anchors[page]:
        return phrase("The page `{page}` has no part `{anchor}`.", page=page, anchor=anchor)
    return None


RULE = Rule(
    slug="broken-link",
    family=Family.LINKS,
    severity=Severity.ERROR,
    what="A link to a page or a part of a page that does not exist, or a path that leads out of the hub.",
    why="A reader who needs the next step finds nothing there.",
    fix="Correct the path. Links are written from the file they stand in: `[Kind words](kind-words.md#help)`.",
    examples=(
        Example(wrong="Choose [kind](missing.md) words.", right="Choose kind words."),
        Example(wrong="Choose [kind](ask-first.md#nowhere) words.", right="Choose kind words."),
    ),
    check=check,
)

"""A file name with capitals, spaces or signs other than hyphens."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.model.library import Library
from saferhub.model.problem import Severity, phrase

NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


RESERVED = {
    "index",
    "find",
    "help",
    "leave",
    "404",
    "competencies",
    "evidence",
}  # made from templates, in every language
LONGEST = 80


def check(library: Library, today: datetime.date) -> Iterator[Finding]:
    """Look at the name of every page."""
    for document in library.documents:
        for part in document.id.split("/"):
            if not NAME.fullmatch(part) or len(part) > LONGEST:
                better = "-".join(re.findall(r"[a-z0-9]+", part.lower()))[:LONGEST] or "name-of-the-lesson"
                yield Finding(
                    document.at(1),
                    phrase("The name `{name}` is not made of small letters and hyphens, or too long.", name=part[:80]),
                    phrase("Name it `{better}`.", better=better),
                )
        if document.id in RESERVED or document.id.startswith("browse/"):
            yield Finding(
                document.at(1),
                phrase("The hub makes a page named `{name}` itself.", name=document.id),
                phrase("Give this page another name."),
            )
        if document.kind == "lesson" and document.id.count("/") != 1:
            yield Finding(
                document.at(1),
                phrase("Lessons stand in `docs/en/lessons/` itself, not in a folder below it."),
                phrase("Move the file one folder up; tags tell lessons apart."),
            )


RULE = Rule(
    slug="bad-file-name",
    family=Family.METADATA,
    severity=Severity.ERROR,
    what="A file name with capitals, spaces or signs other than hyphens.",
    why="The name is part of the address and of every translation. Spaces and capitals break on some computers.",
    fix="Use small letters of the English alphabet, digits and hyphens: `group-chats-that-work.md`.",
    examples=(Example(wrong="---\ntitle: X\n---\n", file="docs/en/lessons/My lesson.md"),),
    check=check,
)

"""A file name with capitals, spaces or signs other than hyphens."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.model.library import Library
from saferhub.model.problem import Severity, phrase

NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def check(library: Library, today: datetime.date) -> Iterator[Finding]:
    """Look at the name of every page."""
    for document in library.documents:
        name = document.id.rpartition("/")[2]
        if not NAME.fullmatch(name):
            better = "-".join(re.findall(r"[a-z0-9]+", name.lower())) or "name-of-the-lesson"
            yield Finding(
                document.at(1),
                phrase("The file name `{name}` is not made of small letters and hyphens.", name=name),
                phrase("Name it `{better}.md`.", better=better),
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

"""A picture whose words are the name of a file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from saferhub.checks.passages import Page
from saferhub.checks.pictures import pictures
from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.model.problem import Severity, phrase

FILE_NAME = re.compile(
    r"^\S+\.(?:svg|png|jpe?g|gif|webp|bmp|tiff?|heic|pdf)$|^(?:img|dsc|image|picture|photo|scan|screenshot|untitled)[\s_-]*\d+$"
    r"|^[\w-]*_[\w-]+$|^[a-z]+(?:-[a-z0-9]+){2,}$",
    re.IGNORECASE,
)


def look(page: Page) -> Iterator[Finding]:
    """Compare the words of each picture with the shape of a file name."""
    for picture in pictures(page):
        words = picture.text.strip()
        stem = picture.source.rpartition("/")[2].rpartition(".")[0]
        if FILE_NAME.match(words) or (stem and words.casefold() == stem.casefold() and "-" in stem):
            yield Finding(
                picture.place,
                phrase("The words for the picture are the name of a file: `{words}`.", words=words),
                phrase("Say what the picture shows."),
            )


RULE = Rule(
    slug="file-name-as-alternative-text",
    family=Family.ACCESSIBILITY,
    severity=Severity.ERROR,
    what="A picture whose words are the name of a file.",
    why="Somebody who listens hears letters and numbers instead of what the picture shows.",
    fix="Say in one or two sentences what the picture shows.",
    examples=(Example(wrong="![bubbles_final_2.svg]", right="![A drawing of two speech bubbles.]"),),
    page_check=look,
)

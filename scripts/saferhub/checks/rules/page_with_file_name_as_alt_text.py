"""A picture whose alternative text is the name of its file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from saferhub.checks.rule import Family, Finding, PageExample, Rule, found_in_the_pages
from saferhub.model.page import RenderedPage
from saferhub.model.problem import Severity, phrase

FILE_NAME = re.compile(
    r"\S+\.(?:svg|png|jpe?g|gif|webp|avif|bmp|tiff?)|(?:img|dsc|dscn|pict?|image|screenshot)[-_ ]?\d+", re.I
)


def look(page: RenderedPage) -> Iterator[Finding]:
    """Compare the words of each picture with what files are called."""
    for element in page.elements:
        words = element.attributes.get("alt", "").strip()
        stem = element.attributes.get("src", "").rpartition("/")[2].rpartition(".")[0]
        is_stem = words == stem and bool(re.search(r"[-_\d]", stem))
        if words and (FILE_NAME.fullmatch(words) or is_stem):
            yield Finding(
                page.at(element),
                phrase("The alternative text `{words}` is the name of a file.", words=words),
                phrase("Say in one sentence what the picture shows; leave it empty if it only decorates."),
            )


RULE = Rule(
    slug="page-with-file-name-as-alt-text",
    family=Family.PAGES,
    severity=Severity.ERROR,
    what="A picture whose alternative text is the name of its file.",
    why="Somebody who cannot see the picture hears `bubbles dot s v g` and learns nothing from it.",
    fix="Say in one sentence what the picture shows. Leave the text empty if the picture only decorates.",
    examples=(
        PageExample(
            wrong='<p><img src="bubbles.svg" alt="bubbles.svg" width="9" height="9"></p>',
            right='<p><img src="bubbles.svg" alt="Two friends write to each other." width="9" height="9"></p>',
        ),
        PageExample(
            wrong='<p><img src="two-friends.svg" alt="two-friends" width="9" height="9"></p>',
            right='<p><img src="two-friends.svg" alt="Two friends" width="9" height="9"></p>',
        ),
    ),
    check=found_in_the_pages,
    rendered_check=look,
)

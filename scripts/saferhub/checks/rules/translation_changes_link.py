"""A link or a footnote that a translation changes, loses or adds."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.checks.translated import translated_pairs
from saferhub.model.library import Library
from saferhub.model.problem import Severity, phrase
from saferhub.translation.kept import links_and_footnotes


def check(library: Library, today: datetime.date) -> Iterator[Finding]:
    """Compare where the links of each translated piece lead, and its footnotes, with those of its source."""
    for pair in translated_pairs(library):
        source, target = links_and_footnotes(pair.source), links_and_footnotes(pair.target)
        for token in (source - target) or (target - source):
            lost = token in source
            yield Finding(
                pair.place,
                phrase("`{token}` of the source is not in the translation.", token=token)
                if lost
                else phrase("`{token}` is not in the source.", token=token),
                phrase("Keep links and footnotes as they are in the source; translate only their words."),
            )
            break


RULE = Rule(
    slug="translation-changes-link",
    family=Family.TRANSLATION,
    severity=Severity.ERROR,
    what="A link, a picture or a footnote that a translation changes, loses or adds.",
    why="Readers of the translation would miss a source or end up somewhere else.",
    fix="Keep the address, the file or the number of the footnote exactly as in the source.",
    examples=(
        Example(
            wrong="اختاروا كلمات لطيفة. [انظر](https://example.org/x)",
            right="اختاروا كلمات لطيفة.",
            file="translations/ar/lessons/kind-words.md",
        ),
    ),
    check=check,
)

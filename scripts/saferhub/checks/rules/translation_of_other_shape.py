"""A translation whose parts do not match its source one by one, and that has no sidecar."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.model.lesson import Document
from saferhub.model.library import Library
from saferhub.model.problem import Severity, phrase
from saferhub.translation.pieces import same_shape


def check(library: Library, today: datetime.date) -> Iterator[Finding]:
    """Compare each translation that has no sidecar with its source."""
    sources = {document.id: document for document in library.documents}
    for (locale, name), document in library.translations.items():
        source = sources.get(name)
        if source is None or (locale, name) in library.sidecars or same_shape(source.body, document.body):
            continue
        line, kind = _first_difference(source, document)
        yield Finding(
            document.at(line),
            phrase("From here on the translation has other parts than its source ({kind}).", kind=kind),
            phrase("Compare with `{path}` and bring the parts into the same order.", path=source.path),
        )


def _first_difference(source: Document, target: Document) -> tuple[int, str]:
    for left, right in zip(source.body.blocks, target.body.blocks, strict=False):
        if left.shape != right.shape:
            return right.line, left.kind.value
    last = target.body.blocks[-1].line if target.body.blocks else 1
    return last, "end"


RULE = Rule(
    slug="translation-of-other-shape",
    family=Family.TRANSLATION,
    severity=Severity.WARNING,
    what="A translation whose parts do not match its source one by one, and that has no sidecar.",
    why="The hub cannot tell which of its blocks are up to date, so it is shown as a whole with a notice, and help texts may be old.",
    fix="Bring paragraphs, list items and tables into the same order as the source, then run `hub i18n accept`.",
    examples=(
        Example(
            wrong="extra\n\n## ما هو جيد {#good}",
            right="## ما هو جيد {#good}",
            file="translations/ar/lessons/ask-first.md",
        ),
    ),
    check=check,
)

"""A translation of a page that does not exist."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.model.library import Library
from saferhub.model.problem import Severity, closest, phrase


def check(library: Library, today: datetime.date) -> Iterator[Finding]:
    """Look up the source of every translation."""
    known = [*(document.id for document in library.documents), *library.unreadable]
    for (_, name), document in library.translations.items():
        if name not in known:
            close = closest(name, known)
            hint = (
                phrase("Did you mean `{nearest}.md`?", nearest=close)
                if close
                else phrase("Remove the file, or bring back its source.")
            )
            yield Finding(document.at(1), phrase("There is no page `docs/en/{id}.md` to translate.", id=name), hint)


RULE = Rule(
    slug="translation-without-source",
    family=Family.TRANSLATION,
    severity=Severity.ERROR,
    what="A translation of a page that does not exist.",
    why="Nobody will ever see it: the source was renamed or removed, or the name is misspelt.",
    fix="Give the file the name of its source, or remove it.",
    examples=(Example(wrong="---\ntitle: X\n---\n", file="translations/ar/lessons/kind-wrods.md"),),
    check=check,
)

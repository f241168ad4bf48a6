"""A sidecar that knows nothing of what stands in its page."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.model.library import Library
from saferhub.model.problem import Place, Severity, phrase
from saferhub.translation.pairs import is_of_another_page
from saferhub.translation.pieces import pieces


def check(library: Library, today: datetime.date) -> Iterator[Finding]:
    """Look for sidecars of which no line fits their page or its translation."""
    sources = {document.id: document for document in library.documents}
    for (locale, name), sidecar in library.sidecars.items():
        source, target = sources.get(name), library.translations.get((locale, name))
        if source is None or target is None or not is_of_another_page(pieces(source), pieces(target), sidecar):
            continue
        command = f"hub i18n accept {locale} {name} --anew"
        yield Finding(
            Place(f"translations/{locale}/{name}.sync"),
            phrase("This record belongs to another page: no line of it fits this one."),
            phrase("Bring the right file back from git, or compare the page and run `{command}`.", command=command),
        )


RULE = Rule(
    slug="sidecar-of-another-page",
    family=Family.TRANSLATION,
    severity=Severity.ERROR,
    what="A sidecar, the file in which the hub notes what a translation was made from, that knows nothing of its page.",
    why="It was copied or renamed by mistake. With it nobody can say which parts of the translation are out of date.",
    fix="Bring the right file back from git. If there is none, compare the page with its source and run `hub i18n accept --anew`.",
    examples=(
        Example(
            wrong="source: 0\n11111111 22222222\n33333333 44444444\n55555555 66666666\n",
            file="translations/ar/lessons/kind-words.sync",
        ),
    ),
    check=check,
)

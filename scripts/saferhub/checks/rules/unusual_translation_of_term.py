"""A term that a translation does not say as the glossary does."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from saferhub.checks.folding import fold
from saferhub.checks.glossary_terms import is_said, terms_of
from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.checks.translated import translated_pairs
from saferhub.model.library import Library
from saferhub.model.problem import Severity, phrase


def check(library: Library, today: datetime.date) -> Iterator[Finding]:
    """Look for the terms of each source text, and for their approved forms in its translation."""
    for pair in translated_pairs(library) if library.glossary else ():
        target = fold(pair.target).text
        for term, form in terms_of(pair.source, library.glossary, pair.locale):
            if not is_said(form.accept, pair.locale, target):
                yield Finding(
                    pair.place,
                    phrase(
                        "The source speaks of `{term}`, and the translation does not say `{form}`.",
                        term=term.id,
                        form=form.say,
                    ),
                    phrase("Use the word of the glossary, or add this form to it if it is right."),
                )


RULE = Rule(
    slug="unusual-translation-of-term",
    family=Family.TRANSLATION,
    severity=Severity.ADVICE,
    what="A term that a translation does not say as the glossary does.",
    why="One thing with three names is three things to a learner. In matters of safety the agreed word is also the one that people can look for.",
    fix="Use the word of `translations/glossary.yml`, or add this form to it if it is right.",
    examples=(
        Example(
            wrong="اختاروا عبارات حلوة.",
            right="اختاروا كلمات لطيفة.",
            file="translations/ar/lessons/kind-words.md",
        ),
    ),
    check=check,
)

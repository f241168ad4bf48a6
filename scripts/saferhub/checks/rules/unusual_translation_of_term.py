"""A term that a translation does not say as the glossary does."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from saferhub.checks.glossary_terms import TermFinder, has_form, other_form
from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.checks.translated import TranslatedPair, translated_pairs
from saferhub.model.glossary import ApprovedForm, GlossaryTerm
from saferhub.model.library import Library
from saferhub.model.problem import Phrase, Severity, phrase


def check(library: Library, today: datetime.date) -> Iterator[Finding]:
    """Look for the terms of each source text, and for their approved forms in its translation."""
    finder = TermFinder(library.glossary)
    for pair in translated_pairs(library) if library.glossary else ():
        for term, form in finder.terms_of(pair.source, pair.locale):
            if not has_form(term, form, pair.locale, pair.target):
                yield Finding(pair.place, _message(pair, term, form), _hint(term))


def _message(pair: TranslatedPair, term: GlossaryTerm, form: ApprovedForm) -> Phrase:
    if not term.is_translated:
        return phrase("The source names `{term}`, and the translation does not.", term=term.name)
    other = other_form(form, pair.locale, pair.target)
    if other is not None:
        return phrase(
            "The source speaks of `{term}`. The translation says `{other}`, and the glossary says `{form}`.",
            term=term.name,
            other=other.say,
            form=form.say,
        )
    return phrase(
        "The source speaks of `{term}`, and the translation does not say `{form}`.", term=term.name, form=form.say
    )


def _hint(term: GlossaryTerm) -> Phrase:
    if not term.is_translated:
        return phrase("Keep the name as it is, so that people can find what it stands for.")
    return phrase("Use the word of the glossary, or add this form to it if it is right.")


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

"""A term that a translation does not say as the glossary does."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from saferhub.checks.expressions import expression
from saferhub.checks.folding import fold
from saferhub.checks.language_pack import language_pack
from saferhub.checks.patterns import PatternError, Reader, Spelling
from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.checks.translated import translated_pairs
from saferhub.model.library import Library
from saferhub.model.locale import SOURCE_LOCALE
from saferhub.model.problem import Severity, phrase

CODE = re.compile(r"`[^`]*`")  # names of files are not said


def check(library: Library, today: datetime.date) -> Iterator[Finding]:
    """Look for the terms of each source text, and for their approved forms in its translation."""
    for pair in translated_pairs(library) if library.glossary else ():
        source, target = fold(CODE.sub("", pair.source)).text, fold(pair.target).text
        for term in library.glossary:
            form = term.forms.get(pair.locale)
            if form is None or not _found(term.find, SOURCE_LOCALE, source):
                continue
            if not _found(form.accept, pair.locale, target):
                yield Finding(
                    pair.place,
                    phrase(
                        "The source speaks of `{term}`, and the translation does not say `{form}`.",
                        term=term.id,
                        form=form.say,
                    ),
                    phrase("Use the word of the glossary, or add this form to it if it is right."),
                )


def _found(texts: Iterable[str], locale: str, text: str) -> bool:
    return any(_compiled(pattern, locale).search(text) for pattern in texts)


@lru_cache(maxsize=4096)
def _compiled(pattern: str, locale: str) -> re.Pattern[str]:
    pack = language_pack(locale)
    spelling = pack.spelling if pack else Spelling()
    try:
        return expression(Reader({}, spelling).row(pattern), spelling)
    except PatternError:  # words of a language that look like a sign of the pattern language
        return re.compile(re.escape(fold(pattern).text))


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

"""Find the terms of the glossary in a text, and their approved forms in a translation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from saferhub.checks.expressions import expression
from saferhub.checks.folding import fold
from saferhub.checks.language_pack import spelling_of
from saferhub.checks.patterns import PatternError, Reader
from saferhub.model.glossary import ApprovedForm, GlossaryTerm
from saferhub.model.locale import SOURCE_LOCALE

CODE = re.compile(r"`[^`]*`")  # names of files are not said


def terms_of(source: str, glossary: Iterable[GlossaryTerm], locale: str) -> Iterator[tuple[GlossaryTerm, ApprovedForm]]:
    """Return the terms that a source text speaks of and that have an approved form in a language."""
    text = ""
    for term in glossary:
        form = term.forms.get(locale)
        if form is None:
            continue
        text = text or fold(CODE.sub("", source)).text
        if is_said(term.find, SOURCE_LOCALE, text):
            yield term, form


def is_said(texts: Iterable[str], locale: str, text: str) -> bool:
    """Whether one of the patterns stands in a folded text."""
    return any(_compiled(pattern, locale).search(text) for pattern in texts)


@lru_cache(maxsize=4096)
def _compiled(pattern: str, locale: str) -> re.Pattern[str]:
    spelling = spelling_of(locale)
    try:
        return expression(Reader({}, spelling).row(pattern), spelling)
    except PatternError:  # words of a language that look like a sign of the pattern language
        return re.compile(re.escape(fold(pattern).text))

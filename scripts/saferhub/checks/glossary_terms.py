"""Find the terms of the glossary in a text, and their approved forms in a translation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from saferhub.checks.expressions import expression
from saferhub.checks.folding import fold
from saferhub.checks.language_pack import spelling_of
from saferhub.checks.patterns import PatternError, Reader
from saferhub.model.glossary import ApprovedForm, GlossaryTerm, OtherForm
from saferhub.model.locale import SOURCE_LOCALE

CODE = re.compile(r"`[^`]*`")  # names of files are not said


class TermFinder:
    """Finds the terms that a source text speaks of. Each text is searched once, however many languages it has."""

    def __init__(self, glossary: Iterable[GlossaryTerm]) -> None:
        self.glossary = tuple(glossary)
        self._found: dict[str, tuple[GlossaryTerm, ...]] = {}

    def terms_of(self, source: str, locale: str) -> Iterator[tuple[GlossaryTerm, ApprovedForm]]:
        """Return the terms of a source text that a language has a form for, each with its form."""
        if source not in self._found:
            self._found[source] = tuple(self._search(source))
        for term in self._found[source]:
            form = term.form_in(locale)
            if form is not None:
                yield term, form

    def _search(self, source: str) -> Iterator[GlossaryTerm]:
        said = CODE.sub("", source)
        folded = fold(said).text
        for term in self.glossary:
            if is_said(term.find, SOURCE_LOCALE, folded) if term.is_translated else _names(term, said):
                yield term


def has_form(term: GlossaryTerm, form: ApprovedForm, locale: str, target: str) -> bool:
    """Whether a translation says a term in one of the forms that count."""
    if not term.is_translated:
        return _names(term, target)
    return is_said(form.accept, locale, fold(target).text)


def other_form(form: ApprovedForm, locale: str, target: str) -> OtherForm | None:
    """Return a word of a translation that the glossary advises against, if there is one."""
    folded = fold(target).text
    return next((other for other in form.others if is_said((other.say,), locale, folded)), None)


def _names(term: GlossaryTerm, text: str) -> bool:
    """A name is looked for as it is written: `Take It Down` is a service, and taking something down is not."""
    return term.name in " ".join(text.split())


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

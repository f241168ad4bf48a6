"""What all rules of tone and terms have in common: they look for constructions of language packs."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.folding import fold
from saferhub.checks.passages import Page
from saferhub.checks.rule import Finding, PageCheck
from saferhub.checks.wording import Found, wording
from saferhub.model.problem import Phrase, Severity, phrase

LONGEST = 90  # letters of a sentence that are shown in a message


def worded(slug: str, guards: tuple[str, ...], message: str, hint: str) -> PageCheck:
    """Make a check that reports each construction; the message template shows the `words`."""

    def look(page: Page) -> Iterator[Finding]:
        for found in wording(slug, page, guards):
            yield Finding(
                found.passage.place(found.start, found.end),
                Phrase(message, {"words": shown(found.words)}),
                Phrase(hint),
                Severity.WARNING if found.warns else None,
            )

    return look


def terms(slug: str, guards: tuple[str, ...]) -> PageCheck:
    """Make a check that reports each term with what to write instead."""

    def look(page: Page) -> Iterator[Finding]:
        for found in wording(slug, page, guards):
            yield Finding(
                found.passage.place(found.start, found.end),
                _term_message(slug, found),
                _term_hint(found),
                Severity.WARNING if found.warns else None,
                _replacement(found),
            )

    return look


def shown(words: str) -> str:
    """Return words of a page for a message, shortened in the middle when they are many."""
    words = " ".join(words.split())
    if len(words) <= LONGEST:
        return words
    return f"{words[: LONGEST // 2].rstrip()} … {words[-LONGEST // 2 :].lstrip()}"


def _term_message(slug: str, found: Found) -> Phrase:
    if slug == "avoided-term":
        return phrase("`{words}` is a term to avoid.", words=shown(found.words))
    return phrase("`{words}` is a term to use with care.", words=shown(found.words))


def _term_hint(found: Found) -> Phrase:
    construction = found.construction
    instead = construction.instead if construction else ""
    source = construction.source if construction else ""
    if instead and source:
        return phrase("Better: {instead}. Source: {source}.", instead=instead, source=source)
    if instead:
        return phrase("Better: {instead}.", instead=instead)
    return phrase("Say what happened, and who did it to whom.")


def _replacement(found: Found) -> str:
    """The form to write instead, if the pack names one for exactly these words and no mark stands between them."""
    words = found.words
    place = found.passage.place(found.start, found.end)
    if found.construction is None or place.line != place.end_line or place.end_column - place.column != len(words):
        return ""
    for old, new in found.construction.swap:
        if fold(old).text == fold(words).text:
            return new[:1].upper() + new[1:] if words[:1].isupper() and not old[:1].isupper() else new
    return ""

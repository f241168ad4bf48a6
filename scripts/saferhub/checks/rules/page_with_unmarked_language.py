"""A sentence in another language that is not marked as such."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby

from saferhub.checks.rule import Family, Finding, PageExample, Rule, found_in_the_pages
from saferhub.checks.writing import UNSPACED, letter_kind, letters_of
from saferhub.model.page import RenderedPage
from saferhub.model.problem import Severity, phrase

WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
SENTENCE = re.compile(r"[^.!?…\uFFFC]+")
FOREIGN_WORDS, FOREIGN_SIGNS = 3, 4  # fewer are names
LATIN_WORDS = 6  # names of works and licences in Latin letters are longer
# Shares of small words in a sentence, measured on all lessons in English and French: none of 3,500 sentences is misjudged.
LEAST_SMALL, LEAST_SHARE, LEAD = 4, 0.4, 0.25  # three are a name such as `Take It Down`
# Languages whose small words are much alike: in a short sentence they say nothing.
ALIKE = frozenset({"ca", "es", "gl", "it", "pt"})


def look(page: RenderedPage) -> Iterator[Finding]:
    """Look at the letters of each text, and where they fit, at the small words that hold its sentences together."""
    for element in page.elements:
        language = element.lang.casefold().split("-")[0]
        if not element.said or not language:
            continue
        found = _in_other_letters(element.said, element.lang) or _in_other_words(
            element.said, language, page.small_words
        )
        if found:
            yield Finding(
                page.at(element),
                phrase(
                    "This is marked as `{language}` and seems to be another language: `{text}`.",
                    language=element.lang,
                    text=found[:60],
                ),
                phrase('Mark it: `lang="..."`, with `dir="..."` if it runs the other way.'),
            )


def _in_other_letters(text: str, language: str) -> str:
    """Return the first run of words whose letters the language does not have."""
    own = letters_of(language)
    if not own:
        return ""
    words = [(word, letter_kind(word[0])) for word in WORD.findall(text)]
    for kind, run in groupby(words, lambda entry: entry[1]):
        if not kind or kind in own:
            continue
        found = [word for word, _ in run]
        least = LATIN_WORDS if kind == "LATIN" else FOREIGN_WORDS
        if len(found) >= least or (kind in UNSPACED and sum(map(len, found)) >= FOREIGN_SIGNS):
            return " ".join(found)
    return ""


def _in_other_words(text: str, language: str, small_words: Mapping[str, frozenset[str]]) -> str:
    """Return the first sentence that is held together by the small words of another language."""
    if language not in small_words:
        return ""
    for sentence in SENTENCE.findall(text):
        words = [word.casefold().replace("’", "'") for word in WORD.findall(sentence)]
        own = _share(words, small_words[language])
        for other, small in small_words.items():
            known = {word for word in words if word in small and len(word) > 1}
            share = _share(words, small)
            alike = other in ALIKE and language in ALIKE
            if other != language and not alike and len(known) >= LEAST_SMALL and share >= max(LEAST_SHARE, own + LEAD):
                return str(sentence).strip()
    return ""


def _share(words: list[str], small: frozenset[str]) -> float:
    return sum(word in small for word in words) / len(words) if words else 0.0


RULE = Rule(
    slug="page-with-unmarked-language",
    family=Family.PAGES,
    severity=Severity.ERROR,
    what="A sentence in another language that is not marked as such.",
    why="A screen reader speaks it with the sounds of the page's language, which nobody understands, and fonts and hyphens come out wrong.",
    fix='Mark the part with its language: `lang="fr"`. In Markdown: `{lang=fr}`.',
    examples=(
        PageExample(
            wrong="<p>Помните, что вы не одни.</p>",
            right='<p lang="ru">Помните, что вы не одни.</p>',
        ),
        PageExample(
            wrong="<p>Il est important de parler avec les autres quand on ne sait pas quoi faire.</p>",
            right='<p lang="fr">Il est important de parler avec les autres quand on ne sait pas quoi faire.</p>',
        ),
        PageExample(
            lang="fr",
            wrong="<p>You can always talk about it with someone who listens to you.</p>",
            right="<p>On peut toujours en parler avec quelqu’un qui écoute.</p>",
        ),
        PageExample(
            lang="ar",
            wrong="<p>You can always talk about it with someone.</p>",
            right='<p>يمكنك <span lang="en" dir="ltr">always talk about it</span> دائمًا.</p>',
        ),
    ),
    check=found_in_the_pages,
    rendered_check=look,
)

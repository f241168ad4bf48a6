"""A sentence in another language that is not marked as such."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.foreign import foreign_stretches, languages_by_words
from saferhub.checks.passages import Page
from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.model.problem import Severity, phrase


def look(page: Page) -> Iterator[Finding]:
    """Compare the letters and the small words of each passage with its language."""
    for passage in page.passages:
        for start, end, script in foreign_stretches(passage.text, passage.locale):
            yield Finding(
                passage.place(start, end),
                phrase("These words are in {script} letters and are not marked as another language.", script=script),
                phrase("Mark them, for example `*words*{{: lang=ar dir=rtl }}`."),
            )
        for start, end, language in languages_by_words(passage.text, passage.locale):
            yield Finding(
                passage.place(start, end),
                phrase("This sentence looks like `{language}` and is not marked as such.", language=language),
                phrase("Mark it with `{{: lang={language} }}`, or translate it.", language=language),
            )


RULE = Rule(
    slug="unmarked-language",
    family=Family.ACCESSIBILITY,
    severity=Severity.WARNING,
    what="A sentence in another language that is not marked as such.",
    why="A screen reader reads it with the wrong voice, hyphens fall in wrong places, and letters may be missing from the font.",
    fix="Mark the words or the paragraph with its language, for example `*bonjour*{: lang=fr }`.",
    examples=(
        Example(wrong="Say مرحبا بكم جميعا to all.", right="Choose kind words."),
        Example(
            wrong="Dans cette classe nous parlons avec respect et nous demandons de l'aide quand il le faut.",
            right="Choose kind words.",
        ),
    ),
    page_check=look,
)

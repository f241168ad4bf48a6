"""A lesson whose safeguarding block has no text to show."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.rule import Example, Family, Finding, Rule, each_lesson
from saferhub.model.lesson import Lesson
from saferhub.model.library import Library
from saferhub.model.problem import Severity, phrase


def look(library: Library, lesson: Lesson) -> Iterator[Finding]:
    """Look for the text that belongs to the sensitivity of the lesson."""
    name = f"snippets/safeguarding-{lesson.sensitivity}"
    text = next((document for document in library.documents if document.id == name), None)
    if name not in library.unreadable and (text is None or not text.body.blocks):
        yield Finding(
            lesson.document.place("sensitivity"),
            phrase(
                "There is no safeguarding text for lessons that are `{sensitivity}`.", sensitivity=lesson.sensitivity
            ),
            phrase("Bring back `docs/en/{name}.md`.", name=name),
        )


RULE = Rule(
    slug="missing-safeguarding-text",
    family=Family.STRUCTURE,
    severity=Severity.ERROR,
    what="A lesson whose safeguarding block has no text to show.",
    why="The teacher would find an empty box where it says what to do when a child tells something.",
    fix="Bring back the file in docs/en/snippets/ that belongs to the sensitivity of the lesson.",
    examples=(Example(wrong=None, file="docs/en/snippets/safeguarding-general.md"),),
    check=each_lesson(look),
)

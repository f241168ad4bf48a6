"""A lesson names another as the next one, and that one does not name it as prior."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.rule import Example, Family, Finding, Rule, each_lesson
from saferhub.model.lesson import Lesson
from saferhub.model.library import Library
from saferhub.model.problem import Severity, phrase


def look(library: Library, lesson: Lesson) -> Iterator[Finding]:
    """Compare `next` of this lesson with `prior` of the other, and the other way round."""
    for field, names, back in (("next", lesson.next, "prior"), ("prior", lesson.prior, "next")):
        for index, name in enumerate(names):
            other = library.lesson(name)
            if other is None:
                continue
            answer = other.prior if back == "prior" else other.next
            if lesson.id not in answer:
                yield Finding(
                    lesson.document.place(field, index),
                    phrase("`{name}` does not name this lesson under `{back}`.", name=name, back=back),
                    phrase("Add `{id}` to `{back}` of `{name}`.", id=lesson.id, back=back, name=name),
                )


RULE = Rule(
    slug="one-sided-path",
    family=Family.METADATA,
    severity=Severity.WARNING,
    what="A lesson names another as the next one, and that one does not name it as prior.",
    why="Readers should be able to walk a path in both directions.",
    fix="Add the missing `prior` or `next`.",
    examples=(Example(wrong="next: [ask-first]", right="next: []"),),
    check=each_lesson(look),
)

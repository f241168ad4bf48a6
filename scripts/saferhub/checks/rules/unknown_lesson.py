"""A path leads to a lesson that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.rule import Example, Family, Finding, Rule, each_lesson
from saferhub.model.lesson import Lesson
from saferhub.model.library import Library
from saferhub.model.problem import Severity, closest, phrase


def look(library: Library, lesson: Lesson) -> Iterator[Finding]:
    """Look up every lesson named before or after this one."""
    if not lesson.prior and not lesson.next:
        return
    known = [other.document.id.rpartition("/")[2] for other in library.lessons]
    known += [document.id.rpartition("/")[2] for document in library.documents if document.kind == "lesson"]
    drafts = {other.id for other in library.lessons if other.status == "draft"}
    known += [name.rpartition("/")[2] for name in library.unreadable]
    for field, names in (("prior", lesson.prior), ("next", lesson.next)):
        for index, name in enumerate(names):
            if name not in known:
                close = closest(name, known)
                hint = (
                    phrase("Did you mean `{nearest}`?", nearest=close)
                    if close
                    else phrase("Use the file name of a lesson without `.md`.")
                )
                yield Finding(
                    lesson.document.place(field, index),
                    phrase("`{field}` names the lesson `{name}`, which does not exist.", field=field, name=name),
                    hint,
                )
            elif name in drafts and lesson.status != "draft":
                yield Finding(
                    lesson.document.place(field, index),
                    phrase("`{field}` names the lesson `{name}`, which is a draft.", field=field, name=name),
                    phrase("Publish `{name}`, or take it out of the path.", name=name),
                )


RULE = Rule(
    slug="unknown-lesson",
    family=Family.METADATA,
    severity=Severity.ERROR,
    what="A path leads to a lesson that does not exist.",
    why="Teachers follow paths to plan a term. A path must not end in nothing.",
    fix="Use the file name of the lesson without `.md`.",
    examples=(Example(wrong="prior: [ask-frist]", right="prior: [ask-first]"),),
    check=each_lesson(look),
)

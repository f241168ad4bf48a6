"""An objective that nobody can see or hear."""

from __future__ import annotations

import re
from collections.abc import Iterator

from saferhub.checks.rule import Example, Family, Finding, Rule, each_lesson_page
from saferhub.model.lesson import Document
from saferhub.model.library import Library
from saferhub.model.problem import Severity, phrase

# English, because lessons are written in English first; translations follow the source.
VAGUE = re.compile(
    r"^(to )?(understand|know|learn|realise|realize|appreciate|be aware|become aware|be familiar|think about|feel|"
    r"believe|be able|gain|get|have|see|grasp|acquire|discover|explore)\b",
    re.IGNORECASE,
)


def look(library: Library, document: Document) -> Iterator[Finding]:
    """Look at the first words of each objective."""
    objectives = document.facts.get("objectives")
    for index, text in enumerate(objectives if isinstance(objectives, list) else []):
        found = VAGUE.match(str(text))
        if found:
            yield Finding(
                document.place("objectives", index),
                phrase("The objective begins with `{verb}`, which cannot be seen or heard.", verb=found[0]),
                phrase("Begin with what learners do: name, show, decide, sort, explain, practise."),
            )


RULE = Rule(
    slug="vague-objective",
    family=Family.METADATA,
    severity=Severity.ERROR,
    what="An objective that nobody can see or hear.",
    why='Whether learners "understand" cannot be seen. What they name, show or decide can, and then practice and quiz follow by themselves.',
    fix="Begin with a verb such as name, show, decide, sort, explain, write or practise.",
    examples=(Example(wrong="- Understand kind words.", right="- Name two kind words."),),
    check=each_lesson_page(look),
)

"""Fewer quiz questions than objectives."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.rule import Example, Family, Finding, Rule, each_lesson_page
from saferhub.model.lesson import Document
from saferhub.model.library import Library
from saferhub.model.problem import Severity, phrase
from saferhub.model.quiz import quizzes


def look(library: Library, document: Document) -> Iterator[Finding]:
    """Count questions and objectives."""
    objectives = document.facts.get("objectives")
    wanted = len(objectives) if isinstance(objectives, list) else 0
    found = quizzes(document.body)
    section = document.body.section("check")
    if section and len(found) < wanted:
        yield Finding(
            document.at(section.line),
            phrase("The lesson has {wanted} objectives and {found} quiz questions.", wanted=wanted, found=len(found)),
            phrase("Add a question for each objective that has none."),
        )


RULE = Rule(
    slug="few-quiz-questions",
    family=Family.STRUCTURE,
    severity=Severity.ADVICE,
    what="Fewer quiz questions than objectives.",
    why="A question for each objective shows learners and teacher what has been reached.",
    fix="Add a quiz for each objective that has none.",
    examples=(
        Example(
            wrong="  - Show a kind answer.\n  - Decide whom to ask.\n  - Sort three messages.\n",
            right="  - Show a kind answer.\n",
        ),
    ),
    check=each_lesson_page(look),
)

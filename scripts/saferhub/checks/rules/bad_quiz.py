"""A quiz without a question, with too few or too many options, without feedback, or without exactly one right answer."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.rule import Example, Family, Finding, Rule, each_lesson_page
from saferhub.model.lesson import Document, Quiz
from saferhub.model.library import Library
from saferhub.model.problem import Phrase, Severity, phrase
from saferhub.model.quiz import quizzes


def look(library: Library, document: Document) -> Iterator[Finding]:
    """Look at the shape of each quiz."""
    for quiz in quizzes(document.body):
        for line, message, hint in _faults(quiz):
            yield Finding(document.at(line), message, hint)


def _faults(quiz: Quiz) -> Iterator[tuple[int, Phrase, Phrase]]:
    if not quiz.question:
        yield quiz.line, phrase("The quiz has no question."), phrase("Write the question before the options.")
    if not 2 <= len(quiz.options) <= 4:
        yield (
            quiz.line,
            phrase("The quiz has {number} options.", number=len(quiz.options)),
            phrase("Write two to four options, each as `- [ ] ...`."),
        )
    right = sum(option.right for option in quiz.options)
    if quiz.options and right != 1:
        yield (
            quiz.line,
            phrase("The quiz has {number} right answers.", number=right),
            phrase("Mark exactly one option with `[x]`."),
        )
    for option in quiz.options:
        if not option.feedback:
            yield (
                option.line,
                phrase("This option has no feedback."),
                phrase("Write it below the option, after an empty line, indented by four spaces."),
            )


RULE = Rule(
    slug="bad-quiz",
    family=Family.STRUCTURE,
    severity=Severity.ERROR,
    what="A quiz without a question, with too few or too many options, without feedback, or without exactly one right answer.",
    why="Feedback on each option is where the learning happens. A quiz with two right answers teaches that quizzes are traps.",
    fix="Write one question, two to four options such as `- [ ] ...`, one of them `- [x] ...`, and under each its feedback, indented by four spaces.",
    examples=(
        Example(
            wrong="What helps?\n\n- [x] Shout.\n\n    Kind words help more.\n\n- [x] Listen.\n",
            right="What helps?\n\n- [ ] Shout.\n\n    Kind words help more.\n\n- [x] Listen.\n",
        ),
        Example(
            wrong="- [ ] Shout.\n\n- [x] Listen.\n",
            right="- [ ] Shout.\n\n    Kind words help more.\n\n- [x] Listen.\n",
        ),
    ),
    check=each_lesson_page(look),
)

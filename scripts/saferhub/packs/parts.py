"""Take the HTML of a lesson apart: what is taught, what is copied, the letter, the questions and their answers."""

from __future__ import annotations

import copy
from dataclasses import dataclass

from lxml import html

from saferhub.packs.paper import cards, inner, section, written

APART = frozenset({"home", "handouts", "check", "evidence"})


@dataclass(frozen=True)
class Answer:
    """One option of a question: its words, what is said about it, and whether it is a good answer."""

    words: str
    feedback: str
    is_right: bool


@dataclass(frozen=True)
class Question:
    """A question of the quiz and its options, as HTML."""

    words: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class LessonParts:
    """The parts of one lesson as HTML."""

    taught: str
    good: str
    help: str
    letter: str
    letter_title: str
    evidence: str
    check_title: str
    handouts: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    cards: tuple[str, ...] = ()


def take_apart(tree: html.HtmlElement) -> LessonParts:
    """Return the parts of a lesson whose HTML is ready for paper."""
    taught = [one for one in _sections(tree) if not _names(one) & APART]
    return LessonParts(
        taught=written(taught),
        good=_whole(tree, "good"),
        help=_whole(tree, "help"),
        letter=_without_heading(section(tree, "home")),
        letter_title=_heading(section(tree, "home")),
        evidence=_without_heading(section(tree, "evidence")),
        check_title=_heading(section(tree, "check")),
        handouts=tuple(written(_raised(one)) for one in tree.find_class("handout")),
        cards=tuple(inner(one) for one in cards(tree)),
        questions=tuple(_question(one) for one in tree.find_class("quiz")),
    )


def _sections(tree: html.HtmlElement) -> list[html.HtmlElement]:
    return [one for one in tree if "part" in one.get("class", "").split()]


def _names(part: html.HtmlElement) -> set[str]:
    return {name.removeprefix("part-") for name in part.get("class", "").split() if name.startswith("part-")}


def _whole(tree: html.HtmlElement, name: str) -> str:
    found = section(tree, name)
    return written(found) if found is not None else ""


def _heading(part: html.HtmlElement | None) -> str:
    if part is None or not len(part):
        return ""
    words = copy.deepcopy(part[0])
    for minutes in words.find_class("minutes"):
        minutes.drop_tree()
    return inner(words)


def _without_heading(part: html.HtmlElement | None) -> str:
    return written(list(part)[1:]) if part is not None else ""


def _raised(block: html.HtmlElement) -> html.HtmlElement:
    """Lift the headings of a handout by one level: on paper it stands outside the lesson, below its own heading."""
    for heading in block.iter("h4", "h5", "h6"):
        heading.tag = f"h{int(heading.tag[1]) - 1}"
    return block


def _question(block: html.HtmlElement) -> Question:
    legend = block.find("legend")
    options = [
        Answer(
            words=inner(one.find("label")),
            feedback=inner(one.find_class("feedback")[0]),
            is_right="right" in one.get("class", "").split(),
        )
        for one in block.find_class("option")
    ]
    return Question(inner(legend) if legend is not None else "", tuple(options))

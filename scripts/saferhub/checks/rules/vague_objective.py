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

# Verbs for something that can be seen or heard.
CLEAR = frozenset(
    [
        "act",
        "agree",
        "analyse",
        "answer",
        "arrange",
        "ask",
        "assess",
        "build",
        "calculate",
        "check",
        "choose",
        "classify",
        "close",
        "collect",
        "compare",
        "complete",
        "connect",
        "count",
        "create",
        "debate",
        "decide",
        "define",
        "demonstrate",
        "describe",
        "design",
        "discuss",
        "distinguish",
        "draft",
        "draw",
        "evaluate",
        "explain",
        "express",
        "fill",
        "find",
        "form",
        "give",
        "greet",
        "guide",
        "help",
        "identify",
        "invent",
        "invite",
        "judge",
        "justify",
        "label",
        "list",
        "listen",
        "lock",
        "make",
        "map",
        "mark",
        "match",
        "measure",
        "mend",
        "move",
        "name",
        "negotiate",
        "note",
        "offer",
        "order",
        "organise",
        "outline",
        "perform",
        "plan",
        "play",
        "point",
        "practise",
        "predict",
        "prepare",
        "present",
        "protect",
        "propose",
        "put",
        "rank",
        "read",
        "recite",
        "recommend",
        "record",
        "refuse",
        "rehearse",
        "remove",
        "repeat",
        "rephrase",
        "reply",
        "report",
        "respond",
        "reword",
        "role-play",
        "say",
        "select",
        "set",
        "share",
        "show",
        "sing",
        "sketch",
        "solve",
        "sort",
        "speak",
        "spot",
        "stand",
        "state",
        "stop",
        "suggest",
        "summarise",
        "support",
        "switch",
        "take",
        "tell",
        "test",
        "thank",
        "turn",
        "use",
        "vote",
        "weigh",
        "write",
    ]
)


def look(library: Library, document: Document) -> Iterator[Finding]:
    """Look at the first words of each objective."""
    objectives = document.facts.get("objectives")
    for index, text in enumerate(objectives if isinstance(objectives, list) else []):
        found = VAGUE.match(str(text))
        first = str(text).split()[:1]
        if not found and first and first[0].lower().strip(",.") not in CLEAR:
            yield Finding(
                document.place("objectives", index),
                phrase(
                    "The objective begins with `{verb}`; is that something that can be seen or heard?", verb=first[0]
                ),
                phrase("Begin with what learners do: name, show, decide, sort, explain, practise."),
                Severity.WARNING,
            )
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

"""Danger or offenders that are said to be everywhere and always watching."""

from __future__ import annotations

from saferhub.checks.rule import Example, Family, Rule
from saferhub.checks.tone import worded
from saferhub.model.problem import Severity, phrase

RULE = Rule(
    slug="danger-everywhere",
    family=Family.TONE,
    severity=Severity.ERROR,
    what="Danger or offenders that are said to be everywhere and always watching.",
    why="Whoever feels watched everywhere cannot tell a real sign from an ordinary day, and stops telling adults about either.",
    fix="Name the place or the sign to look at, and what to do when it is there.",
    examples=(Example(wrong="Predators are everywhere on the internet.", right="Choose kind words."),),
    page_check=worded(
        "danger-everywhere",
        guards=("quoted", "reported", "contrasted", "myth", "negated", "title", "game", "source"),
        message=phrase("This says that danger is everywhere: `{words}`.").template,
        hint=phrase("Name the sign to look for, and what to do about it.").template,
    ),
    is_worded=True,
)

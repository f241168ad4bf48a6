"""Harm that is said to come sooner or later, to everybody or to you next."""

from __future__ import annotations

from saferhub.checks.rule import Example, Family, Rule
from saferhub.checks.tone import worded
from saferhub.model.problem import Severity, phrase

RULE = Rule(
    slug="inevitability",
    family=Family.TONE,
    severity=Severity.ERROR,
    what="Harm that is said to come sooner or later, to everybody or to you next.",
    why="If harm is certain, learning is pointless. Most children are never harmed in this way, and what they do makes a difference.",
    fix="Say that it happens to some people, and what makes it less likely.",
    examples=(Example(wrong="Sooner or later you will be hacked.", right="Choose kind words."),),
    page_check=worded(
        "inevitability",
        guards=("quoted", "reported", "contrasted", "myth", "negated", "title", "game", "source"),
        message=phrase("This says that harm must come: `{words}`.").template,
        hint=phrase("Say that it can happen, and what makes it less likely.").template,
    ),
    is_worded=True,
)

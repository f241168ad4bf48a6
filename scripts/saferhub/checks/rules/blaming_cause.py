"""Harm that is said to come from what the harmed person did."""

from __future__ import annotations

from saferhub.checks.rule import Example, Family, Rule
from saferhub.checks.tone import worded
from saferhub.model.problem import Severity, phrase

RULE = Rule(
    slug="blaming-cause",
    family=Family.TONE,
    severity=Severity.ERROR,
    what="Harm that is said to come from what the harmed person did.",
    why="Harm has one cause: the choice of the person who does it. Blame keeps people from asking for help.",
    fix="Name the person who did harm as the one who is responsible.",
    examples=(Example(wrong="She was bullied because she posted it.", right="Choose kind words."),),
    page_check=worded(
        "blaming-cause",
        guards=("quoted", "reported", "contrasted", "myth", "negated", "game"),
        message=phrase("This makes the harmed person the cause: `{words}`.").template,
        hint=phrase("Name who did harm as the one who is responsible.").template,
    ),
    is_worded=True,
)

"""All strangers said to be bad, or all known people said to be safe."""

from __future__ import annotations

from saferhub.checks.rule import Example, Family, Rule
from saferhub.checks.tone import worded
from saferhub.model.problem import Severity, phrase

RULE = Rule(
    slug="all-strangers-bad",
    family=Family.TONE,
    severity=Severity.ERROR,
    what="All strangers said to be bad, or all known people said to be safe.",
    why="Most harm to children is done by somebody they know, and many strangers help. The rule hides the one and shuts out the other.",
    fix="Teach what to look at: what somebody asks for, secrets, pressure. That works for strangers and for people we know.",
    examples=(Example(wrong="Every stranger online wants to hurt you.", right="Choose kind words."),),
    page_check=worded(
        "all-strangers-bad",
        guards=("quoted", "reported", "contrasted", "myth", "negated", "game"),
        message=phrase("This judges people by whether they are known: `{words}`.").template,
        hint=phrase("Teach what to notice in what people ask for, whoever they are.").template,
    ),
    is_worded=True,
)

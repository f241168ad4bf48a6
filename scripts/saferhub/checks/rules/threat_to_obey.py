"""Punishment, police, exclusion or surveillance held over the reader."""

from __future__ import annotations

from saferhub.checks.rule import Example, Family, Rule
from saferhub.checks.tone import worded
from saferhub.model.problem import Severity, phrase

RULE = Rule(
    slug="threat-to-obey",
    family=Family.TONE,
    severity=Severity.ERROR,
    what="Punishment, police, exclusion or surveillance held over the reader.",
    why="A child who is threatened hides what happened. Rules that are explained and help that is offered are what keeps children talking.",
    fix="Say what to do and why. Where a law matters, say calmly what it says, with its source, and who helps.",
    examples=(Example(wrong="If you break this rule, you will be expelled.", right="Choose kind words."),),
    page_check=worded(
        "threat-to-obey",
        guards=("quoted", "reported", "contrasted", "myth", "negated", "title", "game", "source"),
        message=phrase("This threatens the reader: `{words}`.").template,
        hint=phrase("Say what to do and why, and who helps.").template,
    ),
    is_worded=True,
)

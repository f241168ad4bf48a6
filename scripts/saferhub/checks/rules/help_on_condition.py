"""Help or belief that must be earned first."""

from __future__ import annotations

from saferhub.checks.rule import Example, Family, Rule
from saferhub.checks.tone import worded
from saferhub.model.problem import Severity, phrase

RULE = Rule(
    slug="help-on-condition",
    family=Family.TONE,
    severity=Severity.ERROR,
    what="Help or belief that must be earned first.",
    why="Help is a right. A child who must first confess, promise or prove something will look for another way, or for none.",
    fix="Offer help first, without conditions.",
    examples=(Example(wrong="We can only help you if you admit what you did.", right="Choose kind words."),),
    page_check=worded(
        "help-on-condition",
        guards=("quoted", "reported", "contrasted", "myth", "negated", "game"),
        message=phrase("This makes help depend on something: `{words}`.").template,
        hint=phrase("Offer help first, without a condition.").template,
    ),
    is_worded=True,
)

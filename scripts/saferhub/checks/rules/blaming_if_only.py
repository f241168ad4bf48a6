"""A sentence that says nothing would have happened if the harmed person had acted otherwise."""

from __future__ import annotations

from saferhub.checks.rule import Example, Family, Rule
from saferhub.checks.tone import worded
from saferhub.model.problem import Severity, phrase

RULE = Rule(
    slug="blaming-if-only",
    family=Family.TONE,
    severity=Severity.ERROR,
    what="A sentence that says nothing would have happened if the harmed person had acted otherwise.",
    why="It makes the harmed person the cause. Whoever reads it after the fact can only feel guilty, and will ask for no help.",
    fix="Say that the person who did harm is responsible, and what helps from here.",
    examples=(
        Example(wrong="If she had not sent the photo, none of this would have happened.", right="Choose kind words."),
    ),
    page_check=worded(
        "blaming-if-only",
        guards=("quoted", "reported", "contrasted", "myth", "negated", "game"),
        message=phrase("This lays it on the harmed person: `{words}`.").template,
        hint=phrase("Say who is responsible, and what helps from here.").template,
    ),
    is_worded=True,
)

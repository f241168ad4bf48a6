"""A sentence that says offenders can be told by how they look or who they are."""

from __future__ import annotations

from saferhub.checks.rule import Example, Family, Rule
from saferhub.checks.tone import worded
from saferhub.model.problem import Severity, phrase

RULE = Rule(
    slug="offender-profile",
    family=Family.TONE,
    severity=Severity.ERROR,
    what="A sentence that says offenders can be told by how they look or who they are.",
    why="Offenders cannot be told by looks, age, gender or origin. A profile blames the innocent and makes everybody else look safe.",
    fix="Teach the behaviour to notice: pressure, secrets, gifts, requests.",
    examples=(Example(wrong="You can tell a groomer by his looks.", right="Choose kind words."),),
    page_check=worded(
        "offender-profile",
        guards=("quoted", "reported", "contrasted", "myth", "negated", "game"),
        message=phrase("This says that an offender can be told at a glance: `{words}`.").template,
        hint=phrase("Teach what people do that should make us stop and ask.").template,
    ),
    is_worded=True,
)

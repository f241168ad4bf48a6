"""A question that asks the harmed person why."""

from __future__ import annotations

from saferhub.checks.rule import Example, Family, Rule
from saferhub.checks.tone import worded
from saferhub.model.problem import Severity, phrase

RULE = Rule(
    slug="blaming-why",
    family=Family.TONE,
    severity=Severity.ERROR,
    what="A question that asks the harmed person why.",
    why="Why did you, why did you not: such questions say that it was the harmed person's doing. Only the person who did harm has to answer for it.",
    fix="Ask what happened, what would help now, and what the person who did harm could have done instead.",
    examples=(Example(wrong="Why did you send it in the first place?", right="Choose kind words."),),
    page_check=worded(
        "blaming-why",
        guards=("quoted", "reported", "contrasted", "myth", "negated", "game"),
        message=phrase("This asks the harmed person to answer for it: `{words}`.").template,
        hint=phrase("Ask what happened and what would help now.").template,
    ),
    is_worded=True,
)

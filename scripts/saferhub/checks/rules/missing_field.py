"""A fact that every lesson needs is missing."""

from saferhub.checks.rule import Example, Family, Rule, found_while_reading
from saferhub.model.problem import Severity

RULE = Rule(
    slug="missing-field",
    family=Family.METADATA,
    severity=Severity.ERROR,
    what="A fact that every lesson needs is missing.",
    why="Teachers find lessons by age, audience, harm and time. A lesson without one of these facts stays hidden from some of them.",
    fix="Add the line that the message shows.",
    examples=(Example(wrong="", right="audiences: [learners]\n"),),
    check=found_while_reading,
)

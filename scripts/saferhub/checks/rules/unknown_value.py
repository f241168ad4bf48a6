"""A value is not in the taxonomy."""

from saferhub.checks.rule import Example, Family, Rule, found_while_reading
from saferhub.model.problem import Severity

RULE = Rule(
    slug="unknown-value",
    family=Family.METADATA,
    severity=Severity.ERROR,
    what="A value is not in the taxonomy.",
    why="A lesson tagged with a word of its own cannot be found by anyone who uses the shared words.",
    fix="Use the nearest allowed value, which the message names. New values are added to the taxonomy first.",
    examples=(
        Example(wrong="audiences: [teacher]", right="audiences: [learners]"),
        Example(wrong="harms: [cyber-bullying]", right="harms: [cyberbullying]"),
    ),
    check=found_while_reading,
)

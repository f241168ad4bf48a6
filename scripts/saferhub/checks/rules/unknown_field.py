"""A fact has a name that the hub does not know."""

from saferhub.checks.rule import Example, Family, Rule, found_while_reading
from saferhub.model.problem import Severity

RULE = Rule(
    slug="unknown-field",
    family=Family.METADATA,
    severity=Severity.ERROR,
    what="A fact has a name that the hub does not know.",
    why="A misspelt name is a fact that is silently lost.",
    fix="Use the name that the message suggests, or remove the line.",
    examples=(Example(wrong="audience: [learners]", right="audiences: [learners]"),),
    check=found_while_reading,
)

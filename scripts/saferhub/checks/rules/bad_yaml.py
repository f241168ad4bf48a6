"""Facts at the top of a page, or a file of facts, that cannot be read."""

from saferhub.checks.rule import Example, Family, Rule, found_while_reading
from saferhub.model.problem import Severity

RULE = Rule(
    slug="bad-yaml",
    family=Family.READING,
    severity=Severity.ERROR,
    what="Facts at the top of a page, or a file of facts, that cannot be read.",
    why="Nothing can be said about a lesson whose facts cannot be read, so nobody would find it.",
    fix="Look at the line named in the message and the one above it for a missing colon, bracket or quotation mark.",
    examples=(
        Example(wrong="minutes: 30\nminutes: 31", right="minutes: 30"),
        Example(wrong="ages: {from: 9, to: 12", right="ages: {from: 9, to: 12}"),
    ),
    check=found_while_reading,
)

"""A value is too long, too short, of the wrong kind or outside of its bounds."""

from saferhub.checks.rule import Example, Family, Rule, found_while_reading
from saferhub.model.problem import Severity

RULE = Rule(
    slug="wrong-value",
    family=Family.METADATA,
    severity=Severity.ERROR,
    what="A value is too long, too short, of the wrong kind or outside of its bounds.",
    why="Pages, packs and exports rely on the shape of facts, and long summaries are cut off on small screens.",
    fix="Write the value as the message shows.",
    examples=(
        Example(wrong="minutes: half an hour", right="minutes: 30"),
        Example(wrong="written: 2026-02-31", right="written: 2026-11-22"),
        Example(wrong="ages: 9-12", right="ages: {from: 9, to: 12}"),
    ),
    check=found_while_reading,
)

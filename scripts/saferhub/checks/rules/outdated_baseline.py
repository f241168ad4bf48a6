"""A list of known problems that is longer than it must be, or that cannot be read."""

from __future__ import annotations

from saferhub.checks.rule import Example, Family, Rule, found_while_reading
from saferhub.model.problem import Severity

RULE = Rule(
    slug="outdated-baseline",
    family=Family.STRUCTURE,
    severity=Severity.ERROR,
    what="A list of known problems that is longer than it must be, or that cannot be read.",
    why="The list lets an imported collection improve step by step. A problem that was mended must leave it, or it could come back unseen.",
    fix="Run `hub baseline` and commit the shorter file.",
    examples=(Example(wrong="not a list", file="docs/_data/baseline.json"),),
    check=found_while_reading,
)

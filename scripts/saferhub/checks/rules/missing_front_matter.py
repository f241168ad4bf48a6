"""A page that does not begin with its facts between two lines of three hyphens."""

from saferhub.checks.rule import Example, Family, Rule, found_while_reading
from saferhub.model.problem import Severity

RULE = Rule(
    slug="missing-front-matter",
    family=Family.READING,
    severity=Severity.ERROR,
    what="A page that does not begin with its facts between two lines of three hyphens.",
    why="The facts are how people find a lesson: without them it has no title and no age.",
    fix="Begin the file with three hyphens, the facts, and three hyphens again.",
    examples=(
        Example(wrong="- a list\n- of things\n", file="docs/en/lessons/only-a-list.md"),
        Example(wrong="---\n- a list\n---\nText.\n", file="docs/en/lessons/list.md"),
    ),
    check=found_while_reading,
)

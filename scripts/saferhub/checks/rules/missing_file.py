"""A file that the hub cannot do without is missing."""

from saferhub.checks.rule import Example, Family, Rule, found_while_reading
from saferhub.model.problem import Severity

RULE = Rule(
    slug="missing-file",
    family=Family.READING,
    severity=Severity.ERROR,
    what="A file that the hub cannot do without is missing.",
    why="Without the taxonomy or the list of languages no lesson can be judged or published.",
    fix="Bring the file back from the history of the project.",
    examples=(Example(wrong=None, file="docs/_data/evidence.yml"),),
    check=found_while_reading,
)

"""A file that cannot be read as text: another encoding than UTF-8, too large, or a link that leads out of the hub."""

from saferhub.checks.rule import Example, Family, Rule, found_while_reading
from saferhub.model.problem import Severity

RULE = Rule(
    slug="unreadable-file",
    family=Family.READING,
    severity=Severity.ERROR,
    what="A file that cannot be read as text: another encoding than UTF-8, too large, or a link that leads out of the hub.",
    why="Letters outside English would come out wrong on some computers, and a link could publish a file that nobody meant to publish.",
    fix="Save the file again as UTF-8 in its own place. Split pages that are larger than a megabyte.",
    examples=(Example(wrong="---\ntitle: Caf\0\n---\n", file="docs/en/broken.md"),),
    check=found_while_reading,
)

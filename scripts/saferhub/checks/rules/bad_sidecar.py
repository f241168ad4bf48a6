"""A sidecar, the file in which the hub notes what a translation was made from, holds a line that it did not write."""

from saferhub.checks.rule import Example, Family, Rule, found_while_reading
from saferhub.model.problem import Severity

RULE = Rule(
    slug="bad-sidecar",
    family=Family.TRANSLATION,
    severity=Severity.ERROR,
    what="A sidecar, the file in which the hub notes what a translation was made from, holds a line that it did not write.",
    why="The sidecar decides whether readers see an old translation. A broken one could hide that a help text has changed.",
    fix="Bring the file back from git, or run `hub i18n accept --anew` for the page to write it again.",
    examples=(Example(wrong="source: 0\nhello world\n", file="translations/ar/lessons/kind-words.sync"),),
    check=found_while_reading,
)

"""A folder in translations belongs to no language of the hub."""

from saferhub.checks.rule import Example, Family, Rule, found_while_reading
from saferhub.model.problem import Severity

RULE = Rule(
    slug="folder-without-locale",
    family=Family.TRANSLATION,
    severity=Severity.ERROR,
    what="A folder in translations belongs to no language of the hub.",
    why="A translator may be working there without anybody ever reading the result.",
    fix="Add the language to docs/_data/locales.yml, or remove the folder.",
    examples=(Example(wrong="---\ntitle: Utangulizi\n---\n", file="translations/sw/about.md"),),
    check=found_while_reading,
)

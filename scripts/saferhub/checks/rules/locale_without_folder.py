"""A language is on the list of languages and has no folder in translations."""

from saferhub.checks.rule import Example, Family, Rule, found_while_reading
from saferhub.model.problem import Severity

RULE = Rule(
    slug="locale-without-folder",
    family=Family.TRANSLATION,
    severity=Severity.ERROR,
    what="A language is on the list of languages and has no folder in translations.",
    why="Readers would be offered a language in which nothing exists.",
    fix="Make the folder with its locale.yml, or take the language off the list.",
    examples=(
        Example(
            wrong="  - {id: sw, name: Kiswahili, english_name: Swahili, direction: ltr, script: Latn}\n  - {id: ar",
            right="  - {id: ar",
            file="docs/_data/locales.yml",
        ),
    ),
    check=found_while_reading,
)

"""The list of languages does not name English, in which lessons are written first."""

from __future__ import annotations

from saferhub.checks.rule import Example, Family, Rule, found_while_reading
from saferhub.model.problem import Severity

RULE = Rule(
    slug="missing-source-language",
    family=Family.READING,
    severity=Severity.ERROR,
    what="The list of languages does not name English, in which lessons are written first.",
    why="Readers are led to the English page wherever a translation is missing.",
    fix="Add English to docs/_data/locales.yml.",
    examples=(
        Example(
            wrong="",
            right="  - {id: en, name: English, english_name: English, direction: ltr, script: Latn}\n",
            file="docs/_data/locales.yml",
        ),
    ),
    check=found_while_reading,
)

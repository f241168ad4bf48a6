"""Two things have the same name, or names that differ only in the case of letters."""

from saferhub.checks.rule import Example, Family, Rule, found_while_reading
from saferhub.model.problem import Severity

RULE = Rule(
    slug="duplicate-id",
    family=Family.METADATA,
    severity=Severity.ERROR,
    what="Two things have the same name, or names that differ only in the case of letters.",
    why="Many computers and memory sticks cannot keep two files whose names differ only in case: one would overwrite the other.",
    fix="Give one of them another name. Names are written in small letters with hyphens.",
    examples=(
        Example(
            wrong="  - {id: ar, name: A, english_name: A, direction: rtl, script: Arab}\n  - {id: ar,",
            right="  - {id: ar,",
            file="docs/_data/locales.yml",
        ),
    ),
    check=found_while_reading,
)

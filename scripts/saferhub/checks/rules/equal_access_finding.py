"""A fault of a finished page that Equal Access is sure of."""

from saferhub.checks.rule import Family, PageExample, Rule, found_in_the_pages
from saferhub.model.problem import Severity

RULE = Rule(
    slug="equal-access-finding",
    family=Family.PAGES,
    severity=Severity.ERROR,
    what="A fault of a finished page that Equal Access is sure of.",
    why="Equal Access reads the same guidelines as axe-core in another way and finds other faults. What it only suspects is not counted.",
    fix="The message names the rule of Equal Access and the element. Mend the template, the style or the text that makes it.",
    examples=(
        PageExample(
            wrong="<table><tr><td>Word</td><td>Feeling</td></tr><tr><td>Kind</td><td>Glad</td></tr></table>",
            right='<table><thead><tr><th scope="col">Word</th><th scope="col">Feeling</th></tr></thead><tbody><tr><td>Kind</td><td>Glad</td></tr></tbody></table>',
        ),
    ),
    check=found_in_the_pages,
)

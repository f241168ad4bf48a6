"""A file in the pictures folder that is not a plain drawing."""

from __future__ import annotations

from saferhub.checks.rule import Example, Family, Rule, found_while_reading
from saferhub.model.problem import Severity

RULE = Rule(
    slug="unsafe-picture",
    family=Family.READING,
    severity=Severity.ERROR,
    what="A file in the pictures folder that is not a plain drawing, or a drawing with a script, a style or a picture from elsewhere.",
    why="Everything in that folder is published. A drawing can carry a script, or tell its maker who reads the lesson.",
    fix="Save the drawing as a plain SVG (a drawing made of lines) in docs/en/assets/drawings/, and take everything else out of the folder.",
    examples=(
        Example(
            wrong='<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
            file="docs/en/assets/drawings/harm.svg",
        ),
        Example(wrong="alert(1)", file="docs/en/assets/script.js"),
    ),
    check=found_while_reading,
)

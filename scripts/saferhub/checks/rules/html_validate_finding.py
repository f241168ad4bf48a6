"""Markup of a finished page that is not correct HTML."""

from saferhub.checks.rule import Family, PageExample, Rule, found_in_the_pages
from saferhub.model.problem import Severity

RULE = Rule(
    slug="html-validate-finding",
    family=Family.PAGES,
    severity=Severity.ERROR,
    what="Markup of a finished page that is not correct HTML (the code of web pages).",
    why="Browsers guess what wrong markup means, each in its own way, and a screen reader gets another page than the eye.",
    fix="The message names the rule of html-validate. Mend the template or the block that makes the element. Rules that are off, with their reasons, stand in `scripts/saferhub/site/inspection/html-validate.config.mjs`.",
    examples=(
        PageExample(
            wrong="<ul><p>Choose kind words.</p></ul>",
            right="<ul><li>Choose kind words.</li></ul>",
        ),
        PageExample(
            wrong='<p id="kind">Choose</p><p id="kind">kind words.</p>',
            right='<p id="choose">Choose</p><p id="kind">kind words.</p>',
        ),
    ),
    check=found_in_the_pages,
)

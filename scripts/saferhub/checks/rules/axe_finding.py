"""A fault of a finished page that axe-core is sure of."""

from saferhub.checks.rule import Family, PageExample, Rule, found_in_the_pages
from saferhub.model.problem import Severity

RULE = Rule(
    slug="axe-finding",
    family=Family.PAGES,
    severity=Severity.ERROR,
    what="A fault of a finished page that axe-core is sure of.",
    why="axe-core knows the Web Content Accessibility Guidelines (WCAG 2.2). What it reports keeps somebody with a screen reader, a keyboard or weak sight from using the page.",
    fix="The message names the rule of axe-core and the element. Mend the template, the style or the text that makes it.",
    examples=(
        PageExample(
            wrong='<p style="color: #aaa; background: #fff">Choose kind words.</p>',
            right='<p style="color: #222; background: #fff">Choose kind words.</p>',
        ),
        PageExample(
            wrong='<p><button type="button" style="padding: 9px"></button></p>',
            right='<p><button type="button" style="padding: 9px">Print</button></p>',
        ),
    ),
    check=found_in_the_pages,
)

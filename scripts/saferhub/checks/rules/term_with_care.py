"""A term that is right in some places and hurts in others."""

from __future__ import annotations

from saferhub.checks.rule import Example, Family, Rule
from saferhub.checks.tone import terms
from saferhub.model.problem import Severity

RULE = Rule(
    slug="term-with-care",
    family=Family.TERMS,
    severity=Severity.WARNING,
    what="A term that is right in some places and hurts in others.",
    why="Some terms label a person, or mean different things to different readers. They need an explanation or a plainer word.",
    fix="Use the plainer words that the message names, or explain the term where it first stands.",
    examples=(Example(wrong="Many children are addicted to screens.", right="Choose kind words."),),
    page_check=terms("term-with-care", guards=("quoted", "reported", "contrasted", "myth", "title", "helpline")),
    is_worded=True,
)

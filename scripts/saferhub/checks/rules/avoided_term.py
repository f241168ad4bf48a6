"""A term that blames, belittles or hides what was done."""

from __future__ import annotations

from saferhub.checks.rule import Example, Family, Rule
from saferhub.checks.tone import terms
from saferhub.model.problem import Severity

RULE = Rule(
    slug="avoided-term",
    family=Family.TERMS,
    severity=Severity.ERROR,
    what="A term that blames, belittles or hides what was done.",
    why="Words such as these make abuse sound like a deal or a picture, or a person like a defect. The Luxembourg Guidelines and the disability-inclusive language guidelines of the United Nations say why, and what to say.",
    fix="Use the term that the message names. In the title of a law or the proper name of an organisation the old term may stand.",
    examples=(Example(wrong="Child pornography is a crime.", right="Choose kind words."),),
    page_check=terms("avoided-term", guards=("quoted", "reported", "contrasted", "myth", "title", "helpline")),
    is_worded=True,
)

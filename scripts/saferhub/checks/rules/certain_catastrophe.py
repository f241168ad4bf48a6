"""A small act that is said to ruin everything, surely and for ever."""

from __future__ import annotations

from saferhub.checks.rule import Example, Family, Rule
from saferhub.checks.tone import worded
from saferhub.model.problem import Severity, phrase

RULE = Rule(
    slug="certain-catastrophe",
    family=Family.TONE,
    severity=Severity.ERROR,
    what="A small act that is said to ruin everything, surely and for ever.",
    why="A child who has already done the small act reads that all is lost, and then tells nobody. Fear makes people look away; it does not make them safer.",
    fix="Say what can happen, how likely it is if that is known, what helps and who helps.",
    examples=(Example(wrong="One photo can ruin your whole life for ever.", right="Choose kind words."),),
    page_check=worded(
        "certain-catastrophe",
        guards=("quoted", "reported", "contrasted", "myth", "negated", "title", "game", "source"),
        message=phrase("This says that one act ruins everything: `{words}`.").template,
        hint=phrase("Say what can happen and what helps. Mistakes can be mended, and somebody can help.").template,
    ),
    is_worded=True,
)

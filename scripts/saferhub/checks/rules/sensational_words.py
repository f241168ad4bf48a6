"""Words of catastrophe, bait, shouting, or alarming numbers without a source."""

from __future__ import annotations

from saferhub.checks.rule import Example, Family, Rule
from saferhub.checks.tone import worded
from saferhub.model.problem import Severity, phrase

RULE = Rule(
    slug="sensational-words",
    family=Family.TONE,
    severity=Severity.ERROR,
    what="Words of catastrophe, bait, shouting, or alarming numbers without a source.",
    why="Epidemics, tsunamis and shocking numbers make people feel powerless and make real figures worthless.",
    fix="Use plain words, and give every number its year and source.",
    examples=(Example(wrong="A tsunami of cyberbullying is sweeping our schools.", right="Choose kind words."),),
    page_check=worded(
        "sensational-words",
        guards=("quoted", "reported", "contrasted", "myth", "title", "game", "source", "negated"),
        message=phrase("This is sensational: `{words}`.").template,
        hint=phrase("Use plain words, and give each number its year and source.").template,
    ),
    is_worded=True,
)

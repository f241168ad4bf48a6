"""A sentence that says that nobody and nothing can help."""

from __future__ import annotations

from saferhub.checks.rule import Example, Family, Rule
from saferhub.checks.tone import worded
from saferhub.model.problem import Severity, phrase

RULE = Rule(
    slug="helplessness",
    family=Family.TONE,
    severity=Severity.ERROR,
    what="A sentence that says that nobody and nothing can help.",
    why="The one thing a person in trouble must know is that help exists. A sentence that denies it can keep a child silent for years.",
    fix="Say who can help and what they can do, even if not everything can be undone.",
    examples=(Example(wrong="Once it is online, nobody can help you.", right="Choose kind words."),),
    page_check=worded(
        "helplessness",
        guards=("quoted", "reported", "contrasted", "myth", "negated", "title", "game", "helpline", "source"),
        message=phrase("This says that nothing and nobody can help: `{words}`.").template,
        hint=phrase("Say who can help, and what they can do.").template,
    ),
    is_worded=True,
)

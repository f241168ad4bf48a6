"""A sentence that frightens though no single word in it does."""

from __future__ import annotations

from saferhub.checks.rule import Example, Family, Rule
from saferhub.checks.tone import worded
from saferhub.model.problem import Severity, phrase

RULE = Rule(
    slug="frightening-sentence",
    family=Family.TONE,
    severity=Severity.WARNING,
    what="A sentence that frightens though no single word in it does.",
    why="Fear often stands between the words: certainty, everybody, for ever, and no way out. Such sentences work on readers like an open threat.",
    fix="Say what can happen, to whom, what helps and who helps.",
    examples=(
        Example(
            wrong="Everyone you will ever meet will have seen it, and there will be no way to make them forget.",
            right="Choose kind words.",
        ),
    ),
    page_check=worded(
        "frightening-sentence",
        guards=("quoted", "reported", "contrasted", "myth", "negated", "title", "game", "helpline", "source"),
        message=phrase("Several signs of fear stand in this sentence: `{words}`.").template,
        hint=phrase("Read it as somebody to whom it has happened. Add what helps, or say it more calmly.").template,
    ),
    is_worded=True,
)

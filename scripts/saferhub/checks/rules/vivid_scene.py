"""An invitation to imagine the worst, or a named child who is ruined."""

from __future__ import annotations

from saferhub.checks.rule import Example, Family, Rule
from saferhub.checks.tone import worded
from saferhub.model.problem import Severity, phrase

RULE = Rule(
    slug="vivid-scene",
    family=Family.TONE,
    severity=Severity.ERROR,
    what="An invitation to imagine the worst, or a named child who is ruined.",
    why="Vivid scenes of harm stay in the mind and hurt those to whom it happened. They teach fear and no skill.",
    fix="Tell a calm story in which somebody notices, acts and is helped.",
    examples=(Example(wrong="Imagine your naked photo on every phone in the school.", right="Choose kind words."),),
    page_check=worded(
        "vivid-scene",
        guards=("quoted", "reported", "contrasted", "myth", "negated", "title", "game"),
        message=phrase("This paints the worst as a scene: `{words}`.").template,
        hint=phrase("Tell a calm example in which somebody acts and is helped.").template,
    ),
    is_worded=True,
)

"""An exception from a check that excuses nothing, names no check or gives no reason."""

from __future__ import annotations

from saferhub.checks.rule import Example, Family, Rule, found_while_reading
from saferhub.model.problem import Severity

RULE = Rule(
    slug="faulty-exception",
    family=Family.STRUCTURE,
    severity=Severity.ERROR,
    what="An exception from a check that excuses nothing, names no check or gives no reason.",
    why="Exceptions are there for good reasons that others can judge. One without a reason, or left behind after the words changed, hides the next mistake.",
    fix="Write `<!-- allow name-of-the-check: the reason -->` alone on the line before the block, or remove it.",
    examples=(
        Example(wrong="<!-- allow emoji-run -->\n\nChoose kind words. 😀😀🎉", right="Choose kind words."),
        Example(
            wrong="<!-- allow emoji-runs: the class chose them -->\n\nChoose kind words.", right="Choose kind words."
        ),
        Example(wrong="<!-- allow raw-html: we need it -->\n\nChoose kind words.", right="Choose kind words."),
    ),
    check=found_while_reading,
)

"""A block such as a handout or a quiz is opened and not closed, or closed and not opened."""

from saferhub.checks.rule import Example, Family, Rule, found_while_reading
from saferhub.model.problem import Severity

RULE = Rule(
    slug="unclosed-block",
    family=Family.STRUCTURE,
    severity=Severity.ERROR,
    what="A block such as a handout or a quiz is opened and not closed, or closed and not opened.",
    why="Everything after an open block would become part of it: a family letter could end up on a handout for children.",
    fix="Close every block with as many slashes as it was opened with. An outer block has more slashes than an inner one.",
    examples=(Example(wrong="/// safeguarding\n\n", right="/// safeguarding\n///\n\n"),),
    check=found_while_reading,
)

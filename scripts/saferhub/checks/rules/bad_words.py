"""A catalogue of the hub's words that cannot be read, or a translation that lost what stands in braces."""

from __future__ import annotations

from saferhub.checks.rule import Example, Family, Rule, found_while_reading
from saferhub.model.problem import Severity

RULE = Rule(
    slug="bad-words",
    family=Family.READING,
    severity=Severity.ERROR,
    what="A catalogue of the hub's words that cannot be read, or a translation that lost what stands in braces.",
    why="What stands in braces becomes a number, a name or a day. A sentence without it says nothing, or stops the build.",
    fix="Copy what stands in braces from the English words. A tool for such catalogues, for example Poedit, warns of this too.",
    examples=(
        Example(
            wrong='msgid ""\nmsgstr ""\n\nmsgid "Checked on {day}"\nmsgstr "x {dya}"\n',
            file="translations/ar/LC_MESSAGES/hub.po",
        ),
    ),
    check=found_while_reading,
)

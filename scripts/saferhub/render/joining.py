"""A word for 'and' may change with the sound that follows: Spanish `y` and `e`, Welsh `a` and `ac`."""

from __future__ import annotations

import re

# What CLDR writes between the last two things, the sounds before which it changes, and what it becomes.
# CLDR leaves the choice open in Welsh ("a(c)"); in Spanish it counts on programs that know the rule, as ICU does.
CHANGES = {
    "cy": [(re.compile(r" a\(c\) (?=[aeiouwyâêîôûŵŷ])", re.IGNORECASE), " ac "), (re.compile(r" a\(c\) "), " a ")],
    "es": [(re.compile(r" y (?=h?[ií](?![aeo]))", re.IGNORECASE), " e ")],
}


def before_sound(listed: str, locale: str) -> str:
    """Return a list of things in which the word for 'and' fits the thing behind it."""
    for pattern, word in CHANGES.get(locale, []):
        listed = pattern.sub(word, listed)
    return listed

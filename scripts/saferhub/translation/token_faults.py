"""Say why a wording cannot be put into a page: something of the source is lost, or a mark is broken."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from saferhub.model.lesson import BlockKind
from saferhub.sources.visible import visible
from saferhub.translation.kept import kept
from saferhub.translation.pieces import Words, flowing

MARKS = ("*", "](", "`", "[")
FLOWS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.FOOTNOTE, BlockKind.DEFINITION})
EMPTY_LINE = re.compile(r"\n[ \t>]*\n")
BEGINS = re.compile(
    r"""[ \t]*(?:
      (?P<heading>\#{1,6}(?=[ \t]|$) | (?:=+|-{2,})[ \t]*$)
    | (?P<list>(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$))
    | (?P<checkbox>\[[ xX]\](?=[ \t]|$))
    | (?P<quotation>>)
    | (?P<rule>(?:\*[ \t]*){3,}$ | (?:_[ \t]*){3,}$ | (?:-[ \t]*){3,}$)
    | (?P<block>/{3,} | !{3} | \?{3} | ;?-+8<-)
    | (?P<example>`{3,} | ~{3,})
    | (?P<definition>:[ \t])
    | (?P<footnote>\[\^[^\]]*\]:)
    | (?P<reference>\*?\[[^\]]*\]:)
    | (?P<picture>!\[[^\]]*\]\([^)]*\)(?:\{[^}]*\})?[ \t]*$)
    | (?P<attributes>\{[^{}]*\}[ \t]*$)
    )""",
    re.VERBOSE,
)
NAMES = {
    "list": "list",
    "heading": "heading",
    "checkbox": "checkbox",
    "quotation": "quotation",
    "rule": "line",
    "block": "block of its own",
    "example": "code example",
    "definition": "definition",
    "footnote": "footnote",
    "reference": "reference",
    "picture": "picture",
    "attributes": "list of attributes",
}
UNSAFE = frozenset("\u202d\u202e\u2028\u2029\ufffd\ufffe\uffff\ufeff")


class Fault(NamedTuple):
    """What is wrong with a wording, and what to do about it."""

    reason: str
    hint: str


def token_fault(source: Words, written: str) -> Fault | None:
    """Compare a wording, as a translator wrote it, with its source; None when it may be put in."""
    english, text = source.flowing, flowing(written, None).strip()
    if EMPTY_LINE.search(written.strip()):
        return Fault("An empty line in the translation would begin a new paragraph.", "Write it as one paragraph.")
    return (
        _letters(text)
        or _lines(source, english, text)
        or _beginnings(source, english, text)
        or _kept(english, text)
        or _marks(english, text)
    )


def _letters(text: str) -> Fault | None:
    for letter in text:
        if letter in UNSAFE or (
            (letter < " " or letter == "\x7f" or "\x80" <= letter < "\xa0") and letter not in "\n\t"
        ):
            name = unicodedata.name(letter, "a control character").lower()
            return Fault(f"The translation holds an invisible sign, U+{ord(letter):04X} ({name}).", "Remove it.")
        if "\ud800" <= letter <= "\udfff":
            return Fault("The translation holds half a sign that cannot be saved.", "Type the words again.")
    return None


def _lines(source: Words, english: str, text: str) -> Fault | None:
    wanted, found = english.count("\n"), text.count("\n")
    flows = source.block is not None and source.block.kind in FLOWS
    if found > wanted and not (flows and wanted):
        return Fault("The source has no line break here.", "Write the translation on one line.")
    if text.endswith("\\") and not english.endswith("\\"):
        return Fault("A backslash at the end would break the line.", "Remove the backslash.")
    return None


def _beginnings(source: Words, english: str, text: str) -> Fault | None:
    """A line may not begin with a sign that makes something else of it, unless the source does so too."""
    if source.block is None or source.block.kind not in FLOWS:
        return None
    allowed = {match.lastgroup for line in english.split("\n") if (match := BEGINS.match(line))}
    for line in text.split("\n"):
        match = BEGINS.match(line)
        if match and match.lastgroup not in allowed:
            return Fault(
                f"A line that begins with `{match[0].strip()[:20]}` would become a {NAMES[str(match.lastgroup)]}.",
                f"Begin with other words, or put a backslash before the sign: `{_escaped(match)}`.",
            )
    return None


def _escaped(match: re.Match[str]) -> str:
    sign = match[0].strip()
    return f"{sign[:-1]}\\{sign[-1]}" if sign[0].isdigit() else f"\\{sign[:20]}"


def _kept(english: str, text: str) -> Fault | None:
    there = kept(text)
    for name, wanted in kept(english).items():
        found = there[name]
        if found == wanted:
            continue
        lost, added = wanted - found, found - wanted
        if lost:
            token = next(iter(lost))
            return Fault(f"The {name} `{token}` of the source is not in the translation.", f"Keep `{token}` as it is.")
        token = next(iter(added))
        hint = "Write the number of the source." if name == "number" else "Take it out."
        return Fault(f"The {name} `{token}` is not in the source.", hint)
    for sign in "{}":
        if text.count(sign) != english.count(sign):
            return Fault(f"The sign `{sign}` does not stand as often as in the source.", "Copy the braces from it.")
    return None


def _marks(english: str, text: str) -> Fault | None:
    """What readers would see of marks: a star that is not closed, half a link."""
    wanted, found = visible(english).text, visible(text).text
    for mark in MARKS:
        if found.count(mark) > wanted.count(mark):
            return Fault(
                f"Readers would see the sign `{mark}`, because it is not closed or opened.",
                "Write marks in pairs, as in the source: **strong**, *stressed*, [words](address).",
            )
    if text.count("<!--") != english.count("<!--"):
        return Fault("A comment (`<!--`) is not in the source or not closed.", "Take it out.")
    return None

"""Write texts and their differences on a terminal."""

from __future__ import annotations

import os
import sys
import unicodedata
from typing import TextIO

from saferhub.translation.difference import Kind, difference

COLOURS = {Kind.REMOVED: "31", Kind.ADDED: "32"}
MARKS = {Kind.REMOVED: ("[-", "-]"), Kind.ADDED: ("{+", "+}")}


def in_colour(stream: TextIO | None = None) -> bool:
    """Whether to write in colour: only on a terminal, and never for somebody who set NO_COLOR."""
    stream = stream or sys.stdout
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def marked(old: str, new: str, colour: bool = False) -> str:
    """Return what changed between two texts on one line: `[-removed-]`, `{+added+}`, the rest as it is."""
    parts = []
    for part in difference(old, new):
        before, after = MARKS.get(part.kind, ("", ""))
        text = f"{before}{_harmless(part.text)}{after}"
        parts.append(f"\x1b[{COLOURS[part.kind]}m{text}\x1b[0m" if colour and part.kind in COLOURS else text)
    return "".join(parts)


def plain(text: str) -> str:
    """Return a text on one line, without signs that would steer the terminal."""
    return " ".join(_harmless(text).split())


def _harmless(text: str) -> str:
    return "".join(
        "\ufffd" if unicodedata.category(letter) == "Cc" and not letter.isspace() else letter for letter in text
    )

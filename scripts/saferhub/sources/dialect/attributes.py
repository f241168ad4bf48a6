"""Attribute lists such as `{#starter minutes=5}`, which say something about the words next to them."""

from __future__ import annotations

import re

from saferhub.sources.dialect.reader import Line, Reader

ATTRIBUTES = re.compile(r"\{:?[ ]*[^{}]*\}[ \t]*$")
ATTRIBUTE = re.compile(
    r"#(?P<id>[\w:.-]+)|\.(?P<cls>[\w-]+)|(?P<key>[\w-]+)=(?:\"(?P<quoted>[^\"]*)\"|(?P<value>[^\s}]+))"
)


def attributes_of(text: str) -> dict[str, str]:
    """Read an attribute list such as `{#starter minutes=5}` into names and values; classes are joined by spaces."""
    found: dict[str, str] = {}
    for match in ATTRIBUTE.finditer(text):
        name, word, key, quoted, value = match.groups()
        if name:
            found["id"] = name
        elif word:
            found["class"] = f"{found.get('class', '')} {word}".strip()
        else:
            found[key] = value if quoted is None else quoted
    return found


def read_attributes(reader: Reader, line: Line) -> int:
    """Pass over a line that is nothing but attributes: they belong to the block above, and are no words."""
    if not ATTRIBUTES.match(line.text, line.lead):
        return 0
    reader.close_block()
    return line.row + 1

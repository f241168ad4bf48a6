"""Write PO files as gettext's own tools write them, so that a tool that saves one changes no more than it must."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from saferhub.sources.po import Entry

LINES = re.compile(r"[^\n]*\n|[^\n]+")
SPECIAL = re.compile(r'[\\"\n\t\r]')
WRITTEN = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def write_po(header: Mapping[str, str], comments: Iterable[str], entries: Iterable[Entry]) -> bytes:
    """Write a PO file without line numbers and dates: the same entries give the same bytes. Lines are not wrapped."""
    lines = [f"# {_line(comment)}".rstrip() for comment in comments]
    facts = [f'"{_escaped(f"{name}: {value}")}\\n"' for name, value in header.items()]
    lines += ['msgid ""', 'msgstr ""', *facts, ""]
    for entry in entries:
        lines += [f"# {_line(comment)}".rstrip() for comment in entry.comments]
        lines += [f"#. {_line(comment)}".rstrip() for comment in entry.extracted]
        if entry.is_fuzzy:
            lines.append("#, fuzzy")
        if entry.previous:
            lines += [f"#| {line}" for line in _text("msgid", entry.previous)]
        if entry.context is not None:
            lines += _text("msgctxt", entry.context)
        lines += [*_text("msgid", entry.source), *_text("msgstr", entry.target), ""]
    return "\n".join(lines).encode()


def _line(comment: str) -> str:
    return " ".join(comment.split())


def _text(name: str, text: str) -> list[str]:
    """A text of several lines stands one line a line, as msgcat writes it."""
    if "\n" not in text[:-1]:
        return [f'{name} "{_escaped(text)}"']
    return [f'{name} ""', *(f'"{_escaped(line)}"' for line in LINES.findall(text))]


def _escaped(text: str) -> str:
    return "".join(WRITTEN.get(letter, letter) for letter in text) if SPECIAL.search(text) else text

"""Read PO files, the form in which translators' tools such as Poedit and Weblate exchange texts.

The reader is our own because it must say on which line a fault stands and must keep two entries of one text apart:
Babel keeps only one of them and polib passes over a string that is never closed.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

LINE = re.compile(r'[ \t]*(?:(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d+)\])?)?[ \t]*"((?:[^"\\]|\\.)*)"[ \t]*')
ESCAPE = re.compile(r"\\([0-7]{1,3}|x[0-9a-fA-F]{1,2}|.)")
READ = {"\\": "\\", '"': '"', "n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
CHARSET = re.compile(rb"charset=([\w.:-]+)")
MO_FILES = (b"\xde\x12\x04\x95", b"\x95\x04\x12\xde")


class PoError(ValueError):
    """A PO file that cannot be read: the line, what is wrong, and what to do about it."""

    def __init__(self, line: int, reason: str, hint: str) -> None:
        super().__init__(f"{reason} {hint}")
        self.line = line
        self.reason = reason
        self.hint = hint


@dataclass(frozen=True)
class Entry:
    """A text and its translation as they stand in a PO file. `line` is where the entry begins.

    `extracted` are the comments of the program for translators, `comments` those of translators.
    """

    source: str
    target: str = ""
    context: str | None = None
    extracted: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    is_fuzzy: bool = False
    previous: str = ""
    has_plural: bool = False
    line: int = 1

    @property
    def is_header(self) -> bool:
        """Whether this is the entry that describes the file."""
        return not self.source and self.context is None


@dataclass
class _Open:
    """An entry while it is read."""

    line: int = 0
    texts: dict[str, list[str]] = field(default_factory=dict)
    extracted: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    flags: set[str] = field(default_factory=set)

    def closed(self) -> Entry:
        texts = {name: "".join(parts) for name, parts in self.texts.items()}
        return Entry(
            texts["msgid"],
            texts.get("msgstr", ""),
            texts.get("msgctxt"),
            tuple(self.extracted),
            tuple(self.comments),
            "fuzzy" in self.flags,
            has_plural="msgid_plural" in texts or any("[" in name for name in texts),
            line=self.line,
        )


def decoded(data: bytes) -> str:
    """Return the text of a PO file, or raise a fault that says why it cannot be read."""
    if not data.strip():
        raise PoError(1, "The file is empty.", "Export it again, and save it before you send it.")
    if data.startswith(MO_FILES):
        raise PoError(1, "This is a compiled file (.mo).", "Import the .po file that it was made from.")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise PoError(1, "The file is written in UTF-16.", "Save it again with the encoding UTF-8.")
    if b"\0" in data:
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        raise PoError(line, "This is not a PO file but binary data.", "Import the .po file that your tool saves.")
    named = CHARSET.search(data[:4096])
    if named and named[1].upper() not in (b"UTF-8", b"UTF8", b"ASCII", b"US-ASCII", b"CHARSET"):
        reason = f"The file says that it is written in {named[1].decode('ascii', 'replace')}."
        line = data.count(b"\n", 0, named.start()) + 1
        raise PoError(line, reason, "Save it again as UTF-8, or run `msgconv -t UTF-8` on it.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise PoError(line, "The file is not written in UTF-8.", "Save it again with the encoding UTF-8.") from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_po(text: str) -> list[Entry]:
    """Return the entries of a PO file in their order, or raise a fault. Obsolete entries (`#~`) are passed over."""
    found: list[Entry] = []
    entry, name = _Open(), ""
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line.isspace():
            continue
        if line.startswith("#"):
            if name.startswith("msgstr"):
                found.append(entry.closed())
                entry, name = _Open(), ""
            _comment(entry, line)
            continue
        match = LINE.fullmatch(line)
        if match is None:
            raise _unreadable(number, line)
        word = match[1]
        if word:
            if name.startswith("msgstr") and word in ("msgctxt", "msgid"):
                found.append(entry.closed())
                entry, name = _Open(), ""
            name = word if match[2] is None else f"{word}[{match[2]}]"
            _expect(entry, name, number)
            entry.line = entry.line or number
            entry.texts[name] = []
        elif not name:
            raise PoError(number, "This text belongs to no entry.", "Write `msgid` or `msgstr` in front of it.")
        entry.texts[name].append(_unescaped(match[3], number))
    if name.startswith("msgstr"):
        found.append(entry.closed())
    elif name:
        raise PoError(entry.line, "This entry has no `msgstr`.", 'Add a line `msgstr ""` below it.')
    return found


def _comment(entry: _Open, line: str) -> None:
    if line.startswith("#."):
        entry.extracted.append(line[2:].strip())
    elif line.startswith("#,"):
        entry.flags.update(flag.strip() for flag in line[2:].split(","))
    elif not line.startswith(("#~", "#|", "#:")):
        entry.comments.append(line[1:].strip())


def _expect(entry: _Open, name: str, line: int) -> None:
    needs = {"msgid_plural": "msgid", "msgstr": "msgid"}.get(name.partition("[")[0])
    if name in entry.texts:
        raise PoError(line, f"`{name}` stands twice in one entry.", 'Add a line `msgstr ""` before the second entry.')
    if needs and needs not in entry.texts:
        raise PoError(line, f"`{name}` stands here without `{needs}`.", f"Bring back the `{needs}` above it.")


def _unreadable(number: int, line: str) -> PoError:
    if line.count('"') - line.count('\\"') == 1:
        return PoError(number, "This text is not closed.", 'Put a `"` at the end of the line.')
    if line.count('"') > 2:
        return PoError(number, "A quotation mark inside a text would end it.", 'Write it as `\\"`.')
    return PoError(number, "This line is not part of a PO file.", "Remove it, or put a `#` in front of it.")


def _unescaped(text: str, line: int) -> str:
    if "\\" not in text:
        return text

    def letter(match: re.Match[str]) -> str:
        code = match[1]
        if code in READ:
            return READ[code]
        if code[0] == "x" and len(code) > 1:
            return chr(int(code[1:], 16))
        if code[0] in "01234567":
            return chr(int(code, 8))
        raise PoError(line, f"`\\{code}` means nothing in a PO file.", f"Write `\\\\{code}` for a backslash.")

    return ESCAPE.sub(letter, text)


def header_of(entries: Iterable[Entry]) -> dict[str, str]:
    """Return the facts that a PO file states about itself; names are in small letters."""
    header = next((entry for entry in entries if entry.is_header), None)
    lines = header.target.split("\n") if header else []
    return {
        name.strip().lower(): value.strip() for name, sign, value in (line.partition(":") for line in lines) if sign
    }

"""What holds no words to translate: code examples, comments, HTML, included files and rules across the page."""

from __future__ import annotations

import re

from saferhub.model.lesson import Block, BlockKind
from saferhub.model.problem import phrase
from saferhub.sources.dialect.reader import BLANKS, Line, Reader

FENCE = re.compile(r"(?P<fence>`{3,}(?!.*`)|~{3,}(?!.*~))")
COMMENT = re.compile(r"<!--(?:(?!--!?>).)+-->[ \t]*$")
RULE = re.compile(r"(?:(?:-[ ]{0,2}){3,}|(?:_[ ]{0,2}){3,}|(?:\*[ ]{0,2}){3,})[ \t]*$")
SNIPPET = re.compile(r"-+8<-+(?P<name>[ \t]+(?:\"[^\"]+\"|'[^']+'))?$")
INDENT = 4
HTML_START = re.compile(r"</?(?P<name>[A-Za-z][A-Za-z0-9-]*)(?P<colon>[:@+.])?|<[!?]")
INLINE_TAGS = frozenset(
    re.findall(
        r"\w+",
        "a abbr b bdi bdo br cite code data dfn em i img kbd mark q s samp small span strong sub sup time u var wbr",
    )
)


def read_fence(reader: Reader, line: Line) -> int:
    """Read a code example to its end; inside a quote or an item it must stay inside."""
    match = FENCE.match(line.text, line.lead)
    if match is None:
        return 0
    fence, lines = match["fence"], reader.lines
    quotes = line.quotes
    column = 0 if quotes else line.lead
    after = line.row + 1
    closed = False
    while after < len(lines) and not closed:
        text = lines[after]
        words = text.lstrip(" \t>")
        before = text[: len(text) - len(words)]
        if before.count(">") < quotes or (words and len(before) < column):
            break
        closed = words.rstrip(BLANKS) == fence
        after += 1
    if not closed:
        reader.problem(
            "unclosed-block",
            line.number,
            phrase("The example that begins here is never closed."),
            phrase("Close it with the same marks that opened it, alone on a line."),
        )
    add_wordless(reader, line, after, BlockKind.CODE)
    return after


def read_html(reader: Reader, line: Line) -> int:
    """Read a comment or HTML. A comment on one line is nothing; one over several lines is kept as HTML."""
    if COMMENT.match(line.text, line.lead):
        reader.close_block()
        return line.row + 1
    if line.text.startswith("<!--", line.lead) and _is_outside(line):
        end = reader.text.find("-->", line.start + line.lead)
        if end >= 0:
            after = line.row + 1 + reader.text.count("\n", line.start, end)
            add_wordless(reader, line, after, BlockKind.HTML)
            return after
    return 0


def is_html(line: Line) -> bool:
    """Whether a line begins with HTML that makes a block; an address in angle brackets or a tag in words does not."""
    match = HTML_START.match(line.text, line.lead)
    if match is None or match["colon"] or not (match["name"] or _is_outside(line)):
        return False
    return (match["name"] or "").lower() not in INLINE_TAGS


def _is_outside(line: Line) -> bool:
    """In a quote or an item the renderer takes a comment that goes on behind an empty line for words."""
    return line.lead < INDENT and not line.quotes


def read_snippet(reader: Reader, line: Line) -> int:
    """Pass over the name of a file whose words stand elsewhere (`--8<-- "name"`, or names between two such lines)."""
    match = SNIPPET.match(line.text, line.lead)
    if match is None or line.quotes:  # in a quote the renderer takes it for words
        return 0
    after = line.row + 1
    if not match["name"]:
        lines = reader.lines
        after = next((i + 1 for i in range(after, len(lines)) if _is_snippet_end(lines[i])), 0)
        if not after:
            return 0
    reader.close_block()
    reader.problem(
        "unknown-block",
        line.number,
        phrase("Other files cannot be included here: readers would see this line as it stands."),
        phrase("Copy the words to this page, or leave a link to the page that has them."),
    )
    return after


def _is_snippet_end(text: str) -> bool:
    match = SNIPPET.match(text.strip())
    return match is not None and not match["name"]


def read_rule(reader: Reader, line: Line) -> int:
    """Pass over a line across the page."""
    if not RULE.match(line.text, line.lead):
        return 0
    reader.close_block()
    return line.row + 1


def add_wordless(reader: Reader, line: Line, after: int, kind: BlockKind) -> None:
    """Note a block of whole lines from this one to the one before `after`."""
    reader.close_block()
    end = reader.starts[after - 1] + len(reader.lines[after - 1])
    text = reader.text[line.start + line.lead : end] if kind is BlockKind.HTML else ""
    start = line.start + line.lead if kind is BlockKind.HTML else line.start
    reader.blocks.append(Block(kind, text, start, end, line.number, reader.section, reader.around))

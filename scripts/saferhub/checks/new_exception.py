"""Say where an exception from a rule would have to be written, so that an editor can offer to write it."""

from __future__ import annotations

from collections.abc import Sequence

from saferhub.checks.registry import rule
from saferhub.checks.rule import JUDGED
from saferhub.checks.suppression import exceptions
from saferhub.model.lesson import BlockKind, Document
from saferhub.model.problem import Problem
from saferhub.sources.documents import loose_document

# Too short to count as a reason, so that the fault stays until somebody has typed a real one.
PLACEHOLDER = "reason?"


def new_exception(document: Document, problem: Problem) -> tuple[int, str] | None:
    """Return the line before which an exception from one problem belongs, and its words.

    Nothing is returned where none can stand: for rules without exceptions, where one stands already, and where a
    comment would change the text around it, for example between the rows of a table.
    """
    known = rule(problem.rule)
    if known is None or known.family not in JUDGED or _allowed_at(document, problem.rule, problem.place.line):
        return None
    lines = document.source.split("\n")
    line = _line_of_block(document, problem.place.line)
    if not 1 <= line <= len(lines):
        return None
    indent = lines[line - 1][: len(lines[line - 1]) - len(lines[line - 1].lstrip(" \t"))]
    comment = f"allow {problem.rule}: {PLACEHOLDER}"
    text = f"{indent}# {comment}" if line < document.body.first_line else f"{indent}<!-- {comment} -->"
    changed = loose_document("\n".join([*lines[: line - 1], text, *lines[line - 1 :]]), document.path, document.locale)
    is_the_same = changed.facts == document.facts and _shapes(changed) == _shapes(document)
    return (line, text) if is_the_same and _allowed_at(changed, problem.rule, problem.place.line + 1) else None


def _line_of_block(document: Document, line: int) -> int:
    """The first line of the block, table or fact that holds a line; 0 if there is none."""
    if line < document.body.first_line:
        return max((number for number in document.lines.values() if number <= line), default=0)
    blocks = [block for block in document.body.blocks if block.line <= line]
    if not blocks:
        return 0
    if blocks[-1].kind is BlockKind.TABLE_CELL:
        return max((cell.line for cell in blocks if cell.kind is BlockKind.TABLE_CELL and cell.level == 1), default=0)
    return blocks[-1].line


def _allowed_at(document: Document, slug: str, line: int) -> bool:
    return any(each.rule == slug and each.first <= line <= each.last for each in exceptions(document))


def _shapes(document: Document) -> Sequence[object]:
    return [(block.text, block.shape) for block in document.body.blocks]

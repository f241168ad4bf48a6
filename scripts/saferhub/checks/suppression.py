"""Leave a rule on purpose, for one block and with a reason that everybody can read.

``<!-- allow vivid-scene: the story is told by the person herself -->`` stands alone on the line before the block.
Among the facts it is a comment of YAML: ``# allow raw-address: ...`` before the fact.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from saferhub.checks.registry import all_rules, rule
from saferhub.checks.rule import JUDGED
from saferhub.model.lesson import Block, BlockKind, Document
from saferhub.model.problem import Place, Problem, Severity, nearest, phrase

COMMENT = re.compile(
    r"^[ \t>]*(?:<!--[ \t]*|#[ \t]*)allow\b[ \t]*(?P<rule>[\w-]*)[ \t]*:?[ \t]*(?P<reason>.*?)[ \t]*(?:-->)?[ \t]*$"
)
LEAST_REASON = 10  # letters; "because" is no reason
FAULTY = "faulty-exception"


@dataclass(frozen=True)
class Allowance:
    """A comment that allows one rule to be left in one stretch of lines."""

    rule: str
    reason: str
    place: Place
    first: int
    last: int


@dataclass(frozen=True)
class Allowed:
    """A problem that a comment excuses, and why."""

    problem: Problem
    reason: str


def exceptions(document: Document) -> Iterator[Allowance]:
    """Find every such comment of a page and the lines that it is about."""
    source = document.source
    if "allow" not in source:
        return
    top = document.body.first_line
    hidden = set(_code_lines(document))
    for number, line in enumerate(source.split("\n"), 1):
        if number in hidden or "allow" not in line or ("<!--" in line) != (number >= top):
            continue
        match = COMMENT.match(line)
        if match:
            first, last = _lines_after(document, number)
            yield Allowance(match["rule"], match["reason"], Place(document.path, number), first, last)


def _code_lines(document: Document) -> Iterator[int]:
    for block in document.body.blocks:
        if block.kind is BlockKind.CODE:
            yield from range(block.line, last_line(document, block) + 1)


def _lines_after(document: Document, line: int) -> tuple[int, int]:
    """The block after a comment; among the facts the next fact."""
    if line < document.body.first_line:
        later = sorted({number for number in document.lines.values() if number > line})
        end = next((number for number in later if number > later[0]), document.body.first_line) if later else line
        return (later[0], end - 1 if end > later[0] else later[0]) if later else (line, line)
    blocks = [block for block in document.body.blocks if block.line > line]
    if not blocks:
        return line, line
    first = blocks[0]
    end = last_line(document, first)
    if first.kind is BlockKind.TABLE_CELL:  # a comment between its rows would cut the table, so it is about all of them
        end = max(cell.line for cell in takewhile(lambda block: _same_table(first, block), blocks))
    return first.line, end


def _same_table(first: Block, block: Block) -> bool:
    return block.kind is BlockKind.TABLE_CELL and (block.level > 1 or block.line == first.line)


def last_line(document: Document, block: Block) -> int:
    """The line on which a block ends."""
    return block.line + document.body.text.count("\n", block.start, block.end)


def allow(
    documents: Iterable[Document], problems: list[Problem], looked_for: Collection[str] | None = None
) -> tuple[list[Problem], list[Allowed]]:
    """Take out what a comment excuses, and add a problem for each comment that excuses nothing or says no reason.

    `looked_for` are the rules that were run, if not all were: nobody can say that an exception from another one is
    not needed.
    """
    by_path: dict[str, list[Allowance]] = {}
    for document in documents:
        for found in exceptions(document):
            by_path.setdefault(document.path, []).append(found)
    if not by_path:
        return problems, []
    judged = {each.slug for each in all_rules() if each.family in JUDGED}
    kept: list[Problem] = []
    allowed: list[Allowed] = []
    used: set[Place] = set()
    for problem in problems:
        fitting = next(
            (
                each
                for each in by_path.get(problem.place.path, ())
                if each.rule == problem.rule and each.first <= problem.place.line <= each.last
            ),
            None,
        )
        if fitting is None or problem.rule not in judged or len(fitting.reason) < LEAST_REASON:
            kept.append(problem)
        else:
            allowed.append(Allowed(problem, fitting.reason))
        if fitting is not None:
            used.add(fitting.place)
    for group in by_path.values():
        for each in group:
            is_needed = each.place in used or (looked_for is not None and each.rule not in looked_for)
            fault = _fault(each, judged, is_needed)
            if fault is not None:
                kept.append(fault)
    return kept, allowed


def _fault(each: Allowance, judged: set[str], is_needed: bool) -> Problem | None:
    place = each.place
    if rule(each.rule) is None:
        return Problem(
            FAULTY,
            place,
            phrase("This exception names no check."),
            nearest(each.rule, sorted(judged)),
        )
    if each.rule not in judged:
        return Problem(
            FAULTY,
            place,
            phrase("`{rule}` has no exceptions.", rule=each.rule),
            phrase("Mend what it finds: it keeps the site whole or a reader safe."),
        )
    if len(each.reason) < LEAST_REASON:
        return Problem(
            FAULTY,
            place,
            phrase("This exception gives no reason."),
            phrase("Write it behind a colon: `<!-- allow {rule}: the reason -->`.", rule=each.rule),
        )
    if not is_needed:
        return Problem(
            FAULTY,
            place,
            phrase("`{rule}` finds nothing in the block below.", rule=each.rule),
            phrase("Remove the exception."),
            Severity.WARNING,
        )
    return None

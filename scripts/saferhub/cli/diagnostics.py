"""Turn problems into what editors understand: marks, explanations and quick fixes of the Language Server Protocol."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lsprotocol import types
from pygls.workspace import PositionCodec

from saferhub.checks.new_exception import new_exception
from saferhub.checks.registry import rule
from saferhub.cli.rule_pages import explanation, title
from saferhub.model.lesson import Document
from saferhub.model.problem import Problem, Severity, phrase

SOURCE = "hub"
SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.ADVICE: types.DiagnosticSeverity.Information,
}
CODE = "````"  # what explanations put their examples in
ANCHOR = re.compile(r"^(#+ .*?) \{#[\w-]+\}$", re.MULTILINE)
PAGE_LINK = re.compile(r"\[([^\]\n]*)\]\([\w-]+\.md\)")


@dataclass(frozen=True)
class Mark:
    """A problem and how the editor shows it."""

    problem: Problem
    diagnostic: types.Diagnostic


def marks(problems: Sequence[Problem], source: str, codec: PositionCodec) -> list[Mark]:
    """Return a mark for each problem of a text."""
    lines = source.split("\n")
    return [Mark(problem, _diagnostic(problem, lines, codec)) for problem in problems]


def _diagnostic(problem: Problem, lines: Sequence[str], codec: PositionCodec) -> types.Diagnostic:
    return types.Diagnostic(
        range=range_of(problem, lines, codec),
        message=f"{problem.message}\n{problem.hint}",
        severity=SEVERITIES[problem.severity],
        code=problem.rule,
        source=SOURCE,
    )


def range_of(problem: Problem, lines: Sequence[str], codec: PositionCodec) -> types.Range:
    """Return the place of a problem as the editor counts: from 0, in its own units; without columns the whole line."""
    place = problem.place
    first = min(max(place.line, 1), len(lines)) - 1
    words = lines[first]
    start, last, end = len(words) - len(words.lstrip()), first, len(words.rstrip())
    if place.end_line:
        start, last, end = place.column - 1, min(place.end_line, len(lines)) - 1, place.end_column - 1
    return codec.range_to_client_units(lines, types.Range(types.Position(first, start), types.Position(last, end)))


def marks_at(found: Sequence[Mark], asked: types.Range) -> list[Mark]:
    """Return the marks that touch a range."""
    return [
        mark
        for mark in found
        if _key(mark.diagnostic.range.start) <= _key(asked.end) and _key(asked.start) <= _key(mark.diagnostic.range.end)
    ]


def _key(position: types.Position) -> tuple[int, int]:
    return position.line, position.character


def hover(found: Sequence[Mark], kind: types.MarkupKind) -> types.Hover | None:
    """Return the explanation of the rules behind some marks, each once."""
    slugs = dict.fromkeys(mark.problem.rule for mark in found)
    texts = [explained(slug) for slug in slugs if rule(slug) is not None]
    if not texts:
        return None
    return types.Hover(types.MarkupContent(kind, "\n---\n\n".join(texts)), found[0].diagnostic.range)


def explained(slug: str) -> str:
    """Return the explanation of a rule without what only the site understands: anchors, and links to other pages."""
    known = rule(slug)
    if known is None:
        return ""
    parts = f"# {title(known)}\n\n{explanation(known)}".split(CODE)
    parts[::2] = [PAGE_LINK.sub(r"\1", ANCHOR.sub(r"\1", part)) for part in parts[::2]]
    return CODE.join(parts)


def quick_fixes(
    uri: str, document: Document, found: Sequence[Mark], codec: PositionCodec
) -> Iterator[types.CodeAction]:
    """Offer what can be done about some marks: safe replacements first, then exceptions."""
    for mark in found:
        place = mark.problem.place
        if mark.problem.replacement and place.line == place.end_line:
            change = types.TextEdit(mark.diagnostic.range, mark.problem.replacement)
            words = phrase("Write `{words}`", words=mark.problem.replacement)
            yield _action(uri, str(words), [mark], change, is_preferred=True)
    lines = document.source.split("\n")
    offered: dict[tuple[int, str], list[Mark]] = {}
    for mark in found:
        wanted = new_exception(document, mark.problem)
        if wanted is not None:
            offered.setdefault(wanted, []).append(mark)
    for (line, text), group in offered.items():
        start = codec.position_to_client_units(lines, types.Position(line - 1, 0))
        change = types.TextEdit(types.Range(start, start), f"{text}\n")
        words = phrase("Allow here, with a reason: {rule}", rule=group[0].problem.rule)
        yield _action(uri, str(words), group, change, is_preferred=False)


def _action(
    uri: str, words: str, group: Sequence[Mark], change: types.TextEdit, is_preferred: bool
) -> types.CodeAction:
    return types.CodeAction(
        title=words,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[mark.diagnostic for mark in group],
        is_preferred=is_preferred,
        edit=types.WorkspaceEdit(changes={uri: [change]}),
    )

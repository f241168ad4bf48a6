"""Read a page: the facts at its top and the text below."""

from __future__ import annotations

import re
from pathlib import Path

from saferhub.model.lesson import Document
from saferhub.model.problem import Place, Problem, phrase
from saferhub.sources.blocks import split
from saferhub.sources.files import read_text
from saferhub.sources.schemas import Schema
from saferhub.sources.validation import validate
from saferhub.sources.yaml_reader import read_yaml

FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<facts>.*?)(?:^---[ \t]*$\n?)", re.DOTALL | re.MULTILINE)


def read_document(
    root: Path, path: Path, document_id: str, kind: str, locale: str, schema: Schema | None
) -> tuple[Document | None, list[Problem]]:
    """Read one page and judge its facts. The page is None when it could not be read at all.

    Without a schema the facts are read and not judged: whoever only counts words need not wait for the judge.
    """
    text, problems = read_text(root, path)
    if text is None:
        return None, problems
    shown = path.relative_to(root).as_posix()
    match = FRONT_MATTER.match(text)
    if match is None:
        return None, [
            Problem(
                "missing-front-matter",
                Place(shown, 1),
                phrase("The file does not begin with its facts."),
                phrase("Begin with a line of three hyphens, then `title: ...`, and close with three hyphens."),
            )
        ]
    facts = read_yaml(match["facts"], shown, first_line=2)
    if facts.problems:
        return None, facts.problems
    if not isinstance(facts.data, dict):
        return None, [
            Problem(
                "missing-front-matter",
                Place(shown, 2),
                phrase("The facts at the top are not names with values."),
                phrase("Write each fact on a line of its own, for example `title: Group chats that work`."),
            )
        ]
    problems = validate(facts.data, schema, shown, facts.lines) if schema is not None else []
    body, faults = split(text[match.end() :], shown, text.count("\n", 0, match.end()) + 1)
    return Document(document_id, kind, locale, shown, facts.data, facts.lines, body, text), problems + faults


def loose_document(text: str, path: str, locale: str) -> Document:
    """Make a page of any Markdown, such as a partner's leaflet. Facts at its top are read if they are there."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    match = FRONT_MATTER.match(text)
    facts = read_yaml(match["facts"], path, first_line=2) if match else None
    data = facts.data if facts is not None and isinstance(facts.data, dict) else {}
    start = match.end() if match else 0
    body, _ = split(text[start:], path, text.count("\n", 0, start) + 1)
    return Document(path, "text", locale, path, data, facts.lines if facts else {}, body, text)

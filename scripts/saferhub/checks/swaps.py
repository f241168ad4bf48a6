"""Put one word in the place of another where that changes nothing around it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from saferhub.model.problem import Problem


def swapped(source: str, problems: Iterable[Problem]) -> str:
    """Return a text with every safe replacement made; places are those of the problems."""
    lines = source.split("\n")
    wanted = sorted(
        (problem for problem in problems if problem.replacement and problem.place.end_line == problem.place.line),
        key=lambda problem: (problem.place.line, problem.place.column),
        reverse=True,
    )
    for problem in wanted:
        place = problem.place
        line = lines[place.line - 1]
        lines[place.line - 1] = line[: place.column - 1] + problem.replacement + line[place.end_column - 1 :]
    return "\n".join(lines)


def difference(path: str, before: str, after: str) -> str:
    """Return what would change, as programmers and translators are used to see it."""
    return "".join(
        line if line.endswith("\n") else f"{line}\n"
        for line in difflib.unified_diff(before.splitlines(True), after.splitlines(True), path, path, n=1)
    )

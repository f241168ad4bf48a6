"""Check a text while somebody types it, and put what is found together with what only the whole hub can tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from saferhub.checks import baseline
from saferhub.checks.registry import rule
from saferhub.checks.single import check_text
from saferhub.checks.suppression import FAULTY
from saferhub.cli.check import document_of
from saferhub.cli.library import read_and_check
from saferhub.model.lesson import Document
from saferhub.model.problem import Problem
from saferhub.sources.files import read_text


@dataclass(frozen=True)
class Unsaved:
    """A text as it stands in an editor, and the problems that can be seen in it alone.

    `path` is its place in the hub, or its name if it is not a file of the hub.
    """

    path: str
    document: Document
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Saved:
    """What was found in the whole hub as it stands on disk: problems and texts by path, and the pages that were read.

    `waiting` are the entries of the baseline that still occur.
    """

    problems: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    pages: frozenset[str] = frozenset()
    waiting: Mapping[baseline.Entry, int] = field(default_factory=dict)


def check_unsaved(root: Path, name: str, text: str, is_markdown: bool) -> Unsaved:
    """Check a text as far as it can be checked alone; data files only with the whole hub."""
    document = document_of(root, name, text, "")
    if is_markdown:
        return Unsaved(document.path, document, check_text(document).problems)
    path = (root / name).resolve()
    return Unsaved(path.relative_to(root).as_posix() if path.is_relative_to(root) else name, document)


def check_saved(root: Path) -> Saved:
    """Check the whole hub."""
    library, report = read_and_check(root)
    problems: dict[str, tuple[Problem, ...]] = {}
    for problem in report.problems:
        problems[problem.place.path] = (*problems.get(problem.place.path, ()), problem)
    documents = [*library.documents, *library.translations.values()]
    texts = {document.path: document.source for document in documents}
    for path in problems.keys() - texts.keys():
        text, _ = read_text(root, root / path)
        if text is not None:
            texts[path] = text
    waiting = Counter(baseline.entry_of(problem) for problem in report.waiting)
    return Saved(problems, texts, frozenset(document.path for document in documents), waiting)


def together(unsaved: Unsaved, saved: Saved) -> list[Problem]:
    """Return all problems of a text, each once, at the lines where they stand now.

    A text that is saved has exactly the problems that `hub check` tells.
    """
    path, source = unsaved.path, unsaved.document.source
    known = saved.problems.get(path, ())
    before = saved.texts.get(path)
    if before == source and path in saved.pages:
        return list(known)
    needs_hub = [problem for problem in known if not _is_of_page(problem)]
    if before is not None:
        needs_hub = list(moved(needs_hub, before, source))
    of_page, _ = baseline.put_off(list(unsaved.problems), Counter(saved.waiting))
    of_page = [problem for problem in of_page if problem.place.path == path]  # not one of the baseline itself
    found = {problem.sort_key: problem for problem in (*needs_hub, *of_page)}
    return [found[key] for key in sorted(found)]


def _is_of_page(problem: Problem) -> bool:
    """Whether the page alone shows the problem, so that it is found anew after each change."""
    known = rule(problem.rule)
    return problem.rule == FAULTY or (known is not None and known.page_check is not None)


def moved(problems: Iterable[Problem], before: str, after: str) -> Iterator[Problem]:
    """Move problems along with their lines. Those of lines that have been changed since are left out."""
    old, new = before.split("\n"), after.split("\n")
    shortest = min(len(old), len(new))
    top = next((index for index in range(shortest) if old[index] != new[index]), shortest)
    bottom = next((index for index in range(shortest - top) if old[-1 - index] != new[-1 - index]), shortest - top)
    shift = len(new) - len(old)
    for problem in problems:
        place = problem.place
        last = max(place.line, place.end_line)
        if last <= top:
            yield problem
        elif place.line > len(old) - bottom:
            end = place.end_line + shift if place.end_line else 0
            yield replace(problem, place=replace(place, line=place.line + shift, end_line=end))

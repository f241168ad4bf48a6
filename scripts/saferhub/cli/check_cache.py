"""Keep what the checks found, so that a page that did not change is not read again.

Two files in ``build/checks``: the whole report, for a hub in which nothing changed, and the problems of each page by
the fingerprint of its text. Both also depend on the program and the language packs; the report also on the day. A
file that is damaged or of another version is ignored and written anew.
"""

from __future__ import annotations

import datetime
import gc
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from pathlib import Path
from typing import Any

from saferhub.checks.passages import Page
from saferhub.checks.records import of_problem, of_report, problem_from, report_from
from saferhub.checks.report import Report, check, page_problems
from saferhub.cli.cache import fingerprint, load, processes, program, save
from saferhub.model.lesson import Document
from saferhub.model.library import Library
from saferhub.model.problem import Problem
from saferhub.sources.library import read_library

FOLDER = Path("build/checks")
READ = ("docs", "translations")
FEW = 40  # pages that one process checks sooner than others are started
CHUNK = 25


def cached_report(root: Path, today: datetime.date) -> tuple[Library | None, Report]:
    """Return the report on a hub, from the cache if nothing changed; then the library is not read at all."""
    made_by = program().encode()
    whole = fingerprint([made_by, today.isoformat().encode(), *_contents(root)])
    known = load(root / FOLDER / "report.json")
    if known.get("fingerprint") == whole:
        try:
            return None, report_from(known["report"])
        except (KeyError, TypeError, ValueError):
            pass
    # Hundreds of thousands of small objects are made and none of them in a circle: looking for circles among them
    # takes a third of the time.
    gc.disable()
    try:
        return _read_and_checked(root, today, made_by, whole)
    finally:
        gc.enable()


def _read_and_checked(root: Path, today: datetime.date, made_by: bytes, whole: str) -> tuple[Library | None, Report]:
    library = read_library(root)
    documents = [*library.documents, *library.translations.values()]
    report = check(library, today, pages=_pages(root, documents, made_by))
    save(root / FOLDER / "report.json", {"fingerprint": whole, "report": of_report(report)})
    return library, report


def _pages(root: Path, documents: list[Document], made_by: bytes) -> list[Problem]:
    """Return the problems of every page; those of unchanged pages are read from the cache."""
    known = load(root / FOLDER / "pages.json").get("pages", {})
    prints = [
        fingerprint(
            [made_by, document.path.encode(), document.kind.encode(), document.source.encode("utf-8", "surrogatepass")]
        )
        for document in documents
    ]
    found: dict[str, list[list[Any]]] = {}
    for name in prints:
        if isinstance(known, dict) and isinstance(known.get(name), list):
            found[name] = known[name]
    new = [(name, document) for name, document in zip(prints, documents, strict=True) if name not in found]
    problems: list[Problem] = []
    try:
        problems = [problem_from(record) for records in found.values() for record in records]
    except (TypeError, ValueError):
        found, problems, new = {}, [], list(zip(prints, documents, strict=True))
    for name, results in zip([name for name, _ in new], _checked([document for _, document in new]), strict=True):
        found[name] = [of_problem(problem) for problem in results]
        problems += results
    if new or len(found) != len(known):
        save(root / FOLDER / "pages.json", {"pages": found})
    return problems


def _checked(documents: list[Document]) -> Iterator[list[Problem]]:
    workers = processes()
    if len(documents) < FEW or workers < 2:
        yield from _check_pages(documents)
        return
    with ProcessPoolExecutor(max_workers=workers) as executor:
        yield from check_pages(documents, executor)


def check_pages(documents: list[Document], executor: Executor) -> Iterator[list[Problem]]:
    """Check many pages with the help of others; any executor will do, also that of a cluster."""
    chunks = [documents[start : start + CHUNK] for start in range(0, len(documents), CHUNK)]
    for records in executor.map(_check_chunk, chunks):
        yield from ([problem_from(record) for record in page] for page in records)


def _check_chunk(documents: list[Document]) -> list[list[list[Any]]]:
    gc.disable()  # in a process of its own, which ends when the work is done
    return [[of_problem(problem) for problem in page] for page in _check_pages(documents)]


def _check_pages(documents: Iterable[Document]) -> Iterator[list[Problem]]:
    for document in documents:
        yield page_problems(Page(document))


def _contents(root: Path) -> Iterator[bytes]:
    for name in READ:
        for folder, folders, files in os.walk(root / name):
            folders.sort()
            yield from (f"{folder}/{each}/".encode("utf-8", "surrogateescape") for each in folders)
            for file in sorted(files):
                path = Path(folder) / file
                yield path.relative_to(root).as_posix().encode("utf-8", "surrogateescape")
                try:
                    yield path.read_bytes() if path.is_file() and not path.is_symlink() else b"link"
                except OSError as error:
                    yield str(error).encode()

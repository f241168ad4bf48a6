"""The command `hub check`: the whole hub, some files, or a text from standard input."""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from saferhub.checks.report import Report
from saferhub.checks.reporters import REPORTERS
from saferhub.checks.single import check_text, of_path
from saferhub.checks.swaps import difference, swapped
from saferhub.cli.confirm import confirmed
from saferhub.cli.library import checked
from saferhub.cli.tree import write_file
from saferhub.model.lesson import Document
from saferhub.model.locale import SOURCE_LOCALE
from saferhub.model.problem import Severity
from saferhub.sources.documents import loose_document
from saferhub.sources.files import read_text
from saferhub.sources.library import kind_of

STDIN = "-"


@dataclass
class _Parts:
    """What has been checked so far, in the order in which it was asked for."""

    reports: list[Report] = field(default_factory=list)
    texts: dict[str, tuple[Path, str]] = field(default_factory=dict)


def add_arguments(command: argparse.ArgumentParser) -> None:
    """Add what `hub check` understands."""
    command.add_argument("files", nargs="*", metavar="FILE", help="only these files; `-` reads standard input")
    command.add_argument("--format", choices=sorted(REPORTERS), default="text", help="how faults are written")
    command.add_argument("--locale", default="", help="the language of files that are not in the hub (default: en)")
    command.add_argument("--stdin-name", default="", metavar="PATH", help="which file of the hub the input belongs to")
    command.add_argument("--no-cache", action="store_true", help="read everything anew")
    command.add_argument(
        "--fix", action="store_true", help="show safe replacements of terms, and make them if you agree"
    )
    command.add_argument("--yes", action="store_true", help="with --fix: make them without asking")


def run(root: Path, options: argparse.Namespace) -> int:
    """Check and report. 0: nothing stands against publishing; 1: errors; 2: a file that cannot be read."""
    parts = _Parts()
    if not options.files:
        _, report = checked(root, use_cache=not options.no_cache)
        parts.reports.append(report)
        parts.texts |= {
            problem.place.path: (root / problem.place.path, "") for problem in report.problems if problem.replacement
        }
    elif not _read(root, options, parts):
        return 2
    report = _together(parts.reports)
    if options.fix:
        return _fix(report, parts, options.yes)
    sys.stdout.write(REPORTERS[options.format](report, lambda message: message))
    return 0 if report.is_clean else 1


def _read(root: Path, options: argparse.Namespace, parts: _Parts) -> bool:
    """Check each file that was named: files of the hub with all rules, others for tone and terms."""
    of_hub: set[str] = set()
    for name in options.files:
        if name == STDIN:
            text = sys.stdin.buffer.read().decode("utf-8-sig", "replace")
            parts.reports.append(check_text(document_of(root, options.stdin_name or "input.md", text, options.locale)))
            continue
        path = Path(name) if Path(name).is_absolute() else Path.cwd() / name
        if not path.is_file():
            sys.stderr.write(f"{name}: there is no such file. Name a Markdown file, or `-` for standard input.\n")
            return False
        if place_in_hub(root, path) is not None:
            of_hub.add(path.resolve().relative_to(root).as_posix())
            parts.texts[path.resolve().relative_to(root).as_posix()] = (path, "")
            continue
        found, problems = read_text(path.parent, path)
        if found is None:
            sys.stderr.write("".join(f"{name}: {problem.message} {problem.hint}\n" for problem in problems))
            return False
        parts.texts[name] = (path, found)
        parts.reports.append(check_text(document_of(root, name, found, options.locale)))
    if of_hub:
        _, report = checked(root, use_cache=not options.no_cache)
        parts.reports.append(of_path(report, frozenset(of_hub)))
    return True


def place_in_hub(root: Path, path: Path) -> tuple[str, str] | None:
    """Return the language and the name of a page of the hub, or nothing for any other file."""
    resolved = path.resolve()
    for folder, locale in ((root / "docs" / SOURCE_LOCALE, SOURCE_LOCALE), (root / "translations", "")):
        if resolved.suffix == ".md" and resolved.is_relative_to(folder):
            parts = PurePosixPath(resolved.relative_to(folder).as_posix())
            if not locale and len(parts.parts) > 1:
                return parts.parts[0], "/".join(parts.parts[1:])[: -len(".md")]
            if locale:
                return locale, parts.as_posix()[: -len(".md")]
    return None


def document_of(root: Path, name: str, text: str, locale: str) -> Document:
    """Make a page of a text. Its name decides whether it is a page of the hub."""
    path = Path(name) if Path(name).is_absolute() else root / name
    inside = place_in_hub(root, path)
    if inside is None:
        suffixes = PurePosixPath(name).suffixes
        by_name = suffixes[-2].lstrip(".") if len(suffixes) > 1 and 2 <= len(suffixes[-2]) <= 6 else ""
        return loose_document(text, name, locale or by_name or SOURCE_LOCALE)
    document = loose_document(text, path.resolve().relative_to(root).as_posix(), inside[0])
    return Document(
        inside[1],
        kind_of(inside[1]),
        inside[0],
        document.path,
        document.facts,
        document.lines,
        document.body,
        document.source,
    )


def _together(reports: list[Report]) -> Report:
    return Report(
        tuple(problem for report in reports for problem in report.problems),
        sum(report.lessons for report in reports),
        tuple(each for report in reports for each in report.allowed),
        tuple(problem for report in reports for problem in report.waiting),
        {locale: rules for report in reports for locale, rules in report.not_covered.items()},
    )


def _fix(report: Report, parts: _Parts, agreed: bool) -> int:
    """Show what would change in each file, ask, and write each file whole."""
    changes: list[tuple[Path, str, str]] = []
    for name, (path, _) in sorted(parts.texts.items()):
        before = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        after = swapped(before, [problem for problem in report.problems if problem.place.path == name])
        if after != before:
            changes.append((path, name, after))
            sys.stdout.write(difference(name, before, after))
    if not changes:
        print("There is no term here that can be replaced without touching other words.")
        return 0 if report.is_clean else 1
    if not agreed and sys.stdin.isatty():
        agreed = confirmed(f"Write these changes to {len(changes)} files?")
    if not agreed:
        print("Nothing was written. Say `--fix --yes` to write the changes above.")
        return 1
    for path, name, after in changes:
        write_file(path, after.encode())
        print(f"written: {name}")
    left = [problem for problem in report.problems if problem.severity is Severity.ERROR and not problem.replacement]
    return 1 if left else 0

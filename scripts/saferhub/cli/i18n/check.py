"""Check one language: its pages and their records with all rules, and its interface words with gettext's own tool."""

from __future__ import annotations

import dataclasses
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from saferhub.checks.reporters import REPORTERS
from saferhub.cli.i18n.pages import all_found, chosen_pages, locale_or_none
from saferhub.cli.library import checked
from saferhub.model.problem import Place, Problem, Severity, phrase
from saferhub.sources.library import read_library
from saferhub.sources.words import words_path

LINE = re.compile(
    r"(?:msgfmt: )?(?P<path>\S+?):(?:(?P<line>\d+):)?(?:\d+:)? *(?P<warning>warning: )?(?P<reason>[^. ].*)"
)


def check_language(root: Path, locale_id: str, names: Sequence[str], form: str = "text", use_cache: bool = True) -> int:
    """Check a language, or some of its pages; return the exit code: 0 clean, 1 errors, 2 no such language or page."""
    library = read_library(root)
    locale = locale_or_none(library, locale_id)
    if locale is None:
        return 2
    pages = chosen_pages(library, locale, names)
    if not all_found(pages, names, locale_id):
        return 2
    folder = f"translations/{locale_id}/"
    _, whole = checked(root, use_cache=use_cache)
    if names:
        paths = {path for page in pages for path in (page.target_path, page.sidecar_path)}
        problems = [problem for problem in whole.problems if problem.place.path in paths]
    else:
        problems = [one for one in whole.problems if one.place.path.startswith(folder)]
        known = {one.place for one in problems if one.rule == "bad-words"}
        problems += [one for one in gettext_problems(root, locale_id) if one.place not in known]
    report = dataclasses.replace(
        whole,
        problems=tuple(sorted(problems, key=lambda problem: problem.sort_key)),
        lessons=sum(page.source.kind == "lesson" and page.target is not None for page in pages),
        allowed=tuple(each for each in whole.allowed if each.problem.place.path.startswith(folder)),
        waiting=tuple(each for each in whole.waiting if each.place.path.startswith(folder)),
        not_covered={one: rules for one, rules in whole.not_covered.items() if one == locale_id},
    )
    sys.stdout.write(REPORTERS[form](report, lambda message: message))
    return 0 if report.is_clean else 1


def gettext_problems(root: Path, locale_id: str) -> Iterator[Problem]:
    """Ask gettext's `msgfmt` about the interface words of a language, if it is there."""
    path = words_path(root, locale_id)
    if not path.is_file():
        return
    if shutil.which("msgfmt") is None:
        sys.stderr.write("The interface words were not checked with gettext: its program `msgfmt` is not installed.\n")
        return
    shown = path.relative_to(root).as_posix()
    done = subprocess.run(
        ["msgfmt", "--check", f"--output-file={os.devnull}", shown],
        cwd=root,
        env={**os.environ, "LC_ALL": "C", "OUTPUT_CHARSET": "UTF-8"},
        capture_output=True,
        check=False,
    )
    for text in done.stderr.decode("utf-8", "replace").splitlines():
        line = LINE.fullmatch(text)
        # Our catalogues have a short header on purpose; which fields are missing there is of no use to a translator.
        if line and line["path"] == shown and not line["reason"].startswith("header field"):
            yield Problem(
                "bad-words",
                Place(shown, int(line["line"] or 1)),
                phrase("Gettext cannot use these words: {reason}.", reason=line["reason"].strip().rstrip(".")),
                phrase("Open the file in a PO tool such as Poedit, which shows the entry and checks it."),
                Severity.WARNING if line["warning"] else Severity.ERROR,
            )

"""Let an imported collection improve step by step: what is known already does not stop the build, what is new does.

The baseline remembers each known problem by its file, its rule and the words it is about, not by its line, so that
other changes do not move it. It may only become shorter.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable

from saferhub.checks.registry import rule
from saferhub.checks.rule import JUDGED
from saferhub.model.problem import Place, Problem, Severity, phrase
from saferhub.sources.library import BASELINE as PATH

OUTDATED = "outdated-baseline"
Entry = tuple[str, str, str]


def entry_of(problem: Problem) -> Entry:
    """Return what a problem is remembered by."""
    words = problem.line.strip() or str(problem.message)
    return (problem.place.path, problem.rule, hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:12])


def written(problems: Iterable[Problem]) -> str:
    """Return the baseline of some problems as text. Only problems of judged families can be put off."""
    counts = Counter(entry_of(problem) for problem in problems if may_wait(problem))
    rows = [
        {"file": path, "rule": slug, "words": words, "times": times}
        for (path, slug, words), times in sorted(counts.items())
    ]
    return (
        json.dumps(
            {"about": "Known problems; `hub baseline` writes it, and it only becomes shorter.", "known": rows}, indent=1
        )
        + "\n"
    )


def may_wait(problem: Problem) -> bool:
    """Whether a problem may be put off: not when it breaks the site or keeps help away from a reader."""
    known = rule(problem.rule)
    return known is not None and known.family in JUDGED


def read(text: str) -> tuple[Counter[Entry], list[Problem]]:
    """Read a baseline, or say in one problem why it cannot be used."""
    try:
        rows = json.loads(text)["known"]
        counts: Counter[Entry] = Counter()
        for row in rows:
            counts[str(row["file"]), str(row["rule"]), str(row["words"])] += int(row["times"])
    except (ValueError, TypeError, KeyError, RecursionError):
        return Counter(), [
            Problem(
                OUTDATED,
                Place(PATH),
                phrase("The baseline cannot be read."),
                phrase("Write it again with `hub baseline`, or restore it."),
            )
        ]
    return counts, []


def put_off(problems: list[Problem], known: Counter[Entry]) -> tuple[list[Problem], list[Problem]]:
    """Return the problems that count, and those that are known. What no longer occurs must leave the baseline."""
    left = Counter(known)
    counting: list[Problem] = []
    waiting: list[Problem] = []
    for problem in problems:
        entry = entry_of(problem)
        if left[entry] > 0 and may_wait(problem):
            left[entry] -= 1
            waiting.append(problem)
        else:
            counting.append(problem)
    mended = sum(count for count in left.values() if count > 0)
    if mended:
        counting.append(
            Problem(
                OUTDATED,
                Place(PATH),
                phrase("{count} problems of the baseline have been mended.", count=mended),
                phrase("Run `hub baseline` and commit the shorter file, so that they do not come back."),
                Severity.WARNING,
            )
        )
    return counting, waiting

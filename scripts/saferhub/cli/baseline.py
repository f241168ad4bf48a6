"""The command `hub baseline`: write down what is known, and never more than before unless that is asked for."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from saferhub.checks import baseline
from saferhub.checks.report import check
from saferhub.cli.library import today
from saferhub.cli.tree import write_file
from saferhub.sources.library import BASELINE, read_library


def write_baseline(root: Path, grow: bool) -> int:
    """Write the list of known problems: without `grow`, only those that it already names."""
    library = read_library(root)
    now = check(replace(library, baseline=None), today())
    problems = [problem for problem in now.problems if baseline.may_wait(problem)]
    if library.baseline is not None and not grow:
        known, faults = baseline.read(library.baseline)
        if faults:
            sys.stderr.write(f"{faults[0].place}: {faults[0].message} Use --grow to begin anew.\n")
            return 1
        _, problems = baseline.put_off(problems, known)
    target = root / BASELINE
    if not problems:
        target.unlink(missing_ok=True)
        print("No problem has to wait: there is no baseline now.")
        return 0
    write_file(target, baseline.written(problems).encode())
    print(f"{len(problems)} known problems are written in {BASELINE}. Errors of other kinds still stop the build.")
    return 0

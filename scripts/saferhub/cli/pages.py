"""The command that looks at the finished pages: `hub pages`."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from saferhub import checks
from saferhub.checks.reporters import REPORTERS
from saferhub.cli.tree import write_file
from saferhub.model.problem import Severity
from saferhub.site import inspection
from saferhub.site.inspection.inspection import inspect_side_by_side
from saferhub.site.inspection.plan import edition_of, page_files, plan, read_clean, write_clean
from saferhub.site.inspection.tools import ToolMissingError, Tools

MEMORY = "build/inspection.json"
BROWSERS = min(4, os.cpu_count() or 1)


def inspect_pages(root: Path, site: Path, everything: bool, form: str) -> int:
    """Look at the pages of a built site and write what was found; return the exit code."""
    if not (site / "index.html").is_file():
        sys.stderr.write(f"{site} holds no built site. Run `make site` first.\n")
        return 2
    started = time.monotonic()
    tools, memory = Tools(root), root / MEMORY
    edition = _edition(root)
    pages = page_files(site)
    clean = read_clean(memory.read_text(encoding="utf-8", errors="replace"), edition) if memory.is_file() else {}
    visits = plan(pages, clean, everything)
    sys.stderr.write(f"Looking at {len(visits)} of {len(pages)} pages in the browser, reading all of them ...\n")
    try:
        report = inspect_side_by_side(site, visits, tools, BROWSERS)
    except ToolMissingError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    faulty = {problem.place.path for problem in report.problems if problem.severity is Severity.ERROR}
    write_file(memory, write_clean(pages, faulty, edition).encode())
    sys.stdout.write(REPORTERS[form](report, lambda message: message))
    sys.stderr.write(f"Done in {time.monotonic() - started:.0f} s.\n")
    return 0 if report.is_clean else 1


def _edition(root: Path) -> str:
    """Name the rules and tools that are in force."""
    folders = [Path(checks.__file__).parent / "rules", Path(inspection.__file__).parent]
    files = [path for folder in folders for path in folder.iterdir() if path.is_file()]
    return edition_of([*files, *(path for path in [root / "package-lock.json"] if path.is_file())])

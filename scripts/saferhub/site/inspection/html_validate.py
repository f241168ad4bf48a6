"""html-validate reads the files themselves: markup that is wrong can look right in one browser and break another."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from saferhub.model.problem import Place, Problem
from saferhub.site.inspection.judges import TOOL_HINT, tool_message
from saferhub.site.inspection.tools import Tools

SETTINGS = Path(__file__).with_name("html-validate.config.mjs")
PROGRAM = "html-validate/bin/html-validate.mjs"
RULE = "html-validate-finding"
AT_ONCE = 500  # names of files in one call: operating systems limit the length of a command


def look(site: Path, pages: Sequence[str], tools: Tools) -> Iterator[Problem]:
    """Read every page and tell what is wrong with its markup."""
    for start in range(0, len(pages), AT_ONCE):
        yield from _read(site, pages[start : start + AT_ONCE], tools)


def _read(site: Path, pages: Sequence[str], tools: Tools) -> Iterator[Problem]:
    command = [str(tools.node()), str(tools.file(PROGRAM)), "--config", str(SETTINGS), "--formatter", "json", *pages]
    # Through a file: the program ends before all of a long output has gone through a pipe.
    with tempfile.TemporaryFile("w+", encoding="utf-8") as output:
        done = subprocess.run(
            command, cwd=site, stdout=output, stderr=subprocess.PIPE, text=True, encoding="utf-8", check=False
        )
        output.seek(0)
        try:
            files = json.load(output)
        except ValueError as error:
            raise OSError(f"html-validate stopped: {done.stderr.strip()[-500:]}") from error
    for file in files:
        path = Path(file["filePath"])
        name = (path.resolve().relative_to(site.resolve()) if path.is_absolute() else path).as_posix()
        for found in file["messages"]:
            yield Problem(
                RULE,
                Place(name, found["line"], found["column"]),
                tool_message("html-validate", found["ruleId"], found["message"], found.get("selector") or name),
                TOOL_HINT,
            )

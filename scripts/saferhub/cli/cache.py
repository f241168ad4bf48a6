"""What is kept in ``build/`` so that unchanged pages are not read again: one JSON file for each kind of work.

Everything that is kept depends on the program too. A file that is damaged or of another version is ignored and written
anew.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import saferhub
from saferhub.cli.tree import write_file

PROGRAM = (".py", ".yml", ".json")


def program() -> str:
    """Return the fingerprint of everything that decides what is found, besides the content."""
    folder = Path(saferhub.__file__).parent
    parts = [sys.version.encode()]
    for path in sorted(folder.rglob("*")):
        if path.suffix in PROGRAM and path.is_file():
            parts += [path.relative_to(folder).as_posix().encode(), path.read_bytes()]
    return fingerprint(parts)


def fingerprint(parts: Iterable[bytes]) -> str:
    """Return 32 digits that change when any of the parts changes, or where one ends and the next begins."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()[:32]


def load(path: Path) -> dict[str, Any]:
    """Return what was kept, or nothing."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def save(path: Path, data: dict[str, Any]) -> None:
    """Keep something; a folder that cannot be written to only means that the next run takes longer."""
    try:
        write_file(path, json.dumps(data, ensure_ascii=False).encode("utf-8", "surrogatepass"))
    except OSError:
        return


def processes() -> int:
    """Return how many processes can work at the same time on this machine."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1

"""Size and time of change of files: enough to tell that a file is the one that was read before."""

from __future__ import annotations

import os
from pathlib import Path

Stamp = tuple[int, int]  # size in bytes, time of the last change in nanoseconds


def stamps(folder: Path, suffixes: tuple[str, ...]) -> dict[str, Stamp]:
    """Return the stamp of each file below a folder by its path from there; names that begin with a dot are left out.

    A link has a stamp that no file has and is read every time, because what it leads to may change unseen.
    """
    found: dict[str, Stamp] = {}
    _collect(str(folder), "", suffixes, found)
    return dict(sorted(found.items()))


def _collect(folder: str, prefix: str, suffixes: tuple[str, ...], found: dict[str, Stamp]) -> None:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return  # a folder that is missing or closed holds nothing to count
    for entry in entries:
        if entry.name.startswith("."):
            continue
        name = prefix + entry.name
        if entry.is_dir(follow_symlinks=False):
            _collect(entry.path, f"{name}/", suffixes, found)
        elif entry.name.endswith(suffixes):
            try:
                facts = entry.stat(follow_symlinks=False)
            except OSError:
                continue
            found[name] = (-1, -1) if entry.is_symlink() else (facts.st_size, facts.st_mtime_ns)

"""Write many files so that nothing is ever left half-written and nothing unchanged is touched."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path


def write_tree(folder: Path, files: Mapping[str, str | Path]) -> list[str]:
    """Make a folder hold exactly these files (texts, or paths to copy) and return the names of those that changed."""
    if folder.is_symlink():
        raise OSError(0, "it is a link; the hub empties this folder and will not follow it", str(folder))
    changed = []
    for name, content in files.items():
        target = folder / name
        data = content.read_bytes() if isinstance(content, Path) else content.encode()
        if target.is_file() and target.read_bytes() == data:
            continue
        write_file(target, data)
        changed.append(name)
    for path in sorted(folder.rglob("*"), reverse=True):
        relative = path.relative_to(folder).as_posix()
        if path.is_file() and relative not in files and not relative.startswith("site/"):
            path.unlink()
            changed.append(relative)
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    return changed


def write_file(target: Path, data: bytes) -> None:
    """Write a file beside its place first and then rename it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f".{target.name}.part")
    temporary.write_bytes(data)
    temporary.replace(target)


def replace_folder(new: Path, target: Path) -> None:
    """Put a finished folder into the place of an old one."""
    old = target.with_name(f".{target.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    new.rename(target)
    shutil.rmtree(old, ignore_errors=True)

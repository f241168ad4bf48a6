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


def write_together(files: Mapping[Path, bytes]) -> None:
    """Write several files, or none of them: if one cannot be put in place, those before it are brought back."""
    before = {target: target.read_bytes() if target.is_file() else None for target in files}
    temporary = {target: target.with_name(f".{target.name}.part") for target in files}
    done: list[Path] = []
    try:
        for target, data in files.items():
            target.parent.mkdir(parents=True, exist_ok=True)
            temporary[target].write_bytes(data)
        for target in files:
            temporary[target].replace(target)
            done.append(target)
    except OSError:
        for target in done:
            earlier = before[target]
            if earlier is None:
                target.unlink(missing_ok=True)
            else:
                write_file(target, earlier)
        raise
    finally:
        for part in temporary.values():
            part.unlink(missing_ok=True)


def replace_folder(new: Path, target: Path) -> None:
    """Put a finished folder into the place of an old one."""
    old = target.with_name(f".{target.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    new.rename(target)
    shutil.rmtree(old, ignore_errors=True)

"""Find the PO files in what a translator brings back: files, folders and zip files, such as a kit."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

LARGEST_PO = 5_000_000  # bytes; the PO file of the longest lesson is 150 kB
LARGEST_SUM = 200_000_000
MOST_FILES = 10_000


@dataclass(frozen=True)
class PoSource:
    """A PO file that was found: the name to tell people, its content, or why it cannot be read.

    `is_named` is true for a file that somebody gave by its name, so that it must be a page.
    """

    name: str
    data: bytes = b""
    fault: str = ""
    is_named: bool = False


def po_sources(paths: Sequence[Path]) -> Iterator[PoSource]:
    """Return the PO files in some files, folders and zip files, in the order of their names."""
    for path in paths:
        if path.is_dir():
            yield from _in_folder(path)
        elif not path.exists():
            yield PoSource(str(path), fault="There is no such file.")
        elif not path.is_file():
            yield PoSource(str(path), fault="This is not a file.")
        elif zipfile.is_zipfile(path):
            yield from _in_zip(path)
        elif path.suffix.casefold() == ".zip":
            yield PoSource(str(path), fault="This zip file is damaged. Pack it again.")
        else:
            yield _file(path, str(path), is_named=True)


def _file(path: Path, name: str, is_named: bool = False) -> PoSource:
    try:
        if path.stat().st_size > LARGEST_PO:
            return PoSource(name, fault=_too_large())
        return PoSource(name, path.read_bytes(), is_named=is_named)
    except OSError as error:
        return PoSource(name, fault=f"This file cannot be opened ({error.strerror}).")


def _too_large() -> str:
    return f"This file is larger than {LARGEST_PO // 1_000_000} megabytes, which no page is."


def _in_folder(folder: Path) -> Iterator[PoSource]:
    for path in sorted(folder.rglob("*.po")):
        is_hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not is_hidden and not path.is_symlink() and path.is_file():
            yield _file(path, str(path))


def _in_zip(path: Path) -> Iterator[PoSource]:
    """Read the members in memory. Nothing is unpacked, so no name of a member can lead anywhere."""
    left = LARGEST_SUM
    try:
        with zipfile.ZipFile(path) as bundle:
            members = [member for member in bundle.infolist() if _is_wanted(member.filename)]
            if len(members) > MOST_FILES:
                yield PoSource(str(path), fault=f"This zip file holds more than {MOST_FILES} PO files.")
                return
            for member in sorted(members, key=lambda one: one.filename):
                name = f"{path}/{_printable(member.filename)}"
                if member.flag_bits & 1:
                    yield PoSource(name, fault="This file is locked with a password. Pack it without one.")
                    continue
                with bundle.open(member) as file:
                    # The size that is stated may be a lie, so no more than the limit is ever unpacked.
                    data = file.read(min(LARGEST_PO, left) + 1)
                if len(data) > min(LARGEST_PO, left):
                    yield PoSource(name, fault=_too_large())
                    continue
                left -= len(data)
                yield PoSource(name, data)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        yield PoSource(str(path), fault=f"This zip file is damaged ({error}). Pack it again.")


def _is_wanted(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return name.endswith(".po") and not any(
        part.startswith((".", "__MACOSX")) for part in parts if part not in (".", "..")
    )


def _printable(name: str) -> str:
    return "".join(letter if letter.isprintable() else "?" for letter in name)

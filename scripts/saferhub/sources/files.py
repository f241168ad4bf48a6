"""Read text files safely: right encoding, sensible size, inside the hub."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from saferhub.model.problem import Phrase, Place, Problem, phrase

LARGEST_FILE = 1_000_000  # bytes; the longest lesson we know is 20 kB, so a file of a megabyte is a mistake


def read_text(root: Path, path: Path) -> tuple[str | None, list[Problem]]:
    """Read one file as text, or say in plain words why it cannot be read.

    Line ends are made alike. The text is None exactly when there is a problem.
    """
    place = Place(path.relative_to(root).as_posix())
    fault = outside(root, path)
    if fault is None:
        try:
            facts = path.stat()
            if not stat.S_ISREG(facts.st_mode):
                raise OSError(0, "it is not a file")
            data = path.read_bytes() if facts.st_size <= LARGEST_FILE else None
        except OSError as error:
            reason = error.strerror or "unknown reason"
            fault = _unreadable(
                place,
                phrase("This file cannot be opened ({reason}).", reason=reason),
                phrase("Check that the file exists and that you may read it."),
            )
        else:
            if data is None:
                fault = _unreadable(
                    place,
                    phrase("This file is larger than {size} megabyte.", size=1),
                    phrase("Split the page, and keep pictures in files of their own."),
                )
            else:
                return _decode(data, place)
    return None, [fault]


def walk(root: Path, folder: Path, suffix: str) -> Iterator[Path]:
    """List the files of a folder and those below it, in a fixed order, without names that begin with a dot."""
    if not folder.is_dir():
        return
    for path in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from walk(root, path, suffix)
        elif path.name.endswith(suffix) or path.is_dir():
            yield path  # also a link to a folder, so that whoever reads it can say what is wrong


def outside(root: Path, path: Path) -> Problem | None:
    """Say if a file is a link that leads out of the hub: it could publish any file of the machine."""
    try:
        real = os.path.realpath(root)  # a third of the time that Path.resolve takes, once for each file of the hub
        inside = os.path.realpath(path).startswith(real.rstrip(os.sep) + os.sep)
    except OSError:
        inside = False
    if inside:
        return None
    return _unreadable(
        Place(path.relative_to(root).as_posix()),
        phrase("This file is a link that leads out of the hub."),
        phrase("Put the file itself here instead of a link."),
    )


def _decode(data: bytes, place: Place) -> tuple[str | None, list[Problem]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return None, [
            _unreadable(
                Place(place.path, line),
                phrase("This file is not written in UTF-8."),
                phrase("Save it again as UTF-8; in most editors under 'Save with encoding'."),
            )
        ]
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        return None, [
            _unreadable(
                Place(place.path, line),
                phrase("This file holds bytes that are not text."),
                phrase("Save it again as plain text in UTF-8."),
            )
        ]
    return text.replace("\r\n", "\n").replace("\r", "\n"), []


def _unreadable(place: Place, message: Phrase, hint: Phrase) -> Problem:
    return Problem("unreadable-file", place, message, hint)

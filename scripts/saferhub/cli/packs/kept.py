"""What is known of packs that were made: their pages, and from what, so that unchanged ones are not set again."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import json
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from saferhub.cli.cache import fingerprint, load, program, save
from saferhub.cli.tree import write_file
from saferhub.model.pack import PackFile

FOLDER = "dist/packs"
MANIFEST = "manifest.json"
STATE = "build/packs.json"
TOOLS = ("weasyprint", "pydyf", "pikepdf", "segno")
READ = ("docs", "translations", "overrides/print")


def inputs(root: Path) -> str:
    """Return the fingerprint of everything that packs are made of. Only names and contents count, not dates."""
    parts = [program().encode()]
    for name in READ:
        for path in sorted((root / name).rglob("*")):
            if path.is_file() and not path.name.startswith("."):
                parts += [path.relative_to(root).as_posix().encode(), path.read_bytes()]
    return fingerprint(parts)


@dataclasses.dataclass(frozen=True)
class KeptPack:
    """A pack as it was made.

    `made_from` is the fingerprint of its pages, `inputs` that of the whole hub when they were last compared, `until`
    the day on which the first help service expires. `files` are the names of its files and their checksums.
    """

    made_from: str
    inputs: str
    until: str
    files: Mapping[str, str]
    facts: Mapping[str, Any]

    def is_there(self, folder: Path) -> bool:
        """Whether every file of the pack is where it was put, byte for byte."""
        return all(checksum(folder / name) == known for name, known in self.files.items())

    def is_right(self, now: str, today: datetime.date) -> bool:
        """Whether the pack says what the hub says today."""
        return self.inputs == now and today.isoformat() <= self.until


class State:
    """The packs of a hub that were made so far. It is written after each pack, so an interrupted run goes on."""

    def __init__(self, root: Path) -> None:
        self.path = root / STATE
        data = load(self.path)
        self.asked: dict[str, list[str]] = data.get("asked", {})  # what whole runs were asked for, and what they made
        self.packs: dict[str, KeptPack] = {}
        for name, entry in data.get("packs", {}).items():
            try:
                self.packs[name] = KeptPack(**entry)
            except TypeError:
                continue

    def save(self) -> None:
        """Write down what is known."""
        packs = {name: dataclasses.asdict(pack) for name, pack in sorted(self.packs.items())}
        save(self.path, {"asked": self.asked, "packs": packs})

    def confirm(self, name: str, now: str, until: str) -> None:
        """Note that a pack still says what the hub says now."""
        self.packs[name] = dataclasses.replace(self.packs[name], inputs=now, until=until)


def checksum(path: Path) -> str:
    """Return the SHA-256 of a file, or nothing when it is not there."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def tools() -> dict[str, str]:
    """Return the versions that decide what a pack looks like."""
    found = {}
    for name in TOOLS:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = ""
    return found


def made_with(root: Path) -> object:
    """Return the versions with which the packs were made that are listed beside them."""
    return load(root / FOLDER / MANIFEST).get("tools")


def write_manifest(root: Path, state: State, now: str, today: datetime.date) -> None:
    """List the packs beside them, for those who pass them on: only those that say what the hub says now."""
    packs = [
        {"name": name, "fingerprint": pack.made_from, "files": pack.files, **pack.facts}
        for name, pack in sorted(state.packs.items())
        if pack.is_right(now, today) and pack.is_there(root / FOLDER)
    ]
    text = json.dumps({"tools": tools(), "packs": packs}, ensure_ascii=False, indent=1)
    write_file(root / FOLDER / MANIFEST, f"{text}\n".encode())


def made_packs(root: Path, today: datetime.date) -> tuple[list[PackFile], int]:
    """Return the packs that say what the hub says today, and how many others there are.

    Packs of older lessons are not shown to anybody: they could hold advice that was mended since.
    """
    state = State(root)
    if not state.packs:
        return [], 0
    now = inputs(root)
    names = {field.name for field in dataclasses.fields(PackFile)}
    found = []
    for pack in state.packs.values():
        if pack.is_right(now, today) and pack.is_there(root / FOLDER):
            values: dict[str, Any] = {key: value for key, value in pack.facts.items() if key in names}
            values.update(lessons=tuple(values["lessons"]), letters=tuple(values["letters"]))
            found.append(PackFile(**values))
    return found, len(state.packs) - len(found)

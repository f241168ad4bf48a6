"""What is known of packs that were made: their pages, and from what, so that unchanged ones are not set again."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from saferhub.cli.cache import fingerprint, load, program, save
from saferhub.cli.tree import write_file
from saferhub.model.pack import PackFile

FOLDER = "dist/packs"
MANIFEST = "manifest.json"
STATE = "build/packs.json"
READ = ("docs", "translations", "overrides/print")


def inputs(root: Path, more: Iterable[str]) -> str:
    """Return the fingerprint of everything that packs are made of. Only names and contents count, not dates."""
    parts = [program().encode(), *(text.encode() for text in more)]
    for name in READ:
        for path in sorted((root / name).rglob("*")):
            if path.is_file() and not path.name.startswith("."):
                parts += [path.relative_to(root).as_posix().encode(), path.read_bytes()]
    return fingerprint(parts)


@dataclasses.dataclass(frozen=True)
class KeptPack:
    """A pack as it was made: from which words (a fingerprint), its files with their checksums, and what it holds."""

    made_from: str
    files: dict[str, str]
    facts: dict[str, Any]

    def is_there(self, folder: Path) -> bool:
        """Whether every file of the pack is where it was put, byte for byte."""
        return all(checksum(folder / name) == known for name, known in self.files.items())


class State:
    """The packs of a hub that were made so far. It is written after each pack, so an interrupted run goes on."""

    def __init__(self, root: Path) -> None:
        self.path = root / STATE
        data = load(self.path)
        self.whole: dict[str, str] = data.get("whole", {})
        self.packs: dict[str, KeptPack] = {}
        for name, entry in data.get("packs", {}).items():
            try:
                self.packs[name] = KeptPack(entry["made_from"], entry["files"], entry["facts"])
            except (KeyError, TypeError):
                continue

    def save(self) -> None:
        """Write down what is known."""
        packs = {name: dataclasses.asdict(pack) for name, pack in sorted(self.packs.items())}
        save(self.path, {"whole": self.whole, "packs": packs})


def checksum(path: Path) -> str:
    """Return the SHA-256 of a file, or nothing when it is not there."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def write_manifest(root: Path, state: State, made_from: str, tools: dict[str, str]) -> None:
    """List all packs beside them, for the site and for others who pass them on."""
    packs = [
        {"name": name, "fingerprint": pack.made_from, "files": pack.files, **pack.facts}
        for name, pack in sorted(state.packs.items())
    ]
    text = json.dumps({"made_from": made_from, "tools": tools, "packs": packs}, ensure_ascii=False, indent=1)
    write_file(root / FOLDER / MANIFEST, f"{text}\n".encode())


def made_packs(root: Path) -> tuple[list[PackFile], bool]:
    """Return the packs that stand beside the site, and whether they were made of today's lessons.

    Packs of older lessons are not shown to anybody: they could hold advice that was mended since.
    """
    manifest = load(root / FOLDER / MANIFEST)
    state = State(root)
    if not manifest.get("packs") or not state.whole:
        return [], False
    if manifest.get("made_from") not in state.whole or state.whole[manifest["made_from"]] != inputs(root, ()):
        return [], True
    names = {field.name for field in dataclasses.fields(PackFile)}
    found = []
    for entry in manifest["packs"]:
        facts = {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items() if key in names}
        if all(checksum(root / FOLDER / name) == known for name, known in entry["files"].items()):
            found.append(PackFile(**facts))
    return found, False

"""`hub packs check`: look into every finished file and say what a reader would miss."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from saferhub.cli.packs.kept import FOLDER, MANIFEST, checksum

NEEDS = (
    "Looking into packs needs one more package. Install it with `pip install page-validation`, or run `make check`.\n"
)


def check_packs(root: Path, folder: Path | None) -> int:
    """Prove all files that the list of packs names; the exit code is 1 when anything is wrong with one."""
    place = folder or root / FOLDER
    packs = _listed(place)
    if packs is None:
        return 2
    try:
        import page  # noqa: F401

        from saferhub.packs.proof import Claim, faults
    except (ImportError, OSError) as error:
        sys.stderr.write(f"{NEEDS}The reason: {error}\n")
        return 2
    counts: Counter[str] = Counter()
    wrong = 0
    for pack in packs:
        for name, known, kind, pages in _files(pack):
            path = place / name
            sum_now = checksum(path)
            if not sum_now:
                found = ["it is not there"]
            else:
                found = faults(path, Claim(kind, pack["locale"], pages))
                if sum_now != known:
                    found.insert(0, "it is not the file that was made: its checksum differs from the list of packs")
            counts[kind] += 1
            wrong += bool(found)
            sys.stderr.write("".join(f"{path}: {fault}.\n" for fault in found))
    named = {name for pack in packs for name in pack["files"]}
    others = [path for path in place.rglob("*.pdf") if path.relative_to(place).as_posix() not in named]
    print(
        f"{counts['pack']} packs to read or print, {counts['booklet']} booklets and {counts['cards']} sheets of cards "
        f"for printing only: {wrong} with faults."
    )
    if others:
        print(f"{len(others)} other PDF files in {place} are not in its list and were not looked at.")
    return 1 if wrong else 0


def _listed(place: Path) -> list[dict[str, Any]] | None:
    """Read the list of packs; None when it cannot be used, which has been told."""
    manifest = place / MANIFEST
    try:
        packs = json.loads(manifest.read_text(encoding="utf-8"))["packs"]
        for pack in packs:
            str(pack["locale"]), str(pack["file"]), int(pack["pages"]), dict(pack["files"])
    except FileNotFoundError:
        sys.stderr.write(f"{manifest} does not exist. Run `hub packs build` first.\n")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        sys.stderr.write(f"{manifest} is not a list of packs. Run `hub packs build` again.\n")
    else:
        return list(packs)
    return None


def _files(pack: dict[str, Any]) -> Iterator[tuple[str, str, str, int]]:
    """Return each file of a pack with its checksum, its kind, and its pages where they were counted."""
    kinds = {pack["file"]: "pack", pack.get("booklet"): "booklet", pack.get("cards"): "cards"}
    for name, known in pack["files"].items():
        kind = kinds.get(name.rpartition("/")[2], "pack")
        # Two pages stand on each side of a sheet, and a sheet has two sides.
        pages = {"pack": pack["pages"], "booklet": -(-pack["pages"] // 4) * 2}.get(kind, 0)
        yield name, known, kind, pages

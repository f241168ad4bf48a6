"""Read and write sidecars: which source block each translated block was made from, as fingerprints.

The first line names the git blob of the source. A line `draft: machine` says that no person has accepted the text.
Every further line is one pair: the fingerprint of the source block, a space, the fingerprint of the translated block.
One pair a line lets the work of two people on one page merge cleanly.
"""

from __future__ import annotations

import hashlib
import re

from saferhub.model.library import Sidecar
from saferhub.model.problem import Place, Problem, phrase

PAIR = re.compile(r"^([0-9a-f]{8}) ([0-9a-f]{8})$")
FACT = re.compile(r"^(source|draft): *(\S+)$")


def fingerprint(text: str) -> str:
    """Return eight hexadecimal digits that change when the words change; white space does not count."""
    return hashlib.sha256(" ".join(text.split()).encode("utf-8", "surrogatepass")).hexdigest()[:8]


def git_blob(data: bytes) -> str:
    """Return the name that git gives to a file of this content, so that the version can be found again."""
    return hashlib.sha1(b"blob %d\0" % len(data) + data).hexdigest()


def read_sidecar(text: str, path: str) -> tuple[Sidecar, list[Problem]]:
    """Read a sidecar; lines that are neither a fact nor a pair are problems."""
    pairs: list[tuple[str, str]] = []
    draft, problems = "", []
    for number, line in enumerate(text.splitlines(), 1):
        pair, fact = PAIR.match(line), FACT.match(line)
        if pair:
            pairs.append((pair[1], pair[2]))
        elif fact and fact[1] == "draft":
            draft = fact[2]
        elif not fact and line.strip():
            problems.append(
                Problem(
                    "bad-sidecar",
                    Place(path, number),
                    phrase("This line is not a pair of fingerprints."),
                    phrase("Write the file again with `hub i18n accept`."),
                )
            )
    return Sidecar(tuple(pairs), draft), problems


def write_sidecar(source: bytes, sidecar: Sidecar) -> str:
    """Return the text of a sidecar; `source` is the content of the source file."""
    lines = [f"source: {git_blob(source)}"]
    if sidecar.draft:
        lines.append(f"draft: {sidecar.draft}")
    return "\n".join([*lines, *(f"{left} {right}" for left, right in sidecar.pairs)]) + "\n"

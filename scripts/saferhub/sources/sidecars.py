"""Read and write sidecars: which source block each translated block was made from, as fingerprints.

The first line names the git blob of the source. A line `draft: machine` says that no person has accepted the text.
Every further line is one pair: the fingerprint of the source block, that of the translated block, and the sketch of the
source block, which says what its words were like. Eight zeros stand for the source of a block that translators added.
One pair a line lets the work of two people on one page merge cleanly; `.gitattributes` asks git to keep both sides.
"""

from __future__ import annotations

import hashlib
import re

from saferhub.model.library import Sidecar
from saferhub.model.problem import Place, Problem, phrase

PAIR = re.compile(r"([0-9a-f]{8}) ([0-9a-f]{8})(?: ([0-9a-f]{16}))?")
FACT = re.compile(r"(source|draft): *(\S+)")


def fingerprint(text: str) -> str:
    """Return eight hexadecimal digits that change when the words change; white space does not count."""
    return hashlib.sha256(" ".join(text.split()).encode("utf-8", "surrogatepass")).hexdigest()[:8]


def git_blob(data: bytes) -> str:
    """Return the name that git gives to a file of this content, so that the version can be found again."""
    return hashlib.sha1(b"blob %d\0" % len(data) + data).hexdigest()


def read_sidecar(text: str, path: str) -> tuple[Sidecar, list[Problem]]:
    """Read a sidecar; lines that are neither a fact nor a pair are problems."""
    pairs: dict[tuple[str, str], None] = {}
    sketches: dict[str, str] = {}
    facts: dict[str, list[str]] = {"source": [], "draft": []}
    problems = []
    for number, line in enumerate(text.splitlines(), 1):
        if found := PAIR.fullmatch(line):
            pairs[found[1], found[2]] = None
            if found[3]:
                sketches[found[1]] = found[3]
        elif fact := FACT.fullmatch(line):
            facts[fact[1]].append(fact[2])
        elif line.strip():
            problems.append(
                Problem(
                    "bad-sidecar",
                    Place(path, number),
                    phrase("This line is not a pair of fingerprints."),
                    phrase("Bring the file back from git, or write it again with `hub i18n accept --anew`."),
                )
            )
    draft = facts["draft"][0] if facts["draft"] else ""
    return Sidecar(tuple(pairs), draft, sketches, tuple(dict.fromkeys(facts["source"]))), problems


def write_sidecar(source: bytes, sidecar: Sidecar) -> str:
    """Return the text of a sidecar; `source` is the content of the source file."""
    as_stored = source.replace(b"\r\n", b"\n")  # where files have Windows line ends, git keeps them without
    lines = [f"source: {name}" for name in dict.fromkeys([git_blob(as_stored), *sidecar.versions])]
    if sidecar.draft:
        lines.append(f"draft: {sidecar.draft}")
    lines += [f"{left} {right} {sidecar.sketches.get(left, '')}".rstrip() for left, right in sidecar.pairs]
    return "\n".join(lines) + "\n"

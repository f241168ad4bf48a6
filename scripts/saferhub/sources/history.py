"""What a page said before: its earlier texts, from the git history on this computer. Nothing is ever fetched."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from saferhub.model.lesson import Document
from saferhub.sources.documents import loose_document
from saferhub.sources.files import LARGEST_FILE
from saferhub.sources.sidecars import fingerprint

OLDEST = 200  # commits of a page that are looked through
AT_ONCE = 20  # versions that one process of git reads
SECONDS = 60  # a network drive may hang; nobody should wait for ever to see what changed
BLOB = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
RAW = re.compile(r"^:+[0-7 ]+ (?P<names>[0-9a-f ]+) [A-Z][A-Z0-9]*\t", re.MULTILINE)
NOTHING = re.compile(r"0+")
# A hook of git sets these, and they would lead to another repository than the one that holds the hub.
OF_HOOKS = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY"})
OFFLINE = {
    "GIT_ALLOW_PROTOCOL": "none",  # a partial clone would fetch what it lacks, from whatever host it came from
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "LC_ALL": "C",
}


def earlier_texts(root: Path, path: str, wanted: Collection[str], versions: Sequence[str] = ()) -> dict[str, str]:
    """Return the texts that a page once held, by their fingerprints: as many of the wanted ones as can be found.

    `versions` are git's names of files, as sidecars note them; they are read first, then the history of the page,
    newest first. Without git, in an unpacked zip or a shallow clone, less is found, or nothing.
    """
    found: dict[str, str] = {}
    seen: set[str] = set()
    if not wanted:
        return found
    for names in _places(root, path, versions):
        new = [name for name in dict.fromkeys(names) if name not in seen]
        seen.update(new)
        for start in range(0, len(new), AT_ONCE):
            for data in _blobs(root, new[start : start + AT_ONCE]):
                for text in _texts(document_at(data, path)):
                    key = fingerprint(text)
                    if key in wanted:
                        found.setdefault(key, text)
            if len(found) == len(set(wanted)):
                return found
    return found


def _places(root: Path, path: str, versions: Sequence[str]) -> Iterator[list[str]]:
    """Where to look: what the sidecar names, and only if that is not enough the history of the page."""
    yield [name for name in versions if BLOB.fullmatch(name)]
    log = _git(
        root,
        *("log", "--follow", "-m", "--raw", "--no-abbrev", "--format=", "--no-show-signature", "--no-color"),
        f"--max-count={OLDEST}",
        "--",
        path,
    )
    names = [name for line in RAW.finditer((log or b"").decode("utf-8", "replace")) for name in line["names"].split()]
    # Git names the older version of a change first; the newer one is nearer to what the translators saw.
    yield [name for name in names if BLOB.fullmatch(name) and not NOTHING.fullmatch(name)]


def commit_of(root: Path, revision: str) -> str | None:
    """Return the full name of a commit, or nothing when git does not know it or is not there."""
    if revision.startswith("-"):
        return None
    name = _git(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    return name.decode("ascii", "replace").strip() if name else None


def page_at(root: Path, path: str, commit: str) -> Document | None:
    """Return a page as it was in a commit, or nothing when it was not there."""
    data = _git(root, "cat-file", "blob", f"{commit}:./{path}")
    return None if data is None else document_at(data, path)


def document_at(data: bytes, path: str) -> Document:
    """Read a page from its bytes, whatever its line ends; what is not UTF-8 in it is replaced."""
    return loose_document(data.decode("utf-8-sig", "replace"), path, "")


def _texts(document: Document) -> Iterator[str]:
    for value in document.facts.values():
        yield from (str(each) for each in (value if isinstance(value, list) else [value]))
    yield from (block.text for block in document.body.blocks)


def _blobs(root: Path, names: Sequence[str]) -> Iterator[bytes]:
    """Read several files from git's store with one process; those that are not there are left out."""
    if not names:
        return
    output = _git(root, "cat-file", "--batch", given="".join(f"{name}\n" for name in names).encode(), whole=False)
    output = output or b""
    position = 0
    while position < len(output):
        end = output.find(b"\n", position)
        head = output[position : end if end >= 0 else len(output)].split()
        position = len(output) if end < 0 else end + 1
        if len(head) != 3 or not head[2].isdigit():
            continue  # "<name> missing"
        size = int(head[2])
        if head[1] == b"blob" and size <= LARGEST_FILE:
            yield output[position : position + size]
        position += size + 1


def _git(root: Path, *arguments: str, given: bytes = b"", whole: bool = True) -> bytes | None:
    """Run git in the folder of the hub; nothing when there is no git, no repository or no answer.

    Without `whole` an answer counts also if git stopped in the middle, as it does where a clone lacks a version.
    """
    environment = {name: value for name, value in os.environ.items() if name not in OF_HOOKS} | OFFLINE
    try:
        done = subprocess.run(
            ["git", "--no-replace-objects", "-C", str(root), *arguments],
            input=given,
            env=environment,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except (OSError, ValueError, subprocess.SubprocessError):  # no such program; a revision with a zero byte; too slow
        return None
    return done.stdout if done.returncode == 0 or not whole else None

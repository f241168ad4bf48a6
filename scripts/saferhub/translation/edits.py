"""What an author edited in a source page: each old text beside the new one that took its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from saferhub.model.lesson import Document
from saferhub.model.library import Sidecar
from saferhub.translation.pairs import State, pair
from saferhub.translation.pieces import Words, pieces
from saferhub.translation.sketch import sketch


@dataclass(frozen=True)
class Edit:
    """A piece of the source before and after an edit."""

    old: Words
    new: Words

    @property
    def is_safety(self) -> bool:
        """Whether readers may rely on this text when they need help, before or after the edit."""
        return self.old.is_safety or self.new.is_safety


def edits(old: Document, new: Document) -> list[Edit]:
    """Return the pieces whose words changed, in the order of the new page; added and removed ones are no edits."""
    before = pieces(old)
    # The old page stands as its own translation: the same signs then tell which of its pieces became which.
    record = Sidecar(
        tuple((words.fingerprint, words.fingerprint) for words in before),
        sketches={words.fingerprint: sketch(words.text) for words in before},
    )
    found = pair(new, old, record)
    if found is None or not found.is_recorded:
        return []
    return [Edit(one.target, one.source) for one in found.pairs if one.state is State.STALE and one.target is not None]


def of_lines(found: Iterable[Edit], document: Document, lines: Iterable[int]) -> list[Edit]:
    """Return the edits that stand on one of these lines of the new page."""
    wanted = frozenset(lines)
    return [edit for edit in found if wanted.intersection(_lines(document, edit.new))]


def _lines(document: Document, words: Words) -> range:
    if words.block is None:
        first = document.place(*words.fact).line
        return range(first, first + 1)
    return range(words.block.line, words.block.line + words.block.text.count("\n") + 1)

"""Where a text of a page is found again in a PO file: its name for translators, and a mark for the program."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from saferhub.model.lesson import BlockKind
from saferhub.sources.sidecars import fingerprint
from saferhub.translation.pairs import Pair, State
from saferhub.translation.pieces import Words

FACTS = {"objectives": "objective"}
KINDS = {BlockKind.IMAGE: "picture description"}
UNTRANSLATED = frozenset({State.TODO, State.MISSING})
NOTHING = "-"
MARK = re.compile(r"hub: (?P<state>[a-z]+) (?P<present>[0-9a-f]{8}|-)(?: (?P<offered>[0-9a-f]{8}))?")


def kind_of(words: Words) -> str:
    """What a piece of text is, in words of a translator."""
    if words.block is None:
        return FACTS.get(str(words.fact[0]), str(words.fact[0]))
    return KINDS.get(words.block.kind, words.block.kind.value)


def contexts(page: str, all_words: Iterable[Words]) -> list[str]:
    """Return for each piece a name that no other piece of the same text has; the second of two equal ones ends in 2."""
    seen: Counter[tuple[str, str]] = Counter()
    found = []
    for words in all_words:
        section = words.block.section if words.block else ""
        name = ", ".join(part for part in (page, section, kind_of(words)) if part)
        key = (name, words.flowing)
        seen[key] += 1
        found.append(name if seen[key] == 1 else f"{name}, {seen[key]}")
    return found


@dataclass(frozen=True)
class Mark:
    """How a text stood when it was exported: its state, and the fingerprints of what the export showed."""

    state: str = ""
    present: str = ""
    offered: str = ""

    def __str__(self) -> str:
        return f"hub: {self.state} {self.present} {self.offered}".rstrip()

    def is_untouched(self, text: str) -> bool:
        """Whether a translator left the text as the export showed it."""
        return not text.strip() or fingerprint(text) in (self.present, self.offered)


def present(one: Pair) -> str:
    """The fingerprint of a translation as translators see it; a hyphen while there is none."""
    if one.target is None or one.state in UNTRANSLATED:
        return NOTHING
    return fingerprint(one.target.flowing)


def mark_of(comments: Iterable[str]) -> Mark | None:
    """Read the mark among the comments of an entry. Tools may wrap, reorder or lose comments."""
    match = MARK.search(" ".join(" ".join(comments).split()))
    return Mark(match["state"], match["present"], match["offered"] or "") if match else None

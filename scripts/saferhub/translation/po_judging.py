"""Judge each entry of a PO file: taken, left as it is, or refused with a reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from saferhub.model.lesson import Document
from saferhub.sources.po import Entry, header_of
from saferhub.sources.sidecars import git_blob
from saferhub.translation.pairs import PagePairs, State
from saferhub.translation.pieces import flowing
from saferhub.translation.po_keys import UNTRANSLATED, Mark, contexts, mark_of, present
from saferhub.translation.progress import OUTDATED
from saferhub.translation.token_faults import token_fault

SHORT = 3  # words; a longer text that is the same in both languages is one that nobody has translated


@dataclass(frozen=True)
class Refusal:
    """An entry that was not taken: its line in the PO file, why, and what to do about it."""

    line: int
    reason: str
    hint: str


@dataclass
class Judged:
    """What is to be taken from a PO file: texts by the number of the source piece, with the lines of their entries."""

    texts: dict[int, str] = field(default_factory=dict)
    lines: dict[int, int] = field(default_factory=dict)
    empty: int = 0
    fuzzy: int = 0
    unchanged: int = 0
    refusals: list[Refusal] = field(default_factory=list)

    def refuse(self, line: int, reason: str, hint: str) -> None:
        """Note that an entry is not taken."""
        self.refusals.append(Refusal(line, reason, hint))


class Judge:
    """Knows the page as it stands now, and compares entries with it."""

    def __init__(self, source: Document, target: Document | None, found: PagePairs) -> None:
        self.source = source
        self.target = target
        self.found = found
        self.names: dict[tuple[str, str], int] = {}
        self.texts: dict[str, list[int]] = {}
        for number, name in enumerate(contexts(source.id, (one.source for one in found.pairs))):
            text = found.pairs[number].source.flowing
            self.names[name, text] = number
            self.texts.setdefault(text, []).append(number)

    def judge(self, entries: Iterable[Entry]) -> Judged:
        """Judge all entries; two that contradict each other are both refused."""
        entries = list(entries)
        judged = Judged()
        blob = git_blob(self.target.source.encode()) if self.target else ""
        is_current = header_of(entries).get("x-saferhub-translation", "") == blob
        offers: dict[int, list[tuple[Entry, str]]] = {}
        for entry in entries:
            if entry.is_header:
                continue
            text = flowing(entry.target, None).strip()
            number = self._number(entry, text, judged, is_current)
            if number is not None:
                offers.setdefault(number, []).append((entry, text))
        for number, given in offers.items():
            if len({text for _, text in given}) > 1:
                first, last = given[0][0], given[-1][0]
                judged.refuse(
                    last.line,
                    f"This text is translated in two ways: here and in line {first.line}.",
                    "Keep one of the two entries.",
                )
                continue
            self._compare(number, *given[0], judged, is_current)
        return judged

    def _number(self, entry: Entry, text: str, judged: Judged, is_current: bool) -> int | None:
        """Return which piece of the page an entry with a finished translation belongs to."""
        mark = mark_of(entry.extracted) or mark_of(entry.comments)
        if entry.has_plural:
            judged.refuse(entry.line, "Texts of pages have no plural forms.", "Export the page again.")
            return None
        if not text:
            judged.empty += 1
            return None
        if entry.is_fuzzy:
            if mark is not None and mark.is_untouched(text):
                judged.fuzzy += 1
            else:
                judged.refuse(
                    entry.line,
                    "This translation is still marked as uncertain (fuzzy).",
                    "Remove the mark when the translation is right. In Poedit it is the switch 'Needs work'.",
                )
            return None
        number = self.names.get((entry.context or "", entry.source))
        if number is not None:
            return number
        places = self.texts.get(entry.source, [])
        if len(places) == 1:
            return places[0]
        if mark is not None and mark.state == State.FRESH.value and mark.is_untouched(text):
            judged.unchanged += 1
        elif places:
            judged.refuse(
                entry.line,
                "This text stands several times in the page, and the context (msgctxt) does not say which is meant.",
                "Bring back the line `msgctxt` of the export, or export the page again.",
            )
        else:
            judged.refuse(
                entry.line,
                "The English has changed since the export.",
                "Export again, and put your words into the new file.",
            )
        return None

    def _compare(self, number: int, entry: Entry, text: str, judged: Judged, is_current: bool) -> None:
        """Take a translation if it is new, and if nobody changed the text in the meantime."""
        one = self.found.pairs[number]
        now = present(one)
        standing = one.target.flowing if one.target is not None and one.state not in UNTRANSLATED else ""
        is_same = text == standing
        if is_same and one.state is State.FRESH:
            judged.unchanged += 1
            return
        mark = mark_of(entry.extracted) or mark_of(entry.comments)
        if mark is None:  # a tool lost the comment: only what nobody can have changed since may be replaced
            mark = Mark(State.FRESH.value, now if is_current or one.state is not State.FRESH else "")
        if not is_same and mark.present != now:
            if mark.state == State.FRESH.value and mark.is_untouched(text):
                judged.unchanged += 1  # the translator left it alone; what somebody wrote since stays
            else:
                judged.refuse(
                    entry.line,
                    "Somebody has changed this translation since the export.",
                    "Export again, compare the two, and import the better one.",
                )
            return
        if is_same and mark.state == State.FRESH.value and one.state in OUTDATED:
            judged.unchanged += 1  # it was right for the English of the export, which is no longer the English
            return
        self._check(number, entry, text, judged)

    def _check(self, number: int, entry: Entry, text: str, judged: Judged) -> None:
        words = self.found.pairs[number].source
        if text == words.flowing and words.has_letters and words.count > SHORT:
            judged.refuse(entry.line, "This is still the English text.", "Translate it, or leave it empty.")
            return
        fault = token_fault(words, entry.target)
        if fault is not None:
            judged.refuse(entry.line, *fault)
            return
        judged.texts[number] = text
        judged.lines[number] = entry.line

"""Put the translations of a PO file into a page and its record. What was not worked on stays as it is, to the byte."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass

from saferhub.model.lesson import Document
from saferhub.model.library import Sidecar
from saferhub.sources.documents import loose_document
from saferhub.sources.po import PoError, header_of
from saferhub.translation.acceptance import accepted
from saferhub.translation.pairs import Extra, PagePairs, Pair, State, pair
from saferhub.translation.pieces import pieces
from saferhub.translation.po_judging import Judge, Judged, Refusal
from saferhub.translation.po_reading import check_header, entries_of
from saferhub.translation.rewriting import rewritten
from saferhub.translation.trial import breaking

TOGETHER = Refusal(
    1, "The page cannot be put together with these texts.", "Import fewer at a time to find the one that does not fit."
)


@dataclass(frozen=True)
class ImportResult:
    """The page and its record after an import; both are None when nothing is to be written.

    `taken` counts the entries that were put in, `empty` and `fuzzy` those that wait for a translator.
    """

    text: str | None = None
    sidecar: Sidecar | None = None
    taken: int = 0
    empty: int = 0
    fuzzy: int = 0
    unchanged: int = 0
    refusals: tuple[Refusal, ...] = ()
    dropped: tuple[str, ...] = ()


def imported_page(
    source: Document, target: Document | None, found: PagePairs, sidecar: Sidecar | None, po: bytes, locale: str
) -> ImportResult:
    """Return a page with the translations of a PO file. Good entries are taken even when others are refused."""
    try:
        entries = entries_of(po)
        check_header(entries, source, locale)
    except PoError as fault:
        return ImportResult(refusals=(Refusal(fault.line, fault.reason, fault.hint),))
    judged = Judge(source, target, found).judge(entries)
    _try(source, found, judged)
    if not judged.texts:
        return _result(judged)
    draft = sidecar.draft if sidecar else header_of(entries).get("x-draft", "") if target is None else ""
    return _written(source, target, found, sidecar, judged, "machine" if draft == "machine" else "")


def _try(source: Document, found: PagePairs, judged: Judged) -> None:
    for number in sorted(breaking(source, [one.source for one in found.pairs], judged.texts)):
        judged.refuse(
            judged.lines[number],
            "This wording would change which parts the page has: it holds a sign that begins, splits or ends one.",
            "Look for signs such as `|`, `/`, `#`, `>` or `{`, and write them as the source does.",
        )
        del judged.texts[number]


def _written(
    source: Document, target: Document | None, found: PagePairs, sidecar: Sidecar | None, judged: Judged, draft: str
) -> ImportResult:
    page = rewritten(source, target, found, judged.texts)
    read = loose_document(page.text, target.path if target else "", target.locale if target else "")
    read = dataclasses.replace(read, id=source.id, kind=source.kind)
    record = _recorded(source, read, found, sidecar, judged.texts, draft)
    if record is None:
        judged.refusals.append(TOGETHER)
        judged.texts.clear()
        return _result(judged)
    return dataclasses.replace(_result(judged), text=page.text, sidecar=record, dropped=tuple(page.dropped))


def _recorded(
    source: Document,
    target: Document,
    before: PagePairs,
    earlier: Sidecar | None,
    texts: Mapping[int, str],
    draft: str,
) -> Sidecar | None:
    """Return the record in which the imported texts match today's source. None when they are not where they belong."""
    places = {(words.shape, words.flowing): words.fingerprint for words in pieces(target)}
    sources = [one.source for one in before.pairs]
    known = earlier if earlier is not None and before.is_recorded else None
    new = []
    for number, text in texts.items():
        right = places.get((sources[number].shape, text))
        if right is None:
            return None
        new.append((sources[number].fingerprint, right))
    pairs = tuple(dict.fromkeys([*(known.pairs if known else ()), *new]))
    draft_record = dataclasses.replace(known or Sidecar(), pairs=pairs)
    found = pair(source, target, draft_record)
    if found is None or not all(_is_in_place(found.pairs[number], text) for number, text in texts.items()):
        return None
    if not all(
        _is_kept(one, two) for n, (one, two) in enumerate(zip(before.pairs, found.pairs, strict=True)) if n not in texts
    ):
        return None
    wanted = {id(found.pairs[number]) for number in texts}

    def is_imported(one: Pair | Extra) -> bool:
        return id(one) in wanted

    return accepted(found, draft_record, draft, is_imported)


def _is_in_place(one: Pair, text: str) -> bool:
    return one.state is State.FRESH and one.target is not None and one.target.flowing == text


def _is_kept(before: Pair, after: Pair) -> bool:
    """Whether a text that was not imported is shown as before: the same words, and not worse."""
    if before.state is not State.FRESH or before.target is None:
        return True
    return after.state is State.FRESH and after.target is not None and after.target.flowing == before.target.flowing


def _result(judged: Judged) -> ImportResult:
    return ImportResult(
        None,
        None,
        len(judged.texts),
        judged.empty,
        judged.fuzzy,
        judged.unchanged,
        tuple(sorted(judged.refusals, key=lambda one: one.line)),
    )

"""Write a page as a PO file, so that translators can work on it in the tool that they know."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from saferhub.model.lesson import BlockKind, Document
from saferhub.model.library import Sidecar
from saferhub.sources.po import Entry
from saferhub.sources.po_writing import write_po
from saferhub.sources.sidecars import fingerprint, git_blob
from saferhub.translation.kept import kept
from saferhub.translation.memory import Memory, Remembered
from saferhub.translation.origins import earlier_source
from saferhub.translation.pairs import PagePairs, Pair, State
from saferhub.translation.pieces import Words, flowing
from saferhub.translation.plural_forms import plural_forms
from saferhub.translation.po_keys import NOTHING, UNTRANSLATED, Mark, contexts, kind_of, present
from saferhub.translation.progress import OUTDATED

Terms = Callable[[str], Iterable[str]]  # what the glossary says of the terms in a source text
LONGEST_QUOTE = 60


def exported_page(
    source: Document,
    target: Document | None,
    found: PagePairs,
    sidecar: Sidecar | None,
    locale: str,
    old_texts: Mapping[str, str] | None = None,
    memory: Memory | None = None,
    terms: Terms = lambda _: (),
) -> bytes:
    """Return a page as a PO file: one entry for each text, empty where nobody has translated it yet.

    What the English has left behind is fuzzy and, if `old_texts` holds it by its fingerprint, names the older English.
    A text that is translated on another page is offered as fuzzy too. The same page gives the same bytes each time.
    """
    names = contexts(source.id, (one.source for one in found.pairs))
    sections = {part.id: part.title for part in source.body.sections}
    entries = [
        _entry(one, name, sections, earlier_source(one, found, sidecar, old_texts or {}), memory or {}, terms)
        for one, name in zip(found.pairs, names, strict=True)
        if one.source.flowing.strip()
    ]
    return write_po(_header(source, target, sidecar, locale), _comments(source, found, sidecar), entries)


def _header(source: Document, target: Document | None, sidecar: Sidecar | None, locale: str) -> dict[str, str]:
    header = {
        "Project-Id-Version": "SaferHub",
        "PO-Revision-Date": "",  # msgfmt asks for these three; with a date, no two exports would be alike
        "Last-Translator": "",
        "Language-Team": "",
        "Language": locale.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": plural_forms(locale),
        "X-SaferHub-Page": source.id,
        "X-SaferHub-Source": git_blob(source.source.encode()),
    }
    if target is not None:
        header["X-SaferHub-Translation"] = git_blob(target.source.encode())
    if sidecar is not None and sidecar.draft:
        header["X-Draft"] = sidecar.draft
    return header


def _comments(source: Document, found: PagePairs, sidecar: Sidecar | None) -> Iterator[str]:
    yield f"{source.id}: translate the texts, then bring the file back with `hub i18n po import`."
    if sidecar is not None and sidecar.draft:
        yield "The present translation is a draft by a machine: no person has accepted it yet."
    for extra in found.extras:
        if extra.state is State.OWN:
            yield f"Added by translators, without English, and not in this file: {_quote(extra.target)}"


def _quote(words: Words) -> str:
    text = " ".join(words.flowing.split())
    return text if len(text) <= LONGEST_QUOTE else text[:LONGEST_QUOTE].rstrip() + "…"


def _entry(one: Pair, name: str, sections: Mapping[str, str], old: str | None, memory: Memory, terms: Terms) -> Entry:
    english = one.source.flowing
    mark, text, previous, offer = Mark(one.state.value, present(one)), "", "", None
    if one.target is not None and one.state not in UNTRANSLATED:
        text = one.target.flowing
        if one.state in OUTDATED:
            previous = flowing(old or "", one.source.block)
    else:
        offer = memory.get(one.source.fingerprint)
        if offer is not None:
            text = offer.text
            mark = Mark(one.state.value, NOTHING, fingerprint(text))
    comments = (*_notes(one, sections, terms), *_reasons(one, offer), str(mark))
    return Entry(
        english,
        text,
        name,
        comments,
        is_fuzzy=bool(offer) or one.state in OUTDATED,
        previous=_one_of(previous, english),
    )


def _one_of(previous: str, english: str) -> str:
    return "" if previous == english else previous


def _notes(one: Pair, sections: Mapping[str, str], terms: Terms) -> Iterator[str]:
    """What a translator should know of a text: where it stands, what must be kept, which words are agreed on."""
    block = one.source.block
    if block is None:
        yield f"Top of the page: {kind_of(one.source)}"
    else:
        is_title = block.kind is BlockKind.HEADING and block.level <= 2
        title = "" if is_title else sections.get(block.section, "")
        inside = "".join(f", in the block {part.name}" for part in block.containers)
        yield f"{kind_of(one.source).capitalize()}{inside}{f', under: {title}' if title else ''}"
    if one.source.is_safety:
        yield "Safety text: readers may rely on it when they need help. Every step must be right."
    for name, tokens in kept(one.source.flowing).items():
        if tokens:
            yield f"Keep as it is ({name}): {'  '.join(tokens)}"
    for note in terms(one.source.text):
        yield f"Glossary: {note}"


def _reasons(one: Pair, offer: Remembered | None) -> Iterator[str]:
    if one.state is State.STALE:
        yield "The English has changed since this was translated. Compare, mend, and remove the mark 'fuzzy'."
    elif one.state is State.CHECK:
        yield "Nobody has said that this matches today's English. Compare, mend, and remove the mark 'fuzzy'."
    elif offer is not None:
        yield f"Translated so in {offer.page}. Remove the mark 'fuzzy' if it fits here too."

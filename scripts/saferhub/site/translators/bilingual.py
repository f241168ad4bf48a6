"""A page with both texts side by side, block by block, for the screen and for paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from saferhub.model.lesson import Document
from saferhub.model.library import Sidecar
from saferhub.model.locale import SOURCE_LOCALE, Locale
from saferhub.site.translators.files import FOLDER
from saferhub.site.translators.press import TranslatorsPress
from saferhub.translation.pairs import Extra, PagePairs, Pair, State
from saferhub.translation.pieces import Words

SAME, REMOVED, ADDED = "same", "removed", "added"
# From an older and a newer text to runs of words, each with one of the three names above.
Difference = Callable[[str, str], Sequence[tuple[str, str]]]


def bilingual_page(
    press: TranslatorsPress,
    source: Document,
    found: PagePairs,
    sidecar: Sidecar | None = None,
    title: str = "",
    old_texts: Mapping[str, str] | None = None,
    difference: Difference | None = None,
) -> str:
    """Return the sheet of a page.

    `old_texts` holds earlier texts of the source by their fingerprints; with `difference` the words that changed since
    a translation was made are marked. On paper, open blocks have an empty column for new words.
    """
    locale = press.voice.locale
    origins = _origins(sidecar)
    rows = list(_rows(press, found, origins, old_texts or {}, difference))
    path = f"{FOLDER}/{locale.id}/{source.id}.html"
    waiting = sum(row["is_open"] for row in rows)
    facts = {
        "rows": rows,
        "summary": press.voice.say("{title}: English and translation side by side.").format(title=title),
        "page_title": title or str(source.facts.get("title", source.id)),
        "page_id": source.id,
        "source_path": source.path,
        "target_path": f"translations/{locale.id}/{source.id}.md",
        "open_words": press.voice.say_count("{count} block is open.", "{count} blocks are open.", waiting),
        "language": locale.name,
    }
    return press.page("bilingual.html", path, press.voice.say("Side by side: {title}").format(title=title), facts)


def _origins(sidecar: Sidecar | None) -> dict[str, list[str]]:
    origins: dict[str, list[str]] = {}
    for left, right in sidecar.pairs if sidecar else ():
        origins.setdefault(right, []).append(left)
    return origins


def _rows(
    press: TranslatorsPress,
    found: PagePairs,
    origins: Mapping[str, Sequence[str]],
    old_texts: Mapping[str, str],
    difference: Difference | None,
) -> Iterator[dict[str, Any]]:
    after: dict[int, list[Extra]] = {}
    for extra in found.extras:
        after.setdefault(extra.after, []).append(extra)
    number = 0
    for place in range(-1, len(found.pairs)):
        if place >= 0:
            number += 1
            one = found.pairs[place]
            old = _old_text(one, origins, old_texts)
            runs = difference(old, one.source.flowing) if old is not None and difference else []
            yield _row(press, number, one.state, one.source, one.target, runs)
        for extra in after.get(place, ()):
            number += 1
            state = State.FRESH if extra.is_accepted else extra.state
            yield {**_row(press, number, extra.state, None, extra.target, []), "is_open": state is not State.FRESH}


def _old_text(one: Pair, origins: Mapping[str, Sequence[str]], old_texts: Mapping[str, str]) -> str | None:
    """The text of the source that the translation was made from, if anybody knows it."""
    if one.target is None or one.state not in (State.STALE, State.CHECK):
        return None
    known = [left for left in origins.get(one.target.fingerprint, ()) if left in old_texts]
    return old_texts[known[-1]] if known else None


def _row(
    press: TranslatorsPress,
    number: int,
    state: State,
    source: Words | None,
    target: Words | None,
    runs: Sequence[tuple[str, str]],
) -> dict[str, Any]:
    locale: Locale = press.voice.locale
    return {
        "number": press.voice.number(number),
        "state": state.value,
        "state_words": press.block_state(state),
        "is_open": state is not State.FRESH,
        "is_safety": bool(source and source.is_safety),
        "is_heading": bool(source and source.block and source.block.kind.value == "heading"),
        "source": source.flowing if source else "",
        "runs": [{"kind": kind, "text": text} for kind, text in runs],
        # What is still the source text is marked as what it is.
        "target": target.flowing if target else "",
        "target_lang": SOURCE_LOCALE if state is State.TODO else locale.id,
        "target_dir": "ltr" if state is State.TODO else locale.direction,
    }

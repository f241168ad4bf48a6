"""A page with both texts side by side, block by block, for the screen and for paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from saferhub.model.lesson import Document
from saferhub.model.library import Sidecar
from saferhub.model.locale import SOURCE_LOCALE, Locale
from saferhub.site.translators.files import FOLDER
from saferhub.site.translators.press import TranslatorsPress
from saferhub.translation.difference import Part, difference
from saferhub.translation.origins import earlier_source
from saferhub.translation.pairs import Extra, PagePairs, State
from saferhub.translation.pieces import Words


def bilingual_page(
    press: TranslatorsPress,
    source: Document,
    found: PagePairs,
    sidecar: Sidecar | None = None,
    title: str = "",
    old_texts: Mapping[str, str] | None = None,
    title_lang: str = "",
) -> str:
    """Return the sheet of a page. `title_lang` is the language of the title where it is not that of the sheet.

    `old_texts` holds earlier texts of the source by their fingerprints, so that the words that changed since a
    translation was made can be marked. On paper, open blocks have an empty column for new words.
    """
    locale = press.voice.locale
    rows = list(_rows(press, found, sidecar, old_texts or {}))
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
    sentence = press.voice.say("Side by side: {title}")
    facts["heading"] = sentence.partition("{title}")
    facts["title_lang"] = title_lang or locale.id
    facts["title_dir"] = "ltr" if title_lang == SOURCE_LOCALE else locale.direction
    return press.page("bilingual.html", path, sentence.format(title=title), facts)


def _rows(
    press: TranslatorsPress,
    found: PagePairs,
    sidecar: Sidecar | None,
    old_texts: Mapping[str, str],
) -> Iterator[dict[str, Any]]:
    after: dict[int, list[Extra]] = {}
    for extra in found.extras:
        after.setdefault(extra.after, []).append(extra)
    number = 0
    for place in range(-1, len(found.pairs)):
        if place >= 0:
            number += 1
            one = found.pairs[place]
            old = earlier_source(one, found, sidecar, old_texts)
            runs = difference(old, one.source.flowing) if old is not None else []
            yield _row(press, number, one.state, one.source, one.target, runs)
        for extra in after.get(place, ()):
            number += 1
            state = State.FRESH if extra.is_accepted else extra.state
            yield {**_row(press, number, extra.state, None, extra.target, []), "is_open": state is not State.FRESH}


def _row(
    press: TranslatorsPress,
    number: int,
    state: State,
    source: Words | None,
    target: Words | None,
    runs: Sequence[Part],
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
        "runs": [{"kind": run.kind.value, "text": run.text} for run in runs],
        # What is still the source text is marked as what it is.
        "target": target.flowing if target else "",
        "target_lang": SOURCE_LOCALE if state is State.TODO else locale.id,
        "target_dir": "ltr" if state is State.TODO else locale.direction,
    }

"""The dashboard: how far all languages are, and for each of them what teachers need first."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from saferhub.site.translators.files import FOLDER, Repository
from saferhub.site.translators.press import TranslatorsPress
from saferhub.translation.composition import Text
from saferhub.translation.coverage_data import coverage_data
from saferhub.translation.pairs import State
from saferhub.translation.status import LocaleStatus, PageState, PageStatus

COVERAGE = f"{FOLDER}/coverage.json"


def coverage_file(locales: Sequence[LocaleStatus]) -> str:
    """Return the figures as JSON with sorted names, so that it changes with the content only."""
    return json.dumps(coverage_data(locales), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def index_page(press: TranslatorsPress, locales: Sequence[LocaleStatus]) -> str:
    """Return the page of all languages, in the source language."""
    say, number = press.voice.say, press.voice.number
    rows = []
    for one in locales:
        rows.append(
            {
                "id": one.locale.id,
                "name": one.locale.name,
                "dir": one.locale.direction,
                "english": one.locale.english_name,
                "done": press.share(one.words(State.FRESH), one.total_words),
                "pages": [number(one.count(state)) for state in PageState],
                "open_safety": number(one.safety[0]),
                "drafts": number(one.drafts),
                "accepted": number(one.accepted),
            }
        )
    facts = {
        "summary": say("How far each language is, and what to translate next."),
        "rows": rows,
        "page_states": [say("Pages: {state}").format(state=press.page_state(state)) for state in PageState],
    }
    return press.page("index.html", f"{FOLDER}/index.html", say("Translations of the hub"), facts)


def locale_page(
    press: TranslatorsPress,
    one: LocaleStatus,
    titles: Mapping[str, Text],
    files: Mapping[str, Sequence[str]],
    repository: Repository,
) -> str:
    """Return the page of one language in that language.

    `titles` are the names of pages as readers see them; `files` says for each page which files about it are in the
    site: `html` (side by side), `md` and `po`.
    """
    say, number = press.voice.say, press.voice.number
    open_safety, safety = one.safety
    words = one.interface
    done = press.share(one.words(State.FRESH), one.total_words)
    facts = {
        "summary": say("What is translated, what is open, and what readers need first."),
        "language": one.locale.name,
        "done": done,
        "done_words": say("{share} of the words are translated and up to date.").format(share=done["words"]),
        "total_words": press.voice.say_count("{count} word", "{count} words", one.total_words),
        "states": [
            {"name": press.block_state(state), "words": number(one.words(state)), "blocks": number(one.blocks(state))}
            for state in State
        ],
        "pages": [{"name": press.page_state(state), "count": number(one.count(state))} for state in PageState],
        "drafts": number(one.drafts),
        "accepted": number(one.accepted),
        "safety": {**press.share(safety - open_safety, safety), "open": open_safety},
        "safety_words": say("{open} of {all} blocks are open.").format(open=number(open_safety), all=number(safety)),
        "interface": {
            "done": press.share(words.translated, words.total),
            "fuzzy": number(words.fuzzy),
            "open": number(words.fuzzy + words.empty),
            "path": f"translations/{one.locale.id}/LC_MESSAGES/hub.po",
            "edit": repository.edit_page(f"translations/{one.locale.id}/LC_MESSAGES/hub.po"),
        },
        "snippets": [_row(press, page, one, titles, files, repository) for page in one.snippets],
        "rows": [_row(press, page, one, titles, files, repository) for page in one.other_pages],
        "thresholds": say(
            "A page is published when {publish} of its words are translated, and counts as complete from {complete}."
        ).format(
            publish=press.share(one.locale.publish_from, 100)["words"],
            complete=press.share(one.locale.complete_from, 100)["words"],
        ),
    }
    title = say("Translation into {language}").format(language=one.locale.name)
    return press.page("locale.html", f"{FOLDER}/{one.locale.id}/index.html", title, facts)


def _row(
    press: TranslatorsPress,
    page: PageStatus,
    one: LocaleStatus,
    titles: Mapping[str, Text],
    files: Mapping[str, Sequence[str]],
    repository: Repository,
) -> dict[str, Any]:
    title = titles.get(page.source.id, Text(page.source.title, "en"))
    number = press.voice.number
    present = files.get(page.source.id, ())
    return {
        "id": page.source.id,
        "title": title.text,
        "title_lang": title.lang,
        "state": page.state(one.locale).name.lower(),
        "state_words": press.page_state(page.state(one.locale)),
        "need": page.need(one.locale).name.lower(),
        "draft": page.exists and page.draft,
        "done": press.share(page.coverage.translated, page.coverage.words),
        "old": number(page.outdated_words),
        "open": number(page.open_words),
        "safety": number(page.coverage.safety_open),
        "has_open_safety": bool(page.coverage.safety_open),
        "files": [name for name in ("html", "md", "po") if name in present],
        "edit": repository.edit_page(f"translations/{one.locale.id}/{page.source.id}.md") if page.exists else "",
    }

"""The command `hub i18n status`: how far languages are, and what to do next."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from saferhub.cli.i18n.figures import figures
from saferhub.cli.i18n.open_blocks import open_blocks, read_pairs, write_open
from saferhub.cli.i18n.pages import page_id
from saferhub.cli.i18n.status_text import overview, pages_of
from saferhub.translation.coverage_data import coverage_data
from saferhub.translation.status import LocaleStatus


def status(root: Path, names: Sequence[str], form: str, use_cache: bool) -> int:
    """Tell how far some languages, or some pages in them, are. Nothing here stands against publishing: the code is 0.

    Only a name that is neither a language nor a page gives 2.
    """
    found = figures(root, use_cache)
    for problem in found.problems:
        sys.stderr.write(f"{problem.place}: {problem.message} {problem.hint}\n")
    known = {one.locale.id: one for one in found.locales}
    chosen = [known[name] for name in dict.fromkeys(names) if name in known] or list(found.locales)
    pages = _pages(chosen, [name for name in names if name not in known])
    if pages is None:
        return 2
    if form == "json":
        data = coverage_data(chosen)
        if pages:
            data = {**data, "locales": {id: _only(root, id, one, pages) for id, one in data["locales"].items()}}
        print(json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True))
    elif pages:
        for one in chosen:
            for page in pages:
                write_open(root, one.locale.id, page)
    elif len(chosen) == 1 and names:
        sys.stdout.write(pages_of(chosen[0]))
    else:
        sys.stdout.write(overview(chosen))
    return 0


def _pages(locales: Sequence[LocaleStatus], names: Sequence[str]) -> list[str] | None:
    """Return the pages that were named; None when there is no such page."""
    known = {page.source.id for one in locales for page in one.pages}
    found = []
    for name in names:
        wanted = page_id(name, locales[0].locale.id if locales else "")
        page = next((one for one in (wanted, f"lessons/{wanted}") if one in known), None)
        if page is None:
            ids = ", ".join(one.locale.id for one in locales)
            sys.stderr.write(
                f"There is no language and no page `{name}`. Languages: {ids}. Pages are named like "
                "lessons/spotting-scams; drafts are not translated.\n"
            )
            return None
        found.append(page)
    return list(dict.fromkeys(found))


def _only(root: Path, locale: str, data: dict[str, Any], pages: Sequence[str]) -> dict[str, Any]:
    """Return the data of a language with some pages only, and with the open blocks of these."""
    kept = {page: dict(data["pages"][page]) for page in pages if page in data["pages"]}
    for page, facts in kept.items():
        source, target, found = read_pairs(root, locale, page)
        if source is not None and found is not None:
            facts["open"] = [block.data() for block in open_blocks(source, target, found)]
    return {**data, "pages": kept}

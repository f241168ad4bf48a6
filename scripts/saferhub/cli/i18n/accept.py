"""Accept translations: record that translated blocks match today's source."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from saferhub.cli.i18n.pages import TranslatedPage, all_found, chosen_pages, fault_of, locale_or_none, not_comparable
from saferhub.cli.tree import write_file
from saferhub.model.library import Library, Sidecar
from saferhub.sources.library import read_library
from saferhub.sources.sidecars import write_sidecar
from saferhub.translation.acceptance import accepted
from saferhub.translation.doubts import doubts
from saferhub.translation.pairs import Extra, Pair, State, pair

MADE_ANEW = frozenset({State.FRESH, State.STALE, State.CHECK, State.OWN})


def accept(
    root: Path,
    locale_id: str,
    names: Sequence[str],
    draft: str,
    stale: bool = False,
    anew: bool = False,
    everything: bool = False,
) -> int:
    """Write the sidecars of some pages, or of all of a language; return the exit code.

    `draft` is `machine` as long as no person has read the text, and empty once somebody stands behind it. Texts whose
    source changed and that nobody edited since are accepted only with `stale`. `anew` forgets the earlier record.
    """
    library = read_library(root)
    locale = locale_or_none(library, locale_id)
    if locale is None:
        return 2
    if not names and not everything:
        sys.stderr.write(
            "Name the pages that somebody has read, for example lessons/spotting-scams; or say --all for every page.\n"
        )
        return 2
    pages = chosen_pages(library, locale, names)
    results = [_accept_page(root, library, page, draft, stale, anew) for page in pages]
    return 0 if all(results) and all_found(pages, names, locale_id) else 1


def _accept_page(root: Path, library: Library, page: TranslatedPage, draft: str, stale: bool, anew: bool) -> bool:
    fault = fault_of(library, page, forget_sidecar=anew)
    if fault:
        sys.stderr.write(fault)
        return False
    if page.target is None:
        sys.stderr.write(f"{page.target_path}: there is no such file. Begin it with `hub i18n start`.\n")
        return False
    shown = page.sidecar_path
    earlier = None if anew else page.sidecar
    found = pair(page.source, page.target, earlier)
    if found is None or (earlier is not None and not found.is_recorded):
        sys.stderr.write(not_comparable(page, earlier))
        return False
    wanted = MADE_ANEW if stale or anew else MADE_ANEW - {State.STALE}
    recorded = set(earlier.pairs) if earlier else set()
    doubtful = {key: doubt for key, doubt in doubts(found, recorded).items() if stale or anew or not doubt.is_stale}
    sidecar = accepted(found, earlier, draft, lambda one: _is_wanted(one, wanted) and id(one) not in doubtful)
    store(root, page, sidecar)
    after = pair(page.source, page.target, sidecar)
    assert after is not None
    counts = Counter([one.state for one in after.pairs] + [extra.state for extra in after.extras])
    told = ", ".join(f"{counts[state]} {state.value}" for state in State if counts[state])
    print(f"{shown}: {told}")
    for doubt in doubtful.values():
        sys.stderr.write(f"{page.target_path}:{page.line_of(doubt.words)}: not accepted. {doubt.reason}\n")
    if counts[State.STALE]:
        print(
            f"  {counts[State.STALE]} blocks changed in English and nobody edited them: see `hub i18n diff`, then edit "
            "them, or say with --stale that they are right as they are."
        )
    return not doubtful


def _is_wanted(one: Pair | Extra, wanted: frozenset[State]) -> bool:
    return one.state in wanted or one.state is State.TODO


def store(root: Path, page: TranslatedPage, sidecar: Sidecar) -> None:
    """Write the sidecar of a page, naming the version of the source that it was made from."""
    write_file(root / page.sidecar_path, write_sidecar((root / page.source.path).read_bytes(), sidecar).encode())

"""`hub i18n glossary export`: the glossary for spreadsheets and for translators' tools."""

from __future__ import annotations

import sys
from pathlib import Path

from saferhub.cli.i18n.pages import locale_or_none
from saferhub.cli.tree import write_file
from saferhub.sources.glossary import GLOSSARY
from saferhub.sources.library import read_library
from saferhub.translation.glossary_exchange import glossary_csv, glossary_tbx


def export_glossary(root: Path, locale_id: str, to: Path | None) -> int:
    """Write the glossary of a language as CSV and as TBX; return the exit code."""
    library = read_library(root)
    locale = locale_or_none(library, locale_id)
    if locale is None:
        return 2
    broken = next((one for one in library.problems if one.place.path == GLOSSARY), None)
    if broken is not None:
        sys.stderr.write(f"{broken.place}: {broken.message} {broken.hint}\n")
        return 1
    if not library.glossary:
        sys.stderr.write(f"There is no glossary. Begin {GLOSSARY}.\n")
        return 1
    folder = to or root / "build" / "po" / locale.id
    for ending, data in (
        ("csv", glossary_csv(library.glossary, locale.id)),
        ("tbx", glossary_tbx(library.glossary, locale.id)),
    ):
        path = folder / f"glossary.{ending}"
        write_file(path, data)
        print(f"written: {path.relative_to(root).as_posix() if path.is_relative_to(root) else path}")
    open_terms = sum(term.form_in(locale.id) is None for term in library.glossary)
    if open_terms:
        print(f"  {open_terms} of {len(library.glossary)} terms have no form in this language yet.")
    return 0

"""Accept translations: record that today's translated blocks belong to today's source blocks."""

from __future__ import annotations

import sys
from pathlib import Path

from saferhub.cli.tree import write_file
from saferhub.sources.library import read_library
from saferhub.sources.sidecars import write_sidecar
from saferhub.translation.pairs import accepted


def accept(root: Path, locale: str, pages: list[str], draft: str) -> int:
    """Write the sidecars of some pages (all of a language if none is named); return the exit code.

    `draft` is `machine` as long as no person has read the text, and empty once somebody stands behind it.
    """
    library = read_library(root)
    known = [one.id for one in library.locales if not one.is_source]
    if locale not in known:
        sys.stderr.write(f"There is no language `{locale}` to translate into. Choose one of: {', '.join(known)}.\n")
        return 2
    sources = {document.id: document for document in library.documents}
    wanted = pages or [name for one, name in library.translations if one == locale]
    code = 0
    for name in wanted:
        name = name.removesuffix(".md")
        name = name if name in sources else f"lessons/{name}"
        target = library.translations.get((locale, name))
        if target is None or name not in sources:
            sys.stderr.write(f"There is no translation `translations/{locale}/{name}.md` of a page of the hub.\n")
            code = 1
            continue
        sidecar = accepted(sources[name], target, draft)
        if sidecar is None:
            sys.stderr.write(f"{target.path}: its parts do not match the source one by one; `hub check` says where.\n")
            code = 1
            continue
        path = root / "translations" / locale / f"{name}.sync"
        write_file(path, write_sidecar((root / sources[name].path).read_bytes(), sidecar).encode())
        print(f"{path.relative_to(root).as_posix()}: {len(sidecar.pairs)} blocks")
    return code

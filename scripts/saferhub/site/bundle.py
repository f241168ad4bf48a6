"""Offline bundles: zip files of the site that a teacher unpacks onto a stick or an old computer.

The same site gives the same bytes: names are sorted, and every file carries the same date.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

STAMP = (2026, 1, 1, 0, 0, 0)
# An entry for a language, or for pages that are in the site only, stands on a line of its own.
ITEM = re.compile(r'^.*data-(?:locale="(?P<locale>[^"]+)"|only="site").*\n', re.MULTILINE)


def files_of(site: Path, locales: Sequence[str]) -> list[Path]:
    """Return the files of a site that belong to some languages, and those above all languages, in a fixed order.

    The pages for translators, in the folder `translate`, belong to no language and stay out of bundles for readers.
    """
    top = [path for path in site.iterdir() if path.is_file()]
    inner = [path for locale in locales for path in (site / locale).rglob("*") if path.is_file()]
    return sorted([*top, *inner], key=lambda path: path.relative_to(site).as_posix())


def without_other_languages(html: str, locales: Sequence[str]) -> str:
    """Take the entries of languages that are not in a bundle out of the menus of a page, so that no link is broken."""
    return ITEM.sub(lambda match: match[0] if match["locale"] in locales else "", html)


def write_bundle(target: Path, site: Path, locales: Sequence[str], replaced: Mapping[str, str]) -> None:
    """Write a zip file with the pages of some languages. `replaced` holds other texts for single files."""
    temporary = target.with_suffix(".part")
    with zipfile.ZipFile(temporary, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as bundle:
        for path in files_of(site, locales):
            name = path.relative_to(site).as_posix()
            data = replaced[name].encode() if name in replaced else path.read_bytes()
            if name.endswith(".html"):
                data = without_other_languages(data.decode(), locales).encode()
            entry = zipfile.ZipInfo(f"saferhub/{name}", STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            bundle.writestr(entry, data)
    temporary.replace(target)

"""Which pages are looked at: samples of each kind and language, light and dark, and all that are new or changed."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

KIND = re.compile(r'<body[^>]*\bclass="[^"]*\bkind-([a-z0-9-]+)')
LANGUAGE = re.compile(r'<html[^>]*\blang="([^"]*)"')
DIRECTION = re.compile(r'<html[^>]*\bdir="([^"]*)"')
CONTENT = re.compile(r"<main\b.*</main>", re.DOTALL)
# Seen in every language: together they hold most words of the interface, and they are where readers arrive.
EVERYWHERE = ("home", "find", "help")
# Lists made from the same words and one template: seen in one language of each direction, or every further language
# would add some fifty pages.
LISTS = ("browse",)
Scheme = Literal["light", "dark"]
LIGHT: tuple[Scheme, ...] = ("light",)
BOTH: tuple[Scheme, ...] = ("light", "dark")


@dataclass(frozen=True)
class Visit:
    """A page to look at, and the colour schemes to see it in."""

    page: str
    schemes: tuple[Scheme, ...] = LIGHT


@dataclass(frozen=True)
class PageFile:
    """What the plan needs to know of a page: its kind, its language and a fingerprint of its content."""

    name: str
    kind: str
    language: str
    direction: str
    size: int
    fingerprint: str


def page_files(site: Path) -> list[PageFile]:
    """Read every page of a site."""
    names = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html") if path.is_file())
    return [_page_file(site, name) for name in names]


def _page_file(site: Path, name: str) -> PageFile:
    text = (site / name).read_text(encoding="utf-8", errors="replace")
    # The frame is the same on many pages and is looked at on one of each kind; only the content makes a page new.
    found = CONTENT.search(text)
    content = found[0] if found else text
    digest = hashlib.sha256(content.encode()).hexdigest()
    return PageFile(name, _first(KIND, text), _first(LANGUAGE, text), _first(DIRECTION, text), len(content), digest)


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[1] if found else ""


def plan(pages: Iterable[PageFile], clean: Mapping[str, str], everything: bool = False) -> list[Visit]:
    """Return the pages to look at. `clean` holds the fingerprints of pages in which nothing was found before."""
    pages = list(pages)
    best = samples(pages)
    chosen = {page.name for page in best.values()}
    lists = {(page.kind, page.language) for page in best.values() if page.kind in LISTS}

    def is_new(page: PageFile) -> bool:
        seen_elsewhere = page.kind in LISTS and (page.kind, page.language) not in lists
        return clean.get(page.name) != page.fingerprint and not seen_elsewhere

    return [
        Visit(page.name, BOTH if page.name in chosen else LIGHT)
        for page in pages
        if everything or page.name in chosen or is_new(page)
    ]


def samples(pages: Iterable[PageFile]) -> Mapping[tuple[str, str], PageFile]:
    """Return one page of each kind: some kinds in each language, the others in one language of each direction.

    The longest page of a kind shows most of what its template can show.
    """
    best: dict[tuple[str, str], PageFile] = {}
    for page in pages:
        group = (page.kind, page.language if page.kind in EVERYWHERE else page.direction)
        if group not in best or page.size > best[group].size:
            best[group] = page
    return best


def read_clean(text: str, edition: str) -> Mapping[str, str]:
    """Return the fingerprints of clean pages; none if the file is damaged or other rules were in force."""
    try:
        data = json.loads(text)
        pages = data["pages"] if data["edition"] == edition else {}
        return {str(name): str(mark) for name, mark in pages.items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}


def write_clean(pages: Iterable[PageFile], faulty: set[str], edition: str) -> str:
    """Return the text of the file that remembers in which pages nothing was found."""
    marks = {page.name: page.fingerprint for page in pages if page.name not in faulty}
    return json.dumps({"edition": edition, "pages": marks}, indent=1) + "\n"


def edition_of(files: Iterable[Path]) -> str:
    """Return one name for rules and tools together: when they change, every page has to be looked at anew."""
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()

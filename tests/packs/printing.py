"""What tests of packs share: a hub with everything that packs need, ways to run commands, and to look into PDFs."""

from __future__ import annotations

import datetime
import io
import json
import re
import shutil
from collections.abc import Iterator
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2

from conftest import ROOT, TODAY, copy_hub
from saferhub.catalogue.catalogue import Catalogue, publish
from saferhub.checks.report import Report
from saferhub.cli.library import voices
from saferhub.cli.main import main
from saferhub.cli.packs.build import Wanted, written
from saferhub.model.library import Library
from saferhub.model.pack import PackOrder, PackRecipe
from saferhub.packs.fonts import font_folder
from saferhub.packs.proof import elements
from saferhub.sources.library import read_library

ADDRESS = "https://hub.example/safer"


def printable(target: Path) -> Path:
    """Make a tiny hub that can print: with the templates, the Arabic words and the fonts of the project."""
    copy_hub(target)
    shutil.copytree(ROOT / "overrides" / "print", target / "overrides" / "print")
    words = Path("translations/ar/LC_MESSAGES")
    shutil.copytree(ROOT / words, target / words)
    (target / "build").mkdir()
    (target / "node_modules").symlink_to((ROOT / "node_modules").resolve())
    (target / "build" / "print-fonts").symlink_to(font_folder(ROOT).resolve())
    return target


@dataclass
class Hub:
    """A hub on disk."""

    root: Path

    @property
    def folder(self) -> Path:
        return self.root / "dist" / "packs"

    def run(self, *arguments: str) -> int:
        return main(["--root", str(self.root), "packs", *arguments])

    def edit(self, path: str, before: str, after: str) -> None:
        file = self.root / path
        text = file.read_text(encoding="utf-8")
        assert before in text
        file.write_text(text.replace(before, after), encoding="utf-8")

    def listed(self) -> dict[str, dict[str, Any]]:
        packs = json.loads((self.folder / "manifest.json").read_text(encoding="utf-8"))["packs"]
        return {pack["name"]: pack for pack in packs}

    def times(self) -> dict[str, int]:
        return {str(path.relative_to(self.folder)): path.stat().st_mtime_ns for path in self.folder.rglob("*.pdf")}

    def contents(self) -> dict[str, bytes]:
        return {str(path.relative_to(self.folder)): path.read_bytes() for path in self.folder.rglob("*.pdf")}

    def catalogue(self, today: datetime.date = TODAY) -> Catalogue:
        return catalogue_of(read_library(self.root), today)

    def pages_of(
        self, recipe: PackRecipe, locale: str = "en", edition: str = "facilitator", today: datetime.date = TODAY
    ) -> str:
        """Return the HTML of one pack, without looking for faults first."""
        return html_of(self.root, self.catalogue(today), recipe, locale, edition)


def catalogue_of(library: Library, today: datetime.date = TODAY) -> Catalogue:
    """Publish a library that nobody has checked: checking all of the real one takes most of a minute."""
    return publish(library, Report((), len(library.lessons)), today)


def html_of(root: Path, catalogue: Catalogue, recipe: PackRecipe, locale: str, edition: str, paper: str = "A4") -> str:
    """Return the HTML of one pack; what cannot be printed fails the test."""
    found = wanted(root, catalogue, PackOrder(recipe, locale, edition, paper))
    assert isinstance(found, Wanted), found
    return found.html


def wanted(root: Path, catalogue: Catalogue, order: PackOrder) -> Wanted | tuple[PackOrder, str]:
    (found,) = written(root, catalogue, voices(root, catalogue), [order], ADDRESS, True)
    return found


class Shared(Executor):
    """Processes that many runs use one after the other; a run that says it is done does not end them."""

    def __init__(self, inner: Executor) -> None:
        self.inner = inner

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        return self.inner.submit(fn, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        return


def texts(content: bytes) -> list[str]:
    """Return the words of every page as a program gets them that copies text out of the file."""
    pages = pypdfium2.PdfDocument(content)
    return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in pages]


def plain(text: str) -> str:
    """Return text on one line."""
    return re.sub(r"\s+", " ", text)


def bookmarks(content: bytes) -> list[tuple[int, str, int]]:
    """Return level, title and page (from 1) of all bookmarks."""
    document = pypdfium2.PdfDocument(content)
    found = []
    for mark in document.get_toc():
        place = mark.get_dest()
        assert place is not None
        found.append((mark.level, mark.get_title(), (place.get_index() or 0) + 1))
    return found


def opened(content: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(content))


def outside_paper(content: bytes) -> Iterator[str]:
    """Return letters that stand beyond the edge of the paper."""
    for number, page in enumerate(pypdfium2.PdfDocument(content), 1):
        width, height = page.get_size()
        words = page.get_textpage()
        for place in range(words.count_chars()):
            left, bottom, right, top = words.get_charbox(place)
            if left < -1 or bottom < -1 or right > width + 1 or top > height + 1:
                yield f"page {number}: {words.get_text_range(place, 1)!r}"


def elements_of(content: bytes) -> Iterator[Any]:
    """Return all tags of a file in the order in which they are read; they are gone when the next one is asked for."""
    with opened(content) as pdf:
        yield from elements(pdf)

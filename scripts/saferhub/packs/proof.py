"""Prove that a finished PDF keeps what packs promise: it can be read aloud, copied, and it borrows no letters.

A person with a screen reader cannot see that tags are wrong, and whoever prints does not hear it, so a program looks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf

from saferhub.packs.fonts import FAMILIES

PACK, BOOKLET, CARDS = "pack", "booklet", "cards"
SUBSET = re.compile(r"^[A-Z]{6}\+")
STYLES = re.compile(r"(thin|light|regular|medium|semibold|bold|[-, ])*")
NO_LETTER = re.compile(rb"<[0-9A-Fa-f]+>\s*<\s*>")
SCOPES = ("/Row", "/Column")
SHOWN = 5  # faults of one kind; a rule broken on every page would hide the others


@dataclass(frozen=True)
class Claim:
    """What is said about a file where packs are listed. `pages` is 0 when nobody counted them."""

    kind: str
    locale: str
    pages: int = 0


def faults(path: Path, claim: Claim) -> list[str]:
    """Return in plain sentences what is wrong with a file, nothing if all is well."""
    try:
        with pikepdf.open(path) as pdf:
            found = [*_pages(pdf, claim), *_fonts(pdf)]
            found += [*_tags(pdf, claim)] if claim.kind == PACK else [*_print_only(pdf, claim)]
    except pikepdf.PdfError as error:
        return [f"it cannot be opened as a PDF ({error})"]
    return [*found, *_standard(path)] if claim.kind == PACK else found


def _standard(path: Path) -> Iterator[str]:
    """Ask the validator of PDF/UA-1, the standard of accessible PDF."""
    import page  # late: only those who check packs have it

    failures = page.validate_pdf(str(path), profile="ua1").failures
    for failure in failures[:SHOWN]:
        yield f"PDF/UA-1, {failure.rule_id}: {failure.message}"
    if len(failures) > SHOWN:
        yield f"PDF/UA-1: {len(failures) - SHOWN} more"


def _pages(pdf: pikepdf.Pdf, claim: Claim) -> Iterator[str]:
    if claim.pages and len(pdf.pages) != claim.pages:
        yield f"it has {len(pdf.pages)} pages, and the list of packs says {claim.pages}"
    if not str(pdf.docinfo.get("/Title", "")).strip():
        yield "it has no title"


def _print_only(pdf: pikepdf.Pdf, claim: Claim) -> Iterator[str]:
    """A file that is only printed must not promise to be readable aloud: its pages stand in the order of folding."""
    if "/MarkInfo" in pdf.Root or "/StructTreeRoot" in pdf.Root:
        yield "it is made for printing only, and says that it has tags"
    if claim.kind == BOOKLET and "for printing only" not in str(pdf.docinfo.get("/Title", "")):
        yield "its title does not say that it is made for printing only"


def _fonts(pdf: pikepdf.Pdf) -> Iterator[str]:
    told: set[str] = set()
    for font in pdf.objects:
        if not isinstance(font, pikepdf.Dictionary) or font.get("/Type") != "/Font":
            continue
        name = SUBSET.sub("", str(font.get("/BaseFont", "/?"))[1:])
        if not is_ours(name):
            told.add(f"the font {name} is none of the fonts of packs; a letter was borrowed from this machine")
        if font.get("/Subtype") == "/Type0":
            if "/ToUnicode" not in font:
                told.add(f"the letters of the font {name} cannot be copied (no ToUnicode)")
            elif NO_LETTER.search(font.ToUnicode.read_bytes()):
                told.add(f"a shape of the font {name} stands for no letter (empty ToUnicode)")
        elif not _is_embedded(font):
            told.add(f"the font {name} is not in the file")
    yield from sorted(told)


def is_ours(name: str) -> bool:
    """Whether a font of that name is one of the fonts of packs, in any weight."""
    plain = name.lower().replace("-", " ")
    return any(
        plain.startswith(family.lower()) and STYLES.fullmatch(plain.removeprefix(family.lower())) for family in FAMILIES
    )


def _is_embedded(font: pikepdf.Dictionary) -> bool:
    described: Any = font.get("/FontDescriptor", {})
    return any(f"/FontFile{number}" in described for number in ("", "2", "3"))


def _tags(pdf: pikepdf.Pdf, claim: Claim) -> Iterator[str]:
    language = str(pdf.Root.get("/Lang", ""))
    if language != claim.locale:
        yield f"its language is `{language}`, and it is listed as `{claim.locale}`"
    if "/Outlines" not in pdf.Root:
        yield "it has no bookmarks"
    if "/StructTreeRoot" not in pdf.Root:
        yield "it has no tags"
        return
    level = 0
    seen: dict[str, int] = {}
    for tag in elements(pdf):
        name = str(tag.S)
        fault = ""
        if re.fullmatch("/H[1-6]", name):
            before, level = level, int(name[2])
            if level > before + 1:
                fault = f"a heading of level {level} follows one of level {before}"
            elif level == 1 and seen.get("/H1"):
                fault = "it has more than one heading of level 1"
        elif name == "/Figure" and not str(tag.get("/Alt", "")).strip():
            fault = "a picture has no words (no Alt)"
        elif name == "/TH" and not any(one.get("/Scope") in SCOPES for one in _attributes(tag)):
            fault = "a head cell of a table does not say whether it heads a row or a column (no Scope)"
        seen[name] = seen.get(name, 0) + 1
        if fault:
            seen[fault] = seen.get(fault, 0) + 1
            if seen[fault] <= 1:
                yield f"{fault}, on page {_page(pdf, tag)}"
    if not seen.get("/H1"):
        yield "it has no heading of level 1"


def elements(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Return all tags of a file in the order in which they are read."""
    waiting = [pdf.Root.StructTreeRoot]
    while waiting:
        tag = waiting.pop()
        if "/S" in tag:
            yield tag
        kids = tag.get("/K")
        many = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
        waiting += [kid for kid in reversed(many) if isinstance(kid, pikepdf.Dictionary) and "/MCID" not in kid]


def _attributes(tag: Any) -> list[Any]:
    if "/A" not in tag:
        return []
    found = tag.A
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def _page(pdf: pikepdf.Pdf, tag: Any) -> str:
    if "/Pg" not in tag:
        return "?"
    return str(next((n for n, one in enumerate(pdf.pages, 1) if one.obj.objgen == tag.Pg.objgen), "?"))

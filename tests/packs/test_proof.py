"""`hub packs check`: what a reader would miss is told with the file, and a list that cannot be used is no traceback."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from packs.printing import Hub, printable
from saferhub.packs.proof import BOOKLET, PACK, Claim, elements, faults, is_ours

NAME = "en/ages-9-12-facilitator-a4"


def tag(pdf: pikepdf.Pdf, kind: str) -> Any:
    return next(one for one in elements(pdf) if kind == one.S)


def no_alt(pdf: pikepdf.Pdf) -> None:
    del tag(pdf, "/Figure")["/Alt"]


def no_scope(pdf: pikepdf.Pdf) -> None:
    del tag(pdf, "/TH")["/A"]


def skipped_level(pdf: pikepdf.Pdf) -> None:
    tag(pdf, "/H2").S = pikepdf.Name("/H4")


def second_title(pdf: pikepdf.Pdf) -> None:
    tag(pdf, "/H2").S = pikepdf.Name("/H1")


def no_title(pdf: pikepdf.Pdf) -> None:
    del pdf.docinfo["/Title"]


def other_language(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Lang = "fr"


def no_tags(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/StructTreeRoot"]


def no_bookmarks(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Outlines"]


def one_page_less(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[-1]


def font(pdf: pikepdf.Pdf) -> Any:
    return next(one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Subtype") == "/Type0")


def borrowed_font(pdf: pikepdf.Pdf) -> None:
    font(pdf).BaseFont = pikepdf.Name("/ABCDEF+DejaVu-Sans")


def empty_letter(pdf: pikepdf.Pdf) -> None:
    letters = font(pdf).ToUnicode
    letters.write(letters.read_bytes().replace(b"endbfchar", b"<0001> <>\nendbfchar", 1))


def no_letters(pdf: pikepdf.Pdf) -> None:
    del font(pdf)["/ToUnicode"]


def font_outside(pdf: pikepdf.Pdf) -> None:
    del font(pdf).DescendantFonts[0].FontDescriptor["/FontFile2"]


def not_declared(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Metadata"]


@pytest.mark.packs
@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (no_alt, "a picture has no words (no Alt), on page "),
        (no_scope, "a head cell of a table does not say whether it heads a row or a column (no Scope), on page 1"),
        (skipped_level, "a heading of level 4 follows one of level 1, on page "),
        (second_title, "it has more than one heading of level 1"),
        (no_title, "it has no title"),
        (other_language, "its language is `fr`, and it is listed as `en`"),
        (no_tags, "it has no tags"),
        (no_bookmarks, "it has no bookmarks"),
        (one_page_less, "pages, and the list of packs says "),
        (borrowed_font, "the font DejaVu-Sans is none of the fonts of packs"),
        (empty_letter, "stands for no letter (empty ToUnicode)"),
        (no_letters, "cannot be copied (no ToUnicode)"),
        (font_outside, "is not in the file"),
        (not_declared, "PDF/UA-1, "),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_every_kind_of_damage_is_told(
    finished: Hub, tmp_path: Path, damage: Callable[[pikepdf.Pdf], None], told: str
) -> None:
    claim = Claim(PACK, "en", finished.listed()[NAME]["pages"])
    assert faults(finished.folder / f"{NAME}.pdf", claim) == []
    with pikepdf.open(finished.folder / f"{NAME}.pdf") as pdf:
        damage(pdf)
        pdf.save(tmp_path / "damaged.pdf")
    found = faults(tmp_path / "damaged.pdf", claim)
    assert any(told in fault for fault in found), found


@pytest.mark.packs
def test_a_booklet_must_not_promise_tags(finished: Hub, tmp_path: Path) -> None:
    name = finished.folder / f"{NAME}.pdf"
    found = faults(name, Claim(BOOKLET, "en"))
    assert "it is made for printing only, and says that it has tags" in found
    assert "its title does not say that it is made for printing only" in found


@pytest.mark.packs
def test_files_that_are_not_what_was_made(printed: Hub, capsys: pytest.CaptureFixture[str]) -> None:
    pack = printed.folder / f"{NAME}.pdf"
    with pikepdf.open(pack) as pdf:
        changed = io.BytesIO()
        pdf.docinfo["/Title"] = "Other"
        pdf.save(changed)
    pack.write_bytes(changed.getvalue())
    (printed.folder / f"{NAME}-booklet.pdf").unlink()
    (printed.folder / "en/first-steps-learner-a4.pdf").write_bytes(b"not a PDF")
    (printed.folder / "en/old.pdf").write_bytes(b"")
    assert printed.run("check") == 1
    out, errors = capsys.readouterr()
    assert f"{NAME}.pdf: it is not the file that was made" in errors
    assert f"{NAME}-booklet.pdf: it is not there." in errors
    assert "first-steps-learner-a4.pdf: it cannot be opened as a PDF" in errors
    assert "3 with faults" in out
    assert "1 other PDF files" in out


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '{"packs": 3}', '{"packs": [1]}', '{"packs": [{"locale": "en"}]}', "\ud800"]
)
def test_a_list_that_cannot_be_used(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    hub = Hub(printable(tmp_path / "hub"))
    hub.folder.mkdir(parents=True)
    (hub.folder / "manifest.json").write_text(text, encoding="utf-8", errors="surrogatepass")
    assert hub.run("check") == 2
    assert "manifest.json is not a list of packs" in capsys.readouterr().err


def test_without_packs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hub = Hub(printable(tmp_path / "hub"))
    assert hub.run("check") == 2
    assert "Run `hub packs build` first." in capsys.readouterr().err
    (tmp_path / "other").mkdir()
    (tmp_path / "other/manifest.json").write_text(json.dumps({"packs": []}), encoding="utf-8")
    assert hub.run("check", str(tmp_path / "other")) == 0
    assert "0 packs" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "ours"),
    [
        ("Amiri", True),
        ("Amiri-Bold", True),
        ("Atkinson-Hyperlegible-Next-Bold", True),
        ("Noto-Sans-SC-Thin,", True),
        ("Noto-Sans", True),
        ("Noto-Sans-Tamil", False),
        ("DejaVu-Sans", False),
        ("Amiri-Quran", False),
    ],
)
def test_fonts_are_known_by_their_names(name: str, ours: bool) -> None:
    assert is_ours(name) is ours

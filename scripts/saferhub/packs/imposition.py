"""Booklets: two pages on each side of a sheet, in the order in which sheets are folded into each other."""

from __future__ import annotations

import io

import pikepdf

SHEET = 4  # pages of a booklet on one sheet of paper


def fold_order(pages: int, right_to_left: bool) -> list[tuple[int | None, int | None]]:
    """Return for each side of each sheet the pages on its left and right, counted from 0; None is an empty page."""
    whole = -(-pages // SHEET) * SHEET
    sides: list[tuple[int | None, int | None]] = []

    def page(number: int) -> int | None:
        return number if number < pages else None

    for side in range(whole // 2):
        outer, inner = whole - 1 - side, side
        left, right = (outer, inner) if side % 2 == 0 else (inner, outer)
        pair = (page(left), page(right))
        sides.append((pair[1], pair[0]) if right_to_left else pair)
    return sides


def booklet(content: bytes, right_to_left: bool) -> bytes:
    """Return a PDF to print on both sides, flipped at the short edge, and to fold in the middle.

    It is made for printers only: a sheet shows pages that do not follow each other, so it has no tags.
    """
    with pikepdf.open(io.BytesIO(content)) as source, pikepdf.new() as target:
        first = source.pages[0].mediabox
        width, height = float(first[2]), float(first[3])
        half = height / 2
        scale = min(half / width, width / height)
        for pair in fold_order(len(source.pages), right_to_left):
            sheet = target.add_blank_page(page_size=(height, width))
            for number, left in zip(pair, (0.0, half), strict=True):
                if number is None:
                    continue
                form = target.copy_foreign(source.pages[number].as_form_xobject())
                margin = (half - width * scale) / 2
                foot = (width - height * scale) / 2
                place = pikepdf.Rectangle(left + margin, foot, left + margin + width * scale, foot + height * scale)
                sheet.add_overlay(form, place)
        title = source.docinfo.get("/Title", "")
        target.docinfo["/Title"] = f"{title} (booklet, for printing only)"
        written = io.BytesIO()
        target.save(written, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return written.getvalue()

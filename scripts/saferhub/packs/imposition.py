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
        rise = (width - height * scale) / 2
        for pair in fold_order(len(source.pages), right_to_left):
            sheet = target.add_blank_page(page_size=(height, width))
            drawn = ""
            for name, number, start in zip(("Left", "Right"), pair, (0.0, half), strict=True):
                if number is None:
                    continue
                form = target.copy_foreign(source.pages[number].as_form_xobject())
                # With a name of our own, because the library would make up another one each time.
                sheet.add_resource(form, pikepdf.Name.XObject, pikepdf.Name(f"/{name}"))
                place = start + (half - width * scale) / 2
                drawn += f"q {scale:.5f} 0 0 {scale:.5f} {place:.3f} {rise:.3f} cm /{name} Do Q\n"
            sheet.contents_add(drawn.encode())
        title = source.docinfo.get("/Title", "")
        target.docinfo["/Title"] = f"{title} (booklet, for printing only)"
        written = io.BytesIO()
        target.save(written, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return written.getvalue()

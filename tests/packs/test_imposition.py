"""Booklets: whoever folds the sheets into each other can read the pages in order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from saferhub.packs.imposition import SHEET, fold_order

Sides = list[tuple[int | None, int | None]]


def read_through(sides: Sides, right_to_left: bool) -> list[int | None]:
    """Fold the stack of sheets in the middle and turn its pages, as a reader does."""
    sheets = [(sides[place], sides[place + 1]) for place in range(0, len(sides), 2)]
    here, there = (0, 1) if right_to_left else (1, 0)
    # Going in, a reader sees the half of the front of each sheet and, turning the leaf, the half of its back; going
    # out again, the other half of the back and then of the front.
    going_in = [page for front, back in sheets for page in (front[here], back[there])]
    coming_out = [page for front, back in reversed(sheets) for page in (back[here], front[there])]
    return going_in + coming_out


@given(pages=st.integers(0, 300), right_to_left=st.booleans())
def test_a_folded_booklet_reads_in_order(pages: int, right_to_left: bool) -> None:
    found = read_through(fold_order(pages, right_to_left), right_to_left)
    assert found[:pages] == list(range(pages))
    assert set(found[pages:]) <= {None}
    assert len(found) % SHEET == 0
    assert len(found) - pages < SHEET


@given(pages=st.integers(1, 300))
def test_the_cover_lies_outside_on_the_first_sheet(pages: int) -> None:
    assert fold_order(pages, False)[0][1] == 0
    assert fold_order(pages, True)[0][0] == 0

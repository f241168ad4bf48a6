"""What paper asks of a lesson's form: lines to write on, bullets in the margin, one ink, words cut where they may be."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pikepdf
import pytest

from saferhub.packs.fonts import font_folder
from saferhub.packs.imposition import booklet
from saferhub.packs.paper import for_paper, inner, one_ink, parsed
from saferhub.packs.pdf import PrintJob, print_job

CUT = "\ufffe"  # what the reading program gives for a hyphen that only stands at the end of a line


def on_paper(text: str) -> str:
    tree = parsed(text)
    for_paper(tree, "p", 0, lambda link: link)
    return inner(tree)


def test_strokes_become_lines_to_write_on() -> None:
    paper = on_paper("<p>From ____ to ____, said by <b>me</b>: ____________ and ____________.</p>")
    assert paper.count('<span class="short line"></span>') == 2
    assert paper.count('<span class="line"></span>') == 2
    assert "_" not in paper
    assert paper.index("From") < paper.index("short") < paper.index("said by") < paper.index(" and ")


def test_a_cell_of_strokes_is_an_empty_cell_and_words_with_a_low_line_stay() -> None:
    paper = on_paper("<table><tr><td>Who</td><td> ____________ </td><td>file_name</td></tr></table>")
    assert "<td></td>" in paper
    assert "file_name" in paper


def test_a_name_and_its_address_are_two_words() -> None:
    paper = on_paper('<p><a class="external" href="https://www.inhope.org/EN"><bdi>INHOPE</bdi></a>: asks</p>')
    assert '<bdi>INHOPE</bdi> <span class="address" dir="ltr">(www.inhope.org/EN)</span></a>: asks' in paper


def test_an_item_in_another_language_keeps_its_number_in_the_margin() -> None:
    paper = on_paper('<ol><li>one</li><li lang="en" dir="ltr">Say <em>this</em> now.</li></ol>')
    assert '<li><div lang="en" dir="ltr">Say <em>this</em> now.</div></li>' in paper


def test_a_drawing_has_one_ink() -> None:
    drawing = b'<svg stroke="#2b2d42"><path fill="#F7EAD7"/><path fill="#f4b942"/><use href="#abc"/></svg>'
    assert one_ink(drawing) == (
        b'<svg stroke="#000000"><path fill="#ffffff"/><path fill="#bdbdbd"/><use href="#abc"/></svg>'
    )


def lines(language: str, root: Path) -> str:
    """Return the letters of a narrow column in that language, as they stand on the page."""
    import pypdfium2

    words = "երեխաների աշխատանքային համաձայնագիր " * 6
    style = 'p { width: 3cm; font: 12pt "Noto Sans Armenian"; hyphens: auto; hyphenate-character: "-" }'
    page = f'<html lang="{language}"><title>A</title><style>{style}</style><h1>A</h1><p>{words}</p></html>'
    done = print_job(PrintJob("a", page, font_folder(root)))
    return str(pypdfium2.PdfDocument(done.content)[0].get_textpage().get_text_range())


def test_armenian_words_are_cut_between_syllables(root: Path) -> None:
    shown = lines("hy", root)
    assert f"աշխա{CUT}" in shown
    assert "\u00ad" not in shown, "an invisible hyphen would stand in every copied word"


def test_a_language_without_a_dictionary_is_not_cut(root: Path) -> None:
    shown = lines("sw", root)
    assert CUT not in shown


def test_the_dictionary_of_armenian_is_that_of_the_pinned_package(root: Path) -> None:
    sys.path.insert(0, str(root / "scripts"))
    try:
        from vendor import hyphens, patterns
    finally:
        sys.path.pop(0)
    for target, content in hyphens().items():
        assert (root / "overrides" / target).read_bytes() == content, f"{target}: run `make vendor`"
    assert list(patterns({"a": {"b": {"a": 0}, "c": 1}}, [[0, 1], [2, 0, 3]])) == ["a1ba", "2ac"]
    with pytest.raises(TypeError, match="new form"):
        list(patterns({"a": "b"}, []))


@pytest.mark.parametrize("size", [(595.0, 842.0), (612.0, 792.0)])
def test_pages_of_a_booklet_stand_in_the_middle_of_their_half(size: tuple[float, float]) -> None:
    written = io.BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page(page_size=size)
        made.save(written)
    with pikepdf.open(io.BytesIO(booklet(written.getvalue(), False))) as folded:
        sheet = folded.pages[0]
        moves = [step for step in pikepdf.parse_content_stream(sheet) if str(step.operator) == "cm"]
        scale, *_, foot = (float(number) for number in moves[-1].operands)
        assert foot == pytest.approx((size[0] - scale * size[1]) / 2, abs=0.5)

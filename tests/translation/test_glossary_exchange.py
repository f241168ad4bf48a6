"""The glossary for spreadsheets and for translators' tools: whole, in order, and harmless."""

from __future__ import annotations

import csv
import io
from xml.etree import ElementTree

import pytest

from saferhub.model.glossary import ApprovedForm, GlossaryTerm
from saferhub.model.library import Library
from saferhub.translation.glossary_exchange import LANGUAGE, glossary_csv, glossary_tbx

TERMS = (
    GlossaryTerm("safe-adult", 'An adult, "safe" & kind <b>.', ("x",), {"ar": ApprovedForm("بالغ", ("بالغ*", "كبير"))}),
    GlossaryTerm("open", "Not yet said.", ("x",), {}),
)


def rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_spreadsheet_reads_every_term() -> None:
    data = glossary_csv(TERMS, "ar")
    assert data.startswith(b"\xef\xbb\xbf")
    assert rows(data)[1:] == [
        ["safe adult", 'An adult, "safe" & kind <b>.', "بالغ", "بالغ*; كبير", "draft"],
        ["open", "Not yet said.", "", "", "missing"],
    ]


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", '=HYPERLINK("http://x")', "＝1"]
)
def test_no_cell_is_a_formula(cell: str) -> None:
    term = GlossaryTerm("x", cell, ("x",), {"ar": ApprovedForm(cell, (cell,))})
    for text in rows(glossary_csv((term,), "ar"))[1]:
        assert text.lstrip(" ")[:1] not in "=+-@\t\r＝"


def test_tbx_has_the_structure_of_the_standard(real_library: Library) -> None:
    root = ElementTree.fromstring(glossary_tbx(real_library.glossary, "fr"))
    assert (root.tag, root.get("type"), root.get(LANGUAGE)) == ("martif", "TBX-Basic", "en")
    assert [child.tag for child in root] == ["martifHeader", "text"]
    assert [child.tag for child in root[0]] == ["fileDesc", "encodingDesc"]
    entries = root.findall("text/body/termEntry")
    assert len(entries) == sum("fr" in term.forms for term in real_library.glossary) > 5
    assert len({entry.get("id") for entry in entries}) == len(entries)
    for entry in entries:
        assert [child.tag for child in entry] == ["descrip", "langSet", "langSet"]
        assert [child.get(LANGUAGE) for child in entry[1:]] == ["en", "fr"]


def test_a_tool_reads_the_tbx() -> None:
    tbx = pytest.importorskip("translate.storage.tbx", reason="translate-toolkit is not installed")
    store = tbx.tbxfile.parsestring(glossary_tbx(TERMS, "ar"))
    assert [(unit.source, unit.target) for unit in store.units] == [("safe adult", "بالغ")]
    assert 'An adult, "safe" & kind <b>.' in store.units[0].getnotes(origin="definition")


def test_letters_that_xml_cannot_hold_are_left_out() -> None:
    term = GlossaryTerm("x", "a\x00b\x1fc\ufffe", ("x",), {"ar": ApprovedForm("د", ("د",))})
    assert "abc" in ElementTree.tostring(ElementTree.fromstring(glossary_tbx((term,), "ar")), encoding="unicode")

"""The glossary for spreadsheets and for translators' tools: whole, in order, and harmless."""

from __future__ import annotations

import csv
import io
from xml.etree import ElementTree

import pytest

from saferhub.model.glossary import ApprovedForm, GlossaryTerm, OtherForm, TermClass
from saferhub.model.library import Library
from saferhub.translation.glossary_exchange import COLUMNS, LANGUAGE, glossary_csv, glossary_note, glossary_tbx

TERMS = (
    GlossaryTerm(
        "safe-adult",
        'An adult, "safe" & kind <b>.',
        ("x",),
        {"ar": ApprovedForm("بالغ", ("بالغ*", "كبير"), others=(OtherForm("مأمون", TermClass.AVOID),), note="Plain.")},
        others=(
            OtherForm("safe person", TermClass.CARE, "nobody can promise it"),
            OtherForm("buddy", TermClass.AVOID, "too small"),
        ),
    ),
    GlossaryTerm("open", "Not yet said.", ("x",), {}),
    GlossaryTerm("service", "A service.", (), english="Take It Down", is_translated=False),
)


def rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_spreadsheet_reads_every_term() -> None:
    data = glossary_csv(TERMS, "ar")
    assert data.startswith(b"\xef\xbb\xbf")
    head, *told = rows(data)
    assert head == list(COLUMNS)
    safe, missing, name = (dict(zip(head, row, strict=True)) for row in told)
    assert safe == {
        "term": "safe adult",
        "class": "ok",
        "definition": 'An adult, "safe" & kind <b>.',
        "English with care": "safe person (nobody can promise it)",
        "English to avoid": "buddy (too small)",
        "say": "بالغ",
        "also accepted (* is any ending)": "بالغ*; كبير",
        "with care": "",
        "avoid": "مأمون",
        "note": "Plain.",
        "status": "draft",
    }
    assert (missing["term"], missing["say"], missing["status"]) == ("open", "", "missing")
    assert (name["term"], name["say"], name["status"]) == ("Take It Down", "Take It Down", "name: do not translate")


def test_a_note_says_what_to_write_and_what_rather_not() -> None:
    term = GlossaryTerm("extortion", "Threats.", ("x",), term_class=TermClass.CARE)
    others = (OtherForm("sextorsion", TermClass.CARE), OtherForm("a", TermClass.AVOID), OtherForm("b", TermClass.AVOID))
    form = ApprovedForm("chantage", ("chantage",), TermClass.CARE, others)
    assert glossary_note(term, form) == "extortion = chantage (explain it; with care: sextorsion; avoid: a, b)"
    assert glossary_note(term, ApprovedForm("chantage", ("chantage",))) == "extortion = chantage"
    name = TERMS[2].form_in("zh")
    assert name is not None
    assert glossary_note(TERMS[2], name) == "Take It Down is a name: do not translate it"


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", '=HYPERLINK("http://x")', "＝1"]
)
def test_no_cell_is_a_formula(cell: str) -> None:
    term = GlossaryTerm("x", cell, ("x",), {"ar": ApprovedForm(cell, (cell,))})
    for text in rows(glossary_csv((term,), "ar"))[1]:
        assert not text.lstrip(" ").startswith(tuple("=+-@\t\r＝"))


def test_tbx_has_the_structure_of_the_standard(real_library: Library) -> None:
    root = ElementTree.fromstring(glossary_tbx(real_library.glossary, "fr"))
    assert (root.tag, root.get("type"), root.get(LANGUAGE)) == ("martif", "TBX-Basic", "en")
    assert [child.tag for child in root] == ["martifHeader", "text"]
    assert [child.tag for child in root[0]] == ["fileDesc", "encodingDesc"]
    entries = root.findall("text/body/termEntry")
    assert len(entries) == sum(term.form_in("fr") is not None for term in real_library.glossary) > 40
    assert len({entry.get("id") for entry in entries}) == len(entries)
    for entry in entries:
        assert [child.tag for child in entry] == ["descrip", "langSet", "langSet"]
        assert [child.get(LANGUAGE) for child in entry[1:]] == ["en", "fr"]


def test_tbx_says_which_word_is_preferred() -> None:
    (english, arabic) = ElementTree.fromstring(glossary_tbx(TERMS[:1], "ar")).findall("text/body/termEntry/langSet")
    assert [(tig[0].text, tig[1].text, tig.findtext("note")) for tig in english] == [
        ("safe adult", "preferredTerm-admn-sts", None),
        ("safe person", "admittedTerm-admn-sts", "nobody can promise it"),
        ("buddy", "deprecatedTerm-admn-sts", "too small"),
    ]
    assert [tig[1].get("type") for tig in english] == ["administrativeStatus"] * 3
    assert [(tig[0].text, tig[1].text, tig.findtext("note")) for tig in arabic] == [
        ("بالغ", "preferredTerm-admn-sts", "Plain."),
        ("مأمون", "deprecatedTerm-admn-sts", None),
    ]


def test_a_tool_reads_the_tbx() -> None:
    tbx = pytest.importorskip("translate.storage.tbx", reason="translate-toolkit is not installed")
    store = tbx.tbxfile.parsestring(glossary_tbx(TERMS, "ar"))
    assert [(unit.source, unit.target) for unit in store.units] == [
        ("safe adult", "بالغ"),
        ("Take It Down", "Take It Down"),
    ]
    assert 'An adult, "safe" & kind <b>.' in store.units[0].getnotes(origin="definition")


def test_letters_that_xml_cannot_hold_are_left_out() -> None:
    term = GlossaryTerm("x", "a\x00b\x1fc\ufffe", ("x",), {"ar": ApprovedForm("د", ("د",))})
    assert "abc" in ElementTree.tostring(ElementTree.fromstring(glossary_tbx((term,), "ar")), encoding="unicode")

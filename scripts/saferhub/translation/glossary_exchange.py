"""Write the glossary of a language for spreadsheets (CSV) and for translators' tools (TBX-Basic, ISO 30042)."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from xml.etree import ElementTree

from saferhub.model.glossary import ApprovedForm, GlossaryTerm, OtherForm, TermClass
from saferhub.model.locale import SOURCE_LOCALE

COLUMNS = (
    "term",
    "class",
    "definition",
    "English with care",
    "English to avoid",
    "say",
    "also accepted (* is any ending)",
    "with care",
    "avoid",
    "note",
    "status",
)
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # what spreadsheets may run as a formula
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
TBX_HEAD = b'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">\n'
TBX_STATUS = {
    TermClass.OK: "preferredTerm-admn-sts",
    TermClass.CARE: "admittedTerm-admn-sts",
    TermClass.AVOID: "deprecatedTerm-admn-sts",
}
EXPLAIN = "Needs care: explain it."
KEEP = "Do not translate this name."


def glossary_csv(terms: Iterable[GlossaryTerm], locale: str) -> bytes:
    """Return the glossary of a language as a table for spreadsheets.

    It begins with a byte-order mark: without one, Excel takes the letters of most languages for other ones.
    """
    file = io.StringIO()
    writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for term in terms:
        writer.writerow([_harmless(cell) for cell in _row(term, term.form_in(locale))])
    return file.getvalue().encode("utf-8-sig")


def _row(term: GlossaryTerm, form: ApprovedForm | None) -> tuple[str, ...]:
    english = (
        term.name,
        term.term_class.value,
        term.definition,
        _listed(term.others, TermClass.CARE),
        _listed(term.others, TermClass.AVOID),
    )
    if form is None:
        return (*english, "", "", "", "", "", "missing")
    accepted = form.accept if term.is_translated and term.find else ()
    return (
        *english,
        form.say,
        "; ".join(accepted),
        _listed(form.others, TermClass.CARE),
        _listed(form.others, TermClass.AVOID),
        form.note,
        "draft" if term.is_translated else "name: do not translate",
    )


def _listed(others: Iterable[OtherForm], term_class: TermClass) -> str:
    chosen = [other for other in others if other.term_class is term_class]
    return "; ".join(f"{other.say} ({other.why})" if other.why else other.say for other in chosen)


def glossary_note(term: GlossaryTerm, form: ApprovedForm) -> str:
    """Return what a translator needs to know of a term, in one line: what to say, and what rather not."""
    if not term.is_translated:
        return f"{term.name} is a name: do not translate it"
    care, avoid = (
        ", ".join(other.say for other in form.others if other.term_class is term_class)
        for term_class in (TermClass.CARE, TermClass.AVOID)
    )
    remarks = [
        "explain it" if form.term_class is TermClass.CARE else "",
        f"with care: {care}" if care else "",
        f"avoid: {avoid}" if avoid else "",
    ]
    said = "; ".join(filter(None, remarks))
    return f"{term.name} = {form.say}{f' ({said})' if said else ''}"


def _harmless(cell: str) -> str:
    """An apostrophe in front tells a spreadsheet that the cell is text and no formula."""
    return f"'{cell}" if cell.lstrip(" ").startswith(FORMULA) else cell


def glossary_tbx(terms: Iterable[GlossaryTerm], locale: str) -> bytes:
    """Return the glossary of a language as TBX-Basic, in the form of ISO 30042 that translators' tools read most.

    The form to write comes first and is preferred; words that need care are admitted, avoided words deprecated.
    """
    root = ElementTree.Element("martif", {"type": "TBX-Basic", LANGUAGE: SOURCE_LOCALE})
    header = ElementTree.SubElement(root, "martifHeader")
    description = ElementTree.SubElement(header, "fileDesc")
    _text(ElementTree.SubElement(ElementTree.SubElement(description, "titleStmt"), "title"), "SaferHub: glossary")
    told = (
        "Words that must be the same in every lesson. Forms are drafts until a first-language reader has judged them."
    )
    _text(ElementTree.SubElement(ElementTree.SubElement(description, "sourceDesc"), "p"), told)
    encoding = ElementTree.SubElement(header, "encodingDesc")
    _text(ElementTree.SubElement(encoding, "p", {"type": "XCSURI"}), "TBXXCSV02.xcs")
    body = ElementTree.SubElement(ElementTree.SubElement(root, "text"), "body")
    for term in terms:
        form = term.form_in(locale)
        if form is None:
            continue  # a concept without a word in this language would be an empty entry in a tool
        entry = ElementTree.SubElement(body, "termEntry", {"id": term.id})
        _text(ElementTree.SubElement(entry, "descrip", {"type": "definition"}), term.definition)
        remark = EXPLAIN if term.term_class is TermClass.CARE else ""
        _language(entry, SOURCE_LOCALE, term.name, remark if term.is_translated else KEEP, term.others)
        remark = EXPLAIN if form.term_class is TermClass.CARE else ""
        _language(entry, locale, form.say, " ".join(filter(None, (remark, form.note))), form.others)
    ElementTree.indent(root)
    return TBX_HEAD + ElementTree.tostring(root, encoding="unicode").encode() + b"\n"


def _language(entry: ElementTree.Element, locale: str, say: str, note: str, others: Iterable[OtherForm]) -> None:
    languages = ElementTree.SubElement(entry, "langSet", {LANGUAGE: locale})
    _word(languages, say, TermClass.OK, note)
    for other in others:
        _word(languages, other.say, other.term_class, other.why)


def _word(languages: ElementTree.Element, say: str, term_class: TermClass, note: str) -> None:
    tig = ElementTree.SubElement(languages, "tig")
    _text(ElementTree.SubElement(tig, "term"), say)
    _text(ElementTree.SubElement(tig, "termNote", {"type": "administrativeStatus"}), TBX_STATUS[term_class])
    if note:
        _text(ElementTree.SubElement(tig, "note"), note)


def _text(element: ElementTree.Element, words: str) -> None:
    """Set the words of an element, without letters that XML cannot hold."""
    element.text = NO_XML.sub("", words)

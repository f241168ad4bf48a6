"""Write the glossary of a language for spreadsheets (CSV) and for translators' tools (TBX-Basic, ISO 30042)."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from xml.etree import ElementTree

from saferhub.model.glossary import GlossaryTerm
from saferhub.model.locale import SOURCE_LOCALE

COLUMNS = ("term", "definition", "say", "also accepted (* is any ending)", "status")
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # what spreadsheets may run as a formula
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
TBX_HEAD = b'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">\n'


def glossary_csv(terms: Iterable[GlossaryTerm], locale: str) -> bytes:
    """Return the glossary of a language as a table for spreadsheets.

    It begins with a byte-order mark: without one, Excel takes the letters of most languages for other ones.
    """
    file = io.StringIO()
    writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for term in terms:
        form = term.forms.get(locale)
        row = (
            term_name(term),
            term.definition,
            form.say if form else "",
            "; ".join(form.accept) if form else "",
            "draft" if form else "missing",
        )
        writer.writerow([_harmless(cell) for cell in row])
    return file.getvalue().encode("utf-8-sig")


def term_name(term: GlossaryTerm) -> str:
    """Return a term as people write it."""
    return term.id.replace("-", " ")


def _harmless(cell: str) -> str:
    """An apostrophe in front tells a spreadsheet that the cell is text and no formula."""
    return f"'{cell}" if cell.lstrip(" ").startswith(FORMULA) else cell


def glossary_tbx(terms: Iterable[GlossaryTerm], locale: str) -> bytes:
    """Return the glossary of a language as TBX-Basic, in the form of ISO 30042 that translators' tools read most."""
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
        form = term.forms.get(locale)
        if form is None:
            continue  # a concept without a word in this language would be an empty entry in a tool
        entry = ElementTree.SubElement(body, "termEntry", {"id": term.id})
        _text(ElementTree.SubElement(entry, "descrip", {"type": "definition"}), term.definition)
        for language, words in ((SOURCE_LOCALE, term_name(term)), (locale, form.say)):
            languages = ElementTree.SubElement(entry, "langSet", {LANGUAGE: language})
            tig = ElementTree.SubElement(languages, "tig")
            _text(ElementTree.SubElement(tig, "term"), words)
    ElementTree.indent(root)
    return TBX_HEAD + ElementTree.tostring(root, encoding="unicode").encode() + b"\n"


def _text(element: ElementTree.Element, words: str) -> None:
    """Set the words of an element, without letters that XML cannot hold."""
    element.text = NO_XML.sub("", words)

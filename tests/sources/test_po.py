"""PO files as tools write them, and as accidents leave them."""

from __future__ import annotations

import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saferhub.sources.po import Entry, PoError, decoded, header_of, read_po
from saferhub.sources.po_writing import write_po

HEADER = {"Content-Type": "text/plain; charset=UTF-8", "Language": "ar"}
POEDIT = """# Comment of a translator
# Second line
msgid ""
msgstr ""
"X-Generator: Poedit 3.4\\n"
"Language: ar\\n"
"X-Poedit-Bookmarks: -1,2\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

# a note
#. from the program
#: file:1
#, fuzzy, c-format
#| msgid "old"
#| msgctxt "x"
msgctxt "name"
msgid ""
"long "
"text\\n"
"of \\"two\\" lines"
msgstr ""
"ab"
"c\\t\\\\"
#~ msgid "gone"
#~ msgstr "weg"

#~| msgid "older"
msgid "b"
msgstr "c"
msgid "d"
msgstr "e\\x41\\101"
"""


def test_everything_that_tools_write_is_read() -> None:
    header, first, second, third = read_po(POEDIT)
    assert header.is_header
    assert header_of([header])["x-generator"] == "Poedit 3.4"
    assert (first.context, first.source, first.target) == ("name", 'long text\nof "two" lines', "abc\t\\")
    assert first.is_fuzzy and first.extracted == ("from the program",) and first.comments == ("a note",)
    assert (second.source, second.target, third.target) == ("b", "c", "eAA")
    assert POEDIT.split("\n")[first.line - 1].startswith("msgctxt")


@pytest.mark.parametrize(
    ("data", "reason", "line"),
    [
        (b"", "empty", 1),
        (b" \n\n", "empty", 1),
        (b"\xde\x12\x04\x95\0\0\0\0", "compiled file", 1),
        (POEDIT.encode("utf-16"), "UTF-16", 1),
        (b"\x89PNG\r\n\x1a\n\0\0", "binary data", 3),
        (POEDIT.encode("cp1256", "replace").replace(b"ab", b"\xc8"), "not written in UTF-8", 22),
        (b'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=ISO-8859-6\\n"\n', "ISO-8859-6", 3),
    ],
)
def test_a_file_that_is_no_text_is_told(data: bytes, reason: str, line: int) -> None:
    with pytest.raises(PoError, match=reason) as caught:
        decoded(data)
    assert caught.value.line == line


@pytest.mark.parametrize(
    ("text", "reason", "line"),
    [
        ('msgid "a\nmsgstr "b"\n', "not closed", 1),
        ('msgid "a"\nmsgstr "b\n', "not closed", 2),
        ('msgid "a"\nmsgstr "b "c" d"\n', "quotation mark", 2),
        ('msgid "a"\nmsgstrr "b"\n', "not part of a PO file", 2),
        ("hello\n", "not part of a PO file", 1),
        ('"a"\n', "belongs to no entry", 1),
        ('msgstr "a"\n', "without `msgid`", 1),
        ('msgid "a"\n\nmsgid "b"\nmsgstr "c"\n', "stands twice", 3),
        ('msgid "a"\nmsgctxt "x"\n', "no `msgstr`", 1),
        ('msgid "a"\n', "no `msgstr`", 1),
        ('msgid "a"\nmsgstr "\\q"\n', "means nothing", 2),
        ('msgid "a"\nmsgstr "b" c\n', "not part of a PO file", 2),
    ],
)
def test_a_fault_of_writing_is_told_with_its_line(text: str, reason: str, line: int) -> None:
    with pytest.raises(PoError, match=reason) as caught:
        read_po(text)
    assert caught.value.line == line
    done = subprocess.run(["msgfmt", "-o", "/dev/null", "-"], input=text.encode(), capture_output=True, check=False)
    assert done.returncode != 0, "gettext reads it, so we should too"


def test_line_ends_and_byte_order_marks_do_not_matter() -> None:
    data = b"\xef\xbb\xbf" + POEDIT.replace("\n", "\r\n").encode()
    assert read_po(decoded(data)) == read_po(POEDIT)
    assert read_po(decoded(POEDIT.replace("\n", "\r").encode())) == read_po(POEDIT)


@settings(max_examples=200, deadline=None)
@given(
    texts=st.lists(
        st.tuples(
            st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters='\n\t\\"'), min_size=1),
            st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters='\n\t\\"')),
        ),
        max_size=5,
    )
)
def test_what_is_written_is_read_back(texts: list[tuple[str, str]]) -> None:
    entries = [Entry(source, target, f"n{number}") for number, (source, target) in enumerate(texts)]
    read = read_po(decoded(write_po(HEADER, ["two\nlines"], entries)))
    assert [(one.context, one.source, one.target) for one in read[1:]] == [
        (one.context, one.source, one.target) for one in entries
    ]


@settings(max_examples=200, deadline=None)
@given(data=st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)))
def test_no_bytes_at_all_make_a_traceback(data: bytes) -> None:
    try:
        read_po(decoded(data))
    except PoError as fault:
        assert fault.line >= 1 and fault.reason.endswith(".") and fault.hint.endswith(".")

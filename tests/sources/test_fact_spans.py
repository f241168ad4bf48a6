"""The words among the facts of a page: where they are written, and other words in their place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from saferhub.sources.documents import FRONT_MATTER
from saferhub.sources.fact_spans import fact_spans, with_facts
from saferhub.sources.fact_writing import scalar
from saferhub.sources.yaml_reader import read_yaml

PAGE = """---
# a comment that stays
title: "Spotting: scams"   # why it is called so
summary: >
  Words over
  two lines

# about materials
materials: |-
  paper: 1
  - pens
ages: [10, 12]
objectives:
  - name one
    thing
  - 'it''s the second'   # a comment
  - "third 😀
     goes on"
written: 2026-11-22
---

## Words {#good}

title: not this one
"""
FLOW = "---\n{title: عنوان, objectives: [a, 'b, c'], ages: [1]}\n---\nx\n"
BARE = "---\nages: [1, 2]\n---\nwords\n"
EMPTY = "---\ntitle:\nobjectives:\nmaterials: ~\n---\n"
INDENTLESS = "---\nobjectives:\n- a # c\n- |\n  b\n\n# end\nlicence: CC-BY-4.0\nsummary: |+\n  kept\n\n---\nwords\n"
PAGES = (PAGE, FLOW, BARE, EMPTY, INDENTLESS)
AWKWARD = [
    *(
        "a: b",
        "a #b",
        "#b",
        "- a",
        "-",
        "yes",
        "No",
        "null",
        "~",
        "12",
        "1e3",
        "0x1F",
        "12:30",
        "2026-11-22",
        "<<",
        "=",
    ),
    *("'", '"', 'it\'s "so"', "\\n", "[a]", "{a}", "a, b", "a]", "*a", "&a", "!a", "%a", "@a", "`a`", "|", ">", "? a"),
    *(
        "a:",
        ": a",
        "a ",
        " a",
        "",
        "\ufeffa",
        "\ufeff",
        "a\nb",
        "---",
        "...",
        "العربية",
        "😀 a",
        "a\tb",
        "\x07",
        "\x85",
    ),
    *("\u2028", "\u00a0a", "a\u200fb", "a\rb", "true: x", "key: - b", "y"),
]
VALUES = st.one_of(st.sampled_from(AWKWARD), st.text(st.characters(exclude_categories=["Cs"])))
KEYS = st.sampled_from(
    [
        ("title",),
        ("summary",),
        ("materials",),
        ("objectives", 0),
        ("objectives", 1),
        ("objectives", 2),
        ("objectives", 3),
    ]
)


def facts(page: str) -> dict[str, object]:
    match = FRONT_MATTER.match(page)
    assert match is not None
    read = read_yaml(match["facts"], "x")
    assert not read.problems
    return read.data if isinstance(read.data, dict) else {}


def test_where_the_values_are_written() -> None:
    written = {keys: (PAGE[span.start : span.end], span.value) for keys, span in fact_spans(PAGE).items()}
    assert written == {
        ("title",): ('"Spotting: scams"', "Spotting: scams"),
        ("summary",): (">\n  Words over\n  two lines", "Words over two lines\n"),
        ("materials",): ("|-\n  paper: 1\n  - pens", "paper: 1\n- pens"),
        ("objectives", 0): ("name one\n    thing", "name one thing"),
        ("objectives", 1): ("'it''s the second'", "it's the second"),
        ("objectives", 2): ('"third 😀\n     goes on"', "third 😀 goes on"),
    }


def test_only_what_is_asked_for_changes() -> None:
    changed = with_facts(PAGE, {("title",): "Titre", ("materials",): "papier: 1", ("objectives", 1): "deux"})
    expected = PAGE.replace('"Spotting: scams"', "Titre").replace("|-\n  paper: 1\n  - pens", '"papier: 1"')
    assert changed == expected.replace("'it''s the second'", "deux")


@pytest.mark.parametrize("page", PAGES)
def test_the_same_words_leave_every_byte(page: str) -> None:
    same = {keys: span.value for keys, span in fact_spans(page).items() if span.is_text}
    assert with_facts(page, same) == page


def test_facts_that_are_not_there_are_added() -> None:
    values = {("objectives", 0): "a", ("objectives", 1): "b: c", ("title",): "T", ("materials",): "#m"}
    added = 'title: T\nmaterials: "#m"\nobjectives:\n  - a\n  - "b: c"\n'
    assert with_facts(BARE, values) == BARE.replace("2]\n", f"2]\n{added}")


def test_items_are_added_in_the_style_of_their_list() -> None:
    assert with_facts(PAGE, {("objectives", 3): "four"}) == PAGE.replace('on"\n', 'on"\n  - four\n')
    assert with_facts(INDENTLESS, {("objectives", 2): "c"}) == INDENTLESS.replace("  b\n", "  b\n- c\n")
    assert with_facts(FLOW, {("objectives", 2): "c, d"}) == FLOW.replace("'b, c'", "'b, c', \"c, d\"")
    assert with_facts(EMPTY, {("objectives", 0): "c"}) == EMPTY.replace("objectives:\n", "objectives:\n  - c\n")


@settings(max_examples=600, deadline=None)
@given(st.sampled_from(PAGES), st.dictionaries(KEYS, VALUES, max_size=5))
@example(PAGE, {("objectives", 3): "\ufeff- yes"})
def test_new_words_are_read_back_as_they_were_given(page: str, values: dict[tuple[str | int, ...], str]) -> None:
    expected = facts(page)
    for keys, value in sorted(values.items(), key=str):
        if len(keys) == 1:
            expected[str(keys[0])] = value
            continue
        items = expected.get("objectives")
        items = list(items) if isinstance(items, list) else []
        items[int(keys[1]) : int(keys[1]) + 1] = [value]
        expected["objectives"] = items
    changed = with_facts(page, values)
    assert facts(changed) == expected
    assert changed[changed.index("\n---") :].endswith(page[page.index("\n---") :])
    if values.keys() <= fact_spans(changed).keys():  # an item behind the end of a list was given the next free place
        assert with_facts(changed, values) == changed


@settings(max_examples=500, deadline=None)
@given(VALUES, st.booleans())
def test_a_value_has_one_line(value: str, in_flow: bool) -> None:
    assert len(scalar(value, in_flow=in_flow).splitlines()) == 1


@pytest.mark.parametrize(("value", "written"), [("two words", "two words"), ("yes", '"yes"'), ('a: "b"', "'a: \"b\"'")])
def test_a_value_is_written_simply(value: str, written: str) -> None:
    assert scalar(value) == written


@pytest.mark.parametrize(
    "page",
    [
        "",
        "no facts\n",
        "---\ntitle: [\n---\n",
        "---\n- a\n---\n",
        "---\ntitle: a\ntitle: b\n---\n",
        "---\ntitle: !!int x\n---\n",
        "---\ntitle: \x00\n---\n",
        "---\ntitle: a\n",
        "---\r\ntitle: a\r\n---\r\n",
        "---\n" + "[" * 5000 + "\n---\n",
    ],
)
def test_facts_that_cannot_be_read_stay_as_they_are(page: str) -> None:
    assert fact_spans(page) == {}
    assert with_facts(page, {("title",): "b"}) == page


@pytest.mark.parametrize("page", ["---\ntitle: &a x\nsummary: *a\n---\n", "---\ntitle: [a]\nsummary: b\n---\n"])
def test_what_cannot_be_changed_alone_is_not_changed(page: str) -> None:
    assert with_facts(page, {("title",): "b"}) == page


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from([*PAGE.split("\n"), "x: &a", "- *a", "title: |2-", "? a", "...", "--- x", "\t"])))
def test_any_facts_never_raise(lines: list[str]) -> None:
    page = "\n".join(["---", *lines])
    changed = with_facts(page, {("title",): "new: words", ("objectives", 1): "- b"})
    for keys, span in fact_spans(page).items():
        assert 0 < span.start <= span.end <= len(page), keys
    if changed != page:
        assert fact_spans(changed)["title",].value == "new: words"


def test_every_page_of_the_project_can_be_changed_and_changed_back(root: Path) -> None:
    for path in sorted((root / "docs").rglob("*.md")):
        page = path.read_text(encoding="utf-8")
        spans = fact_spans(page)
        values = {keys: f"{span.value}: changed" for keys, span in spans.items()}
        changed = with_facts(page, values)
        assert {keys: span.value for keys, span in fact_spans(changed).items()} == values
        old = {keys: span.value for keys, span in spans.items()}
        assert {keys: span.value for keys, span in fact_spans(with_facts(changed, old)).items()} == old

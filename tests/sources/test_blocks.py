"""The splitter: what it finds, that it keeps every character, and that the site renders the same blocks."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saferhub.model.lesson import BlockKind
from saferhub.model.library import Library
from saferhub.model.quiz import quizzes
from saferhub.sources.blocks import split
from saferhub.sources.inline import plain

HARD = """## Heading *with* marks {#good minutes=5}

A paragraph
over two lines.

- one
- two with `code`
    - nested
    1. mixed

    a second paragraph of two

1. first
2. [ ] task

> A quote
> over two lines.

| a \\| b | c |
| :-- | --: |
| `x|y` and more | |

//// handout | Title | with a bar

/// cards
- card
///
////

![Alt text](../a.svg){: width=10 }

Term
:   Meaning

A note[^1].

[^1]: The footnote.

```yaml
- not a list
/// not a block
```

Last words {: lang=fr }
"""


def texts(kind: BlockKind, source: str = HARD) -> list[str]:
    return [block.text for block in split(source, "x")[0].blocks if block.kind is kind]


def test_blocks_of_the_hard_page() -> None:
    assert texts(BlockKind.HEADING) == ["Heading *with* marks"]
    assert texts(BlockKind.LIST_ITEM) == ["one", "two with `code`", "nested", "mixed", "first", "task", "card"]
    assert "A quote\n> over two lines." in texts(BlockKind.PARAGRAPH)
    assert "a second paragraph of two" in texts(BlockKind.PARAGRAPH)
    assert texts(BlockKind.CONTAINER_TITLE) == ["Title | with a bar"]
    assert texts(BlockKind.IMAGE) == ["Alt text"]
    assert texts(BlockKind.DEFINITION) == ["Meaning"]
    assert texts(BlockKind.FOOTNOTE) == ["The footnote."]
    assert "a \\| b" in texts(BlockKind.TABLE_CELL)


def test_headings_carry_their_role_and_minutes() -> None:
    section = split(HARD, "x")[0].sections[0]
    assert (section.id, section.minutes, section.line) == ("good", 5, 1)


def rebuilt(source: str) -> str:
    """Put the page together again from its blocks and what lies between them."""
    parts, position = [], 0
    for block in split(source, "x")[0].blocks:
        if block.kind is BlockKind.CODE:
            continue
        assert block.start >= position, "blocks do not overlap"
        assert source[block.start : block.end] == block.text
        parts += [source[position : block.start], block.text]
        position = block.end
    return "".join([*parts, source[position:]])


def test_every_page_of_the_project_is_kept_to_the_byte(real_library: Library) -> None:
    pages = [*real_library.documents, *real_library.translations.values()]
    assert len(pages) > 60
    for page in pages:
        assert rebuilt(page.body.text) == page.body.text, page.path


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from([*HARD.split("\n"), "", "    ", "/// help | talk", "///", "> ", "|", "- ", "# ", "م نص", "😀"])
    )
)
def test_any_order_of_lines_is_kept_to_the_byte(lines: list[str]) -> None:
    source = "\n".join(lines)
    assert rebuilt(source) == source


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_any_text_is_kept_to_the_byte(source: str) -> None:
    source = source.replace("\r", "")
    assert rebuilt(source) == source


class _Words(HTMLParser):
    """All words of a rendered page, in order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words += re.findall(r"\w+", data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "img":
            self.words += re.findall(r"\w+", dict(attrs).get("alt") or "")


def test_the_site_renders_the_blocks_that_the_checks_read(real_library: Library) -> None:
    """Word for word: what the checks read of a lesson is what Python-Markdown puts on the page."""
    extensions = ["attr_list", "tables", "footnotes", "def_list", "saferhub.render.containers"]
    for lesson in real_library.lessons:
        parser = _Words()
        parser.feed(markdown.markdown(lesson.body.text, extensions=extensions))
        read = [word for block in lesson.body.blocks for word in re.findall(r"\w+", plain(block.text))]
        assert read == parser.words, lesson.path


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("/// quiz\nx\n", 1),
        ("x\n\n///\n", 3),
        ("//// handout | a\n\n/// cards\n- x\n////\n", 3),
    ],
)
def test_blocks_that_are_not_closed(source: str, line: int) -> None:
    _, problems = split(source, "x.md")
    assert [(problem.rule, problem.place.line) for problem in problems] == [("unclosed-block", line)]


def test_quizzes_of_a_lesson(real_library: Library) -> None:
    lesson = real_library.lesson("group-chats-that-work")
    assert lesson is not None
    first = quizzes(lesson.body)[0]
    assert first.question == "Which is a fair rule for a group chat?"
    assert [option.right for option in first.options] == [False, True]
    assert all(option.feedback for option in first.options)

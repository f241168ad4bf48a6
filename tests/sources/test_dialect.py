"""The whole Markdown dialect: a page of hard cases, the same words as the renderer, and random pages and edits."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hard_cases import GOLDEN, PAGE, PAGES, blocks_of, listed, rebuilt
from saferhub.model.lesson import BlockKind
from saferhub.sources.blocks import split
from saferhub.sources.documents import FRONT_MATTER, loose_document
from saferhub.sources.inline import plain

EXTENSIONS = ["attr_list", "tables", "footnotes", "def_list", "abbr", "admonition"] + [
    f"pymdownx.{name}" for name in ("superfences", "details", "tabbed", "tasklist", "snippets")
]
WORDLESS = (BlockKind.CODE, BlockKind.HTML)
LINES = st.sampled_from(
    [*PAGE.split("\n"), "", "    ", "> ", "|", "/// help | talk", "///", "=== ", "!!!", "[^1]:", ":   "]
)
FOOTNOTE_MARK = re.compile(r"\[\^\w+\]")
PICTURE = re.compile(r"!\[([^\]]*)\]")
EDITED = "changed words 😀 تغيير"


def test_the_blocks_of_the_hard_page() -> None:
    assert listed(blocks_of(PAGE)) == GOLDEN


def test_the_hard_page_is_kept_to_the_byte() -> None:
    assert rebuilt(PAGE) == PAGE


def test_every_page_of_every_folder_is_kept_to_the_byte(root: Path) -> None:
    pages = [path for folder in ("docs", "translations", "tests/hub") for path in (root / folder).rglob("*.md")]
    assert len(pages) > 150
    for path in pages:
        document = loose_document(path.read_text(encoding="utf-8"), path.name, "en")
        assert rebuilt(document.body.text) == document.body.text, path


class _Rendered(HTMLParser):
    """The words of a rendered page that are translated: no code examples, no numbers of footnotes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: Counter[str] = Counter()
        self.skipped = 0

    def handle_data(self, data: str) -> None:
        if not self.skipped:
            self.words.update(re.findall(r"\w+", data))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.skipped += tag in ("pre", "sup")
        name = {"img": "alt", "abbr": "title"}.get(tag, "")
        self.words.update(re.findall(r"\w+", dict(attrs).get(name) or ""))

    def handle_endtag(self, tag: str) -> None:
        self.skipped -= tag in ("pre", "sup")


def _render(text: str) -> Counter[str]:
    parser = _Rendered()
    options = {"pymdownx.snippets": {"check_paths": False, "base_path": ["/nonexistent"]}}
    parser.feed(
        markdown.markdown(text, extensions=[*EXTENSIONS, "saferhub.render.containers"], extension_configs=options)
    )
    return parser.words


def test_the_renderer_shows_the_words_of_the_hard_page() -> None:
    words = [FOOTNOTE_MARK.sub("", block.text) for block in blocks_of(PAGE) if block.kind not in WORDLESS]
    shown = [plain(text) for text in words] + [alt for text in words for alt in PICTURE.findall(text)]
    read = Counter(word for text in shown for word in re.findall(r"\w+", text))
    made = Counter({"Danger": 1})  # the renderer makes a title for a note that has none
    assert _render(PAGE) == read + made


@pytest.mark.parametrize(
    ("source", "rule", "line"),
    [
        ('words\n\n--8<-- "secret.md"\n', "unknown-block", 3),
        ("--8<--\nwords\n--8<--\n", "unknown-block", 1),
        ("> /// cards\n> - words\n> ///\n", "unknown-block", 1),
        ("> ```\n> code\n\nwords\n", "unclosed-block", 1),
        ("- a\n\n    ```\nwords\n    ```\n", "unclosed-block", 3),
        ("!!! note\n    /// cards\n    - a\n\nwords\n", "unclosed-block", 2),
    ],
)
def test_what_would_hide_words_is_a_problem(source: str, rule: str, line: int) -> None:
    _, problems = split(source, "x.md")
    assert (rule, line) in [(problem.rule, problem.place.line) for problem in problems]


@pytest.mark.parametrize(
    "source",
    [
        "> ```\n> code\n\nwords\n",
        "- a\n\n    ```\nwords\n",
        "--8<--\nwords\n",
        "<!--\nwords\n",
        '> --8<-- "a"\nwords\n',
        "```js\nx\n```\nwords\n",
    ],
)
def test_words_that_the_renderer_shows_are_never_hidden(source: str) -> None:
    assert "words" in [block.text.split("\n")[-1] for block in blocks_of(source)]


def test_indented_containers_end_where_their_lines_end() -> None:
    body, problems = split('x\n\n!!! note "A"\n    a\n\n    ??? tip\n        b\n\n\ny\n\n=== "C"\n    c\n', "x.md")
    assert [(part.name, part.line, part.last_line) for part in body.containers] == [
        ("!!! note", 3, 7),
        ("??? tip", 6, 7),
        ("===", 12, 13),
    ]
    assert not problems


def test_a_heading_in_a_quote_or_an_item_begins_no_section() -> None:
    body, _ = split("## A {#a}\n\n> ## B {#b}\n\n- x\n\n    ## C\n\nwords\n", "x.md")
    assert [part.id for part in body.sections] == ["a"]
    assert body.blocks[-1].section == "a"


def test_the_shape_of_a_task_tells_whether_it_is_done() -> None:
    shapes = [block.shape[2] for block in blocks_of("1. [ ] a\n2. [x] b\n3. c\n\n- [x] d\n")]
    assert shapes == ["1. [ ]", "1. [x]", "1.", "- [x]"]


@settings(max_examples=300, deadline=None)
@given(PAGES)
def test_random_pages_are_kept_to_the_byte(page: str) -> None:
    assert rebuilt(page) == page


@settings(max_examples=300, deadline=None)
@given(PAGES, st.data())
def test_pages_with_lines_deleted_inserted_or_replaced_are_kept_to_the_byte(page: str, data: st.DataObject) -> None:
    lines = page.split("\n")
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(lines)))
        lines[place : place + data.draw(st.integers(0, 1))] = data.draw(st.lists(LINES, max_size=2))
    edited = "\n".join(lines)
    assert rebuilt(edited) == edited


@settings(max_examples=300, deadline=None)
@given(PAGES, st.data())
def test_new_words_in_one_block_change_that_block_and_no_other(page: str, data: st.DataObject) -> None:
    _edit_one(page, data.draw(st.integers(0, 1000)))


def test_new_words_in_any_block_of_the_hard_page_change_no_other() -> None:
    for number in range(len(blocks_of(PAGE))):
        _edit_one(PAGE, number)


def _edit_one(page: str, number: int) -> None:
    before = [block for block in blocks_of(page) if block.kind not in WORDLESS]
    if not before:
        return
    number %= len(before)
    chosen = before[number]
    after = [
        block for block in blocks_of(page[: chosen.start] + EDITED + page[chosen.end :]) if block.kind not in WORDLESS
    ]
    texts = [block.text for block in before]
    texts[number] = EDITED
    assert [block.text for block in after] == texts
    assert [block.shape for block in after] == [block.shape for block in before]
    gaps = [page[one.end : other.start] for one, other in pairwise(before)]
    assert gaps == [
        (page[: chosen.start] + EDITED + page[chosen.end :])[one.end : other.start] for one, other in pairwise(after)
    ]


def test_the_facts_at_the_top_are_no_blocks() -> None:
    page = "---\ntitle: A\nsummary: |\n  - b\n---\n\nwords\n"
    assert FRONT_MATTER.match(page)
    assert [block.text for block in loose_document(page, "x.md", "en").body.blocks] == ["words"]

"""Pages made of random constructs of the Markdown dialect, and what a test may ask of any page."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

from saferhub.model.lesson import Block, BlockKind
from saferhub.sources.blocks import split

FOLDER = Path(__file__).resolve().parent / "sources"
PAGE = (FOLDER / "hard-cases.md").read_text(encoding="utf-8")
GOLDEN = (FOLDER / "hard-cases.blocks.txt").read_text(encoding="utf-8")
WORDS = st.lists(
    st.sampled_from(
        ["word", "Ünïcode", "**bold**", "`code`", "[link](a.md)", "العربية", "😀", "x_y", "3.5", "a:b", "&"]
    ),
    min_size=1,
    max_size=5,
).map(lambda words: "w " + " ".join(words))
OPENERS = ("!!! note", '!!! warning inline end "W"', "??? tip", '???+ tip "W"', '=== "W"', "- W", "1. W", "- [ ] W")


def _indented(text: str, by: str) -> str:
    return "\n".join(by + line if line else line for line in text.split("\n"))


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


LEAVES = st.one_of(
    WORDS,
    st.tuples(WORDS, WORDS).map("\n".join),
    WORDS.map("## {} {{#id minutes=5}}".format),
    WORDS.map("{}\n{{: .box }}".format),
    st.tuples(WORDS, WORDS).map(lambda cells: f"| {cells[0]} | {cells[1]} |\n| --- | :-: |\n| {cells[1]} | |"),
    st.tuples(WORDS, WORDS).map(lambda pair: f"{pair[0]}\n:   {pair[1]}\n\n    {pair[0]}"),
    WORDS.map("[^1]: {}".format),
    WORDS.map("[^2]:\n    {}".format),
    WORDS.map("*[HTML]: {}".format),
    WORDS.map(lambda words: f"![{words.replace('[link](a.md)', 'x')}](a.svg)"),
    WORDS.map("```\n{}\n```".format),
    WORDS.map("<!-- {} -->".format),
    WORDS.map("<!--\n{}\n\n-->".format),
    st.sampled_from(["---", "* * *", '--8<-- "a.md"', "--8<--\na.md\n--8<--", "<br>", "-", "[r]: https://x.org"]),
)
CONSTRUCTS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        inner.filter(lambda text: "///" not in text).map(_quoted),
        st.tuples(st.sampled_from(OPENERS), WORDS, inner).map(
            lambda parts: f"{parts[0].replace('W', parts[1].replace('`', ''))}\n\n{_indented(parts[2], '    ')}"
        ),
        inner.map("/// handout | Title\n{}\n///".format),
        st.tuples(inner, inner).map("\n\n".join),
    ),
    max_leaves=6,
)
PAGES = st.lists(CONSTRUCTS, max_size=6).map("\n\n".join)


def blocks_of(text: str) -> tuple[Block, ...]:
    """Split a page and look whether its blocks are in order, apart from each other, and at their offsets."""
    blocks = split(text, "x.md")[0].blocks
    position = 0
    for block in blocks:
        assert position <= block.start <= block.end <= len(text), block
        if block.kind is not BlockKind.CODE:
            assert text[block.start : block.end] == block.text, block
            assert block.line == 1 + text.count("\n", 0, block.start)
        position = block.end
    return blocks


def rebuilt(text: str) -> str:
    """Put the page together again from its blocks and what lies between them."""
    parts, position = [], 0
    for block in blocks_of(text):
        if block.kind is not BlockKind.CODE:
            parts += [text[position : block.start], block.text]
            position = block.end
    return "".join([*parts, text[position:]])


def listed(blocks: tuple[Block, ...]) -> str:
    """Write blocks for people to read: what each is and where it stands, and its words with a bar before each line."""
    parts = []
    for block in blocks:
        kind, around, marker = block.shape
        parts.append(" ".join([kind, marker, *(f"in <{name}>" for name in around)]).replace("  ", " ").strip())
        parts += [f"    |{line}" for line in block.text.split("\n") if block.kind is not BlockKind.CODE]
    return "\n".join(parts) + "\n"

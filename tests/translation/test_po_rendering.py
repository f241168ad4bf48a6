"""Whatever a translator writes: the generator makes the same elements and links of an imported page as of its source."""

from __future__ import annotations

import dataclasses
import random
import re

import markdown

from po_pages import Page, after, entries, page_of, worked_on
from saferhub.model.library import Library

EXTENSIONS = ["attr_list", "tables", "footnotes", "def_list", "abbr", "toc", "pymdownx.superfences"]
SIGNS = [
    "كلمة", "mot", "1", "٢", "**", "*", "_", "__", "`", "`x`", "[", "]", "](", "(", ")", "{", "}", "\n", "\\\n", "  \n", "- ",
    "1. ", "1) ", "+ ", "* ", "# ", "> ", "///", "/// quiz", "|", "\\|", "\\", ":", ": ", "---", "- - -", "***", "===", "!!! x",
    "???", "```", "~~~", "    ", "\t", "[^1]: ", "*[x]: ", "[x]: y", "[x]", "&amp;", "\u00a0", "\u200f", '"', "'", "--8<--", "==x==",
]  # fmt: skip
PAGES = 120
MARKS = frozenset({"em", "strong", "br"})


def outline(text: str) -> list[str]:
    """The elements of a page in their order, without stress and line breaks, and where its links lead."""
    html = markdown.markdown(text, extensions=[*EXTENSIONS, "saferhub.render.containers"])
    elements = [name for name in re.findall(r"</?(\w+)", html) if name not in MARKS]
    return elements + re.findall(r'(?:href|src)="([^"]*)"', html)


def test_an_outline_tells_pages_apart() -> None:
    assert outline("a") != outline("- a")
    assert outline("[a](b)") != outline("[a](c)")
    assert outline("**a**") == outline("a")


def test_no_wording_changes_the_outline_of_a_page(real_library: Library) -> None:
    dice = random.Random(20261122)
    pages = [page_of(real_library, lesson.document.id, "xx") for lesson in real_library.lessons]
    taken = 0
    for _ in range(PAGES):
        page = dice.choice(pages)
        po = page.export()
        names = [(one.context, one.source) for one in entries(po) if one.source]
        texts = {name: "".join(dice.choices(SIGNS, k=dice.randint(1, 4))) + " كلمة" for name in dice.sample(names, 12)}
        result = page.take(
            worked_on(
                po, lambda one, texts=texts: dataclasses.replace(one, target=texts.get((one.context, one.source), ""))
            )
        )
        taken += result.taken
        if result.text is not None:
            assert outline(body(after(page, result))) == outline(page.source.body.text), texts
    assert taken > 200


def body(page: Page) -> str:
    assert page.target is not None
    return page.target.body.text

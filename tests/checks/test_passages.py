"""What the checks read is what readers see, and every letter of it has its place in the file."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saferhub.checks.passages import Page, Scope
from saferhub.model.library import Library
from saferhub.sources.documents import loose_document
from saferhub.sources.inline import plain
from saferhub.sources.visible import visible

LESSON = """---
title: "A *plain* title"
summary: >-
  Two lines
  of summary.
objectives:
  - Name one.
---

## Do not say {#good}

Avoid:

- You are lost.

Say:

> Come *bonjour tout le monde*{: lang=fr } in.

| Wrong | Right |
| --- | --- |
| a **b** | [c](d.md "t")[^1] |

/// quiz
Why?

- [x] Because `x` &amp; y.
///

Last words.
{: lang=es }

[^1]: A note \\* here.
"""


def passages(text: str) -> list[tuple[str, Scope, str]]:
    return [(part.text, part.scope, part.locale) for part in Page(loose_document(text, "x.md", "en")).passages]


def test_every_kind_of_passage() -> None:
    found = passages(LESSON)
    assert ("A *plain* title", Scope.FACT, "en") in found
    assert ("Two lines of summary.", Scope.FACT, "en") in found
    assert ("Name one.", Scope.FACT, "en") in found
    assert ("Do not say", Scope.HEADING, "en") in found
    assert ("You are lost.", Scope.LIST_ITEM, "en") in found
    assert ("bonjour tout le monde", Scope.QUOTE, "fr") in found
    assert ("a b", Scope.TABLE_CELL, "en") in found
    assert ("c", Scope.TABLE_CELL, "en") in found
    assert ("Because x & y.", Scope.QUIZ_OPTION, "en") in found
    assert ("Last words.", Scope.PARAGRAPH, "es") in found
    assert ("A note * here.", Scope.FOOTNOTE, "en") in found


def test_a_list_knows_the_line_that_announces_it() -> None:
    by_text = {part.text: part for part in Page(loose_document(LESSON, "x.md", "en")).passages}
    assert by_text["You are lost."].intro == "Avoid:"
    assert by_text["Last words."].intro == ""


@pytest.mark.parametrize("kind", ["documents", "translations"])
def test_every_letter_stands_where_it_says(real_library: Library, kind: str) -> None:
    pages = real_library.documents if kind == "documents" else tuple(real_library.translations.values())
    letters = 0
    for document in pages:
        for passage in Page(document).passages:
            for index, letter in enumerate(passage.text):
                if letter.isalnum():
                    letters += 1
                    assert document.source[passage.offset(index)] == letter, (document.path, passage.text)
    assert letters > 20_000


def test_the_words_are_those_that_a_markdown_parser_shows(real_library: Library) -> None:
    """An independent parser reads every block of the project: the same words come out."""

    def words(text: str) -> list[str]:
        return re.findall(r"\w+", text)

    for document in [*real_library.documents, *real_library.translations.values()]:
        for block in document.body.blocks:
            if "{" in block.text or block.kind.value in ("code", "html"):
                continue
            seen = visible(block.text)
            shown = re.sub(r"\[\^[^\]]+\]", "", plain(re.sub(r"\n[ \t>]*", "\n", block.text)))
            assert words(seen.text) == words(shown), document.path


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "*",
                "**",
                "_",
                "[",
                "]",
                "(",
                ")",
                "a b",
                "`",
                "\\",
                "!",
                "<",
                ">",
                "{: lang=ar }",
                "\n",
                "م",
                "&amp;",
                "[^1]",
            ]
        )
    )
)
def test_any_marks_keep_their_places(parts: list[str]) -> None:
    text = "".join(parts)
    seen = visible(text)
    for index, letter in enumerate(seen.text):
        place = seen.offset(index)
        assert 0 <= place < max(len(text), 1)
        if letter in "abم":
            assert text[place] == letter or "&" in text

"""Look inside a run of words: links, pictures and HTML, found by a real Markdown parser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_PARSER = MarkdownIt("commonmark", {"html": True})


@lru_cache(maxsize=20_000)
def _tokens(text: str) -> tuple[Token, ...]:
    found: list[Token] = []
    for token in _PARSER.parseInline(text):
        found.extend(token.children or [])
    return tuple(found)


def links(text: str) -> Iterator[str]:
    """List the targets of all links in a run of words."""
    for token in _tokens(text):
        if token.type == "link_open":
            yield str(token.attrs["href"])


def pictures(text: str) -> Iterator[str]:
    """List the files of all pictures in a run of words."""
    for token in _tokens(text):
        if token.type == "image":
            yield str(token.attrs["src"])


def html(text: str) -> Iterator[str]:
    """List the HTML in a run of words; comments do not count."""
    for token in _tokens(text):
        if token.type == "html_inline" and not COMMENT.fullmatch(token.content.strip()):
            yield token.content


def plain(text: str) -> str:
    """Return only the words that a reader sees, without marks, addresses and attribute lists."""
    words = "".join(
        token.content
        if token.type in ("text", "code_inline")
        else " "
        if token.type in ("softbreak", "hardbreak")
        else ""
        for token in _tokens(text)
    )
    return re.sub(r"\{:[^{}]*\}", "", words)

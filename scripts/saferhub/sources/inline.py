"""Look inside a run of words: links, pictures and HTML, found by a real Markdown parser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

COMMENT = re.compile(r"<!--(?:(?!--!?>).)*-->", re.DOTALL)
CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
TAG = re.compile(r"<[A-Za-z/!?][^>\n]*>?")
_PARSER = MarkdownIt("commonmark", {"html": True})
_PARSER.validateLink = lambda url: True  # type: ignore[method-assign]  # a bad address must be seen to be refused


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
    """List everything in a run of words that looks like HTML; comments and code do not count.

    This is stricter than any parser on purpose: parsers differ in what they take for HTML.
    """
    for match in TAG.finditer(COMMENT.sub("", CODE.sub("", text))):
        yield match[0]


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

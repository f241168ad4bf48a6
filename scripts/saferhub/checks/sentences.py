"""Where sentences begin and end in a folded text."""

from __future__ import annotations

import re
from collections.abc import Iterator

END = re.compile(r"[.!?…؟۔։।]+[\"»”'’)\]*]*(?=\s|\Z)|[。！？…]+[”」』）\"]*|\n")
LAST_WORD = re.compile(r"[\w.]+\Z")


def sentences(text: str, abbreviations: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Return the span of each sentence. A full stop after an abbreviation or a single letter ends nothing."""
    start = 0
    for match in END.finditer(text):
        if text[match.start()] == "." and match.end() < len(text):
            word = LAST_WORD.search(text[max(start, match.start() - 12) : match.start()])
            if word and (
                word[0] in abbreviations or (len(word[0]) == 1 and not word[0].isdigit() and word[0].isalpha())
            ):
                continue
        span = _trim(text, start, match.end())
        if span:
            yield span
        start = match.end()
    span = _trim(text, start, len(text))
    if span:
        yield span


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None

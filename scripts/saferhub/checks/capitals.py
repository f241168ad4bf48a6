"""Find words in capital letters, which many people find hard to read and all read as shouting."""

from __future__ import annotations

import re
from collections.abc import Iterator

LOUD = re.compile(r"[A-ZÀ-ÞĀ-ſА-ЯЁԱ-ՖΑ-Ω][ ]?[A-ZÀ-ÞĀ-ſА-ЯЁԱ-ՖΑ-Ω]")  # most passages hold none and are done


def shouted(text: str, least: int = 2) -> Iterator[tuple[int, int]]:
    """Return the spans of at least so many words in a row that are in capitals; abbreviations alone are none."""
    start = end = -1
    words: list[str] = []
    for match in re.finditer(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", text):
        loud = len(match[0]) > 1 and match[0].isupper()
        if loud and (start < 0 or not text[end : match.start()].strip(" ,!'\"’-")):
            start = match.start() if start < 0 else start
            end = match.end()
            words.append(match[0])
            continue
        if _is_loud(words, least):
            yield start, end
        start, end, words = (match.start(), match.end(), [match[0]]) if loud else (-1, -1, [])
    if _is_loud(words, least):
        yield start, end


def _is_loud(words: list[str], least: int) -> bool:
    return len(words) >= least and max(map(len, words)) > 3

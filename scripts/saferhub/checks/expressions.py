"""Turn patterns of words into regular expressions on folded text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from saferhub.checks.patterns import START, Choice, Gap, PatternError, Raw, Row, Spelling, Word

BETWEEN = r"(?:[ ,،\"“”«»„()–—¿¡]+|(?<='))"
ACROSS = r"(?:[ ,،\"“”«»„()–—¿¡.!?…؟:;]+|(?<='))"
WORD = r"[\w'%@#&/’+-]+"


def expression(row: Row, spelling: Spelling, across: bool = False) -> re.Pattern[str]:
    """Turn a pattern into a regular expression on folded text. `across` lets gaps pass the end of a sentence."""
    try:
        return re.compile(_source(row, spelling, across))
    except re.error as error:
        raise PatternError(f"the regular expression cannot be read: {error}") from error


def _source(row: Row, spelling: Spelling, across: bool) -> str:
    between = BETWEEN if spelling.spaced else ""
    if across and spelling.spaced:
        between = ACROSS
    parts: list[str] = []
    leads = True  # whether nothing stands before the next part
    for item in row:
        source = _part(item.part, spelling, across, between)
        if isinstance(item.part, Raw):
            source = f"(?:{source})" if item.part.is_glued or leads else f"(?:{between}{source})"
            leads = item.part.source.startswith(START)
        elif isinstance(item.part, Gap):
            if leads and spelling.spaced:
                source = f"(?:{WORD}{between}){{0,{item.part.most}}}?"
        elif leads:
            source = f"(?:{source}{between})" if item.optional else source
            leads = item.optional
        elif isinstance(item.part, Choice) and (glued := [row for row in item.part.rows if _begins_glued(row)]):
            # An end of the sentence or a colon follows a word at once; the other rows of the choice follow a space.
            others = Choice(tuple(row for row in item.part.rows if row not in glued))
            sources = [_source(row, spelling, across) for row in glued]
            if others.rows:
                sources.append(f"{between}{_part(others, spelling, across, between)}")
            source = f"(?:{'|'.join(sources)})"
        else:
            source = f"(?:{between}{source})"
        parts.append(f"{source}?" if item.optional else source)
    return "".join(parts)


def _begins_glued(row: Row) -> bool:
    return isinstance(row[0].part, Raw) and row[0].part.is_glued


@lru_cache(maxsize=100_000)
def _part(part: Word | Choice | Gap | Raw, spelling: Spelling, across: bool, between: str) -> str:
    if isinstance(part, Raw):
        return part.source
    if isinstance(part, Gap):
        if spelling.spaced:
            return f"(?:{between}{WORD}){{0,{part.most}}}?"
        return f"[^。！？!?；\\n]{{0,{part.most}}}?" if not across else f"[^\\n]{{0,{part.most}}}?"
    if isinstance(part, Choice):
        single = [row[0].part for row in part.rows if len(row) == 1 and isinstance(row[0].part, Word)]
        longer = [row for row in part.rows if len(row) > 1 or not isinstance(row[0].part, Word)]
        sources = [_source(row, spelling, across) for row in longer] + _words(single, spelling)
        return "(?:" + "|".join(dict.fromkeys(sources)) + ")"
    return "|".join(_words([part], spelling))


def _words(words: Sequence[Word], spelling: Spelling) -> list[str]:
    """Put single words of a choice together, so that what surrounds them stands once and not with each of them."""
    if not spelling.spaced:
        return [_letters(word) for word in words]
    sources = []
    for bare in (False, True):
        tied = f"(?:{spelling.tied})?" if spelling.tied and not bare else ""
        chosen = [word for word in words if word.bare is bare]
        endings = {
            r"(?!\w)": [word for word in chosen if not word.open and not word.text.endswith("'")],
            r"\w*": [word for word in chosen if word.open and not word.text.endswith("'")],
            "": [word for word in chosen if word.text.endswith("'")],
        }
        for ending, group in endings.items():
            if group:
                letters = "|".join(dict.fromkeys(map(_letters, sorted(group, key=lambda word: -len(word.text)))))
                sources.append(
                    rf"(?<!\w){tied}(?:{letters}){ending}" if "|" in letters else rf"(?<!\w){tied}{letters}{ending}"
                )
    return sources


def _letters(word: Word) -> str:
    return re.escape(word.text).replace(r"\ ", " ")

"""Write texts back into the file of a translation without touching anything else.

Where the translation has exactly the parts of its source, only the texts that changed are replaced, to the byte. Where
parts are missing, the file is laid out anew after the source: known texts in their places, the source's words where
there is no translation, and what translators added after the text that it followed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from saferhub.model.lesson import Block, Document
from saferhub.sources.documents import FRONT_MATTER
from saferhub.sources.fact_spans import TRANSLATED_FACTS, with_facts
from saferhub.translation.composition import HOLDS_MORE, in_place
from saferhub.translation.pairs import Extra, PagePairs, Pair
from saferhub.translation.pieces import as_written

COMMENT_LINE = re.compile(r"^[ \t]*<!--.*?-->[ \t]*\n?", re.MULTILINE)


@dataclass(frozen=True)
class Rewritten:
    """The whole text of a translation file, and texts of the earlier file that found no place in it."""

    text: str
    dropped: tuple[str, ...] = ()


def rewritten(source: Document, target: Document | None, found: PagePairs, texts: Mapping[int, str]) -> Rewritten:
    """Return the file of a translation with new wordings. `texts` holds them by the number of the source piece.

    A wording is given as translators see it, in flowing lines. Without any new wording a translation that is complete
    comes back as it is, to the byte.
    """
    if target is not None and _has_all_parts(found):
        return Rewritten(_replaced(target, found, texts))
    return _laid_out(source, target, found, texts)


def _has_all_parts(found: PagePairs) -> bool:
    """Whether every piece of the source has its place in the translation, in the same order."""
    starts = [one.target.block.start for one in found.pairs if one.target is not None and one.target.block is not None]
    return all(one.target is not None for one in found.pairs) and starts == sorted(starts)


def _replaced(target: Document, found: PagePairs, texts: Mapping[int, str]) -> str:
    facts: dict[tuple[str | int, ...], str] = {}
    body, parts, position = target.body.text, [], 0
    for number, one in enumerate(found.pairs):
        new = texts.get(number)
        if one.target is None or new is None or new == one.target.flowing:
            continue
        if one.target.block is None:
            facts[one.target.fact] = new
        else:
            parts += [body[position : one.target.block.start], as_written(new, one.target.block)]
            position = one.target.block.end
    new_body = "".join([*parts, body[position:]])
    top = target.source[: len(target.source) - len(body)]
    return (with_facts(top, facts) if facts else top) + new_body


def _laid_out(source: Document, target: Document | None, found: PagePairs, texts: Mapping[int, str]) -> Rewritten:
    placed = {id(extra): False for extra in found.extras}
    extras: dict[int, list[Extra]] = {}
    for extra in found.extras:
        extras.setdefault(extra.after, []).append(extra)
    text, parts, position = source.body.text, [], 0
    for number, one in enumerate(found.pairs):
        block = one.source.block
        if block is None:
            continue
        gap = COMMENT_LINE.sub("", text[position : block.start])
        parts += [_with_comments(gap, target, one), as_written(_wording(number, one, texts), block)]
        position = block.end
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        for extra in extras.get(number, ()):
            words = _beside(block, extra)
            if words:
                parts += [text[position:end], words]
                position, placed[id(extra)] = end, True
    parts.append(COMMENT_LINE.sub("", text[position:]))
    dropped = tuple(extra.target.text for extra in found.extras if not placed[id(extra)])
    return Rewritten(_top(source, target, found, texts) + "".join(parts), dropped)


def _wording(number: int, one: Pair, texts: Mapping[int, str]) -> str:
    if number in texts:
        return texts[number]
    return one.target.flowing if one.target is not None else one.source.flowing


def _beside(before: Block, extra: Extra) -> str:
    """Keep what translators wrote where it stood; a text that lost its source is kept until somebody takes it out."""
    block = extra.target.block
    return in_place(before, block) if block is not None and before.kind in HOLDS_MORE else ""


def _with_comments(gap: str, target: Document | None, one: Pair) -> str:
    """Bring along the comments that stand before a block in the translation, such as an exception from a check."""
    if target is None or one.target is None or one.target.block is None:
        return gap
    before = [block.end for block in target.body.blocks if block.end <= one.target.block.start]
    between = target.body.text[before[-1] if before else 0 : one.target.block.start]
    comments = [comment.strip() for comment in COMMENT_LINE.findall(between)]
    if not comments:
        return gap
    head, separator, lead = gap.rpartition("\n")
    return head + separator + "".join(f"{comment}\n" for comment in comments) + lead


def _top(source: Document, target: Document | None, found: PagePairs, texts: Mapping[int, str]) -> str:
    """The facts of a translation: words only. Those that are there keep their way of writing."""
    wordings = {
        one.source.fact: _wording(number, one, texts) for number, one in enumerate(found.pairs) if one.source.fact
    }
    match = FRONT_MATTER.match(target.source) if target is not None else None
    added = {extra.target.fact for extra in found.extras if extra.target.fact}
    if target is not None and match is not None and not added:
        return with_facts(match[0], wordings)
    # A new file takes its facts from the source, in the source's way of writing, without those that are not words.
    top = FRONT_MATTER.match(source.source)
    return with_facts(_words_only(top[0]) if top else "---\n---\n", wordings)


def _words_only(top: str) -> str:
    """Take every fact out that is not translated; a fact goes on over the lines that are indented below it."""
    kept: list[str] = []
    is_kept = True
    for line in top.split("\n"):
        if line[:1].strip() and line[:1] != "#":
            name = line.partition(":")[0].strip()
            is_kept = name in TRANSLATED_FACTS or line.strip() == "---"
        if is_kept:
            kept.append(line)
    return "\n".join(kept)

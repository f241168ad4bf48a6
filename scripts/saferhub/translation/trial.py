"""Try new wordings in the skeleton of the source, before they are put into a page for good."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from saferhub.model.lesson import Document
from saferhub.sources.blocks import split
from saferhub.translation.pieces import Words, as_written, flowing


def breaking(source: Document, wanted: Sequence[Words], texts: Mapping[int, str]) -> set[int]:
    """Return the numbers of the texts that would change what blocks the page has. All are tried at once first."""
    inside = {number: text for number, text in texts.items() if wanted[number].block is not None}
    if _fits(source, wanted, inside):
        return set()
    alone = {number for number, text in inside.items() if not _fits(source, wanted, {number: text})}
    rest = {number: text for number, text in inside.items() if number not in alone}
    return alone if _fits(source, wanted, rest) else set(inside)  # some do harm only together: none is put in


def _fits(source: Document, wanted: Sequence[Words], texts: Mapping[int, str]) -> bool:
    """Whether the page has the same blocks, sections and containers as before, with these words in their places."""
    text, parts, position = source.body.text, [], 0
    expected: list[tuple[object, str]] = []
    for number, words in enumerate(wanted):
        block = words.block
        if block is None:
            continue
        expected.append((block.shape, texts.get(number, words.flowing)))
        if number in texts:
            parts += [text[position : block.start], as_written(texts[number], block)]
            position = block.end
    parts.append(text[position:])
    tried, problems = split("".join(parts), source.path)
    _, before = split(text, source.path)
    kinds = {words.block.kind for words in wanted if words.block}
    found = [(block.shape, flowing(block.text, block)) for block in tried.blocks if block.kind in kinds]
    others = [block.kind for block in tried.blocks if block.kind not in kinds]
    return (
        found == expected
        and others == [block.kind for block in source.body.blocks if block.kind not in kinds]
        and len(problems) <= len(before)
        and [(part.id, part.level, part.minutes) for part in tried.sections]
        == [(part.id, part.level, part.minutes) for part in source.body.sections]
        and [part.name for part in tried.containers] == [part.name for part in source.body.containers]
    )

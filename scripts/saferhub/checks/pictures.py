"""Every picture of a page: those that stand alone and those inside a line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from saferhub.checks.passages import Page, block_attributes
from saferhub.model.lesson import BlockKind
from saferhub.model.problem import Place
from saferhub.sources.visible import visible


@dataclass(frozen=True)
class PictureUse:
    """A picture, the words that stand for it, and where it is used."""

    text: str
    source: str
    is_decoration: bool
    place: Place


def pictures(page: Page) -> Iterator[PictureUse]:
    """Return every picture of a page, in order."""
    document = page.document
    for block in document.body.blocks:
        if block.kind is BlockKind.IMAGE:
            classes = _line_end(document.body.text, block.end)
            yield PictureUse(block.text, block.attributes["src"], "decoration" in classes, document.at(block.line))
        elif block.kind not in (BlockKind.CODE, BlockKind.HTML) and "![" in block.text:
            for found in visible(block.text).pictures:
                line = block.line + block.text.count("\n", 0, found.offset)
                names = f"{found.attributes.get('class', '')} {block_attributes(document, block).get('class', '')}"
                yield PictureUse(found.text, found.source, "decoration" in names.split(), document.at(line))


def _line_end(text: str, offset: int) -> str:
    end = text.find("\n", offset)
    line = text[offset : end if end >= 0 else len(text)]
    following = text[end + 1 : text.find("\n", end + 1)] if end >= 0 else ""
    return line + (following if following.lstrip().startswith("{") else "")

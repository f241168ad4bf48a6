"""Compose a page for readers: translated blocks in the skeleton of the source, and the source where none is fit.

Headings' identifiers, minutes, links of pictures, list marks and blocks come from the source, so a translation cannot
lose them. A block that stays in the source language carries its `lang` and `dir`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from saferhub.model.lesson import Block, BlockKind, Document
from saferhub.model.library import Library
from saferhub.model.locale import SOURCE_LOCALE, Locale
from saferhub.translation.pairs import PagePairs, Pair, pair
from saferhub.translation.pieces import SAFETY_PAGES, SAFETY_SECTIONS, WORDLESS, as_written
from saferhub.translation.progress import Coverage, coverage, shown_extras

HOLDS_MORE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING})


@dataclass(frozen=True)
class Text:
    """Words and the language that they are in."""

    text: str
    lang: str


@dataclass(frozen=True)
class ComposedPage:
    """A page as one language's readers get it. `markdown` is the body; `facts` are the words of the top.

    `whole` is a hand-made translation that cannot be compared with its source block by block; `unrecorded` is one that
    can, but of which nobody has said from which version of the source it was made.
    """

    document: Document
    locale: str
    facts: Mapping[str, Text]
    objectives: tuple[Text, ...]
    markdown: str
    coverage: Coverage = field(default_factory=Coverage)
    draft: bool = False
    whole: bool = False
    unrecorded: bool = False
    pairs: PagePairs | None = None  # for pages about the translation; readers need none of it
    untitled: frozenset[str] = frozenset()  # sections whose heading stays in the source language

    def is_published(self, locale: Locale) -> bool:
        """Whether readers of that language get this page at all rather than a link to the source page."""
        return locale.is_source or self.coverage.share >= max(1, locale.publish_from)

    def is_complete(self, locale: Locale) -> bool:
        """Whether the page needs no notice about missing parts."""
        return locale.is_source or (
            not self.whole and self.coverage.share >= locale.complete_from and not self.coverage.safety_open
        )


def compose(library: Library, document: Document, locale: Locale) -> ComposedPage:
    """Compose one page in one language."""
    if locale.is_source:
        facts = {
            name: Text(str(document.facts[name]), SOURCE_LOCALE)
            for name in ("title", "summary", "materials")
            if name in document.facts
        }
        return ComposedPage(document, locale.id, facts, _objectives(document, SOURCE_LOCALE), document.body.text)
    key = (locale.id, document.id)
    target, sidecar = library.translations.get(key), library.sidecars.get(key)
    found = pair(document, target, sidecar)
    draft = sidecar is not None and sidecar.draft == "machine"
    if found is None and target is not None:
        return _whole_page(document, target, locale, draft)
    assert found is not None
    facts = {str(key[0]): _text(item, locale) for key, item in found.by_fact.items() if len(key) == 1}
    objectives = tuple(_text(item, locale) for key, item in found.by_fact.items() if key[0] == "objectives")
    return ComposedPage(
        document,
        locale.id,
        facts,
        objectives,
        _filled(document, found, locale),
        coverage(found),
        draft,
        unrecorded=not found.is_recorded,
        pairs=found,
        untitled=_untitled(found),
    )


def _untitled(found: PagePairs) -> frozenset[str]:
    headings = [one for one in found.pairs if one.source.block and one.source.block.kind is BlockKind.HEADING]
    return frozenset(
        one.source.block.attributes.get("id", "") for one in headings if one.source.block and not one.shows_target
    )


def _objectives(document: Document, lang: str) -> tuple[Text, ...]:
    value = document.facts.get("objectives")
    return tuple(Text(str(text), lang) for text in value) if isinstance(value, list) else ()


def _whole_page(document: Document, target: Document, locale: Locale, draft: bool) -> ComposedPage:
    """Show an older hand-made translation as it is; nobody can say which of its blocks are up to date.

    Its help section comes from the source: an old one could lead somebody astray. A page that is all about safety is
    not shown at all.
    """
    if document.id.startswith(SAFETY_PAGES):
        untranslated = pair(document, None, None)
        assert untranslated is not None
        markdown = _filled(document, untranslated, locale)
        return ComposedPage(document, locale.id, {}, (), markdown, coverage(untranslated), draft, whole=True)
    facts = {}
    for name in ("title", "summary", "materials"):
        if name in target.facts:
            facts[name] = Text(str(target.facts[name]), locale.id)
        elif name in document.facts:
            facts[name] = Text(str(document.facts[name]), SOURCE_LOCALE)
    objectives = _objectives(target, locale.id) or _objectives(document, SOURCE_LOCALE)
    markdown = _with_safe_sections(document, target)
    return ComposedPage(document, locale.id, facts, objectives, markdown, Coverage(), draft, whole=True)


def _with_safe_sections(document: Document, target: Document) -> str:
    text = target.body.text
    for name in sorted(SAFETY_SECTIONS):
        right, wrong = document.body.section(name), target.body.section(name)
        if right is None:
            continue
        words: list[str] = []
        position = right.start
        for block in document.body.blocks_of(name):
            if block.kind in WORDLESS:
                continue
            marked, after = in_language(block, document.body.text, SOURCE_LOCALE, "ltr")
            words += [document.body.text[position : block.start], marked]
            position = after
        section = "".join([*words, document.body.text[position : right.end]])
        start, end = (wrong.start, wrong.end) if wrong else (len(text), len(text))
        text = f"{text[:start]}{'' if wrong else chr(10)}{section}{text[end:]}"
    return text


def _text(item: Pair, locale: Locale) -> Text:
    if item.shows_target and item.target is not None:
        return Text(item.target.text, locale.id)
    return Text(item.source.text, SOURCE_LOCALE)


def _filled(document: Document, found: PagePairs, locale: Locale) -> str:
    """Put the words of a translation into the skeleton of the source."""
    text, parts, position = document.body.text, [], 0
    own: dict[int, list[Block]] = {}
    for extra in shown_extras(found):
        assert extra.target.block is not None
        own.setdefault(extra.after, []).append(extra.target.block)
    for number, item in enumerate(found.pairs):
        block = item.source.block
        if block is None:
            continue
        parts.append(text[position : block.start])
        if item.shows_target and item.target is not None:
            parts.append(as_written(item.target.flowing, block))
            position = block.end
        else:
            words, position = in_language(block, text, SOURCE_LOCALE, "ltr")
            parts.append(words)
        if number in own and block.kind in HOLDS_MORE:
            end = text.find("\n", position)
            end = len(text) if end < 0 else end
            parts.append(text[position:end] + "".join(in_place(block, one) for one in own[number]))
            position = end
    parts.append(text[position:])
    return "".join(parts)


def in_place(before: Block, block: Block) -> str:
    """Return a block that has no source as it stands after another one; nothing for a kind that needs a frame."""
    if block.kind is BlockKind.LIST_ITEM:
        gap = "\n" if before.kind is BlockKind.LIST_ITEM else "\n\n"
        return f"{gap}{block.indent[:-4]}{block.marker} {block.text}"
    if block.kind is BlockKind.HEADING:
        return f"\n\n{'#' * block.level} {block.text}"
    if block.kind is BlockKind.PARAGRAPH:
        return f"\n\n{block.indent}{block.text}"
    return ""


def in_language(block: Block, text: str, lang: str, direction: str) -> tuple[str, int]:
    """Return a block marked with its language, and the offset in the page at which the text goes on.

    The mark is an attribute list where Markdown allows one on the block itself, and a span elsewhere.
    """
    mark = f"lang={lang} dir={direction}"
    if block.kind is BlockKind.HEADING:
        end = text.find("\n", block.end)
        end = len(text) if end < 0 else end
        rest = text[block.end : end].strip().strip("#").strip()
        inner = rest[1:-1].lstrip(":").strip() if rest.startswith("{") else ""
        return f"{block.text} {{: {inner} {mark} }}".replace("{:  ", "{: "), end
    if block.kind is BlockKind.ABBREVIATION:
        return block.text, block.end  # its meaning becomes an attribute, which cannot carry a language
    if block.kind in (BlockKind.TABLE_CELL, BlockKind.TERM):
        return f"{block.text} {{: {mark} }}", block.end
    if block.kind is BlockKind.IMAGE:
        close = text.index(")", block.end) + 1
        return f"{block.text}{text[block.end : close]}{{: lang={lang} }}", close
    if block.kind in (BlockKind.CONTAINER_TITLE, BlockKind.DEFINITION, BlockKind.FOOTNOTE):
        return f'<span lang="{lang}" dir="{direction}">{block.text}</span>', block.end
    return f"{block.text}\n{block.indent}{{: {mark} }}", block.end

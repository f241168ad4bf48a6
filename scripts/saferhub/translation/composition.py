"""Compose a page for readers: translated blocks in the skeleton of the source, and the source where none is fit.

Headings' identifiers, minutes, links of pictures, list marks and blocks come from the source, so a translation cannot
lose them. A block that stays in the source language carries its `lang` and `dir`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from saferhub.model.lesson import Block, BlockKind, Document
from saferhub.model.library import Library
from saferhub.model.locale import SOURCE_LOCALE, Locale
from saferhub.translation.pairs import Pair, State, by_fact, pair


@dataclass(frozen=True)
class Text:
    """Words and the language that they are in."""

    text: str
    lang: str


@dataclass(frozen=True)
class Coverage:
    """How much of a page is translated, in words; `missing` and `stale` count blocks."""

    words: int = 0
    translated: int = 0
    missing: int = 0
    stale: int = 0
    safety_open: int = 0

    @property
    def share(self) -> int:
        """Translated words in per cent, rounded down so that 100 means all."""
        return 100 * self.translated // self.words if self.words else 100


@dataclass(frozen=True)
class ComposedPage:
    """A page as one language's readers get it. `markdown` is the body; `facts` are the words of the top."""

    document: Document
    locale: str
    facts: Mapping[str, Text]
    objectives: tuple[Text, ...]
    markdown: str
    coverage: Coverage = field(default_factory=Coverage)
    draft: bool = False
    whole: bool = False

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
    pairs = pair(document, target, sidecar)
    draft = sidecar is not None and sidecar.draft == "machine"
    if pairs is None and target is not None:
        return _whole_page(document, target, locale, draft)
    assert pairs is not None
    found = by_fact(pairs)
    facts = {str(key[0]): _text(item, locale) for key, item in found.items() if len(key) == 1}
    objectives = tuple(_text(item, locale) for key, item in found.items() if key[0] == "objectives")
    markdown = _filled(document, [item for item in pairs if item.source.block], locale)
    return ComposedPage(document, locale.id, facts, objectives, markdown, _coverage(pairs), draft)


def _objectives(document: Document, lang: str) -> tuple[Text, ...]:
    value = document.facts.get("objectives")
    return tuple(Text(str(text), lang) for text in value) if isinstance(value, list) else ()


def _whole_page(document: Document, target: Document, locale: Locale, draft: bool) -> ComposedPage:
    """Show an older hand-made translation as it is; nobody can say which of its blocks are up to date."""
    facts = {}
    for name in ("title", "summary", "materials"):
        if name in target.facts:
            facts[name] = Text(str(target.facts[name]), locale.id)
        elif name in document.facts:
            facts[name] = Text(str(document.facts[name]), SOURCE_LOCALE)
    objectives = _objectives(target, locale.id) or _objectives(document, SOURCE_LOCALE)
    return ComposedPage(document, locale.id, facts, objectives, target.body.text, Coverage(), draft, whole=True)


def _text(item: Pair, locale: Locale) -> Text:
    if item.shows_target and item.target is not None:
        return Text(item.target.text, locale.id)
    return Text(item.source.text, SOURCE_LOCALE)


def _coverage(pairs: Sequence[Pair]) -> Coverage:
    return Coverage(
        words=sum(item.source.count for item in pairs),
        translated=sum(item.source.count for item in pairs if item.shows_target),
        missing=sum(not item.shows_target for item in pairs),
        stale=sum(item.state in (State.STALE, State.CHECK) for item in pairs),
        safety_open=sum(item.source.is_safety and item.state is not State.FRESH for item in pairs),
    )


def _filled(document: Document, pairs: Sequence[Pair], locale: Locale) -> str:
    text, parts, position = document.body.text, [], 0
    for item in pairs:
        block = item.source.block
        assert block is not None
        parts.append(text[position : block.start])
        if item.shows_target and item.target is not None:
            parts.append(" ".join(item.target.text.split("\n")) if "\n" not in block.text else item.target.text)
            position = block.end
        else:
            words, position = in_language(block, text, SOURCE_LOCALE, "ltr")
            parts.append(words)
    parts.append(text[position:])
    return "".join(parts)


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
    if block.kind is BlockKind.TABLE_CELL:
        return f"{block.text} {{: {mark} }}", block.end
    if block.kind is BlockKind.IMAGE:
        close = text.index(")", block.end) + 1
        return f"{block.text}{text[block.end : close]}{{: lang={lang} }}", close
    if block.kind in (BlockKind.CONTAINER_TITLE, BlockKind.DEFINITION, BlockKind.FOOTNOTE):
        return f'<span lang="{lang}" dir="{direction}">{block.text}</span>', block.end
    return f"{block.text}\n{block.indent}{{: {mark} }}", block.end

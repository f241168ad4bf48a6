"""Everything in a page that is words: values of the facts at its top, and the blocks of its body."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from saferhub.model.lesson import Block, BlockKind, Body, Document
from saferhub.sources.fact_spans import TRANSLATED_FACTS
from saferhub.sources.sidecars import fingerprint
from saferhub.translation.sketch import sketch

WORDLESS = frozenset({BlockKind.CODE, BlockKind.HTML})
SAFETY_SECTIONS = frozenset({"help"})
SAFETY_PAGES = "snippets/"  # what to do when somebody tells something, shown in every lesson
SENSITIVE = frozenset({"sensitive", "specialist"})  # lessons that teach what to do about harm: every step must be right
LABELS = frozenset({BlockKind.HEADING, BlockKind.CONTAINER_TITLE, BlockKind.IMAGE})
_IDEOGRAPHS = re.compile(r"^[\u3000-\u9fff\uff00-\uffef]{2}$")  # Chinese has no space where a line wraps
_WIDE = re.compile("[\u2e80-\U0010ffff]")  # scripts whose words have no space between them
HARD_BREAK = re.compile(r"(?:\\| {2,})$")


@dataclass(frozen=True)
class Words:
    """A piece of text: a value of the facts (then `fact` names it) or a block of the body."""

    text: str
    fact: tuple[str | int, ...] = ()
    block: Block | None = None
    is_safety: bool = False  # readers may rely on it when they need help: an old translation must not be shown

    @functools.cached_property
    def shape(self) -> object:
        """What must be equal in a translation for it to be the same kind of text at the same place."""
        return self.block.shape if self.block else self.fact[:1]

    @functools.cached_property
    def fingerprint(self) -> str:
        """Eight hexadecimal digits that change when the words change."""
        return fingerprint(self.text)

    @functools.cached_property
    def sketch(self) -> str:
        """What its words are like; the same for all languages that are compared with it."""
        return sketch(self.text)

    @functools.cached_property
    def count(self) -> int:
        """How many words it has; text without spaces counts two characters for a word."""
        words = len(self.text.split())
        return words if self.text.isascii() else max(words, len(_WIDE.findall(self.text)) // 2)

    @property
    def has_letters(self) -> bool:
        """Whether there is anything to translate; a number or a sign is the same in every language."""
        return any(letter.isalpha() for letter in self.text)

    @property
    def flowing(self) -> str:
        """The text as translators see it: lines that only wrap are joined, breaks that readers see are kept."""
        return flowing(self.text, self.block)


def flowing(text: str, block: Block | None) -> str:
    """Join the lines of a text that only wrap; what stands before each line (a quote's mark, an indent) is left out."""
    if "\n" not in text:
        return text
    lead = " >\t" if block is not None and ">" in block.indent else " \t"
    parts: list[str] = []
    for line in text.split("\n"):
        clean = line.lstrip(lead) if parts else line
        if parts and not HARD_BREAK.search(parts[-1]):
            parts[-1] = parts[-1] + ("" if _IDEOGRAPHS.search(parts[-1][-1:] + clean[:1]) else " ") + clean
        else:
            parts.append(clean)
    return "\n".join(parts)


def as_written(text: str, block: Block | None) -> str:
    """Return a text as it stands in the file: each further line begins with what the block begins its lines with."""
    if "\n" not in text:
        return text
    indent = block.indent if block is not None else ""
    first, *rest = text.split("\n")
    return "\n".join([first, *(indent + line.lstrip() for line in rest)])


def pieces(document: Document) -> list[Words]:
    """Return everything in a page that is words: facts first, then the blocks of the body."""
    found = []
    for name in TRANSLATED_FACTS:
        value = document.facts.get(name)
        if isinstance(value, str):
            found.append(Words(value, (name,)))
        elif isinstance(value, list):
            found.extend(Words(str(text), (name, index)) for index, text in enumerate(value))
    safe_page = document.id.startswith(SAFETY_PAGES)
    sensitive = str(document.facts.get("sensitivity", "")) in SENSITIVE
    for block in document.body.blocks:
        if block.kind in WORDLESS:
            continue
        is_safety = safe_page or block.section in SAFETY_SECTIONS or (sensitive and block.kind not in LABELS)
        found.append(Words(block.text, (), block, is_safety))
    return found


def same_shape(source: Body, target: Body) -> bool:
    """Whether a translation has exactly the blocks of its source, one by one."""
    return [block.shape for block in source.blocks] == [block.shape for block in target.blocks]

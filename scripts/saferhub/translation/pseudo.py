"""Made-up languages that show what translators will meet: longer words, accents, writing from right to left.

`en-XA` is English with an accent on every letter, a third longer and in brackets: a word without accents was never
given to translators, a missing bracket was cut off. `ar-XB` is English set from right to left: what does not turn round
with the page is built for one direction only. Addresses, code, names in braces and marks of Markdown stay as they are.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from babel.messages.catalog import Catalog

from saferhub.model.lesson import Document
from saferhub.model.locale import Locale
from saferhub.sources.blocks import split
from saferhub.sources.fact_spans import TRANSLATED_FACTS
from saferhub.translation.pieces import WORDLESS

# Accents that search takes off again, so that plain English words find the lessons of these languages, too.
PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
ACCENTED = [
    *"áḃçďéḟĝĥîĵķļḿñóṕ",
    "q\u0304",
    *"ŕšţûṽŵẋýž",
    *"ÁḂÇĎÉḞĜĤÎĴĶĻḾÑÓṔ",
    "Q\u0304",
    *"ŔŠŢÛṼŴẊÝŽ",
]
ACCENTS = str.maketrans(dict(zip(PLAIN, ACCENTED, strict=True)))
FILLERS = ("óñé", "ţŵó", "ţĥŕéé", "ḟóûŕ", "ḟîṽé", "šîẋ", "šéṽéñ", "éîĝĥţ")
LONGER = 0.35
# Brackets that mean nothing in Markdown.
OPEN, CLOSE = "⟦", "⟧"
RIGHT_TO_LEFT_MARK, OVERRIDE, END = "\u200f", "\u202e", "\u202c"
# What is no word: code, the address of a link or picture, footnote marks, attribute lists and placeholders, HTML,
# bare addresses, references to characters.
UNTOUCHED = re.compile(
    r"(?P<code>`+)(?!`).*?(?<!`)(?P=code)(?!`)|\]\([^)\s]*\)|\[\^[^\]]+\]|\{[^{}]*\}|<[^>\n]*>"
    r"|https?://[^\s)>\]]+|[\w.+-]+@[\w-]+\.[\w.]+|&#?\w+;",
    re.DOTALL,
)
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
PLURAL = "nplurals=2; plural=(n != 1);"

Change = Callable[[str], str]


@dataclass(frozen=True)
class PseudoLanguage:
    """A made-up language: what the hub knows of it, and how a text is put into it."""

    locale: Locale
    change: Change


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Cut a text into runs, each with whether it holds words that may change."""
    position = 0
    for match in UNTOUCHED.finditer(text):
        yield text[position : match.start()], True
        yield match[0], False
        position = match.end()
    yield text[position:], True


def accented(text: str) -> str:
    """Return a text with accents on all letters, a third longer and in brackets."""
    pieces = list(_pieces(text))
    letters = sum(letter.isalpha() for run, is_words in pieces if is_words for letter in run)
    if not letters:
        return text
    changed = "".join(run.translate(ACCENTS) if is_words else run for run, is_words in pieces)
    padding, wanted = "", letters * LONGER
    for filler in itertools.cycle(FILLERS):
        padding += f" {filler}"
        if len(padding) >= wanted:
            break
    return f"{OPEN}{changed}{padding}{CLOSE}"


def mirrored(text: str) -> str:
    """Return a text whose words are set from right to left, letter by letter, as in a right-to-left language."""
    return "".join(WORD.sub(_mirrored_word, run) if is_words else run for run, is_words in _pieces(text))


def _mirrored_word(match: re.Match[str]) -> str:
    return f"{RIGHT_TO_LEFT_MARK}{OVERRIDE}{match[0]}{END}{RIGHT_TO_LEFT_MARK}"


PSEUDO_LANGUAGES = (
    PseudoLanguage(Locale("en-XA", accented("Accented"), "Accented English"), accented),
    PseudoLanguage(Locale("ar-XB", mirrored("Mirrored"), "Mirrored English", "rtl", "Arab"), mirrored),
)


def pseudo_words(template: Catalog, language: PseudoLanguage) -> Catalog:
    """Return the hub's own words in a made-up language, in every plural form."""
    catalog = Catalog(project="SaferHub", version="1", charset="utf-8", fuzzy=False)
    catalog.mime_headers = [
        ("Language", language.locale.id),
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Plural-Forms", PLURAL),
    ]
    for message in template:
        if not message.id:
            continue
        forms = message.id if isinstance(message.id, tuple) else (message.id,)
        changed = tuple(language.change(form) for form in forms)
        catalog.add(message.id, changed if len(changed) > 1 else changed[0], context=message.context)
    return catalog


def pseudo_document(source: Document, language: PseudoLanguage) -> Document:
    """Return a page in a made-up language: its words change, its skeleton stays to the byte."""
    facts = {name: _fact(source.facts[name], language.change) for name in TRANSLATED_FACTS if name in source.facts}
    text, parts, position = source.body.text, [], 0
    for block in source.body.blocks:
        if block.kind not in WORDLESS:
            parts += [text[position : block.start], language.change(block.text)]
            position = block.end
    parts.append(text[position:])
    body, _ = split("".join(parts), source.path, source.body.first_line)
    return replace(source, locale=language.locale.id, facts=facts, body=body, source=body.text)


def _fact(value: object, change: Change) -> object:
    return [change(str(item)) for item in value] if isinstance(value, list) else change(str(value))

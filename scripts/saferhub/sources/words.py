"""Read the hub's own words in a language: labels, buttons and messages, from its gettext catalogue."""

from __future__ import annotations

import gettext
import io
import re
import string
from pathlib import Path

from babel.core import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from saferhub.model.problem import Phrase, Place, Problem, phrase
from saferhub.sources.files import read_text

OBSOLETE = re.compile(r"^#~.*$", re.MULTILINE)


def words_path(root: Path, locale: str) -> Path:
    """Return where the words of a language are kept."""
    return root / "translations" / locale / "LC_MESSAGES" / "hub.po"


def read_words(root: Path, locale: str) -> tuple[gettext.NullTranslations, list[Problem]]:
    """Return the words of a language, and what is wrong with them.

    Words without a translation come back in English, and so do entries that a tool marked as uncertain (fuzzy). When
    anything is wrong, all words come back in English: the problems stop a build before readers see them.
    """
    path = words_path(root, locale)
    if not path.is_file():
        return gettext.NullTranslations(), []
    shown = path.relative_to(root).as_posix()
    text, problems = read_text(root, path)
    if text is None:
        return gettext.NullTranslations(), problems
    try:
        catalog = read_po(io.BytesIO(current(text).encode()), locale=_known(locale), abort_invalid=True)
        compiled = io.BytesIO()
        write_mo(compiled, catalog)
        compiled.seek(0)
        words = gettext.GNUTranslations(compiled)
    except (PoFileError, ValueError, KeyError, OSError) as error:
        return gettext.NullTranslations(), [
            _bad(shown, 1, phrase("These words cannot be read: {reason}.", reason=str(error).rstrip(".")))
        ]
    problems = list(_wrong_placeholders(catalog, shown))
    return (gettext.NullTranslations() if problems else words), problems


def current(text: str) -> str:
    """Return a catalogue without the entries that gettext keeps of older versions; lines stay where they are.

    Babel does not read the earlier English that msgmerge notes of them (`#~|`).
    """
    return OBSOLETE.sub("#", text)


def _known(locale: str) -> str | None:
    """Return the language as Babel names it, or nothing for one that it does not know."""
    try:
        return str(Locale.parse(locale, sep="-"))
    except (UnknownLocaleError, ValueError):
        return None


def _wrong_placeholders(catalog: Catalog, path: str) -> list[Problem]:
    problems = []
    for message in catalog:
        if not message.id or message.fuzzy:
            continue
        fault = placeholder_fault(message)
        if fault:
            problems.append(_bad(path, message.lineno or 1, fault))
    return problems


def placeholder_fault(message: Message) -> Phrase | None:
    """Compare what stands in braces: a word in braces that is lost or misspelt would be missing from the sentence."""
    sources = message.id if isinstance(message.id, tuple) else (message.id,)
    targets = message.string if isinstance(message.string, tuple) else (message.string,)
    wanted = {name for source in sources for name in placeholders(source) or set()}
    for target in targets:
        if not target:
            continue
        found = placeholders(target)
        if found is None:
            return phrase("`{text}` has a brace that is not closed.", text=target[:60])
        lost = set() if isinstance(message.id, tuple) else wanted - found
        for name in sorted((found - wanted) | lost):
            return phrase("`{text}` and its source differ in `{name}`.", text=target[:60], name="{" + name + "}")
    return None


def placeholders(text: str) -> set[str] | None:
    """Return the names in braces, or nothing when the braces cannot be read."""
    try:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    except ValueError:
        return None


def _bad(path: str, line: int, message: Phrase) -> Problem:
    return Problem(
        "bad-words", Place(path, line), message, phrase("Copy what stands in braces from the English words.")
    )

"""Count the hub's own words in a language: translated, uncertain (fuzzy) and empty."""

from __future__ import annotations

import io
from pathlib import Path

from babel.messages.pofile import PoFileError, read_po

from saferhub.sources.files import read_text

WORDS = "LC_MESSAGES/hub.po"
TEMPLATE = "translations/hub.pot"


def count_words(root: Path, locale: str) -> tuple[int, int, int]:
    """Return how many words are translated, fuzzy and empty. All are empty in a language without a readable file."""
    path = root / "translations" / locale / WORDS
    for one in (path, root / TEMPLATE):
        text, _ = read_text(root, one) if one.is_file() else (None, [])
        if text is None:
            continue
        try:
            return _counts(text)
        except (PoFileError, ValueError, KeyError):
            continue
    return 0, 0, 0


def _counts(text: str) -> tuple[int, int, int]:
    translated = fuzzy = empty = 0
    for message in read_po(io.BytesIO(text.encode()), abort_invalid=True):
        if not message.id:
            continue
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        if not all(strings):
            empty += 1
        elif message.fuzzy:
            fuzzy += 1
        else:
            translated += 1
    return translated, fuzzy, empty

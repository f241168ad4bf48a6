"""Where Armenian words may be cut at the end of a line.

The text engine knows this for the other languages of the hub, from the dictionaries of pyphen. None of them is for
Armenian, so it is shown one more, made of the patterns of the npm package `hyphen` by scripts/vendor.py. The words
themselves stay whole: invisible hyphens in them would come out when somebody copies a sentence or has it read aloud.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

DICTIONARY = Path(__file__).resolve().parents[3] / "overrides" / "print" / "hyph_hy.dic"


def know_armenian(dictionary: Path = DICTIONARY) -> None:
    """Show the text engine where Armenian words may be cut. Call it before anything is drawn."""
    # Imported late: `make site` does not need the text engine.
    import pyphen

    pyphen.LANGUAGES["hy"] = dictionary
    pyphen.LANGUAGES_LOWERCASE["hy"] = "hy"


def made_from(dictionary: Path = DICTIONARY) -> str:
    """Return a sign that changes with the dictionary: packs are made again when it does."""
    return hashlib.sha256(dictionary.read_bytes()).hexdigest()[:12]

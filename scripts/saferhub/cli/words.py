"""Bring the words of every language up to date with the code, using gettext's own msgmerge."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from saferhub.cli.tree import write_file
from saferhub.sources.library import read_library
from saferhub.sources.words import words_path
from saferhub.translation.plural_forms import plural_forms

TEMPLATE = "translations/hub.pot"


def update_words(root: Path, only: str = "") -> int:
    """Merge new and changed words into the catalogue of each language; return the exit code.

    Translations are kept. Where the English changed a little, the old translation stays, marked as uncertain (fuzzy),
    and is not shown to readers until somebody has looked at it. `only` names a single language.
    """
    if shutil.which("msgmerge") is None:
        sys.stderr.write("`msgmerge` is missing. Install gettext: `apt install gettext` or `brew install gettext`.\n")
        return 2
    for locale in read_library(root).locales:
        if locale.is_source or (only and locale.id != only):
            continue
        path = words_path(root, locale.id)
        if not path.is_file():
            write_file(path, _header(locale.id, locale.english_name).encode())
        command = [
            "msgmerge",
            "--update",
            "--backup=none",
            "--previous",
            "--no-location",
            "--no-wrap",
            "--quiet",
            str(path),
            str(root / TEMPLATE),
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            sys.stderr.write(f"{path.relative_to(root).as_posix()}: msgmerge stopped: {done.stderr.strip()}\n")
            return 1
        print(f"{path.relative_to(root).as_posix()}: up to date")
    return 0


def _header(locale: str, name: str) -> str:
    facts = {
        "Language": locale,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": plural_forms(locale),
        "X-Draft": "machine",
    }
    lines = "".join(f'"{key}: {value}\\n"\n' for key, value in facts.items())
    return f'# The words of the hub in {name}.\nmsgid ""\nmsgstr ""\n{lines}'

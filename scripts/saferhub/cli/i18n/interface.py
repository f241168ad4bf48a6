"""The hub's own words on their way out to translators and back: `hub.po` in a kit."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po, write_po

from saferhub.cli.tree import write_file
from saferhub.cli.words import TEMPLATE
from saferhub.sources.po import decoded
from saferhub.sources.sidecars import git_blob
from saferhub.sources.words import current, placeholder_fault, words_path

BASE = "X-SaferHub-Translation"  # the version of the words that went out, as in the PO files of pages
BASE_LINE = re.compile(rb'^"X-SaferHub-Translation: *([0-9a-f]{40})', re.MULTILINE)


def exported_words(root: Path, locale_id: str) -> bytes | None:
    """Return the words of a language for a kit, with the version that they were; None when nobody has begun."""
    path = words_path(root, locale_id)
    if not path.is_file():
        return None
    data = path.read_bytes()
    return data.replace(b'msgstr ""\n', f'msgstr ""\n"{BASE}: {git_blob(data)}\\n"\n'.encode(), 1)


def is_words(name: str) -> bool:
    """Whether a file that came back holds the hub's own words."""
    return Path(name.replace("\\", "/")).name == "hub.po"


def import_words(root: Path, locale_id: str, name: str, data: bytes, is_trial: bool) -> bool:
    """Put words that came back into the catalogue of a language; False if anything was refused.

    What somebody else changed in the meantime stays as it is, and so does a word whose placeholders are broken.
    """
    path = words_path(root, locale_id)
    if shutil.which("msgmerge") is None or shutil.which("msgcat") is None:
        sys.stderr.write(f"{name}: gettext is missing: `apt install gettext` or `brew install gettext`.\n")
        return False
    try:
        back = _read(data)
        now_bytes = path.read_bytes()
        now = _read(now_bytes)
    except FileNotFoundError:
        sys.stderr.write(f"{path.relative_to(root).as_posix()} is missing. Run `hub words` first.\n")
        return False
    except (PoFileError, ValueError) as error:
        sys.stderr.write(f"{name}: these words cannot be read: {error}\n")
        return False
    if back.locale_identifier and back.locale_identifier.replace("_", "-") != locale_id:
        sys.stderr.write(f"{name}: these are words of `{back.locale_identifier}`, not of `{locale_id}`.\n")
        return False
    base = BASE_LINE.search(data)
    is_latest = base is not None and base[1].decode() == git_blob(now_bytes)
    taken, refused = _sorted_out(back, now, is_latest)
    for message, reason in refused:
        sys.stderr.write(f"{name}:{message.lineno or 1}: {reason}\n")
    shown = path.relative_to(root).as_posix()
    print(f"{shown}: {len(taken)} {'would be taken' if is_trial else 'taken'}, {len(refused)} refused")
    if taken and not is_trial:
        write_file(path, _merged(root, now_bytes, taken))
    return not refused


def _sorted_out(back: Catalog, now: Catalog, is_latest: bool) -> tuple[list[Message], list[tuple[Message, str]]]:
    taken, refused = [], []
    for message in back:
        if not message.id or message.fuzzy or not _is_filled(message):
            continue
        present = now.get(message.id, message.context)
        if present is None:
            refused.append((message, "The hub has no such words any more; export again."))
        elif present.string == message.string and not present.fuzzy:
            continue
        elif fault := placeholder_fault(message):
            refused.append((message, f"{fault} Copy what stands in braces from the English words."))
        elif not is_latest and _is_filled(present) and not present.fuzzy:
            refused.append((message, "Somebody changed these words since they went out; they stay as they are now."))
        else:
            taken.append(message)
    return taken, refused


def _read(data: bytes) -> Catalog:
    return read_po(io.BytesIO(current(decoded(data)).encode()), abort_invalid=True)


def _is_filled(message: Message) -> bool:
    return all(message.string) if isinstance(message.string, (tuple, list)) else bool(message.string)


def _merged(root: Path, now: bytes, taken: list[Message]) -> bytes:
    """Let gettext put the words into the file, so that it looks as after `hub words`."""
    catalog = _read(now)
    for message in list(catalog):
        if message.id:
            catalog.delete(message.id, message.context)
    catalog.obsolete.clear()
    for message in taken:
        catalog.add(message.id, message.string, context=message.context)
    with tempfile.TemporaryDirectory() as folder:
        new, old, both = (Path(folder) / name for name in ("new.po", "old.po", "both.po"))
        file = io.BytesIO()
        write_po(file, catalog, width=0, ignore_obsolete=True)
        new.write_bytes(file.getvalue())
        old.write_bytes(now)
        # The header of the file in place is the one to keep, and the new words come before the old ones.
        plain = ["--no-wrap", "--no-location"]
        _run(["msgcat", "--use-first", *plain, "-o", str(both), str(new), str(old)])
        if (root / TEMPLATE).is_file():  # brings the words into the order of the template again
            update = ["--update", "--backup=none", "--previous", "--quiet"]
            _run(["msgmerge", *update, *plain, str(both), str(root / TEMPLATE)])
        merged = both.read_bytes()
    head = now[: now.index(b"\n\n")]
    return head + merged[merged.index(b"\n\n") :]


def _run(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise OSError(0, f"{command[0]} stopped: {done.stderr.strip()}")

"""Pass an edit of the English that does not change its meaning on to all translations at once."""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from saferhub.cli.confirm import confirmed
from saferhub.cli.i18n.accept import store
from saferhub.cli.i18n.pages import TranslatedPage, all_found, fault_of, source_pages
from saferhub.cli.i18n.terminal import in_colour, marked
from saferhub.model.lesson import Document
from saferhub.model.library import Library
from saferhub.sources.history import commit_of, document_at, page_at
from saferhub.sources.library import read_library
from saferhub.translation.acceptance import same_meaning
from saferhub.translation.edits import Edit, edits, of_lines
from saferhub.translation.kept import links_and_footnotes, numbers


@dataclass(frozen=True)
class Wish:
    """What an author asks for on the command line."""

    pages: Sequence[str]
    since: str = ""
    old_file: Path | None = None
    locales: Sequence[str] = ()
    lines: Sequence[int] = ()
    safety: bool = False
    agreed: bool = False


def same(root: Path, wish: Wish) -> int:
    """Show the edits, ask, and write the records of all languages; return the exit code.

    0: done, or nothing to do. 1: a record that cannot be read, or the author said no. 2: a wrong command, or nobody
    there to ask.
    """
    library = read_library(root)
    sources = source_pages(library, wish.pages)
    known = {locale.id for locale in library.locales if not locale.is_source}
    unknown = [one for one in wish.locales if one not in known]
    if unknown:
        sys.stderr.write(f"There is no language `{unknown[0]}`. Choose among: {', '.join(sorted(known))}.\n")
    if wish.old_file and len(wish.pages) != 1:
        sys.stderr.write("`--from` is the old text of one page: name exactly one page with it.\n")
        return 2
    if unknown or not all_found(sources, wish.pages):
        return 2
    before = [_old_page(root, source, wish) for source in sources]
    if None in before:
        return 2
    chosen = [
        (source, _shown(library, source, old, wish))
        for source, old in zip(sources, before, strict=True)
        if old is not None
    ]
    chosen = [(source, found) for source, found in chosen if found]
    if not chosen:
        print("Nothing was written: there is no edit to pass on.")
        return 0
    agreed = _agreed(wish, sum(len(found) for _, found in chosen))
    if agreed is not True:
        return 1 if agreed is False else 2
    return _pass_on(root, library, chosen, wish)


def _old_page(root: Path, source: Document, wish: Wish) -> Document | None:
    """Return the page as it was; tell why if it cannot be found."""
    if wish.old_file:
        try:
            found: Document | None = document_at(wish.old_file.read_bytes(), source.path)
        except OSError as error:
            sys.stderr.write(f"{wish.old_file}: this file cannot be opened ({error.strerror}).\n")
            return None
    else:
        revision = wish.since or "HEAD"
        commit = commit_of(root, revision)
        if commit is None and wish.since:
            sys.stderr.write(f"Git knows no version `{revision}` here. `git log --oneline` lists versions.\n")
            return None
        if commit is None:
            sys.stderr.write("There is no git history here. Name a file with the old text: `--from FILE`.\n")
            return None
        found = page_at(root, source.path, commit)
        if found is None:
            sys.stderr.write(
                f"{source.path}: this page was not there at `{revision}`. Name another version with `--since`, or a "
                "file with the old text: `--from FILE`.\n"
            )
            return None
    assert found is not None
    return dataclasses.replace(found, id=source.id, kind=source.kind, locale=source.locale)


def _shown(library: Library, source: Document, old: Document, wish: Wish) -> list[Edit]:
    """Write each edit of a page as a difference, and return those that may be passed on."""
    found = edits(old, source)
    if not found and not wish.since and not wish.old_file:
        print(f"{source.path}: no text was edited since your last commit. For an older edit: `--since HEAD~1`.")
    elif not found:
        print(f"{source.path}: no text was edited.")
    if wish.lines:
        found = of_lines(found, source, wish.lines)
    chosen = []
    for edit in found:
        line = edit.new.block.line if edit.new.block else source.place(*edit.new.fact).line
        waiting = _waiting(library, source, edit, wish)
        print(f"{source.path}:{line}: {marked(edit.old.flowing, edit.new.flowing, in_colour())}")
        reason = _reason_against(edit, wish.safety)
        if reason:
            print(f"    Not passed on: {reason}")
        elif not waiting:
            print("    No translation matched the old text, so none is made to match the new one.")
        else:
            print(
                f"    Concerns {len(waiting)} {'language' if len(waiting) == 1 else 'languages'}: {', '.join(waiting)}."
            )
            chosen.append(edit)
    return chosen


def _reason_against(edit: Edit, safety: bool) -> str:
    if links_and_footnotes(edit.old.text) != links_and_footnotes(edit.new.text):
        return "a link, a picture or a footnote changed, so the translations have to change too."
    if numbers(edit.old.text) != numbers(edit.new.text):
        return "a number changed, so the translations have to change too."
    if edit.is_safety and not safety:
        return "readers rely on this safety text. If its meaning is the same in every detail, say `--safety`."
    return ""


def _waiting(library: Library, source: Document, edit: Edit, wish: Wish) -> list[str]:
    """The languages in which a translation matched the old text and does not match the new one yet."""
    left, new = edit.old.fingerprint, edit.new.fingerprint
    found = []
    for (locale, name), sidecar in library.sidecars.items():
        if name != source.id or (wish.locales and locale not in wish.locales):
            continue
        old = {right for one, right in sidecar.pairs if one == left}
        if old - {right for one, right in sidecar.pairs if one == new}:
            found.append(locale)
    return found


def _agreed(wish: Wish, count: int) -> bool | None:
    """Ask the author. None when nobody is there to be asked."""
    if wish.agreed:
        return True
    if not sys.stdin.isatty():
        sys.stderr.write("Nothing was written: nobody is here to be asked. Say `--yes` if the meaning is the same.\n")
        return None
    what = "this edit" if count == 1 else f"these {count} edits"
    if confirmed(f"Does the meaning stay the same in {what}?"):
        return True
    print("Nothing was written.")
    return False


def _pass_on(root: Path, library: Library, chosen: Sequence[tuple[Document, Sequence[Edit]]], wish: Wish) -> int:
    code = 0
    for source, found in chosen:
        changes = [(edit.old.text, edit.new.text) for edit in found]
        for locale in library.locales:
            sidecar = library.sidecars.get((locale.id, source.id))
            if sidecar is None or (wish.locales and locale.id not in wish.locales):
                continue
            page = TranslatedPage(source, locale, library.translations.get((locale.id, source.id)), sidecar)
            fault = fault_of(library, page)
            if fault:
                sys.stderr.write(fault)
                code = 1
                continue
            written, passed = same_meaning(sidecar, changes)
            if passed:
                store(root, page, written)
                print(
                    f"{page.sidecar_path}: {passed} {'text matches' if passed == 1 else 'texts match'} the new English."
                )
    return code

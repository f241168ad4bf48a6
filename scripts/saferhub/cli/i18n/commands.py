"""What `hub i18n` understands: each command of translators with its options."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from saferhub.checks.reporters import REPORTERS
from saferhub.cli.build import GENERATORS
from saferhub.cli.i18n.accept import accept
from saferhub.cli.i18n.check import check_language
from saferhub.cli.i18n.diff import diff
from saferhub.cli.i18n.glossary import export_glossary
from saferhub.cli.i18n.kit import kit
from saferhub.cli.i18n.po import export_po, import_po
from saferhub.cli.i18n.pseudo import build_pseudo
from saferhub.cli.i18n.same import Wish, same
from saferhub.cli.i18n.start import start
from saferhub.cli.i18n.status import status


def add_commands(commands: Any) -> None:
    """Add the commands for translators to the command line."""
    _start(commands.add_parser("start", help="begin a language or pages of it, or bring new parts into begun pages"))
    _status(commands.add_parser("status", help="say how far each language is, and what to do next"))
    _pseudo(commands.add_parser("pseudo", help="build the site in two made-up languages, to see the layout"))
    _accept(commands.add_parser("accept", help="record that translated pages match today's source"))
    _diff(commands.add_parser("diff", help="show what is to be done, and what changed in the English"))
    _same(commands.add_parser("same", help="pass an edit of the English that keeps its meaning on to all languages"))
    _check(commands.add_parser("check", help="check everything of one language"))
    _kit(commands.add_parser("kit", help="pack everything a volunteer without internet needs into one zip file"))
    _po(commands.add_parser("po", help="bring pages into Poedit, Weblate and other tools (PO files), and back"))
    _glossary(commands.add_parser("glossary", help="bring the glossary into spreadsheets and translators' tools"))


def _start(command: argparse.ArgumentParser) -> None:
    command.add_argument("locale", help="the language, for example es")
    command.add_argument("pages", nargs="*", help="pages such as lessons/spotting-scams (none: begin the language)")
    command.set_defaults(run=lambda root, options: start(root, options.locale, options.pages))


def _pseudo(command: argparse.ArgumentParser) -> None:
    command.add_argument("--open", action="store_true", help="open the result in a browser")
    command.add_argument("--generator", choices=GENERATORS, default="mkdocs", help="which site generator to run")
    command.set_defaults(run=lambda root, options: build_pseudo(root, options.generator, options.open))


def _accept(command: argparse.ArgumentParser) -> None:
    command.add_argument("locale", help="the language, for example ar")
    command.add_argument("pages", nargs="*", help="pages such as lessons/spotting-scams")
    command.add_argument("--all", action="store_true", help="every translated page of the language")
    command.add_argument("--draft", choices=["machine"], default="", help="no person has read the text yet")
    command.add_argument("--stale", action="store_true", help="also texts that nobody edited since the English changed")
    command.add_argument(
        "--anew", action="store_true", help="forget the earlier record of the page and write a new one"
    )
    command.set_defaults(
        run=lambda root, options: accept(
            root, options.locale, options.pages, options.draft, options.stale, options.anew, options.all
        )
    )


def _diff(command: argparse.ArgumentParser) -> None:
    command.add_argument("locale", help="the language, for example ar")
    command.add_argument("pages", nargs="*", help="pages such as lessons/spotting-scams (default: all of the language)")
    command.set_defaults(run=lambda root, options: diff(root, options.locale, options.pages))


def _same(command: argparse.ArgumentParser) -> None:
    command.add_argument("pages", nargs="+", help="English pages such as lessons/spotting-scams")
    old = command.add_mutually_exclusive_group()
    old.add_argument("--since", default="", metavar="REVISION", help="compare with this version (default: HEAD)")
    old.add_argument("--from", dest="old_file", type=Path, metavar="FILE", help="compare with the old text in a file")
    command.add_argument("--locale", nargs="+", default=[], help="only these languages (default: all)")
    command.add_argument("--line", nargs="+", type=int, default=[], help="only the blocks on these lines of the page")
    command.add_argument("--safety", action="store_true", help="also safety texts: their meaning is exactly the same")
    command.add_argument("--yes", action="store_true", help="write without asking")
    command.set_defaults(
        run=lambda root, options: same(
            root,
            Wish(
                options.pages,
                options.since,
                options.old_file,
                options.locale,
                options.line,
                options.safety,
                options.yes,
            ),
        )
    )


def _check(command: argparse.ArgumentParser) -> None:
    command.add_argument("locale", help="the language, for example ar")
    command.add_argument("pages", nargs="*", help="only these pages, such as lessons/spotting-scams")
    command.add_argument("--format", choices=sorted(REPORTERS), default="text", help="how faults are written")
    command.add_argument("--no-cache", action="store_true", help="read everything anew")
    command.set_defaults(
        run=lambda root, options: check_language(
            root, options.locale, options.pages, options.format, not options.no_cache
        )
    )


def _status(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "names", nargs="*", metavar="LOCALE or PAGE", help="languages, and pages of which every open block is listed"
    )
    command.add_argument("--format", choices=["text", "json"], default="text", help="how it is written")
    command.add_argument("--no-cache", action="store_true", help="read everything anew")
    command.set_defaults(run=lambda root, options: status(root, options.names, options.format, not options.no_cache))


def _po(command: argparse.ArgumentParser) -> None:
    parts = command.add_subparsers(required=True, metavar="COMMAND")
    export = parts.add_parser("export", help="write a PO file for each page")
    export.add_argument("locale", help="the language, for example ar")
    export.add_argument(
        "pages", nargs="*", help="pages such as lessons/spotting-scams (default: all that are translated)"
    )
    export.add_argument("--to", type=Path, metavar="FOLDER", help="where to write them (default: build/po/LOCALE)")
    export.add_argument("--all", action="store_true", help="also pages that nobody has begun to translate")
    export.set_defaults(
        run=lambda root, options: export_po(root, options.locale, options.pages, options.to, options.all)
    )
    back = parts.add_parser("import", help="put the translations of PO files into their pages")
    back.add_argument("locale", help="the language, for example ar")
    back.add_argument("files", nargs="+", type=Path, help="PO files, folders, or a kit's zip file")
    back.add_argument("--dry-run", action="store_true", help="write nothing; say what would be taken and refused")
    back.set_defaults(run=lambda root, options: import_po(root, options.locale, options.files, options.dry_run))


def _kit(command: argparse.ArgumentParser) -> None:
    command.add_argument("locale", help="the language, for example es")
    command.add_argument(
        "--to", type=Path, metavar="FILE", help="where to write it (default: dist/saferhub-kit-LOCALE.zip)"
    )
    command.set_defaults(run=lambda root, options: kit(root, options.locale, options.to))


def _glossary(command: argparse.ArgumentParser) -> None:
    parts = command.add_subparsers(required=True, metavar="COMMAND")
    export = parts.add_parser("export", help="write the glossary as a table (CSV) and as TBX")
    export.add_argument("locale", help="the language, for example ar")
    export.add_argument("--to", type=Path, metavar="FOLDER", help="where to write it (default: build/po/LOCALE)")
    export.set_defaults(run=lambda root, options: export_glossary(root, options.locale, options.to))

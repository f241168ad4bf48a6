"""What `hub i18n` understands: each command of translators with its options."""

from __future__ import annotations

import argparse
from typing import Any

from saferhub.cli.build import GENERATORS
from saferhub.cli.i18n.accept import accept
from saferhub.cli.i18n.pseudo import build_pseudo
from saferhub.cli.i18n.start import start


def add_commands(commands: Any) -> None:
    """Add the commands for translators to the command line."""
    _start(commands.add_parser("start", help="begin a language or pages of it, or bring new parts into begun pages"))
    _pseudo(commands.add_parser("pseudo", help="build the site in two made-up languages, to see the layout"))
    _accept(commands.add_parser("accept", help="record that translated pages match today's source"))


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
    command.add_argument("pages", nargs="*", help="pages such as lessons/spotting-scams (default: all of the language)")
    command.add_argument("--draft", choices=["machine"], default="", help="no person has read the text yet")
    command.add_argument("--stale", action="store_true", help="also texts that nobody edited since the English changed")
    command.add_argument(
        "--anew", action="store_true", help="forget the earlier record of the page and write a new one"
    )
    command.set_defaults(
        run=lambda root, options: accept(
            root, options.locale, options.pages, options.draft, options.stale, options.anew
        )
    )

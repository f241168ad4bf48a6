"""What `hub i18n` understands: each command of translators with its options."""

from __future__ import annotations

import argparse
from typing import Any

from saferhub.cli.i18n.accept import accept
from saferhub.cli.i18n.status import status


def add_commands(commands: Any) -> None:
    """Add the commands for translators to the command line."""
    _accept(commands.add_parser("accept", help="record that translated pages match today's source"))
    _status(commands.add_parser("status", help="say how far each language is, and what to do next"))


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


def _status(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "names", nargs="*", metavar="LOCALE or PAGE", help="languages, and pages of which every open block is listed"
    )
    command.add_argument("--format", choices=["text", "json"], default="text", help="how it is written")
    command.add_argument("--no-cache", action="store_true", help="read everything anew")
    command.set_defaults(run=lambda root, options: status(root, options.names, options.format, not options.no_cache))

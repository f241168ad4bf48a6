"""The `hub` command. `hub --help` lists what it can do."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from saferhub.checks.constructions import PackError
from saferhub.checks.registry import rule
from saferhub.checks.reporters import REPORTERS
from saferhub.cli import check
from saferhub.cli.baseline import write_baseline
from saferhub.cli.build import GENERATORS, build
from saferhub.cli.generated import drifted, write_generated
from saferhub.cli.help_review import add_arguments as add_review_arguments
from saferhub.cli.help_review import review
from saferhub.cli.i18n.commands import add_commands as add_translation_commands
from saferhub.cli.packs.commands import add_commands as add_pack_commands
from saferhub.cli.pages import inspect_pages
from saferhub.cli.preview import serve
from saferhub.cli.rule_pages import explanation
from saferhub.cli.stats import stats
from saferhub.cli.tone_report import tone_report
from saferhub.cli.words import update_words
from saferhub.site.links import broken_links
from saferhub.sources.library import read_library

EDITOR_PACKAGES = ("pygls", "lsprotocol", "cattrs", "attrs", "attr")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0 when all is well, 1 for faults in the content, 2 for a wrong command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a console that knows no Arabic letters must not stop us
    options = _parser().parse_args(arguments)
    root: Path = options.root.resolve()
    if not (root / "docs").is_dir():
        sys.stderr.write(f"{root} is not a hub: it has no folder `docs`. Go to the hub's folder, or use --root.\n")
        return 2
    try:
        code: int = options.run(root, options)
        if not sys.stdout.closed:  # an editor closes it when it says goodbye
            sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads has seen enough, as with `hub i18n diff ar | head`.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        sys.stderr.write(f"{error.filename or root}: {error.strerror or error}. Nothing was put in place.\n")
        return 1
    except PackError as error:
        sys.stderr.write(f"A language pack cannot be read. {error}\n")
        return 2
    except KeyboardInterrupt:
        sys.stderr.write("Stopped. What was there before is untouched.\n")
        return 130
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="hub", description="Check, build and translate the lesson hub.")
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="the folder of the hub (default: here)")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    command = commands.add_parser("check", help="check all lessons, translations and data, or some files")
    check.add_arguments(command)
    command.set_defaults(run=check.run)

    command = commands.add_parser("baseline", help="write down known problems, so that only new ones stop the build")
    command.add_argument("--grow", action="store_true", help="let the list become longer, for newly imported files")
    command.set_defaults(run=lambda root, options: write_baseline(root, options.grow))

    command = commands.add_parser("explain", help="say what a check looks for and how to fix what it finds")
    command.add_argument("slug", help="the name of the check, as it stands in brackets in a message")
    command.set_defaults(run=_explain)

    command = commands.add_parser("lsp", help="show faults in an editor while you write (Language Server Protocol)")
    command.set_defaults(run=lambda root, options: _language_server(root))

    command = commands.add_parser("build", help="build the site of every language, and the offline bundles")
    command.add_argument("--generator", choices=GENERATORS, default="mkdocs", help="which site generator to run")
    command.set_defaults(run=lambda root, options: build(root, options.generator))

    command = commands.add_parser("serve", help="preview one language with live reload")
    command.add_argument("--locale", default="en", help="the language to preview")
    command.add_argument("--address", default="127.0.0.1:8000", help="where to serve it")
    command.set_defaults(run=lambda root, options: serve(root, options.locale, options.address))

    command = commands.add_parser("links", help="look at every link of a built site")
    command.add_argument("site", type=Path, nargs="?", help="the folder of the site (default: site)")
    command.set_defaults(run=_links)

    command = commands.add_parser("pages", help="look at the pages of a built site in a browser, as readers meet them")
    command.add_argument("site", type=Path, nargs="?", help="the folder of the site (default: site)")
    command.add_argument("--all", action="store_true", help="look at every page, not only at samples and what changed")
    command.add_argument("--format", choices=sorted(REPORTERS), default="text", help="how faults are written")
    command.set_defaults(
        run=lambda root, options: inspect_pages(root, options.site or root / "site", options.all, options.format)
    )

    command = commands.add_parser("stats", help="count lessons, words and languages, and show what is missing")
    command.add_argument("--json", action="store_true", help="write the figures as data for other programs")
    command.set_defaults(run=lambda root, options: stats(root, options.json))

    command = commands.add_parser("docs", help="write the files that are made from code: schemas, rule pages, words")
    command.add_argument("--check", action="store_true", help="write nothing; fail if a file is out of date")
    command.set_defaults(run=_docs)

    command = commands.add_parser("words", help="bring the words of every language up to date with the code")
    command.set_defaults(run=lambda root, options: update_words(root))

    command = commands.add_parser("help-review", help="list help services by the days that are left to verify them")
    add_review_arguments(command)
    command.set_defaults(run=lambda root, options: review(root, options.days))

    command = commands.add_parser("tone-report", help="measure the checks of tone and terms on labelled sentences")
    command.add_argument("folder", type=Path, nargs="?", help="a folder of <locale>.tsv (default: tests/checks/corpus)")
    command.add_argument("--locale", action="append", default=[], help="only this language; may be given several times")
    command.add_argument("--missed", action="store_true", help="list every sentence that was judged wrongly")
    command.add_argument("--write", action="store_true", help="write the table into the docs, with today's date")
    command.set_defaults(
        run=lambda root, options: tone_report(root, options.folder, options.locale, options.missed, options.write)
    )

    packs = commands.add_parser("packs", help="make packs of lessons to print")
    add_pack_commands(packs.add_subparsers(required=True, metavar="COMMAND"))

    translation = commands.add_parser("i18n", help="work on translations")
    add_translation_commands(translation.add_subparsers(required=True, metavar="COMMAND"))
    return parser


def _explain(root: Path, options: argparse.Namespace) -> int:
    found = rule(options.slug)
    if found is None:
        sys.stderr.write(
            f"There is no check named `{options.slug}`. They are listed in docs/en/contribute/checks/index.md.\n"
        )
        return 2
    sys.stdout.write(f"# {found.slug}\n\n{explanation(found)}")
    return 0


def _language_server(root: Path) -> int:
    try:
        from saferhub.cli.language_server import serve as serve_editor
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in EDITOR_PACKAGES:
            raise
        sys.stderr.write(
            "Editors need one more package. Install it with `pip install saferhub[editor]`, or run `make check` once.\n"
        )
        return 2
    return serve_editor(root)


def _links(root: Path, options: argparse.Namespace) -> int:
    site = options.site or root / "site"
    if not site.is_dir():
        sys.stderr.write(f"{site} does not exist. Run `make site` first.\n")
        return 2
    faults = list(broken_links(site))
    sys.stdout.write("".join(f"{fault}\n" for fault in faults))
    print(f"{len(faults)} broken links.")
    return 1 if faults else 0


def _docs(root: Path, options: argparse.Namespace) -> int:
    library = read_library(root)
    if not library.taxonomy.harms:
        sys.stderr.write("The taxonomy cannot be read; run `hub check` to see why.\n")
        return 1
    if options.check:
        names = drifted(root, library)
        sys.stderr.write("".join(f"{name}: out of date. Run `make docs` and commit the result.\n" for name in names))
        return 1 if names else 0
    for name in write_generated(root, library):
        print(f"written: {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

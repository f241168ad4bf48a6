"""`hub packs`: build the standard packs, those that are written down, or one of your own; list and check them."""

from __future__ import annotations

import argparse
import datetime
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from saferhub.catalogue.catalogue import Catalogue, publish
from saferhub.checks.recipes import recipe_faults
from saferhub.checks.reporters.text import write
from saferhub.cli.library import checked, today, voices
from saferhub.cli.packs.check import check_packs
from saferhub.cli.packs.kept import FOLDER, State, inputs, made_with, tools, write_manifest
from saferhub.model.pack import ADULTS, EDITIONS, PAPERS, PackOrder, PackRecipe
from saferhub.sources.library import read_library
from saferhub.sources.packs import read_pack

NEEDS = (
    "Packs need the text engine WeasyPrint and its fonts. Run `make packs` once, which installs them "
    "(on Debian and Ubuntu also libpango, on macOS `brew install pango`).\n"
)


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `build`, `list` and `check`."""
    for name, about, run in (
        ("build", "make packs to print: all standard ones, or those that you ask for", _build),
        ("list", "list the packs with their pages, minutes and whether they are up to date", _list),
    ):
        command = commands.add_parser(name, help=about)
        command.add_argument("recipes", nargs="*", type=Path, metavar="my-pack.yml", help="a recipe of your own")
        command.add_argument("--ages", help=f"an age band such as 9-12, or {ADULTS}")
        command.add_argument("--audience", help="the people it is for, such as parents-carers")
        command.add_argument("--harm", action="append", default=[], help="only lessons about it; several times allowed")
        command.add_argument("--locale", action="append", default=[], help="only this language; several times allowed")
        command.add_argument("--edition", choices=EDITIONS, action="append", default=[])
        command.add_argument("--paper", choices=PAPERS, action="append", default=[])
        command.add_argument("--country", default="", help="whose services stand on the help page, such as AM")
        command.add_argument("--address", default=os.environ.get("SITE_URL", ""), help="of the site, for the QR code")
        command.add_argument("--extras", action="store_true", help="also booklets to fold and cards to cut out")
        command.add_argument("--scheduler", default="", help="a Dask cluster instead of this machine: tcp://host:8786")
        command.set_defaults(run=run)
    command = commands.add_parser("check", help="look into every PDF: tags, fonts, checksums, PDF/UA-1")
    command.add_argument("folder", type=Path, nargs="?", help=f"the folder of the packs (default: {FOLDER})")
    command.set_defaults(run=lambda root, options: check_packs(root, options.folder))


def _recipes(root: Path, catalogue: Catalogue, options: argparse.Namespace) -> list[PackRecipe] | None:
    """Return the recipes that are asked for; None when one of them is wrong, which has been told."""
    from saferhub.packs.selection import standard_recipes

    taxonomy = catalogue.taxonomy
    for name, value, allowed in (
        ("ages", options.ages, [*taxonomy.ids("age_bands"), ADULTS]),
        ("audience", options.audience, taxonomy.ids("audiences")),
        *(("harm", harm, taxonomy.ids("harms")) for harm in options.harm),
        *(("locale", locale, [one.id for one in catalogue.locales]) for locale in options.locale),
    ):
        if value and value not in allowed:
            sys.stderr.write(f"There is no {name} `{value}`. There are: {', '.join(allowed)}.\n")
            return None
    if options.recipes:
        found = [_own(path, catalogue) for path in options.recipes]
        return [recipe for recipe in found if recipe] if all(found) else None
    if options.ages or options.audience or options.harm:
        parts = [options.ages, options.audience if options.audience != "learners" else "", *options.harm]
        name = "-".join(part for part in parts if part)
        name = f"ages-{name}" if options.ages and options.ages != ADULTS else name
        audience = options.audience or ("learners" if options.ages not in (None, ADULTS) else "")
        editions = EDITIONS if audience == "learners" else ("facilitator",)
        recipe = PackRecipe(
            name, options.ages or "", audience, tuple(options.harm), editions=editions, country=options.country
        )
        return [recipe]
    return [*standard_recipes(catalogue), *catalogue.library.packs]


def _own(path: Path, catalogue: Catalogue) -> PackRecipe | None:
    """Read a recipe that a trainer wrote, and say everything that is wrong with it."""
    place = path.resolve()
    recipe, problems = read_pack(place.parent, place.name, catalogue.taxonomy)
    told = [f"{problem.place}: {problem.message}\n    {problem.hint}\n" for problem in problems]
    if recipe:
        faults = recipe_faults(recipe, catalogue.lessons, catalogue.locales)
        told += [f"{fault.place}: {fault.message}\n    {fault.hint}\n" for fault in faults]
    sys.stderr.write("".join(told))
    return None if told else recipe


def _catalogue(root: Path) -> Catalogue | None:
    library, report = checked(root)
    if not report.is_clean:
        sys.stderr.write(write(report))
        sys.stderr.write("No pack was made: mend the errors above first.\n")
        return None
    return publish(library or read_library(root), report, today())


def _build(root: Path, options: argparse.Namespace) -> int:
    started = time.monotonic()
    whole = not (options.recipes or options.ages or options.audience or options.harm)
    asked = [str(value) for key, value in sorted(vars(options).items()) if key not in ("run", "root", "scheduler")]
    state = State(root)
    asked_for = " ".join(asked)
    now = inputs(root)
    if whole and _unchanged(root, state, asked_for, now):
        names = state.asked[asked_for]
        print(f"All {len(names)} packs in {FOLDER}/ are still right ({time.monotonic() - started:.1f} s).")
        return 0
    catalogue = _catalogue(root)
    if catalogue is None:
        return 1
    recipes = _recipes(root, catalogue, options)
    if recipes is None:
        return 2
    try:
        from saferhub.cli.packs import build
        from saferhub.packs.fonts import MissingFontsError
    except (ImportError, OSError) as error:
        sys.stderr.write(f"{NEEDS}The reason: {error}\n")
        return 2
    wanted = build.ordered(catalogue, recipes, options.locale, options.edition, options.paper)
    if not wanted:
        sys.stderr.write("Nothing fits all of this: no lesson, or none is translated far enough. No pack was made.\n")
        return 1
    try:
        until = min((entry.expires for entry in catalogue.help_entries), default=datetime.date.max)
        packs = build.written(root, catalogue, voices(root, catalogue), wanted, options.address, options.extras)
        print(f"{len(wanted)} packs in {len({order.locale for order in wanted})} languages.", flush=True)
        executor = build.cluster_executor(options.scheduler) if options.scheduler else build.local_executor()
        with executor:
            moment = build.Moment(now, until.isoformat())
            outcome = build.make(root, packs, state, executor, moment, options.extras)
    except (MissingFontsError, build.NoClusterError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    if whole and not outcome.failed:
        before = {name for names in state.asked.values() for name in names}
        state.asked[asked_for] = [order.name for order in wanted]
        _remove_old(root, state, before - {order.name for order in wanted}, options)
    state.save()
    write_manifest(root, state, now, today())
    return build.tell(outcome, time.monotonic() - started)


def _unchanged(root: Path, state: State, asked_for: str, now: str) -> bool:
    """Whether nothing has changed since all packs were made, neither content nor files nor what has expired since."""
    if asked_for not in state.asked or made_with(root) != tools():
        return False
    kept = [state.packs.get(name) for name in state.asked[asked_for]]
    return all(pack and pack.is_right(now, today()) and pack.is_there(root / FOLDER) for pack in kept)


def _remove_old(root: Path, state: State, old: set[str], options: argparse.Namespace) -> None:
    """Take away packs that earlier runs of this kind made, for example of a lesson that was withdrawn.

    Packs after a trainer's own recipe stay.
    """
    if options.locale or options.edition or options.paper:
        return
    for name in [name for name in state.packs if name in old]:
        for file in state.packs.pop(name).files:
            (root / FOLDER / file).unlink(missing_ok=True)


def _list(root: Path, options: argparse.Namespace) -> int:
    catalogue = _catalogue(root)
    if catalogue is None:
        return 1
    recipes = _recipes(root, catalogue, options)
    if recipes is None:
        return 2
    try:
        from saferhub.cli.packs import build
    except (ImportError, OSError) as error:
        sys.stderr.write(f"{NEEDS}The reason: {error}\n")
        return 2
    wanted = build.ordered(catalogue, recipes, options.locale, options.edition, options.paper)
    for line in _lines(root, catalogue, options, wanted):
        print(line)
    return 0


def _lines(root: Path, catalogue: Catalogue, options: argparse.Namespace, wanted: list[PackOrder]) -> Iterator[str]:
    from saferhub.cli.packs import build

    state = State(root)
    yield f"{'pack':52} {'pages':>5} {'minutes':>7}  fingerprint  state"
    for item in build.written(root, catalogue, voices(root, catalogue), wanted, options.address, options.extras):
        if isinstance(item, tuple):
            yield f"{item[0].name:52} {'-':>5} {'-':>7}  {'-':11}  cannot be printed: {item[1]}"
            continue
        known = state.packs.get(item.order.name)
        is_there = known is not None and known.is_there(root / FOLDER)
        fresh = is_there and known is not None and known.made_from == item.made_from
        pages = known.facts["pages"] if known and fresh else "-"
        word = "fresh" if fresh else ("out of date" if is_there else "to make")
        yield f"{item.order.name:52} {pages:>5} {item.facts['minutes']:>7}  {item.made_from[:11]}  {word}"

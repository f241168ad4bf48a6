"""Make print packs: choose, write the pages, set them in several processes, and put only whole files in place."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path

from saferhub.catalogue.catalogue import Catalogue
from saferhub.cli.cache import fingerprint, processes, program
from saferhub.cli.packs.kept import FOLDER, KeptPack, State, tools
from saferhub.cli.tree import write_file
from saferhub.model.pack import PackOrder, PackRecipe
from saferhub.packs.contents import Facts, Shelf, UnprintableError, pack_facts
from saferhub.packs.document import document, press
from saferhub.packs.fonts import font_folder
from saferhub.packs.pdf import Printed, PrintJob, print_job
from saferhub.packs.selection import choose, orders
from saferhub.render.voice import Voice

SECONDS_TO_ANSWER = 5
BOOKLET, CARDS = "-booklet", "-cards"


@dataclass
class Wanted:
    """A pack to make: its order, its pages and cards as HTML, and what the list of packs says about it."""

    order: PackOrder
    html: str
    cards: str
    facts: dict[str, object]
    made_from: str


@dataclass
class Moment:
    """The state of the hub that a run began with: its fingerprint, and the day until which help services are shown."""

    inputs: str
    until: str


@dataclass
class Outcome:
    """What a run did: names of packs that were set, that were still right, and those that failed with the reason."""

    made: list[str] = field(default_factory=list)
    fresh: list[str] = field(default_factory=list)
    failed: dict[str, str] = field(default_factory=dict)
    pages: int = 0


def ordered(
    catalogue: Catalogue,
    recipes: Iterable[PackRecipe],
    locales: Sequence[str],
    editions: Sequence[str],
    papers: Sequence[str],
) -> list[PackOrder]:
    """Return the files to make, by language."""
    found = [
        order
        for recipe in recipes
        for order in orders(recipe, catalogue)
        if (not locales or order.locale in locales) and (not editions or order.edition in editions)
    ]
    if papers:
        found = [
            PackOrder(order.recipe, order.locale, order.edition, paper)
            for order in found
            if order.paper == order.recipe.papers[0]
            for paper in papers
        ]
    places = {locale.id: number for number, locale in enumerate(catalogue.locales)}
    return sorted(found, key=lambda order: places[order.locale])


def written(
    root: Path, catalogue: Catalogue, voices: dict[str, Voice], wanted: Sequence[PackOrder], address: str, extras: bool
) -> Iterator[Wanted | tuple[PackOrder, str]]:
    """Return each pack with its pages, or the reason why it cannot be printed."""
    shelf: Shelf | None = None
    made_by = f"{program()} {font_stamp(root)} {tools()} {extras}".encode()
    for order in wanted:
        locale = next(one for one in catalogue.locales if one.id == order.locale)
        if shelf is None or shelf.locale != locale:
            shelf = Shelf(root, catalogue, locale, voices[locale.id], address)
            templates = press(root, voices[locale.id])
        selection = choose(order.recipe, catalogue, locale)
        try:
            facts = pack_facts(order, selection, shelf)
        except UnprintableError as error:
            yield order, str(error)
            continue
        html = document(templates, facts)
        has_cards = extras and any(lesson["cards"] for lesson in _lessons(facts))
        cards = document(templates, facts, "print/cards.html") if has_cards else ""
        told: dict[str, object] = {
            "id": order.recipe.id,
            "locale": order.locale,
            "edition": order.edition,
            "paper": order.paper,
            "title": facts["title"],
            "group": facts["group"],
            "lessons": [lesson.id for lesson in selection.lessons],
            "letters": [lesson.id for lesson in selection.letters],
            "left_out": [lesson.id for lesson in selection.left_out],
            "minutes": selection.minutes,
        }
        yield Wanted(order, html, cards, told, fingerprint([made_by, html.encode(), cards.encode()]))


def _lessons(facts: Facts) -> list[Facts]:
    found = facts["lessons"]
    assert isinstance(found, list)
    return found


def font_stamp(root: Path) -> str:
    """Return what the fonts of packs were made from."""
    return (font_folder(root) / "made-from.json").read_text(encoding="utf-8")


def make(
    root: Path,
    packs: Iterable[Wanted | tuple[PackOrder, str]],
    state: State,
    executor: Executor,
    moment: Moment,
    extras: bool,
) -> Outcome:
    """Set all packs that are not there yet. One that fails does not stop the others."""
    outcome = Outcome()
    fonts = font_folder(root)
    jobs: dict[Future[Printed], tuple[Wanted, str]] = {}
    open_parts: dict[str, int] = {}
    printed: dict[str, dict[str, Printed]] = {}
    for item in packs:
        if isinstance(item, tuple):
            outcome.failed[item[0].name] = item[1]
            continue
        name = item.order.name
        known = state.packs.get(name)
        if known and known.made_from == item.made_from and known.is_there(root / FOLDER):
            state.confirm(name, moment.inputs, moment.until)
            outcome.fresh.append(name)
            continue
        right_to_left = 'dir="rtl"' in item.html[:200]
        parts = {"": PrintJob(name, item.html, fonts, True, right_to_left, extras)}
        if item.cards:
            parts[CARDS] = PrintJob(f"{name}{CARDS}", item.cards, fonts, False)
        open_parts[name] = len(parts)
        for part, job in parts.items():
            jobs[executor.submit(print_job, job)] = (item, part)
    started = time.monotonic()
    for number, future in enumerate(as_completed(jobs), 1):
        item, part = jobs[future]
        name = item.order.name
        try:
            result = future.result()
        except Exception as error:
            outcome.failed[name] = f"it could not be set ({type(error).__name__}: {error})"
        else:
            if result.faults:
                outcome.failed[name] = "; ".join(result.faults[:3])
            printed.setdefault(name, {})[part] = result
        open_parts[name] -= 1
        if not open_parts[name] and name not in outcome.failed:
            _keep(root, item, printed.pop(name), state, moment)
            outcome.made.append(name)
            outcome.pages += int(str(state.packs[name].facts["pages"]))
        _progress(number, len(jobs), started, name, outcome)
    return outcome


def _keep(root: Path, item: Wanted, parts: dict[str, Printed], state: State, moment: Moment) -> None:
    """Put the files of one pack in place and remember them."""
    main = parts[""]
    base = item.order.name
    contents = {f"{base}.pdf": main.content}
    facts: dict[str, object] = {**item.facts, "pages": main.pages, "size": len(main.content), "file": _name(base)}
    if main.booklet:
        contents[f"{base}{BOOKLET}.pdf"] = main.booklet
        facts["booklet"] = _name(f"{base}{BOOKLET}")
    if CARDS in parts:
        contents[f"{base}{CARDS}.pdf"] = parts[CARDS].content
        facts["cards"] = _name(f"{base}{CARDS}")
    for name, content in contents.items():
        write_file(root / FOLDER / name, content)
    sums = {name: sha256(content).hexdigest() for name, content in contents.items()}
    state.packs[item.order.name] = KeptPack(item.made_from, moment.inputs, moment.until, sums, facts)
    state.save()


def _name(base: str) -> str:
    return f"{base.rpartition('/')[2]}.pdf"


def _progress(number: int, of: int, started: float, name: str, outcome: Outcome) -> None:
    took = time.monotonic() - started
    left = took / number * (of - number)
    state = "FAILED" if name in outcome.failed else "set"
    print(f"  {number} of {of}: {name} {state}, about {left:.0f} s left", flush=True)


def local_executor(workers: int = 0) -> Executor:
    """Return processes of this machine. They begin empty, because the text engine must not share what it has read."""
    return ProcessPoolExecutor(workers or processes(), mp_context=get_context("spawn"))


class NoClusterError(Exception):
    """Raised when the cluster that somebody named cannot be reached; the message says what to do."""


def cluster_executor(address: str) -> Executor:
    """Return the executor of a Dask cluster whose scheduler has that address."""
    try:
        from distributed import Client

        executor: Executor = Client(address, timeout=SECONDS_TO_ANSWER).get_executor()
    except (ImportError, OSError, ValueError, TypeError) as error:
        raise NoClusterError(
            f"No cluster answers at {address} ({error}). Start its scheduler, or leave `--scheduler` out."
        ) from error
    return executor


def tell(outcome: Outcome, seconds: float) -> int:
    """Say at the end what was done and what failed; return the exit code."""
    print(
        f"{len(outcome.made)} packs set ({outcome.pages} pages), {len(outcome.fresh)} still right, "
        f"{len(outcome.failed)} failed, in {seconds:.1f} s. They are in {FOLDER}/."
    )
    for name, reason in sorted(outcome.failed.items()):
        sys.stderr.write(f"{name}: {reason}\n")
    return 1 if outcome.failed else 0

"""Measure print packs: all of them from nothing, unchanged, memory of a worker, and the share that our own work takes.

`make bench` runs it. Times of a shared machine vary: the figures to compare are processor time and ratios of medians.
"""

from __future__ import annotations

import datetime
import os
import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from saferhub.catalogue.catalogue import publish
from saferhub.checks.report import check
from saferhub.cli.library import voices
from saferhub.model.pack import PackOrder, PackRecipe
from saferhub.packs.contents import Shelf, pack_facts
from saferhub.packs.document import document, press
from saferhub.packs.fonts import font_folder, isolate
from saferhub.packs.pdf import PrintJob, print_job
from saferhub.packs.selection import choose
from saferhub.sources.library import read_library

LOCALES = ("en", "ar", "zh")
RUNS = 5


def packs_report(project: Path, fonts: Path) -> None:
    """Print every measurement of packs for a copy of the hub; `fonts` is a folder in which they were made before."""
    shutil.copytree(fonts, project / "build" / "print-fonts", dirs_exist_ok=True)
    shutil.rmtree(project / "dist" / "packs", ignore_errors=True)
    for name in ("from nothing", "unchanged"):
        seconds, used = run(project)
        print(f"all standard packs, {name}: {seconds:.1f} s, {used:.1f} s of processor time")
    made = sorted((project / "dist" / "packs").rglob("*.pdf"))
    print(f"{len(made)} files, {sum(path.stat().st_size for path in made) / 1e6:.1f} MB")
    for locale in LOCALES:
        job, pages = one_pack(project, locale)
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            ours = [pool.submit(processor_time, print_job, job) for _ in range(RUNS)]
            plain = [pool.submit(processor_time, plain_pdf, job) for _ in range(RUNS)]
            mine, theirs = ([one.result() for one in many] for many in (ours, plain))
            memory = pool.submit(most_memory).result()
        middle = statistics.median(mine)
        print(
            f"{locale}: {pages} pages, {pages / middle:.1f} pages a processor second; ours / plain WeasyPrint of the same"
            f" pages {middle / statistics.median(theirs):.2f} (medians of {RUNS}); worker at most {memory:.0f} MB"
        )


def run(project: Path) -> tuple[float, float]:
    """Build all packs in a process of its own; return seconds and seconds of processor time, its workers included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.monotonic()
    environment = {**os.environ, "PYTHONPATH": str(project / "scripts")}
    command = [sys.executable, "-m", "saferhub.cli.main", "packs", "build"]
    subprocess.run(command, cwd=project, env=environment, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return time.monotonic() - started, used


def one_pack(project: Path, locale_id: str) -> tuple[PrintJob, int]:
    """Return the pack for learners of 9 to 12 in one language as a job, and how many pages it has."""
    library = read_library(project)
    today = datetime.date.today()
    catalogue = publish(library, check(library, today), today)
    locale = next(one for one in catalogue.locales if one.id == locale_id)
    recipe = PackRecipe("ages-9-12", ages="9-12", audience="learners")
    order = PackOrder(recipe, locale_id, "facilitator", "A4")
    shelf = Shelf(project, catalogue, locale, voices(project, catalogue)[locale_id])
    html = document(press(project, shelf.voice), pack_facts(order, choose(recipe, catalogue, locale), shelf))
    job = PrintJob(order.name, html, font_folder(project))
    return job, print_job(job).pages


def processor_time(work: Callable[[PrintJob], object], job: PrintJob) -> float:
    """Return the seconds of processor time that some work takes in this process."""
    started = time.process_time()
    work(job)
    return time.process_time() - started


def plain_pdf(job: PrintJob) -> bytes:
    """Set the same pages with the engine alone, tags included."""
    isolate(job.fonts)
    import weasyprint

    return bytes(weasyprint.HTML(string=job.html).write_pdf(pdf_variant="pdf/ua-1"))


def most_memory() -> float:
    """Return the most memory that this process has needed so far, in megabytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1e6 if sys.platform == "darwin" else most / 1e3

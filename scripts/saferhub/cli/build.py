"""Build the site: check, stage, one generator process for each language, then bundles."""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor, as_completed
from pathlib import Path

from saferhub.catalogue.catalogue import Catalogue
from saferhub.cli.dashboard import write_dashboard
from saferhub.cli.library import catalogue_or_none, today, voices
from saferhub.cli.packs.kept import FOLDER as MADE
from saferhub.cli.packs.kept import made_packs
from saferhub.cli.tree import replace_folder, write_file, write_tree
from saferhub.model.locale import SOURCE_LOCALE, Locale
from saferhub.model.pack import PackFile
from saferhub.render.voice import Voice
from saferhub.site.bundle import write_bundle
from saferhub.site.links import broken_links
from saferhub.site.printed import FOLDER as PACKS_FOLDER
from saferhub.site.root_page import root_page, sitemap
from saferhub.site.staging import Composed, compose_all, stage, static_files

GENERATORS = ("mkdocs", "properdocs")


def stage_locale(
    root: Path,
    catalogue: Catalogue,
    composed: Composed,
    locale: Locale,
    voice: Voice,
    packs: Sequence[PackFile] = (),
) -> Path:
    """Write the staged pages of one language and return their folder."""
    folder = root / "build" / locale.id
    files: dict[str, str | Path] = {
        **stage(catalogue, composed, locale, voice, packs),
        **static_files(root, catalogue, locale),
    }
    write_tree(folder, files)
    return folder


def generate(folder: Path, generator: str, scripts: str) -> tuple[str, float, str]:
    """Run the site generator on one staged language; return the language, the seconds it took and what went wrong."""
    started = time.monotonic()
    environment = {**os.environ, "PYTHONPATH": scripts, "NO_MKDOCS_2_WARNING": "1", "PYTHONHASHSEED": "0"}
    environment.setdefault("SOURCE_DATE_EPOCH", "1767225600")  # the generator would otherwise write today's date
    done = subprocess.run(
        [sys.executable, "-m", generator, "build", "--quiet", "--strict", "--clean", "-f", str(folder / "mkdocs.yml")],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    fault = _essence(f"{done.stdout}{done.stderr}") if done.returncode else ""
    return folder.name, time.monotonic() - started, fault


def _essence(output: str) -> str:
    """Return what the generator says is wrong, without the path through its own code."""
    lines = [line for line in output.splitlines() if line.strip()]
    told = [line for line in lines if line.startswith(("ERROR", "WARNING", "Aborted", "Config"))]
    return "\n".join(told + lines[-1:] if told else lines[-5:]) or "it gave no reason"


def build(root: Path, generator: str = "mkdocs", executor: Executor | None = None) -> int:
    """Build every language into `site/` and the bundles into `dist/`; return the exit code.

    Nothing of an earlier site is lost when anything fails: the new one is put in its place at the very end.
    """
    started = time.monotonic()
    catalogue = catalogue_or_none(root)
    if catalogue is None:
        sys.stderr.write("Nothing was built: mend the errors above first.\n")
        return 1
    with only_build(root):
        return _build(root, catalogue, generator, executor, started)


@contextlib.contextmanager
def only_build(root: Path) -> Iterator[None]:
    """Keep a second build from working in the same folders at the same time."""
    (root / "build").mkdir(exist_ok=True)
    with (root / "build" / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise OSError(error.errno, "another build is running here; wait until it is done", str(root)) from error
        yield


def _build(root: Path, catalogue: Catalogue, generator: str, executor: Executor | None, started: float) -> int:
    print(
        f"{len(catalogue.lessons)} lessons are fit to publish. Building {len(catalogue.locales)} languages.", flush=True
    )
    spoken = voices(root, catalogue)
    composed = compose_all(catalogue)
    packs, outdated = made_packs(root, today())
    if outdated:
        print(f"{outdated} printed packs are of older lessons and are left out. Run `make packs`, then this again.")
    folders = generate_all(root, catalogue, composed, spoken, generator, executor, packs)
    if folders is None:
        return 1
    site = assemble(root, catalogue, folders, spoken)
    copy_packs(root, site, packs)
    write_dashboard(root, site, catalogue, composed, spoken)
    faults = list(broken_links(site))
    if faults:
        sys.stderr.write(
            "\n".join(faults) + f"\n{len(faults)} faults in the finished pages. The new site was not put in place.\n"
        )
        return 1
    replace_folder(site, root / "site")
    _bundles(root, catalogue, spoken)
    print(f"Done in {time.monotonic() - started:.1f} s. Open site/index.html, or share the files in dist/.", flush=True)
    return 0


def generate_all(
    root: Path,
    catalogue: Catalogue,
    composed: Composed,
    spoken: Mapping[str, Voice],
    generator: str,
    executor: Executor | None = None,
    packs: Sequence[PackFile] = (),
) -> dict[str, Path] | None:
    """Stage and generate all languages; a language is generated while the next one is staged."""
    scripts = str(Path(__file__).resolve().parents[2])
    # Threads are enough by default: each only waits for a process of the generator.
    pool = executor or ThreadPoolExecutor(max_workers=min(os.cpu_count() or 2, len(catalogue.locales)))
    folders: dict[str, Path] = {}
    failed = False
    with pool:
        jobs = []
        for locale in catalogue.locales:
            folders[locale.id] = stage_locale(root, catalogue, composed, locale, spoken[locale.id], packs)
            jobs.append(pool.submit(generate, folders[locale.id], generator, scripts))
        for number, job in enumerate(as_completed(jobs), 1):
            name, seconds, fault = job.result()
            if fault:
                failed = True
                sys.stderr.write(f"{name}: the site generator stopped:\n{fault}\n")
                continue
            pages = sum(1 for _ in (folders[name] / "site").rglob("*.html"))
            print(f"  {name}: {pages} pages in {seconds:.1f} s ({number} of {len(jobs)} languages)", flush=True)
    return None if failed else folders


def assemble(root: Path, catalogue: Catalogue, folders: Mapping[str, Path], spoken: Mapping[str, Voice]) -> Path:
    """Put the generated languages together in `build/site`, with the page above them; return that folder."""
    site = root / "build" / "site"
    shutil.rmtree(site, ignore_errors=True)
    site.mkdir(parents=True)
    for name, folder in folders.items():
        shutil.copytree(folder / "site", site / name)
        for unused in ("sitemap.xml", "sitemap.xml.gz"):
            (site / name / unused).unlink(missing_ok=True)
    write_file(site / "index.html", root_page(root, catalogue.locales, spoken).encode())
    shutil.copy(site / SOURCE_LOCALE / "404.html", site / "404.html")
    base = os.environ.get("SITE_URL", "")
    if base:
        pages = [
            path.relative_to(site).as_posix()
            for path in site.rglob("*.html")
            if path.name not in ("404.html", "leave.html")
        ]
        write_file(site / "sitemap.xml", sitemap(base.rstrip("/") + "/", pages).encode())
    return site


def copy_packs(root: Path, site: Path, packs: Sequence[PackFile]) -> None:
    """Put printed packs beside the pages of their language, so that they are on a stick too."""
    for pack in packs:
        target = site / pack.locale / PACKS_FOLDER
        target.mkdir(exist_ok=True)
        for name in (pack.file, pack.booklet, pack.cards):
            if name:
                shutil.copyfile(root / MADE / pack.locale / name, target / name)


def _bundles(root: Path, catalogue: Catalogue, spoken: Mapping[str, Voice]) -> None:
    """Write one bundle for each language, which holds the source language too, and one for all."""
    dist = root / "dist"
    dist.mkdir(exist_ok=True)
    site = root / "site"
    for locale in catalogue.locales:
        inside = [one for one in catalogue.locales if one.id == locale.id or one.is_source]
        inside.sort(key=lambda one: one.id != locale.id)
        first_page = root_page(root, inside, spoken)
        target = dist / f"saferhub-{locale.id}.zip"
        write_bundle(target, site, [one.id for one in inside], {"index.html": first_page})
        print(f"  dist/{target.name}: {target.stat().st_size / 1e6:.1f} MB", flush=True)
    target = dist / "saferhub-all.zip"
    write_bundle(target, site, [locale.id for locale in catalogue.locales], {})
    print(f"  dist/{target.name}: {target.stat().st_size / 1e6:.1f} MB", flush=True)

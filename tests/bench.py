"""Measurements, printed and never asserted: `make bench`. Each compares on the same machine in the same run."""

from __future__ import annotations

import gzip
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "scripts"))
from playwright.sync_api import Page, sync_playwright

from bench_packs import packs_report
from browser import find as find_browser
from conftest import copy_program
from saferhub.cli.build import build, stage_locale
from saferhub.cli.library import catalogue_or_none, voices
from saferhub.model.lesson import BlockKind, Document
from saferhub.model.library import Sidecar
from saferhub.packs.fonts import font_folder
from saferhub.site.staging import compose_all
from saferhub.sources.documents import read_document
from saferhub.sources.sidecars import fingerprint, write_sidecar
from saferhub.translation.pieces import WORDLESS
from saferhub.translation.sketch import sketch

ROOT = Path(__file__).resolve().parents[1]
SEARCH = ROOT / "tests" / "search"
LINTER = ROOT / "tests" / "linter"
MANY = 1000
TRANSLATED = 100
SAMPLE = 50
RUNS = 5


def copy_project(target: Path) -> Path:
    """Copy program and content, so that nothing of the project is touched."""
    copy_program(target)
    for name in ("docs", "translations"):
        shutil.copytree(ROOT / name, target / name)
    return target


def timed(work: Any) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def quietly(work: Any) -> None:
    """Do something without its progress lines."""
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        before, sys.stdout = sys.stdout, nowhere
        try:
            work()
        finally:
            sys.stdout = before


def build_time(project: Path) -> None:
    seconds = [timed(lambda: quietly(lambda: build(project))) for _ in range(RUNS)]
    print(
        f"Clean build of all languages with bundles: median {statistics.median(seconds):.1f} s "
        f"(from {min(seconds):.1f} to {max(seconds):.1f} s, {RUNS} runs)"
    )


def plain_copy(folder: Path, target: Path) -> Path:
    """The same staged pages for MkDocs, Material and static-i18n as they come: no hooks, no templates of ours."""
    shutil.copytree(folder / "docs", target / "docs")
    for page in target.rglob("*.md"):
        text = page.read_text(encoding="utf-8")
        page.write_text(re.sub(r"^template: .*\n", "", text, count=1, flags=re.MULTILINE), encoding="utf-8")
    ours = yaml.safe_load((folder / "mkdocs.yml").read_text(encoding="utf-8"))
    shared = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV ", ""))
    shared.pop("site_url")
    plain = {**shared, "docs_dir": "docs", "site_dir": "site", "strict": False, "plugins": ours["plugins"]}
    plain["theme"] = {"name": "material", "font": False, "language": ours["theme"]["language"]}
    (target / "mkdocs.yml").write_text(yaml.safe_dump(plain), encoding="utf-8")
    return target


def overhead(project: Path, work: Path) -> None:
    """Ours against plain MkDocs with Material and static-i18n on the same pages, in turn, in one run."""
    catalogue = catalogue_or_none(project)
    assert catalogue is not None
    spoken = voices(project, catalogue)
    scripts = str(ROOT / "scripts")
    folders = {locale.id: project / "build" / locale.id for locale in catalogue.locales}
    plain = {name: plain_copy(folder, work / name) for name, folder in folders.items()}

    def staged() -> None:
        composed = compose_all(catalogue)
        for locale in catalogue.locales:
            stage_locale(project, catalogue, composed, locale, spoken[locale.id])

    def run(jobs: dict[str, Path]) -> None:
        for folder in jobs.values():
            arguments = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(folder / "mkdocs.yml")]
            subprocess.run(
                arguments,
                env={**os.environ, "PYTHONPATH": scripts, "NO_MKDOCS_2_WARNING": "1"},
                check=True,
                capture_output=True,
            )

    rows = [(timed(lambda: run(plain)), timed(lambda: run(folders)), timed(staged)) for _ in range(RUNS)]
    hooks = statistics.median(ours / base for base, ours, _ in rows)
    whole = statistics.median((ours + stage) / base for base, ours, stage in rows)
    pages = sum(1 for folder in folders.values() for _ in (folder / "docs").rglob("*.md"))
    print(
        f"{pages} pages, one language after the other: plain {statistics.median(row[0] for row in rows):.1f} s, "
        f"ours {statistics.median(row[1] for row in rows):.1f} s, staging and search index "
        f"{statistics.median(row[2] for row in rows):.1f} s"
    )
    print(
        f"  generator with our hooks / plain: {hooks:.2f}; with staging and search index / plain: {whole:.2f} "
        f"(medians of {RUNS} pairs)"
    )


def page_weight(project: Path) -> None:
    site = project / "site" / "en"
    page = site / "lessons" / "group-chats-that-work.html"
    html = page.read_text(encoding="utf-8")
    links = set(re.findall(r'(?:src|href)="([^"]+\.(?:css|js|svg))"', html))
    parts = {(page.parent / link).resolve() for link in links}
    fonts = {site / "assets/fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2"}

    def weigh(files: set[Path]) -> str:
        raw = sum(path.stat().st_size for path in files)
        packed = sum(
            path.stat().st_size if path.suffix == ".woff2" else len(gzip.compress(path.read_bytes())) for path in files
        )
        return f"{raw / 1000:.0f} kB ({packed / 1000:.0f} kB compressed)"

    scripts = {path for path in parts if path.suffix == ".js"}
    drawings = {path for path in parts if "drawings" in str(path)}
    print(
        f"Lesson page, first visit with fonts: {weigh({page} | parts | fonts)}; without fonts: {weigh({page} | parts)}; "
        f"scripts: {weigh(scripts)}; next lesson: {weigh({page} | drawings)}"
    )


def many_lessons(work: Path) -> Path:
    """A generated library: copies of the real lessons with other names."""
    project = copy_project(work)
    chance = random.Random(20261122)
    folder = project / "docs/en/lessons"
    shutil.rmtree(project / "docs/en/guides")
    shutil.rmtree(project / "docs/_data/packs")
    originals = sorted(folder.glob("*.md"))
    texts = [path.read_text(encoding="utf-8") for path in originals]
    for path in originals:
        path.unlink()
    for number in range(MANY):
        original = chance.randrange(len(texts))
        text = re.sub(r"\]\((?:\.\./guides/)?[\w-]+\.md[^)]*\)", "](../about.md)", texts[original])
        text = re.sub(r"^(prior|next): .*$", r"\1: []", text, flags=re.MULTILINE)
        text = re.sub(
            r"^title: .*$",
            f"title: Lesson {number} on {chance.choice(['chats', 'keys', 'truth', 'games'])}",
            text,
            count=1,
            flags=re.MULTILINE,
        )
        (folder / f"{originals[original].stem}-{number}.md").write_text(text, encoding="utf-8")
    locales = project / "docs/_data/locales.yml"
    data = yaml.safe_load(locales.read_text(encoding="utf-8"))
    data["locales"] = data["locales"][:1]
    locales.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    shutil.rmtree(project / "translations")
    (project / "translations").mkdir()
    return project


def finder_speed(work: Path, page: Page) -> None:
    project = many_lessons(work)
    seconds = timed(lambda: quietly(lambda: build(project)))
    site = project / "site" / "en"
    index = site / "assets/data/search.js"
    print(
        f"{MANY} generated lessons: built in {seconds:.0f} s; search index {index.stat().st_size / 1e6:.1f} MB "
        f"({len(gzip.compress(index.read_bytes())) / 1e6:.1f} MB compressed), "
        f"finder data {(site / 'assets/data/lessons.js').stat().st_size / 1e6:.1f} MB"
    )
    page.goto((site / "find.html").as_uri())
    page.wait_for_selector("#results .card")
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 6})
    times = page.evaluate("""async () => {
        const times = [];
        const boxes = [...document.querySelectorAll('#filters input')];
        for (const box of boxes.slice(0, 20)) {
            const start = performance.now();
            box.click();
            document.body.offsetHeight;
            times.push(performance.now() - start);
            await new Promise(requestAnimationFrame);
        }
        return times;
    }""")
    print(
        f"Finder, {MANY} lessons, processor slowed down 6 times: a filter answers in {statistics.median(times):.0f} ms "
        f"(median of {len(times)}, longest {max(times):.0f} ms)"
    )
    searches = page.evaluate("""async () => {
        const times = [];
        for (const words of ['passwords', 'group chat', 'scams', 'pasword', 'ask for help']) {
            const start = performance.now();
            await window.SaferHub.search.find(words);
            times.push(performance.now() - start);
        }
        return times;
    }""")
    session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    print(
        f"  the first search loads the index in {searches[0]:.0f} ms; further ones take "
        f"{statistics.median(searches[1:]):.0f} ms (median), also slowed down 6 times"
    )


def run_check(project: Path, cores: int | None = None, arguments: tuple[str, ...] = ()) -> float:
    """The seconds that `hub check` takes as a whole program."""
    return run_hub(project, cores, ("check", *arguments))


def run_hub(project: Path, cores: int | None, arguments: tuple[str, ...]) -> float:
    """The seconds that the command takes as a whole program, on some of the cores if the machine can be told so."""

    def fewer() -> None:
        if cores is not None and hasattr(os, "sched_setaffinity"):
            os.sched_setaffinity(0, set(list(os.sched_getaffinity(0))[:cores]))

    started = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "saferhub.cli.main", "--root", str(project), *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT / "scripts")},
        check=False,
        capture_output=True,
        preexec_fn=fewer,
    )
    return time.perf_counter() - started


def check_speed(work: Path) -> None:
    """All checks on a library of 1,000 lessons: everything new, nothing new, one lesson new."""
    project = many_lessons(work)
    folder = project / "docs/en/lessons"
    lessons = sorted(folder.glob("*.md"))
    words = sum(len(path.read_text(encoding="utf-8").split()) for path in lessons)
    cache = project / "build/checks"

    def cold(cores: int | None) -> float:
        shutil.rmtree(cache, ignore_errors=True)
        return run_check(project, cores)

    def edited() -> float:
        with lessons[0].open("a", encoding="utf-8") as file:
            file.write("\n")
        return run_check(project)

    rows = [(cold(1), cold(None), run_check(project), edited()) for _ in range(3)]
    one, two, warm, edit = (statistics.median(row[index] for row in rows) for index in range(4))
    print(
        f"Checks, {len(lessons)} lessons with {words / 1e6:.1f} million words: {one:.1f} s on one core, {two:.1f} s on "
        f"{os.cpu_count()}, nothing changed {warm:.2f} s, one lesson changed {edit:.1f} s (medians of 3 runs)"
    )
    linter = install_linter(work / "linter")
    if linter is None:
        print("  textlint could not be installed, so there is no comparison")
        return
    sample = work / "sample"
    sample.mkdir()
    for path in lessons[:SAMPLE]:
        shutil.copy(path, sample / path.name)
    names = tuple(str(path) for path in sorted(sample.glob("*.md")))
    pairs = [(run_check(project, 1, names), run_linter(linter, sample)) for _ in range(3)]
    ours, other = (statistics.median(pair[index] for pair in pairs) * 1000 / SAMPLE for index in range(2))
    print(
        f"  tone and terms alone, {SAMPLE} of these files: {ours:.1f} s for 1,000; textlint with write-good and alex on the "
        f"same files in the same run: {other:.0f} s for 1,000"
    )


LANGUAGES = {
    "ar": ("rtl", "Arab"),
    "fr": ("ltr", "Latn"),
    "hy": ("ltr", "Armn"),
    "es": ("ltr", "Latn"),
    "sw": ("ltr", "Latn"),
    "uk": ("ltr", "Cyrl"),
    "hi": ("ltr", "Deva"),
    "tr": ("ltr", "Latn"),
    "fa": ("rtl", "Arab"),
    "vi": ("ltr", "Latn"),
}
SHARES = (("fresh", 0.7), ("stale", 0.1), ("missing", 0.1), ("todo", 0.05), ("check", 0.05))


def many_translations(work: Path) -> Path:
    """The generated library in ten more languages, of which seven blocks in ten are fresh; pages are as long as ours."""
    project = many_lessons(work)
    locales = project / "docs/_data/locales.yml"
    data = yaml.safe_load(locales.read_text(encoding="utf-8"))
    for name, (direction, script) in LANGUAGES.items():
        facts = {"id": name, "name": name, "english_name": name, "direction": direction, "script": script}
        data["locales"].append(facts)
        folder = project / "translations" / name
        folder.mkdir()
        (folder / "locale.yml").write_text("digits: latn\n", encoding="utf-8")
        words = folder / "LC_MESSAGES"
        words.mkdir()
        shutil.copy(ROOT / "translations/fr/LC_MESSAGES/hub.po", words)
    locales.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    chance = random.Random(20261122)
    for path in sorted((project / "docs/en/lessons").glob("*.md")):
        document, _ = read_document(project, path, f"lessons/{path.stem}", "lesson", "en", None)
        assert document is not None
        source = path.read_bytes()
        for name in LANGUAGES:
            target = project / "translations" / name / "lessons" / path.name
            target.parent.mkdir(exist_ok=True)
            text, sidecar = made_up(document, name, chance)
            target.write_text(text, encoding="utf-8")
            target.with_suffix(".sync").write_text(write_sidecar(source, sidecar), encoding="utf-8")
    return project


def made_up(document: Document, name: str, chance: random.Random) -> tuple[str, Sidecar]:
    """A translation whose words are those of the source with a mark, and the record of it, with blocks in all states."""
    text, position, parts = document.body.text, 0, []
    pairs: list[tuple[str, str]] = []
    sketches: dict[str, str] = {}
    states = [state for state, _ in SHARES]
    shares = [share for _, share in SHARES]
    for block in document.body.blocks:
        if block.kind in WORDLESS:
            continue
        state = chance.choices(states, shares)[0]
        words = block.text if state == "todo" else " ".join(f"{word[::-1]}{name}" for word in block.text.split())
        if state == "missing" and block.kind is BlockKind.PARAGRAPH:
            words = ""
        parts += [text[position : block.start], words]
        position = block.end
        if state in ("fresh", "stale", "check"):
            left = fingerprint(block.text if state == "fresh" else f"{block.text} before")
            pairs.append((left, fingerprint(words if state != "check" else f"{words} before")))
            sketches[left] = sketch(block.text)
    facts = yaml.safe_dump({key: document.facts[key] for key in ("title", "summary", "objectives")}, allow_unicode=True)
    body = "".join([*parts, text[position:]])
    return f"---\n{facts}---\n{body}", Sidecar(tuple(pairs), "", sketches)


def status_speed(work: Path) -> None:
    """`hub i18n status` on 1,000 lessons in ten more languages: everything new, nothing new, one page new."""
    project = many_translations(work)
    lesson = next((project / "translations/ar/lessons").glob("*.md"))
    pages = sum(1 for _ in (project / "translations").rglob("*.md"))

    def run(cores: int | None = None) -> float:
        return run_hub(project, cores, ("i18n", "status"))

    def cold(cores: int | None) -> float:
        shutil.rmtree(project / "build/i18n", ignore_errors=True)
        return run(cores)

    def edited() -> float:
        with lesson.open("a", encoding="utf-8") as file:
            file.write("\n")
        return run()

    rows = [(cold(1), cold(None), run(), edited()) for _ in range(3)]
    one, two, warm, edit = (statistics.median(row[index] for row in rows) for index in range(4))
    print(
        f"Status of {pages} translated pages with sidecars: {one:.1f} s on one core, {two:.1f} s on "
        f"{os.cpu_count()}, nothing changed {warm:.2f} s, one page changed {edit:.2f} s (medians of 3 runs)"
    )


def install_linter(target: Path) -> Path | None:
    """Install textlint at its pinned version, only for this comparison."""
    shutil.copytree(LINTER, target, ignore=shutil.ignore_patterns("node_modules"))
    node = [sys.executable, str(ROOT / "scripts/node.py")]
    done = subprocess.run([*node, "npm", "ci", "--ignore-scripts", "--no-audit"], cwd=target, capture_output=True)
    return target if done.returncode == 0 else None


def run_linter(linter: Path, sample: Path) -> float:
    started = time.perf_counter()
    script = linter / "node_modules/textlint/bin/textlint.js"
    subprocess.run(
        [sys.executable, str(ROOT / "scripts/node.py"), str(script), str(sample)],
        cwd=linter,
        check=False,
        capture_output=True,
    )
    return time.perf_counter() - started


def hundred_translations(work: Path) -> Path:
    """A hub of a hundred lessons, all of them translated into one language and recorded."""
    project = copy_project(work)
    source, target = project / "docs/en/lessons", project / "translations/ar/lessons"
    names = [path.stem for path in sorted(source.glob("*.md"))]
    for number in range(TRANSLATED):
        for folder, ending in ((source, "md"), (target, "md"), (target, "sync")):
            name = names[number % len(names)]
            shutil.copy(folder / f"{name}.{ending}", folder / f"{name}-{number}.{ending}")
    for name in names:
        for path in (source / f"{name}.md", target / f"{name}.md", target / f"{name}.sync"):
            path.unlink()
    return project


def po_speed(work: Path) -> None:
    """Lessons to PO files and back as whole commands: nothing changed, and every text changed."""
    project = hundred_translations(work)
    folder = project / "build/po/ar/lessons"

    def i18n(*arguments: str) -> float:
        command = [sys.executable, "-m", "saferhub.cli.main", "--root", str(project), "i18n", "po", *arguments]
        started = time.perf_counter()
        subprocess.run(
            command, env={**os.environ, "PYTHONPATH": str(ROOT / "scripts")}, check=True, capture_output=True
        )
        return time.perf_counter() - started

    def edited() -> float:
        for path in folder.glob("*.po"):
            text = path.read_text(encoding="utf-8")
            path.write_text(re.sub(r'^msgstr "(?=[^"])', 'msgstr "و', text, flags=re.MULTILINE), encoding="utf-8")
        return i18n("import", "ar", str(folder))

    rows = []
    for _ in range(3):
        rows.append((i18n("export", "ar"), i18n("import", "ar", str(folder)), edited()))
    out, back, changed = (statistics.median(row[index] for row in rows) for index in range(3))
    texts = sum(path.read_text(encoding="utf-8").count("\nmsgid ") - 1 for path in folder.glob("*.po"))
    print(
        f"PO files of {TRANSLATED} lessons with {texts} texts: export {out:.1f} s, import {back:.1f} s when nothing "
        f"changed and {changed:.1f} s when every text changed (medians of 3 runs)"
    )


def search_report(project: Path, page: Page) -> None:
    print("Search, mean reciprocal rank (1 is best), share of queries with a right lesson among the first three:")
    for path in sorted(SEARCH.glob("*.yml")):
        page.goto((project / "site" / path.stem / "find.html").as_uri())
        ranks = []
        for entry in yaml.safe_load(path.read_text(encoding="utf-8")):
            found = page.evaluate("words => window.SaferHub.search.find(words)", entry["query"])
            places = [found.index(lesson) for lesson in entry["lessons"] if lesson in found]
            ranks.append(1 / (min(places) + 1) if places else 0)
        three = sum(rank >= 1 / 3 for rank in ranks)
        print(f"  {path.stem}: {statistics.mean(ranks):.3f}, {three} of {len(ranks)}")


def main() -> None:
    """Print every measurement."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        work = Path(folder)
        project = copy_project(work / "project")
        build_time(project)
        overhead(project, work / "plain")
        check_speed(work / "checks")
        status_speed(work / "status")
        po_speed(work / "po")
        page_weight(project)
        packs_report(project, font_folder(ROOT))
        arguments = [
            "--disable-gpu",
            "--disable-background-networking",
            *(["--no-sandbox"] if os.geteuid() == 0 else []),
        ]
        browser = playwright.chromium.launch(executable_path=find_browser(), args=arguments)
        page = browser.new_page()
        search_report(project, page)
        finder_speed(work / "many", page)
        browser.close()


if __name__ == "__main__":
    main()

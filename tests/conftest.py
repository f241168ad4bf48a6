"""What the tests share: the root of the project, a copy of the tiny hub, and the tiny hub built as a site."""

from __future__ import annotations

import datetime
import os
import shutil
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from saferhub.checks.report import Report, check
from saferhub.cli.build import build
from saferhub.cli.i18n.pseudo import build_pseudo
from saferhub.model.library import Library
from saferhub.site.inspection.browser import arguments, find
from saferhub.sources.library import read_library

ROOT = Path(__file__).resolve().parent.parent
os.environ["SOURCE_DATE_EPOCH"] = "1795305600"  # 22 November 2026: tests must not fail when a review falls due
TODAY = datetime.date(2026, 11, 22)
SHARED = ("taxonomy.yml", "competencies.yml", "evidence.yml")


def copy_hub(target: Path) -> Path:
    """Copy the tiny hub, with the vocabulary of the real one, into an empty folder."""
    shutil.copytree(ROOT / "tests" / "hub", target, dirs_exist_ok=True)
    for name in SHARED:
        shutil.copy(ROOT / "docs" / "_data" / name, target / "docs" / "_data" / name)
    return target


@pytest.fixture
def root() -> Path:
    """The project itself."""
    return ROOT


@pytest.fixture(scope="session")
def root_folder() -> Path:
    """The project itself, for fixtures that live longer than a test."""
    return ROOT


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    """A copy of the tiny hub that a test may change."""
    return copy_hub(tmp_path / "hub")


@pytest.fixture
def checked() -> Callable[[Path], tuple[Library, Report]]:
    """Read and check a hub on a fixed day."""

    def read(path: Path) -> tuple[Library, Report]:
        library = read_library(path)
        return library, check(library, TODAY)

    return read


@pytest.fixture(scope="session")
def real_library() -> Library:
    """The real hub, read once."""
    return read_library(ROOT)


def copy_program(target: Path) -> Path:
    """Copy what turns content into a site, so that a test can build without touching the project's own folders."""
    skip = shutil.ignore_patterns("__pycache__", "*.egg-info")
    shutil.copytree(ROOT / "overrides", target / "overrides", ignore=skip, dirs_exist_ok=True)
    shutil.copytree(ROOT / "scripts", target / "scripts", ignore=skip, dirs_exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", target / "mkdocs.yml")
    return target


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real hub, built; the fixture is the folder that holds `site` and `dist`."""
    target = copy_program(tmp_path_factory.mktemp("built"))
    for name in ("docs", "translations"):
        shutil.copytree(ROOT / name, target / name)
    assert build(target) == 0
    return target


@pytest.fixture(scope="session")
def built_tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny hub, built."""
    target = copy_program(copy_hub(tmp_path_factory.mktemp("tiny") / "hub"))
    shutil.copytree(ROOT / "translations" / "ar" / "LC_MESSAGES", target / "translations" / "ar" / "LC_MESSAGES")
    assert build(target) == 0
    return target


@pytest.fixture(scope="session")
def pseudo_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real hub in the two made-up languages."""
    target = copy_program(tmp_path_factory.mktemp("pseudo"))
    for name in ("docs", "translations"):
        shutil.copytree(ROOT / name, target / name)
    assert build_pseudo(target) == 0
    return target / "build" / "pseudo" / "site"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real browser without a window and without background traffic."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=find(), args=arguments())
        yield running
        running.close()


@dataclass
class Visit:
    """A page in the browser, and everything it asked for that is not a file of the site."""

    page: Page
    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Visit]]:
    """Open a page from a folder with the network cut. A request to anywhere else, or an error, fails the test."""
    visits: list[tuple[BrowserContext, Visit]] = []

    def go(path: Path, fragment: str = "", **options: Any) -> Visit:
        context = browser.new_context(offline=True, **options)
        visit = Visit(context.new_page())
        visits.append((context, visit))
        visit.page.on(
            "request",
            lambda request: visit.outside.append(request.url) if not request.url.startswith("file:") else None,
        )
        visit.page.on("pageerror", lambda error: visit.errors.append(str(error)))
        visit.page.on("console", lambda message: visit.errors.append(message.text) if message.type == "error" else None)
        visit.page.goto(path.as_uri() + fragment)
        return visit

    yield go
    for context, visit in visits:
        context.close()
        assert visit.outside == [], "a page asked another host"
        assert visit.errors == []


@pytest.fixture(scope="session")
def unpacked(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundle of all languages, unpacked as a teacher would."""
    target = tmp_path_factory.mktemp("stick")
    with zipfile.ZipFile(built / "dist" / "saferhub-all.zip") as bundle:
        bundle.extractall(target)
    return target / "saferhub"

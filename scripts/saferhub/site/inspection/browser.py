"""A Chromium browser without a window and without background traffic."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from saferhub.site.inspection.tools import ToolMissingError

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
QUIET = (
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
)


def find() -> str | None:
    """Return the path of an installed browser, or nothing."""
    named = os.environ.get("SAFERHUB_BROWSER")
    if named:
        return named
    found = next((path for path in map(shutil.which, NAMES) if path), None)
    return found or next((path for path in MAC if Path(path).exists()), None) or _of_playwright()


def _of_playwright() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if path and Path(path).exists() else None


def arguments() -> list[str]:
    """Return what the browser is started with. Its sandbox does not work for the superuser."""
    return [*QUIET, "--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else list(QUIET)


@contextmanager
def opened() -> Iterator[Browser]:
    """Open the browser and close it afterwards."""
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError as error:
        raise ToolMissingError("Playwright") from error
    path = find()
    if path is None:
        raise ToolMissingError("Chromium")
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=path, args=arguments())
        except Error as error:
            raise ToolMissingError(f"A browser that starts ({path} does not)") from error
        yield browser
        browser.close()

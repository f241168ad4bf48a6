"""The preview: an edit in any folder is seen, and a mistake does not take the last good page away."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from saferhub.cli.main import main

pytestmark = pytest.mark.site
PATIENCE = 60  # seconds; a slow machine must not fail the test


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def read(address: str) -> str:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    return str(opener.open(address, timeout=5).read().decode())


def shown(address: str, words: str) -> None:
    """Wait until a page holds some words."""
    end = time.monotonic() + PATIENCE
    text = ""
    while time.monotonic() < end:
        try:
            text = read(address)
        except OSError:
            text = ""
        if words in text:
            return
        time.sleep(0.1)
    raise AssertionError(f"{words!r} was not shown: {text[:500]}")


@pytest.fixture(scope="module")
def preview(built_tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    hub = tmp_path_factory.mktemp("preview") / "hub"
    shutil.copytree(built_tiny, hub)
    port = free_port()
    environment = {**os.environ, "PYTHONPATH": str(hub / "scripts")}
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "saferhub.cli.main",
            "--root",
            str(hub),
            "serve",
            "--locale",
            "ar",
            "--address",
            f"127.0.0.1:{port}",
        ],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        shown(f"{address}/find.html", "<h1")
        yield hub, address
    finally:
        os.killpg(process.pid, 15)
        process.wait(10)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_edits_in_every_folder_are_seen(preview: tuple[Path, str]) -> None:
    hub, address = preview
    lesson = f"{address}/lessons/ask-first.html"
    edit(hub / "translations/ar/lessons/ask-first.md", "اختاروا كلمات لطيفة.", "كلمات جديدة هنا.")
    # The lesson is a sensitive one, whose new words wait for somebody who stands behind them.
    assert main(["--root", str(hub), "i18n", "accept", "ar", "lessons/ask-first"]) == 0
    shown(lesson, "كلمات جديدة هنا.")
    edit(hub / "overrides/partials/footer.html", "</footer>", "<p>From the template.</p></footer>")
    shown(lesson, "From the template.")
    # A mistake takes nothing away: with minutes that do not add up the old page stays, until they do.
    edit(hub / "docs/en/lessons/ask-first.md", "minutes=10", "minutes=17")
    edit(hub / "overrides/partials/footer.html", "From the template.", "From the template again.")
    shown(lesson, "From the template again.")
    assert ">17 " not in read(lesson)
    edit(hub / "docs/en/lessons/ask-first.md", "minutes: 30", "minutes: 37")
    shown(lesson, ">17 ")
    edit(
        hub / "docs/_data/taxonomy.yml",
        "{id: classroom, label: Classroom}",
        "{id: classroom, label: Room with a garden}",
    )
    shown(lesson, "Room with a garden")

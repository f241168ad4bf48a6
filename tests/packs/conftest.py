"""What the tests of packs share: processes that set pages, and hubs that can print."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from concurrent.futures import Executor
from pathlib import Path

import pytest

from packs.printing import Hub, Shared, printable
from saferhub.cli.packs import build
from saferhub.cli.packs.build import local_executor


@pytest.fixture(scope="session")
def processes() -> Iterator[Executor]:
    """Processes of this machine, begun once: loading the text engine takes longer than setting a tiny pack."""
    with local_executor(2) as inner:
        yield Shared(inner)


@pytest.fixture
def paper(tmp_path: Path, processes: Executor, monkeypatch: pytest.MonkeyPatch) -> Hub:
    """A tiny hub that can print; a test may change it."""
    monkeypatch.setattr(build, "local_executor", lambda workers=0: processes)
    return Hub(printable(tmp_path / "hub"))


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory, processes: Executor) -> Hub:
    """The tiny hub with all its packs, booklets and cards. Do not change it: use `printed`."""
    hub = Hub(printable(tmp_path_factory.mktemp("packs") / "hub"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(build, "local_executor", lambda workers=0: processes)
        assert hub.run("build", "--extras", "--address", "https://hub.example/safer") == 0
    return hub


@pytest.fixture
def printed(finished: Hub, tmp_path: Path, processes: Executor, monkeypatch: pytest.MonkeyPatch) -> Hub:
    """A copy of the hub with all its packs; a test may change it."""
    monkeypatch.setattr(build, "local_executor", lambda workers=0: processes)
    shutil.copytree(finished.root, tmp_path / "hub", symlinks=True)
    return Hub(tmp_path / "hub")

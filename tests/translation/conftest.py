"""What the tests of translations share: a hub with a translated page, in a git repository or without one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from translation.workplace import PAGE, ROOT, Work


@pytest.fixture
def fresh(hub: Path) -> Work:
    """The tiny hub without git; its Arabic page is accepted, so that every block is fresh."""
    work = Work(hub)
    (hub / ".gitattributes").write_bytes((ROOT / ".gitattributes").read_bytes())
    assert work.hub("accept", "ar", PAGE, "--stale") == 0
    return work


@pytest.fixture
def repository(fresh: Work, capsys: pytest.CaptureFixture[str]) -> Work:
    """The same in a repository of its own with one commit."""
    fresh.git("init", "-q", "-b", "main")
    fresh.commit("first")
    capsys.readouterr()
    return fresh


@pytest.fixture
def clone(tmp_path: Path) -> Callable[..., Work]:
    """Clone a repository, with any options."""

    def make(work: Work, *options: str, name: str = "clone") -> Work:
        work.git("clone", "-q", *options, work.root.as_uri(), str(tmp_path / name))
        return Work(tmp_path / name)

    return make

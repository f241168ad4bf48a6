"""A hub on disk in which tests of translations work: short ways to edit, to run commands and to look at states."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from saferhub.cli.main import main
from saferhub.sources.library import read_library
from saferhub.translation.pairs import PagePairs, State, pair

ROOT = Path(__file__).resolve().parents[2]
SOURCE = "docs/en/lessons/kind-words.md"
TARGET = "translations/ar/lessons/kind-words.md"
SIDECAR = "translations/ar/lessons/kind-words.sync"
PAGE = "lessons/kind-words"


@dataclass
class Work:
    """A hub on disk, with or without git."""

    root: Path

    def hub(self, *arguments: str) -> int:
        return main(["--root", str(self.root), "i18n", *arguments])

    def git(self, *arguments: str, ok: bool = True) -> str:
        identity = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false")
        environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        done = subprocess.run(
            ["git", *identity, "-c", "protocol.file.allow=always", *arguments],
            cwd=self.root,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert not ok or done.returncode == 0, done.stdout + done.stderr
        return done.stdout + done.stderr

    def commit(self, message: str = "work") -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message)

    def read(self, file: str) -> str:
        return (self.root / file).read_text(encoding="utf-8")

    def change(self, file: str, old: str, new: str) -> None:
        text = self.read(file)
        assert old in text, f"{file} does not hold {old!r}"
        (self.root / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    def pairs(self, page: str = PAGE) -> PagePairs:
        library = read_library(self.root)
        document = next(one for one in library.documents if one.id == page)
        found = pair(document, library.translations["ar", page], library.sidecars.get(("ar", page)))
        assert found is not None
        return found

    def open(self, page: str = PAGE) -> dict[str, State]:
        """The states of all blocks that are not fresh, by their English."""
        return {one.source.flowing: one.state for one in self.pairs(page).pairs if one.state is not State.FRESH}

    def shown(self, page: str = PAGE) -> dict[str, str]:
        """The translation of each block, by its English."""
        return {one.source.flowing: one.target.flowing for one in self.pairs(page).pairs if one.target}

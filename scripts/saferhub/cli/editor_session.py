"""What is open in an editor, what was found in it, and when to look again.

What a page shows by itself is told at once, what needs the whole hub after opening and saving; both in threads of
their own, so that nobody ever waits for a check to type.
"""

from __future__ import annotations

import asyncio
from importlib.metadata import version
from pathlib import Path, PurePosixPath

from lsprotocol import types
from pygls import uris
from pygls.lsp.server import LanguageServer

from saferhub.cli.background import in_thread
from saferhub.cli.diagnostics import Mark, marks, marks_at
from saferhub.cli.unsaved import Saved, Unsaved, check_saved, check_unsaved, together
from saferhub.sources.files import LARGEST_FILE

DELAY = 0.3  # seconds without a key, or without a further saved file, before anything is checked
OF_HUB = ("docs", "translations")


class HubServer(LanguageServer):
    """What the server knows of the open texts and of the hub."""

    def __init__(self, root: Path) -> None:
        # Whole texts instead of changes: lessons are short, and nothing can ever be out of step.
        super().__init__("saferhub", version("saferhub"), types.TextDocumentSyncKind.Full)
        self.root = root
        self.saved = Saved()
        self.unsaved: dict[str, tuple[int | None, Unsaved]] = {}
        self.shown: dict[str, list[Mark]] = {}
        self.waiting: dict[str, asyncio.Task[None]] = {}
        self.reading: asyncio.Task[None] | None = None
        self.is_out_of_date = False
        self.was_shut_down = False

    def tell(self, sentence: str) -> None:
        """Write a plain sentence into the log of the editor."""
        self.window_log_message(types.LogMessageParams(types.MessageType.Warning, sentence))

    def report_server_error(self, error: Exception, source: object) -> None:
        """Tell of a message that could not be answered, without the inside of the program."""
        self.tell(f"The hub could not answer the editor: {error}. The next change or save tries again.")

    def look(self, uri: str, delay: float = 0) -> None:
        """Check an open text, unless it changes again before `delay` has passed."""
        if uri in self.waiting:
            self.waiting[uri].cancel()
        self.waiting[uri] = asyncio.get_running_loop().create_task(self._look(uri, delay))

    async def _look(self, uri: str, delay: float) -> None:
        await asyncio.sleep(delay)
        text = self.workspace.get_text_document(uri)
        name = uris.to_fs_path(uri) or PurePosixPath(text.path).name or "text.md"
        is_markdown = name.endswith(".md") or text.language_id == "markdown"
        try:
            source, number = text.source, text.version
            if len(source) > LARGEST_FILE:
                self.tell(f"{name} is larger than a megabyte and is not checked. Split the page.")
                return
            found = await in_thread(lambda: check_unsaved(self.root, name, source, is_markdown))
            self.unsaved[uri] = (number, found)
            self.publish(uri)
        except Exception as error:  # one text must not take the checks away from all others
            self.tell(f"The hub could not check {name}: {error}")

    def refresh(self) -> None:
        """Check the whole hub soon; once more afterwards if something is saved meanwhile."""
        self.is_out_of_date = True
        if self.reading is None or self.reading.done():
            self.reading = asyncio.get_running_loop().create_task(self._refresh())

    async def _refresh(self) -> None:
        while self.is_out_of_date:
            await asyncio.sleep(DELAY)
            self.is_out_of_date = False
            try:
                self.saved = await in_thread(lambda: check_saved(self.root))
                for uri in list(self.unsaved):
                    self.publish(uri)
            except Exception as error:  # for example a hub that is being moved; the next save tries again
                self.tell(f"The hub could not be checked as a whole: {error}")

    def publish(self, uri: str) -> None:
        """Show all problems of a text, unless it has changed since; then the next check will."""
        number, unsaved = self.unsaved[uri]
        if not self.is_current(uri):
            return
        problems = together(unsaved, self.saved)
        found = marks(problems, unsaved.document.source, self.workspace.position_codec)
        self.shown[uri] = found
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri, [mark.diagnostic for mark in found], number)
        )

    def is_current(self, uri: str) -> bool:
        """Whether what was checked is still what stands on the screen."""
        return uri in self.unsaved and self.workspace.get_text_document(uri).version == self.unsaved[uri][0]

    def forget(self, uri: str) -> None:
        """Take away everything about a text that was closed."""
        if uri in self.waiting:
            self.waiting.pop(uri).cancel()
        self.unsaved.pop(uri, None)
        self.shown.pop(uri, None)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def is_of_hub(self, uri: str) -> bool:
        """Whether a file belongs to what the hub reads."""
        path = uris.to_fs_path(uri)
        return path is not None and any(Path(path).resolve().is_relative_to(self.root / name) for name in OF_HUB)

    def marks_at(self, uri: str, asked: types.Range) -> list[Mark]:
        """Return the marks at a place, unless the text has changed since they were made."""
        return marks_at(self.shown.get(uri, []), asked) if self.is_current(uri) else []

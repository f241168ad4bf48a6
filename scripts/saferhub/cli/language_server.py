"""Tell authors in their editor, while they write, what `hub check` would tell them: the command `hub lsp`."""

from __future__ import annotations

import contextlib
import logging
import sys
from pathlib import Path

from lsprotocol import types

from saferhub.cli.diagnostics import hover, quick_fixes
from saferhub.cli.editor_session import DELAY, HubServer

WATCHED = "**/{docs,translations}/**/*.{md,yml,sync,svg,json}"


def server_for(root: Path) -> HubServer:
    """Make a server for one hub."""
    server = HubServer(root)

    @server.feature(types.INITIALIZED)
    def initialized(params: types.InitializedParams) -> None:
        workspace = server.client_capabilities.workspace
        watching = workspace.did_change_watched_files if workspace else None
        if watching and watching.dynamic_registration:
            options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(WATCHED)])
            registration = types.Registration("hub-files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            server.client_register_capability(types.RegistrationParams([registration]))

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        server.look(params.text_document.uri)
        if server.is_of_hub(params.text_document.uri):
            server.refresh()

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        server.look(params.text_document.uri, DELAY)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        if server.is_of_hub(params.text_document.uri):
            server.refresh()

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def changed_on_disk(params: types.DidChangeWatchedFilesParams) -> None:
        if any(server.is_of_hub(change.uri) for change in params.changes):
            server.refresh()

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        server.forget(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def explain(params: types.HoverParams) -> types.Hover | None:
        found = server.marks_at(params.text_document.uri, types.Range(params.position, params.position))
        text = server.client_capabilities.text_document
        kinds = (text.hover.content_format if text and text.hover else None) or [types.MarkupKind.Markdown]
        plain = types.MarkupKind.Markdown not in kinds
        return hover(found, types.MarkupKind.PlainText if plain else types.MarkupKind.Markdown)

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    )
    def fixes(params: types.CodeActionParams) -> list[types.CodeAction]:
        uri, only = params.text_document.uri, params.context.only
        found = server.marks_at(uri, params.range)
        if not found or (only and types.CodeActionKind.QuickFix not in only):
            return []
        return list(quick_fixes(uri, server.unsaved[uri][1].document, found, server.workspace.position_codec))

    @server.feature(types.SHUTDOWN)
    def shut_down(params: None) -> None:
        server.was_shut_down = True

    return server


def serve(root: Path) -> int:
    """Speak with an editor over standard input and output until it says goodbye."""
    if sys.stdin.isatty():
        sys.stderr.write("This command speaks with editors. CONTRIBUTING.md says how to set one up; Ctrl+C stops it.\n")
    logging.getLogger("pygls").addHandler(logging.NullHandler())  # the editor's log tells it in plain sentences
    server = server_for(root)
    output = sys.stdout.buffer
    with contextlib.redirect_stdout(sys.stderr):  # one printed word among the messages would end the conversation
        server.start_io(sys.stdin.buffer, output)
    return 0 if server.was_shut_down else 1

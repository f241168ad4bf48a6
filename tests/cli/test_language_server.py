"""`hub lsp`: a real editor client over standard input and output, and the parts that decide what it is told."""

from __future__ import annotations

import asyncio
import json
import os
import re
import sys
from collections.abc import AsyncIterator, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import yaml
from lsprotocol import types
from pygls.lsp.client import LanguageClient
from pygls.workspace import PositionCodec

from saferhub.checks.new_exception import PLACEHOLDER, new_exception
from saferhub.checks.registry import all_rules
from saferhub.checks.single import check_text
from saferhub.checks.suppression import LEAST_REASON
from saferhub.cli.check import document_of
from saferhub.cli.diagnostics import explained, marks, quick_fixes
from saferhub.cli.main import main
from saferhub.cli.unsaved import Saved, check_saved, check_unsaved, moved, together
from saferhub.model.problem import Place, Problem, Severity, phrase
from saferhub.sources.documents import loose_document

ROOT = Path(__file__).parents[2]
LESSON = "docs/en/lessons/kind-words.md"
GOOD = "Choose kind words."
BAD = "They looked for child pornography online."
WORDS = "child pornography"
PATIENCE = 60  # seconds; only a server that hangs ever takes them
Marks = list[types.Diagnostic]


class Editor(LanguageClient):
    """A client that keeps what it is told."""

    def __init__(self) -> None:
        super().__init__("test-editor", "1")
        self.told: dict[str, types.PublishDiagnosticsParams] = {}
        self.log: list[str] = []
        self.watched: list[types.Registration] = []
        self.news = asyncio.Event()
        self.exit_code: int | None = None
        self.errors = b""

        @self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def publish(params: types.PublishDiagnosticsParams) -> None:
            self.told[params.uri] = params
            self.news.set()

        @self.feature(types.WINDOW_LOG_MESSAGE)
        def log(params: types.LogMessageParams) -> None:
            self.log.append(params.message)
            self.news.set()

        @self.feature(types.CLIENT_REGISTER_CAPABILITY)
        def register(params: types.RegistrationParams) -> None:
            self.watched += params.registrations
            self.news.set()

    async def server_exit(self, server: asyncio.subprocess.Process) -> None:
        assert server.stderr is not None
        self.exit_code, self.errors = server.returncode, await server.stderr.read()

    def open(self, path: Path, text: str | None = None, language: str = "markdown") -> str:
        uri = path.as_uri()
        text = path.read_text(encoding="utf-8") if text is None else text
        self.text_document_did_open(types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, language, 1, text)))
        return uri

    def change(self, uri: str, text: str, version: int = 2) -> None:
        self.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(version, uri),
                [types.TextDocumentContentChangeWholeDocument(text)],
            )
        )

    def save(self, uri: str) -> None:
        self.text_document_did_save(types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(uri)))

    async def until(self, is_so: Callable[[], bool]) -> None:
        async with asyncio.timeout(PATIENCE):
            while not is_so():
                self.news.clear()
                await self.news.wait()

    async def marks(self, uri: str, wanted: Callable[[Marks], bool]) -> Marks:
        """Wait until the marks of a file are as expected."""
        await self.until(lambda: uri in self.told and wanted(list(self.told[uri].diagnostics)))
        return list(self.told[uri].diagnostics)

    async def fixes(self, uri: str, asked: types.Range, only: list[str] | None = None) -> list[types.CodeAction]:
        found = await self.text_document_code_action_async(
            types.CodeActionParams(types.TextDocumentIdentifier(uri), asked, types.CodeActionContext([], only))
        )
        return [each for each in found or [] if isinstance(each, types.CodeAction)]

    async def hover(self, uri: str, position: types.Position) -> types.Hover | None:
        return await self.text_document_hover_async(types.HoverParams(types.TextDocumentIdentifier(uri), position))


@asynccontextmanager
async def editor(hub: Path, capabilities: types.ClientCapabilities | None = None) -> AsyncIterator[Editor]:
    """Start the server on a hub, and end it as an editor does. It must never write a word outside the protocol."""
    client = Editor()
    command = [sys.executable, "-m", "saferhub.cli.main", "--root", str(hub), "lsp"]
    await client.start_io(*command, env={**os.environ, "PYTHONPATH": str(ROOT / "scripts")})
    await client.initialize_async(
        types.InitializeParams(capabilities or types.ClientCapabilities(), root_uri=hub.as_uri())
    )
    client.initialized(types.InitializedParams())
    yield client
    await client.shutdown_async(None)
    client.exit(None)
    async with asyncio.timeout(PATIENCE):
        while client.exit_code is None:
            await asyncio.sleep(0.01)
    await client.stop()
    assert client.exit_code == 0
    assert client.errors == b""


def rules(found: Marks) -> set[object]:
    return {mark.code for mark in found}


def has(slug: str) -> Callable[[Marks], bool]:
    return lambda found: slug in rules(found)


def lacks(slug: str) -> Callable[[Marks], bool]:
    return lambda found: slug not in rules(found)


def run(conversation: Callable[[], Coroutine[None, None, None]]) -> None:
    # A thread of its own: a browser of another test may keep the loop of this one busy.
    with ThreadPoolExecutor(max_workers=1) as executor:
        executor.submit(asyncio.run, conversation()).result()


def text_of(hub: Path, words: str, lesson: str = LESSON) -> str:
    return (hub / lesson).read_text(encoding="utf-8").replace(GOOD, words, 1)


def units(text: str, found: types.Range) -> str:
    """Return what stands at a range, counted in units of UTF-16 as the protocol has it."""
    assert found.start.line == found.end.line
    line = text.split("\n")[found.start.line].encode("utf-16-le")
    return line[2 * found.start.character : 2 * found.end.character].decode("utf-16-le")


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_fault_is_marked_to_the_letter_and_goes_when_it_is_mended(hub: Path, ending: str) -> None:
    async def conversation() -> None:
        async with editor(hub) as client:
            uri = client.open(hub / LESSON)
            version = 1
            for lead in ("", "😀 ", "«لا أحد» 👩‍👧 "):
                text = text_of(hub, f"{lead}{BAD}")
                client.change(uri, text.replace("\n", ending), version := version + 1)
                (mark,) = await client.marks(uri, has("avoided-term"))
                assert units(text, mark.range) == WORDS
                assert mark.severity is types.DiagnosticSeverity.Error
                assert mark.source == "hub"
                assert mark.message.count("\n") == 1
                assert WORDS in mark.message
                client.change(uri, text_of(hub, GOOD).replace("\n", ending), version := version + 1)
                await client.marks(uri, lacks("avoided-term"))
                assert client.told[uri].version == version

    run(conversation)


@pytest.mark.parametrize("encoding", list(types.PositionEncodingKind))
def test_the_editor_decides_how_letters_are_counted(hub: Path, encoding: types.PositionEncodingKind) -> None:
    lead = "😀 ä "
    counted = {"utf-8": 5 + 3, "utf-16": 3 + 2, "utf-32": 2 + 2}

    async def conversation() -> None:
        wanted = types.ClientCapabilities(general=types.GeneralClientCapabilities(position_encodings=[encoding]))
        async with editor(hub, wanted) as client:
            uri = client.open(hub / "leaflet.md", f"{lead}{BAD}\n")
            (mark,) = await client.marks(uri, has("avoided-term"))
            assert mark.range.start.character == counted[encoding.value] + BAD.index(WORDS)

    run(conversation)


def test_pointing_at_a_mark_explains_it(hub: Path) -> None:
    async def conversation() -> None:
        async with editor(hub) as client:
            uri = client.open(hub / LESSON, text_of(hub, BAD))
            (mark,) = [mark for mark in await client.marks(uri, has("avoided-term")) if mark.code == "avoided-term"]
            told = await client.hover(uri, mark.range.start)
            assert told is not None
            assert isinstance(told.contents, types.MarkupContent)
            assert told.contents.kind is types.MarkupKind.Markdown
            assert "Words such as these make abuse sound like a deal or a picture" in told.contents.value
            assert "{#" not in told.contents.value
            assert told.range == mark.range
            assert await client.hover(uri, types.Position(0, 0)) is None

    run(conversation)


def test_an_exception_can_be_written_and_counts_once_it_has_a_reason(hub: Path) -> None:
    async def conversation() -> None:
        async with editor(hub) as client:
            text = text_of(hub, BAD)
            uri = client.open(hub / LESSON, text)
            (mark,) = [mark for mark in await client.marks(uri, has("avoided-term")) if mark.code == "avoided-term"]
            assert await client.fixes(uri, mark.range, ["refactor"]) == []
            better, fix = await client.fixes(uri, mark.range, ["quickfix"])
            assert better.title == "Write `child sexual abuse material`"
            assert better.is_preferred
            assert fix.title.startswith("Allow here")
            assert not fix.is_preferred
            assert fix.edit is not None
            assert fix.edit.changes is not None
            (edit,) = fix.edit.changes[uri]
            assert edit.range.start == edit.range.end == types.Position(mark.range.start.line, 0)
            lines = text.split("\n")
            lines[mark.range.start.line : mark.range.start.line] = edit.new_text.rstrip("\n").split("\n")
            text = "\n".join(lines)
            assert f"<!-- allow avoided-term: {PLACEHOLDER} -->\n{BAD}" in text
            client.change(uri, text)
            found = await client.marks(uri, has("faulty-exception"))
            assert "avoided-term" in rules(found), "without a reason nothing is excused"
            (fault,) = [mark for mark in found if mark.code == "avoided-term"]
            offered = [fix.title for fix in await client.fixes(uri, fault.range)]
            assert offered == ["Write `child sexual abuse material`"], "one exception is enough"
            client.change(uri, text.replace(PLACEHOLDER, "a survivor says so in her own words"), 3)
            await client.marks(uri, lambda found: not rules(found) & {"faulty-exception", "avoided-term"})

    run(conversation)


def test_what_needs_the_whole_hub_is_told_after_opening_and_saving(hub: Path) -> None:
    async def conversation() -> None:
        async with editor(hub) as client:
            path = hub / LESSON
            path.write_text(text_of(hub, f"{BAD}\n\n[A lesson](nowhere.md)"), encoding="utf-8")
            uri = client.open(path)
            found = await client.marks(uri, has("broken-link"))
            assert sorted(mark.code for mark in found) == sorted(rules(found)), "nothing is told twice"
            (link,) = [mark for mark in found if mark.code == "broken-link"]
            text = path.read_text(encoding="utf-8").replace(BAD, f"One line.\n\n{GOOD}")
            client.change(uri, text)
            found = await client.marks(uri, lacks("avoided-term"))
            (moved_link,) = [mark for mark in found if mark.code == "broken-link"]
            assert moved_link.range.start.line == link.range.start.line + 2, "it stays with its line"
            path.write_text(text.replace("nowhere", "ask-first"), encoding="utf-8")
            client.change(uri, text.replace("nowhere", "ask-first"), 3)
            client.save(uri)
            await client.marks(uri, lambda found: not found)

    run(conversation)


def test_a_change_of_data_is_seen_in_the_lessons_that_are_open(hub: Path) -> None:
    async def conversation() -> None:
        watching = types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True)
        workspace = types.WorkspaceClientCapabilities(did_change_watched_files=watching)
        async with editor(hub, types.ClientCapabilities(workspace=workspace)) as client:
            await client.until(lambda: bool(client.watched))
            uri = client.open(hub / LESSON)
            data = hub / "docs/_data/taxonomy.yml"
            before = data.read_text(encoding="utf-8")
            await client.marks(uri, lambda found: not found)
            data.write_text(before.replace("cyberbullying", "cyber-bullying"), encoding="utf-8")
            client.workspace_did_change_watched_files(
                types.DidChangeWatchedFilesParams([types.FileEvent(data.as_uri(), types.FileChangeType.Changed)])
            )
            found = await client.marks(uri, has("unknown-value"))
            assert "cyberbullying" in str(found)
            other = client.open(data, language="yaml")
            data.write_text("a: [\n", encoding="utf-8")
            client.change(other, "a: [\n")
            client.save(other)
            await client.marks(other, has("bad-yaml"))

    run(conversation)


def test_any_markdown_file_is_read_for_tone_in_the_language_of_its_name(hub: Path, tmp_path: Path) -> None:
    async def conversation() -> None:
        async with editor(hub) as client:
            english = client.open(tmp_path / "leaflet.md", f"<b>x</b> ![](x.png)\n\n{BAD}\n")
            unnamed = "untitled:Untitled-1"
            client.text_document_did_open(
                types.DidOpenTextDocumentParams(types.TextDocumentItem(unnamed, "markdown", 1, BAD))
            )
            armenian = client.open(tmp_path / "leaflet.hy.md", f"{BAD}\n")
            assert rules(await client.marks(english, lambda found: True)) == {"avoided-term"}
            assert rules(await client.marks(unnamed, lambda found: True)) == {"avoided-term"}
            assert await client.marks(armenian, lambda found: True) == []
            client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(english)))
            await client.marks(english, lambda found: not found)

    run(conversation)


STRANGE = (
    "",
    "---\ntitle: [\n---\n\n",
    "---\n- a\n---\n",
    "---\n",
    "\ufeff# x\n",
    "/// quiz\n",
    "\ud83d lone\n",
    "a\u2028b\x0bc\x00\n",
    "[" * 3000,
    "x" * 1_100_000,
    "\r",
)


def test_no_text_ends_the_conversation(hub: Path) -> None:
    async def conversation() -> None:
        async with editor(hub) as client:
            for number, text in enumerate(STRANGE):
                uri = client.open(hub / f"docs/en/lessons/not-there-{number}.md", text)
                if len(text) > 1_000_000:
                    await client.until(lambda: any("larger than a megabyte" in line for line in client.log))
                    text = ""
                client.change(uri, f"{text}\n\n{BAD}\n")
                await client.marks(uri, has("avoided-term"))

    run(conversation)


def test_broken_facts_are_told_after_opening(hub: Path) -> None:
    path = hub / LESSON
    path.write_text(text_of(hub, BAD).replace("title: Kind words", "title: [", 1), encoding="utf-8")

    async def conversation() -> None:
        async with editor(hub) as client:
            uri = client.open(path)
            found = await client.marks(uri, has("bad-yaml"))
            assert "avoided-term" in rules(found), "the text below is checked all the same"

    run(conversation)


def test_files_that_are_no_text_or_gone_are_no_reason_to_stop(hub: Path) -> None:
    async def conversation() -> None:
        async with editor(hub) as client:
            path = hub / LESSON
            uri = client.open(path, text_of(hub, GOOD))
            path.write_bytes(b"\xff\xfe\x00 not UTF-8")
            client.save(uri)
            await client.marks(uri, has("unreadable-file"))
            path.unlink()
            client.save(uri)
            await client.marks(uri, lacks("unreadable-file"))
            client.save("file:///%00")
            client.save("nonsense")
            client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))
            await client.until(lambda: bool(client.log))
            assert client.log[0].startswith("The hub could not")
            assert "Traceback" not in client.log[0]
            again = client.open(hub / "docs/en/lessons/ask-first.md", BAD)
            await client.marks(again, has("avoided-term"))

    run(conversation)


def test_an_editor_that_vanishes_leaves_nothing_behind(hub: Path) -> None:
    async def conversation() -> None:
        client = Editor()
        command = [sys.executable, "-m", "saferhub.cli.main", "--root", str(hub), "lsp"]
        await client.start_io(*command, env={**os.environ, "PYTHONPATH": str(ROOT / "scripts")})
        await client.initialize_async(types.InitializeParams(types.ClientCapabilities()))
        client.open(hub / LESSON)
        assert client._server is not None
        assert client._server.stdin is not None
        client._server.stdin.close()
        async with asyncio.timeout(PATIENCE):
            await client._server.wait()
        await client.stop()
        assert client._server.returncode == 1, "it was not asked to stop"
        assert b"Traceback" not in client.errors

    run(conversation)


def test_without_the_package_a_sentence_says_how_to_get_it(
    hub: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] in ("pygls", "lsprotocol")]:
        monkeypatch.delitem(sys.modules, name)
    for name in ("language_server", "editor_session", "diagnostics"):
        monkeypatch.delitem(sys.modules, f"saferhub.cli.{name}", raising=False)
    monkeypatch.setitem(sys.modules, "pygls", None)
    monkeypatch.setitem(sys.modules, "lsprotocol", None)
    assert main(["--root", str(hub), "lsp"]) == 2
    assert "pip install saferhub[editor]" in capsys.readouterr().err


# The parts


def test_a_term_is_replaced_to_the_letter() -> None:
    source = "😀 An old term here.\n"
    problem = Problem(
        "avoided-term", Place("x.md", 1, 6, 1, 14), phrase("Bad."), phrase("Better."), replacement="new term"
    )
    codec = PositionCodec()
    found = marks([problem], source, codec)
    first, second = quick_fixes("file:///x.md", loose_document(source, "x.md", "en"), found, codec)
    assert first.title == "Write `new term`"
    assert first.is_preferred
    assert first.edit is not None
    assert first.edit.changes is not None
    (edit,) = first.edit.changes["file:///x.md"]
    assert units(source, edit.range) == "old term"
    assert edit.new_text == "new term"
    assert second.title.startswith("Allow here")


def test_each_severity_has_a_sign_of_its_own() -> None:
    problems = [Problem("r", Place("x", 1), phrase("."), phrase("."), severity) for severity in Severity]
    found = [mark.diagnostic for mark in marks(problems, "  words  ", PositionCodec())]
    assert [mark.severity for mark in found] == [
        types.DiagnosticSeverity.Error,
        types.DiagnosticSeverity.Warning,
        types.DiagnosticSeverity.Information,
    ]
    assert found[0].range == types.Range(types.Position(0, 2), types.Position(0, 7)), "the words of the line"


def test_a_place_behind_the_end_of_a_text_is_put_at_its_end() -> None:
    problem = Problem("r", Place("x", 9, 3, 9, 5), phrase("."), phrase("."))
    (mark,) = marks([problem], "a\nbb", PositionCodec())
    assert mark.diagnostic.range.start.line == 1


def test_every_rule_is_explained_without_what_only_the_site_understands() -> None:
    for rule in all_rules():
        prose = "".join(explained(rule.slug).split("````")[::2])
        assert not re.search(r"^#.*\{#|\]\([\w-]+\.md\)", prose, re.MULTILINE), rule.slug
        assert rule.why in explained(rule.slug)


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("Start.\n\nDone. 😀😀🎉\n", "Done. 😀😀🎉"),
        ("- One.\n- Two. 😀😀🎉\n    - Three.\n", "- Two. 😀😀🎉"),
        ("- One.\n    - Two. 😀😀🎉\n", "    - Two. 😀😀🎉"),
        ("> Say.\n>\n> Done. 😀😀🎉\n", "> Done. 😀😀🎉"),
        ("Start\nand go on. 😀😀🎉\n", "Start"),
        ("Start.\n\n| a | b |\n| --- | --- |\n| c | d |\n| e | 😀😀🎉 |\n", "| a | b |"),
        ("/// facilitator | Notes 😀😀🎉\nWords.\n///\n", "/// facilitator | Notes 😀😀🎉"),
        ("## Good 😀😀🎉 {#good}\n\nWords.\n", "## Good 😀😀🎉 {#good}"),
        ("---\ntitle: Song 😀😀🎉\nsummary: x\n---\n\nWords.\n", "title: Song 😀😀🎉"),
        ("---\ntitle: x\nobjectives:\n  - Name it.\n  - Sing it. 😀😀🎉\n---\n", "  - Sing it. 😀😀🎉"),
    ],
)
def test_an_exception_stands_where_it_excuses(hub: Path, text: str, before: str) -> None:
    document = document_of(hub, LESSON, text, "")
    (problem,) = [problem for problem in check_text(document).problems if problem.rule == "emoji-run"]
    found = new_exception(document, problem)
    assert found is not None
    line, words = found
    lines = text.split("\n")
    assert lines[line - 1] == before
    reason = words.replace(PLACEHOLDER, "the class drew these signs")
    changed = "\n".join([*lines[: line - 1], reason, *lines[line - 1 :]])
    report = check_text(document_of(hub, LESSON, changed, ""))
    assert not [problem for problem in report.problems if problem.rule in ("emoji-run", "faulty-exception")]
    assert len(report.allowed) == 1


def test_no_exception_is_offered_where_none_can_stand(hub: Path) -> None:
    document = document_of(hub, LESSON, "Words.\n", "")
    for slug, line in (("raw-html", 1), ("no-such-rule", 1), ("emoji-run", 0), ("emoji-run", 7)):
        assert new_exception(document, Problem(slug, Place(LESSON, line), phrase("."), phrase("."))) is None


def test_the_words_to_be_replaced_are_no_reason() -> None:
    assert len(PLACEHOLDER) < LEAST_REASON


def test_a_page_alone_says_nothing_of_exceptions_from_what_it_cannot_check(hub: Path) -> None:
    name = "translations/ar/lessons/kind-words.md"
    comment = "<!-- allow translation-changes-number: digits of this language -->"
    report = check_text(document_of(hub, name, f"{comment}\n\nWords.\n", ""))
    assert "faulty-exception" not in [problem.rule for problem in report.problems]


def test_problems_move_with_their_lines() -> None:
    problems = [Problem("r", Place("x", line, 1, line, 2), phrase("."), phrase(".")) for line in (1, 2, 3)]
    problems.append(Problem("r", Place("x", 3), phrase("."), phrase(".")))
    places = [(problem.place.line, problem.place.end_line) for problem in moved(problems, "a\nb\nc", "a\nB\nnew\nc")]
    assert places == [(1, 1), (4, 4), (4, 0)]
    assert len(list(moved(problems, "a\nb\nc", "a\nb\nc"))) == 4
    assert [problem.place.line for problem in moved(problems, "a\na\na", "a\na")] == [1, 2]


def test_a_saved_page_has_the_problems_that_the_whole_check_tells(hub: Path) -> None:
    path = hub / LESSON
    path.write_text(text_of(hub, f"{BAD}\n\nDone. 😀😀🎉\n\n[A lesson](nowhere.md)"), encoding="utf-8")
    saved = check_saved(hub)
    unsaved = check_unsaved(hub, str(path), path.read_text(encoding="utf-8"), True)
    everything = together(unsaved, saved)
    assert {"avoided-term", "emoji-run", "broken-link"} == {problem.rule for problem in everything}
    edited = check_unsaved(hub, str(path), f"{path.read_text(encoding='utf-8')}\n", True)
    assert [problem.sort_key for problem in together(edited, saved)] == [problem.sort_key for problem in everything]
    assert together(edited, Saved()) == list(edited.problems)


def test_what_the_baseline_knows_is_not_told_while_typing(hub: Path) -> None:
    path = hub / LESSON
    path.write_text(text_of(hub, "Done. 😀😀🎉"), encoding="utf-8")
    assert main(["--root", str(hub), "baseline"]) == 0
    saved = check_saved(hub)
    edited = check_unsaved(hub, str(path), f"{path.read_text(encoding='utf-8')}\n", True)
    assert edited.problems
    assert together(edited, saved) == []


# What comes with the hub for editors


def test_the_tasks_of_vs_code_understand_real_output(root: Path, hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tasks = json.loads((root / ".vscode/tasks.json").read_text(encoding="utf-8"))["tasks"]
    assert [task["args"] for task in tasks] == [["check"], ["check", "${file}"]]
    patterns = [task["problemMatcher"]["pattern"] for task in tasks]
    assert patterns[0] == patterns[1]
    path = hub / LESSON
    path.write_text(
        text_of(hub, f"{BAD} error: 3:4: x\n\nDone. 😀😀🎉\n\n{'Long ' * 60}end.").replace(
            "minutes: 30", "minutes: 31"
        ),
        encoding="utf-8",
    )
    assert main(["--root", str(hub), "check"]) == 1
    out = capsys.readouterr().out
    found = []
    for line in out.splitlines():
        match = re.match(patterns[0]["regexp"], line, re.ASCII)
        if match:
            found.append({name: match[group] for name, group in patterns[0].items() if name != "regexp"})
    assert len(found) == out.count("    [")
    by_severity = {each["severity"]: each for each in found}
    assert by_severity.keys() == {"error", "warning", "advice"}
    assert all(each["file"] == LESSON and int(each["line"]) > 0 for each in found)
    assert any(each["column"] is None for each in found)
    assert any(each["column"] == "17" and each["message"].startswith("`child pornography`") for each in found)


def test_the_hook_before_a_commit_checks_only_pages_that_changed(root: Path) -> None:
    hooks = yaml.safe_load((root / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][0]["hooks"]
    pages, whole = hooks[0], hooks[1]
    assert pages.get("pass_filenames", True)
    assert not whole["pass_filenames"]
    for path, is_page in ((LESSON, True), ("docs/_data/taxonomy.yml", False), ("translations/ar/locale.yml", False)):
        assert bool(re.search(pages["files"], path)) is is_page
        assert (bool(re.search(whole["files"], path)) and not re.search(whole["exclude"], path)) is not is_page
    assert not re.search(pages["files"], "README.md")

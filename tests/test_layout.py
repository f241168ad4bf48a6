"""The shape of the project: who may know MkDocs, what the lock files hold, what is vendored and where words come from."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from conftest import ROOT
from saferhub.cli.generated import drifted
from saferhub.model.library import Library
from saferhub.sources.words import read_words


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found


def test_mkdocs_is_imported_in_one_thin_file(root: Path) -> None:
    users = [
        path
        for path in (root / "scripts").rglob("*.py")
        if imports(path) & {"mkdocs", "material", "mkdocs_static_i18n"}
    ]
    assert [path.name for path in users] == ["mkdocs_hooks.py"]
    assert len(users[0].read_text(encoding="utf-8").splitlines()) <= 100


def test_the_library_runs_without_the_site_generator() -> None:
    """Reading, checking and composing must work where MkDocs is not even installed."""
    code = (
        "import sys; sys.modules['mkdocs'] = None; sys.modules['material'] = None\n"
        "from pathlib import Path\nfrom saferhub.sources.library import read_library\n"
        "from saferhub.cli.library import read_and_check\n"
        "assert read_and_check(Path('.'))[1].is_clean"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parent.parent,
        capture_output=True,
        text=True,
        env={"PYTHONPATH": "scripts", "PATH": ""},
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_generated_files_are_up_to_date(root: Path, real_library: Library) -> None:
    assert drifted(root, real_library) == []


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock", ".npmrc"])
def test_lock_files_hold_no_address(name: str, root: Path) -> None:
    assert "://" not in (root / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", [".", "tests/linter"])
def test_the_front_end_lock_names_no_registry(root: Path, folder: str) -> None:
    lock = json.loads((root / folder / "package-lock.json").read_text(encoding="utf-8"))
    assert len(lock["packages"]) > 5
    assert not any("resolved" in package for package in lock["packages"].values())


def test_vendored_files_are_those_of_the_pinned_packages(root: Path) -> None:
    sys.path.insert(0, str(root / "scripts"))
    try:
        from vendor import copies, subsets
    finally:
        sys.path.pop(0)
    for target, source in copies().items():
        assert (root / "overrides/assets" / target).read_bytes() == (root / "node_modules" / source).read_bytes(), (
            target
        )
    for target, content in subsets().items():
        assert (root / "overrides/assets" / target).read_bytes() == content, f"{target}: run `make vendor`"


def test_the_style_sheet_names_the_letters_that_the_cut_font_holds(root: Path) -> None:
    css = (root / "overrides/assets/css/fonts.css").read_text(encoding="utf-8")
    face = css[css.index("noto-nastaliq-urdu-urdu") :]
    named = set(re.findall(r"U\+([0-9A-F-]+)", face[: face.index("}")]))
    sys.path.insert(0, str(root / "scripts"))
    try:
        from vendor import URDU
    finally:
        sys.path.pop(0)
    assert named == set(URDU.split())


def test_every_word_that_the_program_says_can_be_translated(root: Path) -> None:
    """Babel does not look into f-strings; a word that stands in one would never reach the translators."""
    template = (root / "translations/hub.pot").read_bytes()
    for path in (root / "scripts/saferhub").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = getattr(getattr(node, "func", None), "attr", getattr(getattr(node, "func", None), "id", ""))
            if isinstance(node, ast.Call) and name in ("say", "phrase", "say_count") and node.args:
                first = node.args[0]
                assert not isinstance(first, ast.JoinedStr), (
                    f"{path.name}:{first.lineno}: an f-string cannot be translated"
                )
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    message = json.dumps(first.value, ensure_ascii=False).encode()
                    assert b"msgid " + message in template, f"{path.name}: {first.value}"


WITH_WORDS = sorted(path.parents[1].name for path in ROOT.glob("translations/*/LC_MESSAGES/hub.po"))


def test_languages_that_were_complete_stay_so() -> None:
    assert {"ar", "fr", "hy"} <= set(WITH_WORDS)


@pytest.mark.parametrize("locale", WITH_WORDS)
def test_the_interface_is_complete(locale: str, root: Path) -> None:
    with (root / "translations" / locale / "LC_MESSAGES" / "hub.po").open("rb") as file:
        catalog = read_po(file, locale=locale)
    with (root / "translations" / "hub.pot").open("rb") as file:
        wanted = read_po(file)
    for message in wanted:
        if not message.id:
            continue
        done = catalog.get(message.id if isinstance(message.id, str) else message.id[0], message.context)
        assert done is not None, message.id
        strings = done.string if isinstance(done.string, tuple) else (done.string,)
        assert all(strings), f"not translated: {message.id}"
        assert not done.fuzzy, message.id
    assert read_words(root, locale)[1] == [], "what stands in braces is equal"

"""Made-up languages: words change, everything else stays, and no real hub can carry them."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saferhub.cli.generated import words_template
from saferhub.cli.main import main
from saferhub.model.library import Library
from saferhub.sources.inline import links, pictures
from saferhub.sources.library import read_library
from saferhub.sources.words import placeholders, read_words
from saferhub.translation.pieces import same_shape
from saferhub.translation.pseudo import (
    CLOSE,
    OPEN,
    PSEUDO_LANGUAGES,
    UNTOUCHED,
    PseudoLanguage,
    accented,
    mirrored,
    pseudo_document,
    pseudo_words,
)

MARKS = str.maketrans("", "", "\u200f\u202e\u202c")
KEPT = re.compile(
    r"\{[^{}]*\}|\[\^[^\]]+\]|(?<!`)`[^`\n]+`(?!`)|https?://[^\s)>\]]+|^ *(?:/{3,}.*?)(?=\||$)", re.MULTILINE
)
both = pytest.mark.parametrize("language", PSEUDO_LANGUAGES, ids=lambda language: language.locale.id)


def test_words_get_accents_brackets_and_a_third_more_letters() -> None:
    assert accented("Get help") == "⟦Ĝéţ ĥéļṕ óñé⟧"
    long = "Every lesson prints with its handouts and family letter."
    added = len(accented(long)) - len(long) - len(OPEN + CLOSE)
    assert 0.3 * len(long) < added < 0.5 * len(long)


def test_no_letter_of_english_stays_plain() -> None:
    assert not re.search(
        "[A-Za-z](?!\u0304)",
        accented("The quick brown fox jumps over the lazy dog. WALTZ, BAD NYMPH, FOR QUICK JIGS VEX"),
    )


@given(st.text())
def test_what_is_mirrored_is_the_same_text_in_another_order(text: str) -> None:
    assert mirrored(text).translate(MARKS) == text.translate(MARKS)


@pytest.mark.parametrize(
    "kept",
    [
        "{count}",
        "`hub i18n accept`",
        "](../about.md#privacy)",
        "[^who-2022]",
        "{: lang=fr }",
        "https://example.org/a-b",
        "&nbsp;",
        "me@example.org",
    ],
)
@both
def test_what_is_no_word_is_left_alone(language: PseudoLanguage, kept: str) -> None:
    assert kept in language.change(f"Some words [of a text {kept} and more")


@both
def test_pages_keep_their_skeleton(language: PseudoLanguage, real_library: Library) -> None:
    for source in real_library.documents:
        target = pseudo_document(source, language)
        assert same_shape(source.body, target.body), source.path
        assert Counter(KEPT.findall(source.body.text)) == Counter(KEPT.findall(target.body.text)), source.path
        for one, other in zip(source.body.blocks, target.body.blocks, strict=True):
            assert sorted(links(one.text)) == sorted(links(other.text)), source.path
            assert sorted(pictures(one.text)) == sorted(pictures(other.text)), source.path
            assert (one.attributes, one.section, one.marker) == (other.attributes, other.section, other.marker)
            assert one.text != other.text or not any(letter.isalpha() for letter in UNTOUCHED.sub("", one.text))


@both
def test_words_are_a_valid_catalogue_in_all_plural_forms(
    language: PseudoLanguage, root: Path, real_library: Library, tmp_path: Path
) -> None:
    from saferhub.translation.words import as_po

    catalog = pseudo_words(words_template(root, real_library), language)
    assert len(catalog) > 300
    for message in catalog:
        forms = message.id if isinstance(message.id, tuple) else (message.id,)
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        for form, string in zip(forms, strings, strict=True):
            assert placeholders(form) == placeholders(str(string))
    assert all(isinstance(message.string, tuple) for message in catalog if message.pluralizable)
    (tmp_path / "hub.po").write_bytes(as_po(catalog))
    command = ["msgfmt", "--check-format", "-o", str(tmp_path / "hub.mo"), str(tmp_path / "hub.po")]
    assert subprocess.run(command, capture_output=True, text=True, check=False).stderr == ""


def digest(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for name in ("docs", "translations", "site")
        for path in (folder / name).rglob("*")
        if path.is_file()
    }


@pytest.mark.site
def test_the_command_touches_no_file_of_the_hub(hub: Path, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("overrides", "scripts"):
        shutil.copytree(root / name, hub / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(root / "mkdocs.yml", hub)
    before = digest(hub)
    assert main(["--root", str(hub), "i18n", "pseudo"]) == 0
    assert digest(hub) == before
    assert "build/pseudo/site/index.html" in capsys.readouterr().out
    site = hub / "build" / "pseudo" / "site"
    accents = (site / "en-XA" / "lessons" / "kind-words.html").read_text(encoding="utf-8")
    assert '<html lang="en-XA" dir="ltr"' in accents
    assert accented("Kind words") in accents
    assert accented("Leave this page") in accents
    turned = (site / "ar-XB" / "lessons" / "kind-words.html").read_text(encoding="utf-8")
    assert '<html lang="ar-XB" dir="rtl"' in turned
    assert mirrored("Kind words") in turned
    assert read_words(site.parent / "hub", "en-XA")[1] == []


@pytest.mark.parametrize("name", ["en-XA", "ar-XB"])
def test_a_real_hub_cannot_be_published_in_a_made_up_language(name: str, hub: Path) -> None:
    path = hub / "docs" / "_data" / "locales.yml"
    line = f"  - {{id: {name}, name: X, english_name: X, direction: ltr, script: Latn}}\n"
    path.write_text(path.read_text(encoding="utf-8") + line, encoding="utf-8")
    (hub / "translations" / name).mkdir()
    assert any(problem.place.path.endswith("locales.yml") for problem in read_library(hub).problems)


def test_languages_of_kosovo_are_not_taken_for_made_up_ones(hub: Path) -> None:
    path = hub / "docs" / "_data" / "locales.yml"
    line = "  - {id: sq-XK, name: Shqip, english_name: Albanian, direction: ltr, script: Latn}\n"
    path.write_text(path.read_text(encoding="utf-8") + line, encoding="utf-8")
    (hub / "translations" / "sq-XK").mkdir()
    assert read_library(hub).problems == ()


@pytest.mark.site
def test_a_hub_with_errors_is_not_built(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (hub / "docs/en/about.md").write_text("No facts.\n", encoding="utf-8")
    assert main(["--root", str(hub), "i18n", "pseudo"]) == 1
    assert "mend the errors" in capsys.readouterr().err
    assert not (hub / "build" / "pseudo").exists()


def test_every_form_of_a_count_is_changed(real_library: Library, root: Path) -> None:
    catalog = pseudo_words(words_template(root, real_library), PSEUDO_LANGUAGES[0])
    message: Any = catalog.get(("{count} lesson", "{count} lessons"))
    assert message.string == (accented("{count} lesson"), accented("{count} lessons"))

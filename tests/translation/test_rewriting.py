"""Texts are written back into a translation without touching anything else, and new parts of the source find their place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saferhub.cli.main import main
from saferhub.model.library import Library
from saferhub.sources.library import read_library
from saferhub.translation.pairs import PagePairs, State, pair
from saferhub.translation.pieces import same_shape
from saferhub.translation.rewriting import rewritten

PAGE = "translations/ar/lessons/kind-words.md"
SOURCE = "docs/en/lessons/kind-words.md"


def found(library: Library, name: str = "lessons/kind-words", locale: str = "ar") -> PagePairs:
    source = next(one for one in library.documents if one.id == name)
    result = pair(source, library.translations.get((locale, name)), library.sidecars.get((locale, name)))
    assert result is not None
    return result


def change(hub: Path, old: str, new: str, file: str = PAGE) -> None:
    text = (hub / file).read_text(encoding="utf-8")
    assert old in text
    (hub / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def start(hub: Path, *pages: str) -> int:
    return main(["--root", str(hub), "i18n", "start", "ar", *pages])


def test_every_translation_of_the_project_comes_back_to_the_byte(real_library: Library) -> None:
    sources = {document.id: document for document in real_library.documents}
    compared = 0
    for (locale, name), target in real_library.translations.items():
        states = found(real_library, name, locale)
        if any(one.target is None for one in states.pairs):
            continue  # the source has new parts, which nobody has brought in yet
        compared += 1
        assert rewritten(sources[name], target, states, {}).text == target.source, target.path
        same = {number: one.target.flowing for number, one in enumerate(states.pairs) if one.target}
        assert rewritten(sources[name], target, states, same).text == target.source, target.path
    assert compared > 20


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_new_wording_changes_its_own_block_and_nothing_else(data: st.DataObject, real_library: Library) -> None:
    name = data.draw(st.sampled_from([lesson.document.id for lesson in real_library.lessons]))
    source = next(one for one in real_library.documents if one.id == name)
    target = real_library.translations["ar", name]
    states = found(real_library, name)
    number = data.draw(st.integers(0, len(states.pairs) - 1))
    words = data.draw(st.text(alphabet="ابتثجح «»،:#'\"-", min_size=1, max_size=40).map(lambda text: f"ن{text}ن"))
    text = rewritten(source, target, states, {number: words}).text
    old = states.pairs[number].target
    assert old is not None
    if old.block is not None:
        start = len(target.source) - len(target.body.text) + old.block.start
        assert text == target.source[:start] + words + target.source[start + len(old.block.text) :]
    else:
        before, after = target.source.split("\n---\n", 1)[1], text.split("\n---\n", 1)[1]
        assert before == after


def test_a_page_is_begun_with_the_words_of_the_source(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert start(hub, "lessons/good-night") == 0
    assert "begun" in capsys.readouterr().out
    library = read_library(hub)
    target = library.translations["ar", "lessons/good-night"]
    source = next(one for one in library.documents if one.id == "lessons/good-night")
    assert same_shape(source.body, target.body)
    assert set(target.facts) <= {"title", "summary", "materials", "objectives"}
    assert {one.state for one in found(library, "lessons/good-night").pairs} == {State.TODO}
    assert not [problem for problem in library.problems if "good-night" in problem.place.path]


def test_new_parts_of_the_source_find_their_place_and_nothing_is_lost(hub: Path) -> None:
    change(hub, "Choose kind words.", "Stand up first.\n\nChoose kind words.", SOURCE)
    change(hub, "- Listen first.", "- Breathe out.\n- Listen first.", SOURCE)
    change(
        hub,
        "اختاروا كلمات لطيفة.",
        "<!-- check off: idiom. A saying of the region. -->\nاختاروا كلمات لطيفة.\n\nفقرة من عندنا.",
    )
    before = (hub / PAGE).read_text(encoding="utf-8")
    assert start(hub, "lessons/kind-words") == 0
    after = (hub / PAGE).read_text(encoding="utf-8")
    assert (
        "Stand up first.\n\n<!-- check off: idiom. A saying of the region. -->\nاختاروا كلمات لطيفة.\n\nفقرة من عندنا."
        in after
    )
    assert "- Breathe out.\n" in after
    for line in before.splitlines():
        assert line in after, line
    states = found(read_library(hub))
    assert sum(one.state is State.TODO for one in states.pairs) == 2
    assert not [one for one in states.pairs if one.state is State.MISSING]
    assert [extra.state for extra in states.extras] == [State.OWN]


def test_nothing_is_written_when_all_parts_are_there(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (hub / PAGE).read_bytes()
    assert start(hub, "kind-words.md") == 0
    assert (hub / PAGE).read_bytes() == before
    assert "has all parts" in capsys.readouterr().out


def test_a_page_that_cannot_be_compared_is_left_alone(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = "translations/ar/lessons/ask-first.md"
    (hub / file).with_suffix(".sync").unlink(missing_ok=True)
    change(hub, "## ما هو جيد {#good}", "فقرة.\n\n## ما هو جيد {#good}", file)
    before = (hub / file).read_bytes()
    start(hub, "lessons/ask-first")
    assert (hub / file).read_bytes() == before
    assert "do not match" in capsys.readouterr().err


def test_an_unreadable_translation_is_not_overwritten(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (hub / PAGE).write_bytes(b"\xff\xfe not text")
    assert start(hub, "lessons/kind-words") == 1
    assert (hub / PAGE).read_bytes() == b"\xff\xfe not text"
    assert "UTF-8" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "facts"),
    [
        ("es", "{id: es, name: Español, english_name: Spanish, direction: ltr, script: Latn}"),
        ("ur", "{id: ur, name: اردو, english_name: Urdu, direction: rtl, script: Arab}"),
        ("zh", "{id: zh, name: 中文, english_name: Chinese, direction: ltr, script: Hans}"),
        ("ka", "{id: ka, name: ქართული, english_name: Georgian, direction: ltr, script: Geor}"),
    ],
)
def test_a_language_is_begun_with_what_cldr_knows(name: str, facts: str, hub: Path) -> None:
    assert main(["--root", str(hub), "i18n", "start", name, "lessons/ask-first"]) == 0
    assert facts in (hub / "docs/_data/locales.yml").read_text(encoding="utf-8")
    library = read_library(hub)
    assert library.locale(name) is not None
    assert (name, "lessons/ask-first") in library.translations


@pytest.mark.parametrize("name", ["xx", "deutsch", "../../etc", "", "de_DE\n"])
def test_a_language_that_nobody_knows_is_refused(name: str, hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (hub / "docs/_data/locales.yml").read_bytes()
    assert main(["--root", str(hub), "i18n", "start", name]) == 2
    assert "no language" in capsys.readouterr().err
    assert (hub / "docs/_data/locales.yml").read_bytes() == before

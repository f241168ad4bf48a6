"""Recipes of packs: what trainers get wrong is told with the file, and no pack is made of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from packs.printing import Hub, printable


@pytest.fixture
def trainer(tmp_path: Path) -> Hub:
    return Hub(printable(tmp_path / "hub"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("title: A\nlessons: [kind-wordz]\n", ["There is no published lesson `kind-wordz`.", "kind-words"]),
        ("title: A\nlessons: [kind-words, kind-words]\n", ["my-pack.yml:2", "`lessons` names something twice"]),
        ("title: A\nlessons: [kind-words]\nlocales: [arr]\n", ["The hub has no language `arr`.", "ar"]),
        ("title: A\nlessons: [kind-words, ask-first]\nsession_minutes: 45\n", ["take 60 minutes, and there are 45"]),
        ("title: A\nages: 9-13\n", ["9-13"]),
        ("title: A\nlessons: []\n", ["lessons"]),
        ("lessons: [kind-words]\n", ["title"]),
        ("title: A\nlessons: [kind-words]\nsession_minutes: soon\n", ["session_minutes"]),
        ("title: A\nlessons: [kind-words]\ncolour: red\n", ["colour"]),
        ("title: [\n", ["my-pack.yml:"]),
        ("- kind-words\n", ["my-pack.yml"]),
        ("", ["my-pack.yml"]),
        ("title: A\nlessons: ../../etc\n", ["lessons"]),
        ("\0\0", ["my-pack.yml"]),
    ],
)
def test_a_wrong_recipe_is_told_and_nothing_is_made(
    trainer: Hub, tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, told: list[str]
) -> None:
    recipe = tmp_path / "elsewhere" / "my-pack.yml"  # a trainer's own folder, not the hub's
    recipe.parent.mkdir()
    recipe.write_text(text, encoding="utf-8")
    assert trainer.run("build", str(recipe)) == 2
    errors = capsys.readouterr().err
    assert "my-pack.yml" in errors
    for words in told:
        assert words in errors
    assert not trainer.folder.exists()


def test_recipe_files_that_cannot_be_read(trainer: Hub, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert trainer.run("build", str(tmp_path / "not-there.yml")) == 2
    assert "not-there.yml" in capsys.readouterr().err
    (tmp_path / "folder.yml").mkdir()
    assert trainer.run("build", str(tmp_path / "folder.yml")) == 2
    assert "folder.yml" in capsys.readouterr().err
    (tmp_path / "bytes.yml").write_bytes(b"title: \xff\xfe\n")
    assert trainer.run("build", str(tmp_path / "bytes.yml")) == 2
    assert "bytes.yml" in capsys.readouterr().err


def test_every_wrong_recipe_is_told_at_once(trainer: Hub, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.yml").write_text(f"title: A\nlessons: [{name}]\n", encoding="utf-8")
    assert trainer.run("build", str(tmp_path / "one.yml"), str(tmp_path / "two.yml")) == 2
    errors = capsys.readouterr().err
    assert "`one`" in errors
    assert "`two`" in errors


@pytest.mark.parametrize("name", ["ages-9-12", "adults-teachers"])
def test_a_recipe_cannot_take_the_name_of_a_standard_pack(
    trainer: Hub, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (tmp_path / f"{name}.yml").write_text("title: Mine\nlessons: [kind-words]\n", encoding="utf-8")
    assert trainer.run("build", str(tmp_path / f"{name}.yml")) == 2
    assert f"`{name}`" in capsys.readouterr().err


def test_a_faulty_recipe_of_the_hub_stops_the_build(trainer: Hub, capsys: pytest.CaptureFixture[str]) -> None:
    trainer.edit("docs/_data/packs/first-steps.yml", "kind-words", "kind-wordz")
    assert trainer.run("build") == 1
    errors = capsys.readouterr().err
    assert "docs/_data/packs/first-steps.yml" in errors
    assert "faulty-pack" in errors


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--ages", "9-13"], "There is no ages `9-13`. There are: 3-5, 6-8, 9-12"),
        (["--audience", "pupils"], "There is no audience `pupils`"),
        (["--harm", "cyberbullying", "--harm", "weather"], "There is no harm `weather`"),
        (["--locale", "xx"], "There is no locale `xx`. There are: en, ar."),
    ],
)
def test_wrong_options_name_what_there_is(
    trainer: Hub, capsys: pytest.CaptureFixture[str], options: list[str], told: str
) -> None:
    assert trainer.run("build", *options) == 2
    assert told in capsys.readouterr().err


def test_nothing_fits(trainer: Hub, capsys: pytest.CaptureFixture[str]) -> None:
    # The lesson for adults is not translated, and a pack without a lesson is not made.
    assert trainer.run("build", "--ages", "adults", "--locale", "ar") == 1
    assert "Nothing fits all of this" in capsys.readouterr().err
    assert trainer.run("build", "--ages", "9-12", "--harm", "image-based-abuse") == 1
    assert "Nothing fits all of this" in capsys.readouterr().err
    assert not trainer.folder.exists()

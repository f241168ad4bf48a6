"""What nobody can stand behind by habit: strange numbers in safety texts, split texts, whole languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from saferhub.cli.main import main
from saferhub.sources.library import read_library
from saferhub.sources.sidecars import fingerprint
from saferhub.translation.composition import compose
from saferhub.translation.kept import strange_numbers

PAGE = "translations/ar/lessons/kind-words.md"


def run(hub: Path, *arguments: str) -> int:
    return main(["--root", str(hub), "i18n", *arguments])


def change(hub: Path, old: str, new: str, file: str = PAGE) -> None:
    text = (hub / file).read_text(encoding="utf-8")
    assert old in text
    (hub / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def shown(hub: Path) -> str:
    library = read_library(hub)
    locale = library.locale("ar")
    assert locale is not None
    return compose(library, next(one for one in library.documents if one.id == "lessons/kind-words"), locale).markdown


@pytest.mark.parametrize(
    ("source", "target", "strange"),
    [
        ("Wait two minutes.", "انتظروا 2 دقيقة.", set()),
        ("Wait two minutes.", "انتظروا دقيقتين.", set()),
        ("Wait two minutes.", "انتظروا 9 دقائق.", {"9"}),
        ("In 25 minutes.", "خلال 52 دقيقة.", {"52"}),
        ("In 25 minutes.", "خلال ٢٥ دقيقة.", set()),
        ("Call 116 111.", "اتصلوا بالرقم 116 112.", {"112"}),
        ("Tuesday, 16:30.", "Mardi, 16 h 30.", set()),
        ("Tuesday, 16:30.", "Mardi, 16\u00a0h\u00a030.", set()),
        ("Tuesday, 16:30.", "Mardi, 16h30.", set()),
        ("Tuesday, 16:30.", "Mardi, 16 h 40.", {"1640"}),
        ("In 2 hours, 30 learners.", "Dans 2 h, 30 élèves.", set()),
    ],
)
def test_a_number_that_the_english_does_not_have(source: str, target: str, strange: set[str]) -> None:
    assert strange_numbers(source, target) == strange


def test_nobody_accepts_a_strange_number_in_a_safety_text(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(hub, "accept", "ar", "lessons/kind-words", "--stale") == 0
    change(hub, "أخبروا بالغًا تثقون به.", "أخبروا 9 بالغين تثقون بهم.")
    assert "9 بالغين" not in shown(hub), "an edited help text waits for somebody who accepts it"
    assert run(hub, "accept", "ar", "lessons/kind-words") == 1
    assert "kind-words.md:78: not accepted. The number 9 is not in the English." in capsys.readouterr().err
    assert "9 بالغين" not in shown(hub)
    change(hub, "أخبروا 9 بالغين تثقون بهم.", "أخبروا شخصًا بالغًا تثقون به.")
    assert run(hub, "accept", "ar", "lessons/kind-words") == 0
    assert "شخصًا بالغًا" in shown(hub)


def test_what_was_accepted_before_is_not_asked_about_again(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A record from before this rule, or one that a person wrote on purpose, keeps its state."""
    change(hub, "أخبروا بالغًا تثقون به.", "أخبروا 9 بالغين تثقون بهم.")
    record = (hub / PAGE).with_suffix(".sync")
    left = fingerprint("Tell an adult you trust. You can also call a helpline.")
    with record.open("a", encoding="utf-8") as file:
        file.write(f"{left} {fingerprint('أخبروا 9 بالغين تثقون بهم.')}\n")
    assert "9 بالغين" in shown(hub)
    assert run(hub, "accept", "ar", "lessons/kind-words") == 0
    assert "not accepted" not in capsys.readouterr().err
    assert "9 بالغين" in shown(hub)


def test_a_text_that_was_split_is_not_taken_for_an_own_one(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(hub, "accept", "ar", "lessons/kind-words", "--stale") == 0
    change(hub, "اختاروا كلمات لطيفة.", "اختاروا.\n\nكلمات.\n\nلطيفة.")
    assert run(hub, "accept", "ar", "lessons/kind-words") == 1
    assert "looks like a part of the English text" in capsys.readouterr().err
    assert "لطيفة.\n" not in shown(hub).replace("كلمات لطيفة", "")


def test_a_whole_language_is_accepted_on_purpose_only(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {path: path.read_bytes() for path in (hub / "translations").rglob("*.sync")}
    assert run(hub, "accept", "ar") == 2
    assert "--all" in capsys.readouterr().err
    assert before == {path: path.read_bytes() for path in (hub / "translations").rglob("*.sync")}


def test_a_text_that_waits_for_its_translator_is_no_fault_of_language(
    hub: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(hub, "start", "ar", "lessons/good-night") == 0
    capsys.readouterr()
    assert run(hub, "check", "ar", "lessons/good-night", "--no-cache") == 0
    assert "unmarked-language" not in capsys.readouterr().out

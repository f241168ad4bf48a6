"""Terms of the glossary in texts: found where they are said, in the forms that count, and names as they are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from saferhub.checks.glossary_terms import TermFinder, has_form, other_form
from saferhub.model.glossary import ApprovedForm, GlossaryTerm, OtherForm, TermClass
from saferhub.sources.glossary import GLOSSARY, read_glossary

EXTORTION = GlossaryTerm(
    "sexual-extortion",
    "Threats.",
    ("sexual extortion",),
    {"fr": ApprovedForm("chantage sexuel", ("chantage* sexuel*",), others=(OtherForm("sextorsion", TermClass.CARE),))},
)
COMMON = GlossaryTerm("child", "Anyone under 18.", (), {"fr": ApprovedForm("enfant", ("enfant",))})
NAME = GlossaryTerm("take-it-down", "A service.", (), english="Take It Down", is_translated=False)
GLOSSARY_OF_TEST = (EXTORTION, COMMON, NAME)


def found(source: str, locale: str) -> list[str]:
    return [term.id for term, _ in TermFinder(GLOSSARY_OF_TEST).terms_of(source, locale)]


@pytest.mark.parametrize(
    ("source", "locale", "terms"),
    [
        ("Sexual\nextortion is a crime.", "fr", ["sexual-extortion"]),
        ("Sexual extortion is a crime.", "zh", []),
        ("See `sexual extortion`.", "fr", []),
        ("A child of ten.", "fr", []),
        ("Take\nIt Down is free.", "zh", ["take-it-down"]),
        ("You can take it down.", "zh", []),
    ],
)
def test_what_a_source_text_speaks_of(source: str, locale: str, terms: list[str]) -> None:
    assert found(source, locale) == terms


def test_one_finder_serves_many_languages() -> None:
    finder = TermFinder(GLOSSARY_OF_TEST)
    text = "Sexual extortion: ask Take It Down."
    assert [term.id for term, _ in finder.terms_of(text, "fr")] == ["sexual-extortion", "take-it-down"]
    assert [term.id for term, _ in finder.terms_of(text, "zh")] == ["take-it-down"]


def test_what_counts_as_a_form() -> None:
    form = EXTORTION.forms["fr"]
    assert has_form(EXTORTION, form, "fr", "Le **chantage\nsexuel** est un crime.".replace("**", ""))
    assert not has_form(EXTORTION, form, "fr", "La sextorsion est un crime.")
    assert other_form(form, "fr", "La sextorsion est un crime.") == OtherForm("sextorsion", TermClass.CARE)
    assert other_form(form, "fr", "Les menaces sont un crime.") is None


def test_a_name_is_kept_letter_by_letter() -> None:
    form = NAME.form_in("zh")
    assert form is not None
    assert has_form(NAME, form, "zh", "请用Take It\nDown。")
    assert not has_form(NAME, form, "zh", "请take it down。")


def test_the_file_is_read_with_its_classes(tmp_path: Path) -> None:
    (tmp_path / GLOSSARY).parent.mkdir()
    (tmp_path / GLOSSARY).write_text(
        """
terms:
  - id: grooming
    class: care
    definition: Building trust in order to abuse.
    find: [grooming]
    avoid: [{say: dating, why: sounds like a choice}]
    forms:
      ru: {say: груминг}
      zh: {say: 诱骗, class: ok, care: [引诱], avoid: [{say: 网恋, why: 好像是恋爱}], note: Too wide alone.}
  - {id: take-it-down, say: Take It Down, definition: A service., translate: false}
""",
        encoding="utf-8",
    )
    (grooming, name), problems = read_glossary(tmp_path)
    assert problems == []
    assert (grooming.name, grooming.term_class) == ("grooming", TermClass.CARE)
    assert grooming.others == (OtherForm("dating", TermClass.AVOID, "sounds like a choice"),)
    assert grooming.forms["ru"] == ApprovedForm("груминг", ("груминг",), TermClass.CARE)
    assert grooming.forms["zh"].others == (
        OtherForm("引诱", TermClass.CARE),
        OtherForm("网恋", TermClass.AVOID, "好像是恋爱"),
    )
    assert (grooming.forms["zh"].term_class, grooming.forms["zh"].note) == (TermClass.OK, "Too wide alone.")
    assert (name.name, name.is_translated, name.forms) == ("Take It Down", False, {})


@pytest.mark.parametrize(
    "line", ["class: avoid", "care: []", "care: [{say: x}]", "translate: perhaps", "avoid: x", "kind: word", "find: []"]
)
def test_a_faulty_file_is_refused_with_its_place(line: str, tmp_path: Path) -> None:
    (tmp_path / GLOSSARY).parent.mkdir()
    (tmp_path / GLOSSARY).write_text(f"terms:\n  - id: x\n    definition: X.\n    {line}\n", encoding="utf-8")
    terms, problems = read_glossary(tmp_path)
    assert terms == ()
    assert problems and all(problem.place.path == GLOSSARY and problem.hint for problem in problems)

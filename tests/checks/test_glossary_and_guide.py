"""The glossary of the hub is whole, and it says the same as the guide for readers and as the checks of wording."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from saferhub.checks.language_pack import spelling_of
from saferhub.checks.passages import Page
from saferhub.checks.patterns import Reader
from saferhub.checks.registry import rule
from saferhub.checks.report import page_problems
from saferhub.model.glossary import GlossaryTerm, OtherForm, TermClass
from saferhub.model.library import Library
from saferhub.sources.documents import loose_document

GUIDE = "guides/terms-we-use.md"
LANGUAGES = ("ar", "es", "fr", "ru", "zh")
QUOTED = re.compile(r'"([^"]+)"|«\s*([^»]+?)\s*»|“([^”]+)”')
# Words of the guide that stand in one column and are spoken of as if they stood in the other: "not that word".
SAID_IN_PASSING = {"裸聊敲诈", "不雅照", "Línea caliente", "Salvaguardia"}
# Words of laws: the guide explains them, and the check of avoided words finds them all the same.
WORDS_OF_LAWS = {"ciberengaño pederasta", "порнографические материалы с изображением несовершеннолетних"}


@dataclass(frozen=True)
class Row:
    """A row of a table of the guide."""

    word: str
    care: str
    avoided: str

    @property
    def term_class(self) -> TermClass:
        return TermClass.CARE if self.care.startswith("Our word too") else TermClass.OK

    def others(self) -> dict[str, TermClass]:
        columns = ((self.care, TermClass.CARE), (self.avoided, TermClass.AVOID))
        return {
            "".join(found.groups("")): term_class for cell, term_class in columns for found in QUOTED.finditer(cell)
        }


def rows(root: Path, locale: str) -> list[Row]:
    folder = "docs/en" if locale == "en" else f"translations/{locale}"
    lines = (root / folder / GUIDE).read_text(encoding="utf-8").split("\n")
    heads = {number - 1 for number, line in enumerate(lines) if line.startswith("| ---")}
    tables = [line for number, line in enumerate(lines) if line.startswith("| ") and number not in heads]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in tables if not line.startswith("| ---")]
    return [Row(word, care, avoided) for word, _, care, avoided in cells]


def by_name(library: Library) -> dict[str, GlossaryTerm]:
    return {term.name.casefold(): term for term in library.glossary}


def test_every_word_of_the_guide_is_in_the_glossary_with_its_class(root: Path, real_library: Library) -> None:
    terms = by_name(real_library)
    table = rows(root, "en")
    assert len(table) > 35
    for row in table:
        term = terms[row.word.casefold()]
        assert term.term_class is row.term_class, row.word
        told = {word.casefold(): term_class for word, term_class in row.others().items()}
        assert {other.say.casefold(): other.term_class for other in term.others} == told, row.word


@pytest.mark.parametrize("locale", LANGUAGES)
def test_no_translated_guide_gives_a_word_another_class(locale: str, root: Path, real_library: Library) -> None:
    terms = by_name(real_library)
    compared = 0
    for english, row in zip(rows(root, "en"), rows(root, locale), strict=True):
        form = terms[english.word.casefold()].form_in(locale)
        assert form is not None, english.word
        known = {other.say: other.term_class for other in form.others}
        for word, term_class in row.others().items():
            if word in known and word not in SAID_IN_PASSING:
                assert known[word] is term_class, word
                compared += 1
    assert compared > 40


def test_the_glossary_is_whole(real_library: Library) -> None:
    terms = real_library.glossary
    assert [name for name, count in Counter(term.id for term in terms).items() if count > 1] == []
    assert [name for name, count in Counter(term.name.casefold() for term in terms).items() if count > 1] == []
    for term in terms:
        assert all(other.why for other in term.others), f"{term.id}: say why"
        assert [locale for locale in LANGUAGES if term.form_in(locale) is None] == [], term.id
        if not term.is_translated:
            assert not term.forms and not term.find, f"{term.id} is a name"


def test_every_pattern_of_the_glossary_can_be_read(real_library: Library) -> None:
    for term in real_library.glossary:
        for pattern in term.find:
            assert Reader({}, spelling_of("en")).row(pattern)
        for locale, form in term.forms.items():
            for pattern in form.accept if term.find else ():
                assert Reader({}, spelling_of(locale)).row(pattern), f"{term.id}, {locale}"


def flagged(slug: str, text: str, locale: str) -> bool:
    return bool(page_problems(Page(loose_document(f"{text}.", "x.md", locale)), (rule(slug),)))


def forms(library: Library) -> Iterator[tuple[str, str, TermClass, tuple[OtherForm, ...]]]:
    for term in library.glossary:
        yield "en", term.name, term.term_class, term.others
        for locale in LANGUAGES:
            form = term.form_in(locale)
            if form is not None:
                yield locale, form.say, form.term_class, form.others


def test_no_check_of_wording_finds_fault_with_a_word_of_the_glossary(real_library: Library) -> None:
    for locale, say, term_class, others in forms(real_library):
        assert not flagged("avoided-term", say, locale), f"{locale}: {say}"
        if term_class is TermClass.OK:
            assert not flagged("term-with-care", say, locale), f"{locale}: {say}"
        for other in others:
            if other.term_class is TermClass.CARE and other.say not in WORDS_OF_LAWS:
                assert not flagged("avoided-term", other.say, locale), f"{locale}: {other.say}"


def test_sextortion_needs_care_in_every_language_and_the_word_of_the_hub_does_not(real_library: Library) -> None:
    term = by_name(real_library)["sexual extortion"]
    said = {"en": (term.name, "sextortion"), "ar": ("", "سكستورشن"), "es": ("", "sextorsión"), "fr": ("", "sextorsion"),
            "ru": ("", "секс-шантаж"), "zh": ("", "性勒索")}  # fmt: skip
    for locale, (name, other) in said.items():
        others = term.others if locale == "en" else term.forms[locale].others
        assert {one.say: one.term_class for one in others}[other] is TermClass.CARE
        assert flagged("term-with-care", other, locale), f"{locale}: {other}"
        assert not flagged("term-with-care", name or term.forms[locale].say, locale)

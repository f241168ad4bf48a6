"""How each language writes dates, lists, numbers and counted things: a table that a person can read."""

from __future__ import annotations

import datetime
import gettext
import re
from pathlib import Path

import pytest
from babel import Locale as Cldr
from babel.messages.pofile import read_po

from saferhub.model.library import Library
from saferhub.model.locale import Locale
from saferhub.render.voice import Voice
from saferhub.sources.words import words_path
from saferhub.translation.plural_forms import plural_forms

# A day, two things, three things, 1,234, 12,345 and twelve per cent. A dot · stands for a space that does not break.
WRITTEN = {
    "en": ("5 March 2026", "A and B", "A, B and C", "1,234", "12,345", "12%"),
    "cy": ("5 Mawrth 2026", "A ac E", "A, B, a C", "1,234", "12,345", "12%"),
    "es": ("5 de marzo de 2026", "A y B", "A, B y C", "1234", "12.345", "12·%"),
    "fr": ("5 mars 2026", "A et B", "A, B et C", "1·234", "12·345", "12·%"),
    "sw": ("5 Machi 2026", "A na B", "A, B na C", "1,234", "12,345", "12%"),
    "pt": ("5 de março de 2026", "A e B", "A, B e C", "1.234", "12.345", "12%"),
    "ru": ("5 марта 2026 года", "A и B", "A, B и C", "1·234", "12·345", "12·%"),
    "hy": ("05 մարտի, 2026 թ.", "A և B", "A, B և C", "1·234", "12·345", "12%"),
    "ur": ("5 مارچ، 2026", "A اور B", "A، B، اور C", "1,234", "12,345", "12%"),
    "ar": ("5 مارس 2026", "A وB", "A وB وC", "1,234", "12,345", "12%"),
    "zh": ("2026年3月5日", "A和B", "A、B和C", "1,234", "12,345", "12%"),
}
FORMS = ["{count} lesson", "{count} lessons"]


def voice(locale: str, words: gettext.NullTranslations | None = None, digits: str = "latn") -> Voice:
    return Voice(Locale(locale, locale, locale, digits=digits), words or gettext.NullTranslations())


def shown(text: str) -> str:
    """Write spaces that do not break as a dot, and leave out the marks that keep a direction."""
    return re.sub("[\u200e\u200f\u061c]", "", re.sub("[\u00a0\u202f]", "·", text))


def test_the_table_holds_every_language(real_library: Library) -> None:
    assert set(WRITTEN) == {locale.id for locale in real_library.locales}


@pytest.mark.parametrize(("locale", "written"), WRITTEN.items())
def test_dates_lists_and_numbers(locale: str, written: tuple[str, ...]) -> None:
    speaker = voice(locale)
    two = ["A", "E"] if locale == "cy" else ["A", "B"]
    said = (
        speaker.date(datetime.date(2026, 3, 5)),
        speaker.items(two),
        speaker.items(["A", "B", "C"]),
        speaker.number(1234),
        speaker.number(12345),
        speaker.percent(0.12),
    )
    assert tuple(shown(text) for text in said) == written


@pytest.mark.parametrize("locale", [name for name in WRITTEN if name != "en"])
def test_no_month_is_a_number_a_key_or_english(locale: str) -> None:
    days = [datetime.date(2026, month, 22) for month in range(1, 13)]
    dates = [voice(locale).date(day) for day in days]
    assert len(set(dates)) == 12
    assert not any("M" in text or "{" in text for text in dates if locale not in ("sw", "cy", "pt", "es"))
    same = sum(text == voice("en").date(day) for text, day in zip(dates, days, strict=True))
    assert same == 0
    assert all("2026" in text and "22" in text for text in dates)


def test_a_list_of_nothing_and_of_one() -> None:
    for locale in WRITTEN:
        assert voice(locale).items([]) == ""
        assert voice(locale).items(["A"]) == "A"


@pytest.mark.parametrize(
    ("locale", "things", "said"),
    [
        ("es", ["padres", "iglesias"], "padres e iglesias"),
        ("es", ["padres", "hijos"], "padres e hijos"),
        ("es", ["agua", "hielo"], "agua y hielo"),
        ("cy", ["rhieni", "athrawon"], "rhieni ac athrawon"),
        ("cy", ["athrawon", "rhieni"], "athrawon a rhieni"),
    ],
)
def test_the_word_for_and_fits_the_sound_behind_it(locale: str, things: list[str], said: str) -> None:
    assert voice(locale).items(things) == said


def test_other_digits_can_be_asked_for() -> None:
    arabic = voice("ar", digits="arab")
    assert arabic.number(12345) == "١٢,٣٤٥"
    assert voice("ur", digits="arabext").date(datetime.date(2026, 3, 5)) == "۵ مارچ، ۲۰۲۶"


class Counting(gettext.NullTranslations):
    """Words that tell which plural form was asked for."""

    def __init__(self, locale: str) -> None:
        """Read the rule that gettext follows in a language."""
        super().__init__()
        self.form = gettext.c2py(plural_forms(locale).split("plural=")[1].rstrip(";"))  # type: ignore[attr-defined]

    def ngettext(self, one: str, many: str, count: int) -> str:
        """Return the number of the form."""
        return f"form {self.form(count)}"


@pytest.mark.parametrize("locale", WRITTEN)
def test_plural_forms_are_those_of_cldr(locale: str) -> None:
    """Numbers that gettext puts into one form are one category of CLDR, and the other way round."""
    form = Counting(locale).form
    pairs = {(form(number), Cldr.parse(locale).plural_form(number)) for number in range(201)}
    assert len(pairs) == len({left for left, _ in pairs}) == len({right for _, right in pairs})
    declared = int(plural_forms(locale).split("nplurals=")[1].split(";")[0])
    assert {left for left, _ in pairs} == set(range(declared))


@pytest.mark.parametrize("locale", WRITTEN)
def test_scripts_get_the_form_that_a_page_would_show(locale: str) -> None:
    words = Counting(locale)
    forms = voice(locale, words).count_forms(*FORMS)
    assert forms["digits"] == "latn"
    assert "other" in forms
    for number in range(201):
        category = str(Cldr.parse(locale).plural_form(number))
        assert forms[category] == words.ngettext("", "", number), number


def test_the_words_of_every_language_count_as_cldr_does(root: Path, real_library: Library) -> None:
    """What stands at the top of a file of words decides which form readers see."""
    for locale in real_library.locales:
        path = words_path(root, locale.id)
        if path.is_file():
            with path.open("rb") as file:
                headers = dict(read_po(file).mime_headers)
            assert headers["Plural-Forms"].replace(" ", "") == plural_forms(locale.id).replace(" ", ""), locale.id

"""How the hub speaks in one language: its words, numbers, dates and lists."""

from __future__ import annotations

import datetime
import gettext
from dataclasses import dataclass

from babel import Locale as Cldr
from babel.core import UnknownLocaleError
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from saferhub.model.locale import Locale
from saferhub.render.joining import before_sound

COMMAS = {"Arab": "، ", "Hans": "、", "Hant": "、"}
# Where Babel writes what readers would stumble over in a sentence.
DATES = {"ru": "d MMMM y 'года'"}  # its abbreviation "г." would put two full stops at the end of a sentence
UNGROUPED = {"es": 9999}  # CLDR groups Spanish numbers from five digits on, which Babel does not know
DIGITS = {"arab": "٠١٢٣٤٥٦٧٨٩", "arabext": "۰۱۲۳۴۵۶۷۸۹"}


@dataclass(frozen=True)
class Voice:
    """The words of a language and the customs of its numbers and dates, from CLDR."""

    locale: Locale
    words: gettext.NullTranslations

    @property
    def cldr(self) -> Cldr:
        """The language as CLDR knows it; English customs for a language that it does not know."""
        try:
            # The hub writes British English, so its dates are British too.
            return Cldr.parse("en-GB" if self.locale.id == "en" else self.locale.id, sep="-")
        except (UnknownLocaleError, ValueError):
            return Cldr.parse("en")

    def say(self, message: str) -> str:
        """Return a sentence or label in this language."""
        return self.words.gettext(message) if message else ""

    def say_count(self, one: str, many: str, count: int) -> str:
        """Return a sentence about a number of things, in the right plural form."""
        return self.words.ngettext(one, many, count).format(count=self.number(count))

    def count_forms(self, one: str, many: str) -> dict[str, str]:
        """Return a sentence about a number of things in each plural form of the language, for scripts.

        The keys are the categories of CLDR, which browsers know too; `digits` names the digits that readers see.
        """
        forms = {"digits": self.locale.digits}
        for number in range(201):
            forms.setdefault(str(self.cldr.plural_form(number)), self.words.ngettext(one, many, number))
        forms.setdefault("other", self.words.ngettext(one, many, 1000))
        return forms

    def number(self, value: int) -> str:
        """Return a whole number with the digits of the language."""
        grouped = value > UNGROUPED.get(self.locale.id, 0)
        return self.digits(
            str(format_decimal(value, locale=self.cldr, numbering_system="latn", group_separator=grouped))
        )

    def percent(self, share: float) -> str:
        """Return a share of one, such as 0.12, as a percentage with the sign where the language puts it."""
        return self.digits(str(format_percent(share, locale=self.cldr, numbering_system="latn")))

    def digits(self, text: str) -> str:
        """Replace Western digits by those that the language's settings ask for."""
        wanted = DIGITS.get(self.locale.digits)
        return text.translate(str.maketrans("0123456789", wanted)) if wanted else text

    def date(self, day: datetime.date) -> str:
        """Return a day as people write it."""
        form = DATES.get(self.locale.id, "long")
        return self.digits(str(format_date(day, form, locale=self.cldr)).translate(TO_WESTERN))

    def items(self, values: list[str]) -> str:
        """Return several things in one phrase, such as 'a, b and c'."""
        return before_sound(str(format_list(values, locale=self.cldr)), self.locale.id) if values else ""

    def series(self, values: list[str]) -> str:
        """Return several things one after the other, with the comma of the script."""
        return COMMAS.get(self.locale.script, ", ").join(values)

    def minutes(self, count: int) -> str:
        """Return a number of minutes in words."""
        return self.say_count("{count} minute", "{count} minutes", count)

    def ages(self, first: int, last: int) -> str:
        """Return an age range in words, never with a hyphen that turns around in right-to-left text."""
        return self.say("Ages {first} to {last}").format(first=self.number(first), last=self.number(last))


TO_WESTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")

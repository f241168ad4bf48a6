"""A file of help services whose country does not exist, or stands in a file of another name."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import PurePosixPath

from babel import Locale

from saferhub.checks.rule import Example, Family, Finding, Rule
from saferhub.model.library import Library
from saferhub.model.problem import Place, Severity, phrase

NO_COUNTRIES = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}  # CLDR has names for these as well


def check(library: Library, today: datetime.date) -> Iterator[Finding]:
    """Compare the country of each file with the names of countries in CLDR, and with the file's name."""
    countries = {code for code in Locale("en").territories if code.isalpha()} - NO_COUNTRIES
    for path, country, international in dict.fromkeys(
        (entry.path, entry.country, entry.is_international) for entry in library.help_entries
    ):
        if not international and country not in countries:
            yield Finding(
                Place(path),
                phrase("`{code}` is not the code of a country.", code=country),
                phrase("Write the two letters that stand for the country, for example GB for the United Kingdom."),
            )
        elif PurePosixPath(path).stem != country.lower():
            yield Finding(
                Place(path),
                phrase("This file holds services of `{code}`.", code=country),
                phrase("Name the file `{name}`.", name=f"{country.lower()}.yml"),
            )


RULE = Rule(
    slug="misplaced-help",
    family=Family.METADATA,
    severity=Severity.ERROR,
    what="A file of help services whose country does not exist, or stands in a file of another name.",
    why="Readers look for their country. Behind a wrong name they would find the number of another one, or nothing.",
    fix="Write the two letters that stand for the country everywhere in the world, and name the file after them, in small letters.",
    examples=(
        Example(wrong="country: UK", right="country: international", file="docs/_data/help/international.yml"),
        Example(wrong="country: GB", right="country: international", file="docs/_data/help/international.yml"),
    ),
    check=check,
)

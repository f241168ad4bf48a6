"""How a help service is shown: its name once, every way to reach it, and what is known of it."""

from __future__ import annotations

import datetime
from gettext import NullTranslations

import pytest

from saferhub.catalogue.catalogue import Catalogue
from saferhub.model.help import Contact, HelpEntry
from saferhub.model.library import Library
from saferhub.model.locale import Locale
from saferhub.model.taxonomy import Taxonomy, Term
from saferhub.render.help_contacts import ways
from saferhub.render.help_text import help_page
from saferhub.render.voice import Voice

DAY = datetime.date(2026, 11, 22)
ENGLISH = Voice(Locale("en", "English", "English", "ltr", "Latn"), NullTranslations())
ARABIC = Voice(Locale("ar", "العربية", "Arabic", "rtl", "Arab"), NullTranslations())


def entry(name: str = "Example Line", country: str = "AM", basis: str = "service", **contacts: str) -> HelpEntry:
    reached = tuple(Contact(how, value) for how, value in contacts.items())
    return HelpEntry(
        "x", country, name, ("talk",), reached, "Listens.", "", "free", (), "", "s", DAY, DAY, basis, "f", 1
    )


def page(name: str, address: str) -> str:
    return f'[<bdi dir="ltr">{name}</bdi>]({address}){{: rel="noreferrer" .external }}'


def test_a_service_with_several_ways_is_named_once() -> None:
    shown = ways(entry(web="https://a.invalid/", call="1-800 (11)", text="22 33", chat="https://c.invalid/x"), ENGLISH)
    assert shown == ", ".join(
        [
            page("Example Line", "https://a.invalid/"),
            r'[<bdi dir="ltr">1\-800 \(11\)</bdi>](tel:180011)',
            'text message to [<bdi dir="ltr">22 33</bdi>](sms:2233)',
            '[chat](https://c.invalid/x){: rel="noreferrer" .external }',
        ]
    )


@pytest.mark.parametrize(
    ("contacts", "expected"),
    [
        ({"call": "116 111"}, '[<bdi dir="ltr">116 111</bdi>](tel:116111)'),
        (
            {"web": "https://www.a.invalid/b", "call": "116 111"},
            '[<bdi dir="ltr">116 111</bdi>](tel:116111), ' + page(r"www\.a\.invalid", "https://www.a.invalid/b"),
        ),
    ],
)
def test_a_service_that_is_called_by_its_number_is_not_named_twice(contacts: dict[str, str], expected: str) -> None:
    assert ways(entry("116 111", **contacts), ENGLISH) == expected


def test_a_number_from_another_country_keeps_its_plus() -> None:
    assert "(tel:+3741234)" in ways(entry(call="+374 12-34"), ENGLISH)


def test_the_comma_is_that_of_the_script() -> None:
    assert ways(entry(call="1"), ARABIC) == '<bdi dir="ltr">Example Line</bdi>، [<bdi dir="ltr">1</bdi>](tel:1)'


@pytest.mark.parametrize(
    ("basis", "told"),
    [("service", "Checked on 22 November 2026"), ("document", "From public sources, 22 November 2026")],
)
def test_readers_are_told_whether_anybody_tried_it(basis: str, told: str) -> None:
    library = Library(taxonomy=Taxonomy(lists={"purposes": (Term("talk", "Talk", "", ()),)}))
    shown = help_page(Catalogue(library, (), (entry(call="1", basis=basis),)), ENGLISH)
    assert told in shown
    assert ("Checked" in shown) == (basis == "service")

"""The order of names: as the reader's dictionary has it, and as browsers have it where they know the language."""

from __future__ import annotations

import random

import pytest
from babel import Locale as Cldr
from playwright.sync_api import Browser

from saferhub.model.library import Library
from saferhub.render.alphabet import in_order


@pytest.mark.parametrize(
    ("locale", "names"),
    [
        ("cy", "cwm Cyprus chwaer da dyn Ddwyrain lwc llan piano Philipinau tŷ Thai"),
        ("es", "nube nz ñandú Ñuñoa oso"),
        ("ru", "еж ёж ёлка ель Ємен жук"),
        ("fr", "cote coté côte côté eau école"),
        ("pt", "acao ação água avó avô zebra"),
        ("ar", "أرمينيا الأردن ألمانيا باكستان تونس مصر"),
        ("ur", "اٹلی ایران آسٹریا بینن بھارت پاکستان ٹوگو جاپان چین ہنگری یمن"),
        ("hy", "Ալբանիա Եմեն Էստոնիա Թունիս Ռուսաստան Օման"),
        ("zh", "阿富汗 巴西 德国 法国 斐济 加拿大 美国 瑙鲁 日本 中国"),
        ("sw", "Chile China Moroko Msumbiji Ng'ombe Tanzania"),
    ],
)
def test_names_stand_in_the_order_of_the_alphabet(locale: str, names: str) -> None:
    expected = names.split()
    mixed = random.Random(7).sample(expected, len(expected))
    assert in_order(mixed, locale) == expected


@pytest.mark.browser
@pytest.mark.parametrize("locale", ["en", "es", "fr", "sw", "pt", "ru", "ur", "ar"])
def test_countries_stand_as_in_a_browser(locale: str, browser: Browser) -> None:
    """Browsers carry CLDR's tables. Welsh and Armenian are not in all of them, and Chinese differs among equal sounds."""
    names = [name for code, name in Cldr.parse(locale).territories.items() if len(code) == 2]
    page = browser.new_page()
    try:
        page.evaluate("locale => { window.order = new Intl.Collator(locale) }", locale)
        assert page.evaluate("order.resolvedOptions().locale") == locale
        assert in_order(names, locale) == page.evaluate("names => names.sort(order.compare)", names)
    finally:
        page.close()


def test_the_list_of_languages_is_in_order(real_library: Library) -> None:
    names = [locale.name for locale in real_library.locales]
    assert real_library.locales[0].is_source
    assert names[1:] == in_order(names[1:], "en")

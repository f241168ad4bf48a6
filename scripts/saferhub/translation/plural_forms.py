"""The plural forms of a language, as gettext's tools want them."""

from __future__ import annotations

from babel.core import UnknownLocaleError
from babel.messages.plurals import get_plural

# Where Babel's plural forms differ from CLDR or from the order that gettext, Poedit and translators use.
DIFFERENT = {
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
    "cy": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 5);",
    "hy": "nplurals=2; plural=(n > 1);",
    "pt": "nplurals=2; plural=(n > 1);",
}


def plural_forms(locale: str) -> str:
    """Return how many forms a counted thing has in a language and which number takes which, as gettext writes it."""
    if locale in DIFFERENT:
        return DIFFERENT[locale]
    try:
        plural = get_plural(locale.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return "nplurals=2; plural=(n != 1);"  # a language that Babel does not know, or an invented one for tests
    return f"nplurals={plural.num_plurals}; plural={plural.plural_expr};"

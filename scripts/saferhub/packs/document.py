"""Write the HTML of a pack: its facts in the template, with the style sheet for its paper and its letters."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from saferhub.packs.fonts import ARABIC, ARMENIAN, ATKINSON, CHINESE, CYRILLIC, NASTALIQ
from saferhub.packs.hyphens import made_from
from saferhub.render.isolation import isolate_page
from saferhub.render.voice import Voice

BY_LANGUAGE = {"ur": NASTALIQ, "zh": CHINESE}
BY_SCRIPT = {"Arab": ARABIC, "Hans": CHINESE, "Armn": ARMENIAN, "Cyrl": CYRILLIC}
ALL = (ATKINSON, CYRILLIC, ARMENIAN, ARABIC, CHINESE, NASTALIQ)


def families(first: str) -> str:
    """Return a list of fonts for a style sheet: the one for the language, then all others for words from elsewhere."""
    return ", ".join(f'"{name}"' for name in dict.fromkeys([first, *ALL]))


def press(root: Path, voice: Voice) -> Environment:
    """Return the templates of packs, which speak one language."""
    environment = Environment(loader=FileSystemLoader(root / "overrides"), autoescape=True)
    environment.add_extension("jinja2.ext.i18n")
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        voice.words.gettext, voice.words.ngettext, newstyle=False
    )
    return environment


def document(templates: Environment, facts: Mapping[str, object], name: str = "print/pack.html") -> str:
    """Return the whole HTML of a pack, with numbers kept in order in right-to-left text."""
    language, script = str(facts["locale"]), str(facts["script"])
    plain = templates.overlay(autoescape=False)
    style = plain.get_template("print/pack.css").render(
        facts,
        fonts=families(BY_LANGUAGE.get(language) or BY_SCRIPT.get(script, ATKINSON)),
        english=families(ATKINSON),
        hyphens=made_from() if language == "hy" else "",
    )
    return isolate_page(templates.get_template(name).render(facts, style=Markup(style)))

"""The page above all languages, on which a reader picks one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from jinja2 import Environment, FileSystemLoader, select_autoescape

from saferhub.model.locale import Locale
from saferhub.render.isolation import isolate_page
from saferhub.render.voice import Voice


def root_page(root: Path, locales: Sequence[Locale], voices: Mapping[str, Voice]) -> str:
    """Return the HTML of the page on which readers pick a language."""
    environment = Environment(loader=FileSystemLoader(root / "overrides"), autoescape=select_autoescape())
    shown = [
        {
            "id": locale.id,
            "name": locale.name,
            "dir": locale.direction,
            "script": locale.script,
            "description": voices[locale.id].say("Free lessons about a good and safe life online, for every country."),
        }
        for locale in locales
    ]
    return isolate_page(environment.get_template("root.html").render(voices=shown, first=locales[0].id))


def sitemap(base: str, pages: Sequence[str]) -> str:
    """Return the sitemap of a site at the address `base`, which ends with a slash."""
    entries = "".join(f"<url><loc>{escape(base + page)}</loc></url>\n" for page in sorted(pages))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        f"{entries}</urlset>\n"
    )

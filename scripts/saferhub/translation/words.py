"""Collect the hub's own words for translators: labels, buttons and messages, from code, templates and taxonomy."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from saferhub.model.taxonomy import Taxonomy

METHODS = [("saferhub/**.py", "python"), ("**.py", "ignore")]
ON_PAGES = [
    ("saferhub/render/**.py", "python"),
    ("saferhub/site/**.py", "python"),
    ("saferhub/packs/**.py", "python"),
    ("**.py", "ignore"),
]
TEMPLATES = [("**.html", "jinja2.ext:babel_extract")]
SCRIPTS = [("assets/js/lunr*.js", "ignore"), ("assets/js/**.js", "javascript")]
KEYWORDS = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "phrase": None,
    "say": None,
    "say_count": (1, 2),
    "count_forms": (1, 2),
}


def taxonomy_words(taxonomy: Taxonomy) -> Iterator[tuple[str, str]]:
    """List the words of the taxonomy, each with a comment for translators."""
    names = ["age_bands", "harms", "lengths", *taxonomy.lists]
    for name in names:
        for term in taxonomy.terms(name):
            yield term.label, f"{name}: {term.id}"
            if term.definition:
                yield term.definition, f"{name}: {term.id}, what it means"
            if term.also:
                yield ", ".join(term.also), f"{name}: {term.id}, other words that people search for, with commas"
    for strand in taxonomy.strands:
        yield strand.label, f"competency strand {strand.id}"
        for band, statement in strand.statements.items():
            yield statement, f"competency {strand.id}, {band}"
    for source in taxonomy.evidence:
        yield source.note, f"what the work tells us: {source.title}"


def template(root: Path, taxonomy: Taxonomy, more: list[tuple[str, str]]) -> Catalog:
    """Collect every word of the hub that is not a lesson. `more` holds words from data, with comments."""
    catalog = Catalog(project="SaferHub", version="1", copyright_holder="SaferHub", charset="utf-8", fuzzy=False)
    # What readers see comes first, so that a new language is useful early; messages for authors come last.
    for folder, methods in (
        ("overrides", TEMPLATES),
        ("overrides", SCRIPTS),
        ("scripts", ON_PAGES),
        ("scripts", METHODS),
    ):
        options = {pattern: {"newstyle_gettext": "true", "trimmed": "true"} for pattern, _ in methods}
        found: Any = extract_from_dir(
            root / folder, methods, options, keywords=KEYWORDS, comment_tags=("Translators:",)
        )
        for _, _, message, comments, context in found:
            catalog.add(message, None, auto_comments=comments, context=context)
    for message, comment in [*taxonomy_words(taxonomy), *more]:
        catalog.add(message, None, auto_comments=[comment])
    return catalog


def as_po(catalog: Catalog) -> bytes:
    """Write a catalogue without line numbers and dates, so that it changes only when words change."""
    file = io.BytesIO()
    write_po(file, catalog, no_location=True, omit_header=True, sort_output=False, width=0)
    header = (
        b'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n\n'
    )
    return (
        b"# The words of the hub. Made from the code and the taxonomy by `hub docs`; do not edit.\n"
        + header
        + file.getvalue()
    )

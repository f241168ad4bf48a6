"""Files that are made from code: schemas, pages of rules, tables of the normaliser, the words to translate."""

from __future__ import annotations

import json
import re
from pathlib import Path

from babel.messages.catalog import Catalog

from saferhub.catalogue.normalise import javascript_tables
from saferhub.checks.registry import all_rules
from saferhub.checks.report import check
from saferhub.cli.coverage_pages import COVERAGE, EXCEPTIONS, coverage_page, exceptions_page
from saferhub.cli.library import today
from saferhub.cli.rule_pages import rule_pages
from saferhub.cli.translators_readme import translators_readmes
from saferhub.cli.tree import write_file
from saferhub.model.library import Library
from saferhub.sources.schemas import all_schemas
from saferhub.translation.words import as_po, template

TABLES = re.compile(r"^[ \t]*// <tables generated.*?// </tables>[^\n]*$", re.MULTILINE | re.DOTALL)
NORMALISER = "overrides/assets/js/normalise.js"


def generated_files(root: Path, library: Library) -> dict[str, bytes]:
    """Return every generated file by its path from the top of the hub."""
    files: dict[str, bytes] = {}
    for name, schema in all_schemas(library.taxonomy).items():
        text = json.dumps(schema, indent=2, ensure_ascii=False)
        files[f"docs/_data/schemas/{name}.schema.json"] = f"{text}\n".encode()
    files.update({path: text.encode() for path, text in rule_pages(all_rules()).items()})
    files[COVERAGE] = coverage_page(library).encode()
    files[EXCEPTIONS] = exceptions_page(check(library, today())).encode()
    script = (root / NORMALISER).read_text(encoding="utf-8")
    files[NORMALISER] = TABLES.sub(lambda _: javascript_tables().rstrip("\n"), script).encode()
    files.update(translators_readmes(library))
    files["translations/hub.pot"] = as_po(words_template(root, library))
    return files


def words_template(root: Path, library: Library) -> Catalog:
    """Return every word of the hub that is not a lesson, from code, templates and data as they are now."""
    help_words = [
        (words, f"help entry {entry.id}")
        for entry in library.help_entries
        for words in (entry.about, entry.ages, entry.hours, *entry.languages)
        if words
    ]
    pack_words = [
        (words, f"pack {pack.id}, on its cover")
        for pack in library.packs
        for words in (pack.title, pack.cover)
        if words
    ]
    return template(root, library.taxonomy, [*help_words, *pack_words])


def drifted(root: Path, library: Library) -> list[str]:
    """Return the generated files that are not what the code would make now."""
    return [
        name
        for name, data in generated_files(root, library).items()
        if not (root / name).is_file() or (root / name).read_bytes() != data
    ]


def write_generated(root: Path, library: Library) -> list[str]:
    """Write the generated files that changed and return their names."""
    names = drifted(root, library)
    for name, data in generated_files(root, library).items():
        if name in names:
            write_file(root / name, data)
    return names

"""Build the hub in two made-up languages, to see what translators and their readers will meet."""

from __future__ import annotations

import io
import shutil
import sys
import webbrowser
from dataclasses import replace
from pathlib import Path

from babel.messages.pofile import write_po

from saferhub.catalogue.catalogue import Catalogue
from saferhub.cli.build import assemble, generate_all, only_build
from saferhub.cli.dashboard import write_dashboard
from saferhub.cli.generated import words_template
from saferhub.cli.library import catalogue_or_none, voices
from saferhub.cli.tree import replace_folder, write_file
from saferhub.site.links import broken_links
from saferhub.site.staging import compose_all
from saferhub.sources.words import words_path
from saferhub.translation.acceptance import accepted
from saferhub.translation.pairs import pair
from saferhub.translation.pseudo import PSEUDO_LANGUAGES, pseudo_document, pseudo_words

# Pages that are made from code: they exist in English only.
ENGLISH_ONLY = "contribute/checks/"
# What a workshop needs of a hub besides words: frame, settings, the adapter of the generator, drawings.
PROGRAM = ("overrides", "mkdocs.yml", "scripts/mkdocs_hooks.py", "docs/en/assets")


def build_pseudo(root: Path, generator: str = "mkdocs", show: bool = False) -> int:
    """Build `build/pseudo/site`: English, accented English and mirrored English. No file of the hub is touched."""
    catalogue = catalogue_or_none(root)
    if catalogue is None:
        sys.stderr.write("Nothing was built: mend the errors above first.\n")
        return 1
    with only_build(root):
        workshop = root / "build" / "pseudo" / "hub"
        _furnish(workshop, root)
        _write_words(workshop, root, catalogue)
        made_up = with_pseudo_languages(catalogue)
        spoken = voices(workshop, made_up)
        composed = compose_all(made_up)
        folders = generate_all(workshop, made_up, composed, spoken, generator)
        if folders is None:
            return 1
        site = assemble(workshop, made_up, folders, spoken)
        write_dashboard(workshop, site, made_up, composed, spoken)
        faults = list(broken_links(site))
        if faults:
            sys.stderr.write("\n".join(faults) + f"\n{len(faults)} faults in the finished pages.\n")
            return 1
        target = root / "build" / "pseudo" / "site"
        replace_folder(site, target)
    print(f"Open {target.relative_to(root).as_posix()}/index.html. A word without an accent there is in no catalogue.")
    if show:
        webbrowser.open((target / "index.html").as_uri())
    return 0


def with_pseudo_languages(catalogue: Catalogue) -> Catalogue:
    """Return the same lessons in English and in the made-up languages, with every page translated."""
    library = catalogue.library
    translations = {
        (language.locale.id, document.id): pseudo_document(document, language)
        for language in PSEUDO_LANGUAGES
        for document in library.documents
        if not document.id.startswith(ENGLISH_ONLY)
    }
    source = [locale for locale in library.locales if locale.is_source]
    locales = (*source, *(language.locale for language in PSEUDO_LANGUAGES))
    sources = {document.id: document for document in library.documents}
    sidecars = {}
    for (locale_id, name), target in translations.items():
        found = pair(sources[name], target, None)
        assert found is not None, f"the made-up page {name} has other parts than its source"
        sidecars[locale_id, name] = accepted(found, None)
    return replace(catalogue, library=replace(library, locales=locales, translations=translations, sidecars=sidecars))


def _furnish(workshop: Path, root: Path) -> None:
    shutil.rmtree(workshop, ignore_errors=True)
    for name in PROGRAM:
        target = workshop / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if (root / name).is_dir():
            shutil.copytree(root / name, target)
        elif (root / name).is_file():
            shutil.copy(root / name, target)


def _write_words(workshop: Path, root: Path, catalogue: Catalogue) -> None:
    """Write the words as PO files, which templates read; from the code itself, so that none is out of date."""
    template = words_template(root, catalogue.library)
    for language in PSEUDO_LANGUAGES:
        file = io.BytesIO()
        write_po(file, pseudo_words(template, language), no_location=True, width=0)
        write_file(words_path(workshop, language.locale.id), file.getvalue())

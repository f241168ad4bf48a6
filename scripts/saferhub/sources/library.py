"""Read a whole hub from disk, collecting every fault of every file before anybody is told."""

from __future__ import annotations

import re
from pathlib import Path

from saferhub.model.lesson import Document, Lesson
from saferhub.model.library import Library, Sidecar
from saferhub.model.locale import SOURCE_LOCALE, Locale
from saferhub.model.problem import Place, Problem, phrase
from saferhub.model.taxonomy import Taxonomy
from saferhub.sources import schemas
from saferhub.sources.data import read_help, read_locales, read_taxonomy
from saferhub.sources.documents import read_document
from saferhub.sources.files import read_text, walk
from saferhub.sources.glossary import read_glossary
from saferhub.sources.lessons import lesson_of
from saferhub.sources.packs import read_packs
from saferhub.sources.sidecars import read_sidecar
from saferhub.sources.words import read_words

DRAWING = re.compile(r"drawings/[a-z0-9]+(-[a-z0-9]+)*\.svg")
UNSAFE_SVG = re.compile(
    r"<script|<style|<foreignObject|<image|<iframe|<!ENTITY|\son\w+\s*=|javascript:|href\s*=\s*[\"']\s*(?!#)|url\(\s*[\"']?(?!#)",
    re.I,
)
BASELINE = "docs/_data/baseline.json"
KINDS = {"lessons": "lesson", "snippets": "snippet"}


def read_library(root: Path) -> Library:
    """Read the hub below `root`. Nothing is raised for bad content: look at `problems`."""
    taxonomy, problems = read_taxonomy(root)
    locales, faults = read_locales(root)
    problems += faults
    documents, lessons, unreadable, faults = _read_source(root, taxonomy)
    problems += faults
    translations, sidecars, faults = _read_translations(root, locales)
    problems += faults
    for locale in locales:
        _, faults = read_words(root, locale.id)
        problems += faults
    help_entries, faults = read_help(root, taxonomy)
    problems += faults
    glossary, faults = read_glossary(root)
    problems += faults
    packs, faults = read_packs(root, taxonomy)
    problems += faults
    known = None
    if (root / BASELINE).exists():
        known, faults = read_text(root, root / BASELINE)
        problems += faults
    files, faults = _read_assets(root)
    problems += faults + _unread_folders(root)
    return Library(
        taxonomy,
        locales,
        tuple(lessons),
        tuple(documents),
        translations,
        sidecars,
        help_entries,
        files,
        frozenset(unreadable),
        tuple(problems),
        glossary,
        known,
        packs,
    )


def _read_assets(root: Path) -> tuple[frozenset[str], list[Problem]]:
    """List the drawings, by their path below `docs`. Anything else in the folder, or in a drawing, is a problem."""
    files: set[str] = set()
    problems: list[Problem] = []
    folder = root / "docs" / SOURCE_LOCALE / "assets"
    for path in walk(root, folder, ""):
        place = Place(path.relative_to(root).as_posix())
        text, faults = read_text(root, path)
        if text is None:
            problems += faults
        elif not DRAWING.fullmatch(path.relative_to(folder).as_posix()):
            problems.append(
                Problem(
                    "unsafe-picture",
                    place,
                    phrase("This file is not a drawing of the hub."),
                    phrase(
                        "Drawings are SVG files in `docs/en/assets/drawings/`, named with small letters and hyphens."
                    ),
                )
            )
        elif "<svg" not in text or UNSAFE_SVG.search(text):
            problems.append(
                Problem(
                    "unsafe-picture",
                    place,
                    phrase("This drawing holds a script, a style, words of HTML or a picture from elsewhere."),
                    phrase("Save it again as a plain SVG: shapes and colours only."),
                )
            )
        else:
            files.add(path.relative_to(root / "docs").as_posix())
    return frozenset(files), problems


def _unread_folders(root: Path) -> list[Problem]:
    """Tell of folders in which somebody may be working without anybody ever reading the result."""
    known = {SOURCE_LOCALE, "_data", "screenshots"}
    docs = root / "docs"
    found = [
        path for path in sorted(docs.iterdir() if docs.is_dir() else []) if path.is_dir() and path.name not in known
    ]
    found += [path for path in [root / "translations" / SOURCE_LOCALE] if path.exists()]
    return [
        Problem(
            "folder-without-locale",
            Place(path.relative_to(root).as_posix()),
            phrase("Nothing in the folder `{path}` is read.", path=path.relative_to(root).as_posix()),
            phrase("English pages belong into `docs/en`, translations into `translations/<language>`."),
        )
        for path in found
        if not path.name.startswith(".")
    ]


def kind_of(document_id: str) -> str:
    """Tell by its folder what a page is: lesson, snippet or page."""
    return KINDS.get(document_id.partition("/")[0], "page")


def _read_source(root: Path, taxonomy: Taxonomy) -> tuple[list[Document], list[Lesson], list[str], list[Problem]]:
    folder = root / "docs" / SOURCE_LOCALE
    shapes = {"lesson": schemas.lesson(taxonomy), "page": schemas.page(), "snippet": schemas.snippet()}
    documents: list[Document] = []
    lessons: list[Lesson] = []
    unreadable: list[str] = []
    problems: list[Problem] = []
    seen: dict[str, str] = {}
    for path in walk(root, folder, ".md"):
        if path.is_relative_to(folder / "assets"):
            continue  # pictures, read on their own
        document_id = path.relative_to(folder).with_suffix("").as_posix()
        relative = path.relative_to(root).as_posix()
        kind = kind_of(document_id)
        name = f"lesson {path.stem}" if kind == "lesson" else document_id
        earlier = seen.setdefault(name.casefold(), relative)
        if earlier != relative:
            problems.append(_same_name(relative, earlier))
        document, faults = read_document(root, path, document_id, kind, SOURCE_LOCALE, shapes[kind])
        problems += faults
        if document is None:
            unreadable.append(document_id)
            continue
        documents.append(document)
        if kind == "lesson":
            lessons.append(lesson_of(document, shapes[kind]))
    return documents, lessons, unreadable, problems


def _same_name(path: str, earlier: str) -> Problem:
    if path.casefold() == earlier.casefold():
        message = phrase("`{id}` and `{other}` differ only in the case of letters.", id=path, other=earlier)
        hint = phrase("Give one of them another name: many computers cannot keep both.")
    else:
        message = phrase("`{id}` and `{other}` have the same name.", id=path, other=earlier)
        hint = phrase("The name of a lesson is its identifier: give one of them another name.")
    return Problem("duplicate-id", Place(path), message, hint)


def _read_translations(
    root: Path, locales: tuple[Locale, ...]
) -> tuple[dict[tuple[str, str], Document], dict[tuple[str, str], Sidecar], list[Problem]]:
    translations: dict[tuple[str, str], Document] = {}
    sidecars: dict[tuple[str, str], Sidecar] = {}
    problems: list[Problem] = []
    known = {locale.id for locale in locales}
    base = root / "translations"
    for folder in sorted(base.iterdir() if base.is_dir() else [], key=lambda entry: entry.name):
        if not known or not folder.is_dir() or folder.name.startswith(".") or folder.name in known:
            continue
        problems.append(
            Problem(
                "folder-without-locale",
                Place(folder.relative_to(root).as_posix()),
                phrase("The folder `translations/{id}` belongs to no language of the hub.", id=folder.name),
                phrase("Add `{id}` to docs/_data/locales.yml, or remove the folder.", id=folder.name),
            )
        )
    for locale in locales:
        if locale.is_source:
            continue
        folder = base / locale.id
        for path in walk(root, folder, ".md"):
            document_id = path.relative_to(folder).with_suffix("").as_posix()
            if "/" not in document_id and document_id in ("style", "README"):
                continue  # notes for translators
            kind = kind_of(document_id)
            schema = schemas.lesson_translation() if kind == "lesson" else schemas.page_translation()
            document, faults = read_document(root, path, document_id, kind, locale.id, schema)
            problems += faults
            if document is not None:
                translations[locale.id, document_id] = document
        for path in walk(root, folder, ".sync"):
            text, faults = read_text(root, path)
            problems += faults
            if text is not None:
                sidecar, faults = read_sidecar(text, path.relative_to(root).as_posix())
                problems += faults
                sidecars[locale.id, path.relative_to(folder).with_suffix("").as_posix()] = sidecar
    return translations, sidecars, problems

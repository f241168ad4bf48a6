"""Read a whole hub from disk, collecting every fault of every file before anybody is told."""

from __future__ import annotations

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
from saferhub.sources.lessons import lesson_of
from saferhub.sources.sidecars import read_sidecar

KINDS = {"lessons": "lesson", "snippets": "snippet"}


def read_library(root: Path) -> Library:
    """Read the hub below `root`. Nothing is raised for bad content: look at `problems`."""
    taxonomy, problems = read_taxonomy(root)
    locales, faults = read_locales(root)
    problems += faults
    if not taxonomy.harms:  # without the vocabulary every value would look wrong
        return Library(taxonomy, locales, problems=tuple(problems))
    documents, lessons, faults = _read_source(root, taxonomy)
    problems += faults
    translations, sidecars, faults = _read_translations(root, locales)
    problems += faults
    help_entries, faults = read_help(root, taxonomy)
    problems += faults
    files = frozenset(
        path.relative_to(root / "docs").as_posix() for path in walk(root, root / "docs" / SOURCE_LOCALE, "")
    )
    return Library(
        taxonomy,
        locales,
        tuple(lessons),
        tuple(documents),
        translations,
        sidecars,
        help_entries,
        files,
        tuple(problems),
    )


def kind_of(document_id: str) -> str:
    """Tell by its folder what a page is: lesson, snippet or page."""
    return KINDS.get(document_id.partition("/")[0], "page")


def _read_source(root: Path, taxonomy: Taxonomy) -> tuple[list[Document], list[Lesson], list[Problem]]:
    folder = root / "docs" / SOURCE_LOCALE
    shapes = {"lesson": schemas.lesson(taxonomy), "page": schemas.page(), "snippet": schemas.snippet()}
    documents, lessons, problems = [], [], []
    seen: dict[str, str] = {}
    for path in walk(root, folder, ".md"):
        document_id = path.relative_to(folder).with_suffix("").as_posix()
        relative = path.relative_to(root).as_posix()
        earlier = seen.setdefault(document_id.casefold(), relative)
        if earlier != relative:
            problems.append(
                Problem(
                    "duplicate-id",
                    Place(relative),
                    phrase("`{id}` and `{other}` differ only in the case of letters.", id=relative, other=earlier),
                    phrase("Give one of them another name: many computers cannot keep both."),
                )
            )
        document, faults = read_document(
            root, path, document_id, kind_of(document_id), SOURCE_LOCALE, shapes[kind_of(document_id)]
        )
        problems += faults
        if document is None:
            continue
        documents.append(document)
        if document.kind == "lesson" and not any(fault.rule in FACT_FAULTS for fault in faults):
            lessons.append(lesson_of(document))
    return documents, lessons, problems


FACT_FAULTS = frozenset({"missing-field", "unknown-field", "unknown-value", "wrong-value"})


def _read_translations(
    root: Path, locales: tuple[Locale, ...]
) -> tuple[dict[tuple[str, str], Document], dict[tuple[str, str], Sidecar], list[Problem]]:
    translations: dict[tuple[str, str], Document] = {}
    sidecars: dict[tuple[str, str], Sidecar] = {}
    problems: list[Problem] = []
    known = {locale.id for locale in locales}
    base = root / "translations"
    for folder in sorted(base.iterdir() if base.is_dir() else [], key=lambda entry: entry.name):
        if not folder.is_dir() or folder.name.startswith(".") or folder.name in known:
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

"""Read the files of facts that are not pages: taxonomy, languages, evidence, help."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

from saferhub.model.help import Contact, HelpEntry
from saferhub.model.locale import SOURCE_LOCALE, Locale
from saferhub.model.problem import Place, Problem, phrase
from saferhub.model.taxonomy import EvidenceSource, Harm, Span, Strand, Taxonomy, Term
from saferhub.sources import schemas
from saferhub.sources.files import read_text, walk
from saferhub.sources.validation import validate
from saferhub.sources.yaml_reader import Lines, read_yaml

DATA = "docs/_data"


def read_data(root: Path, relative: str, schema: schemas.Schema) -> tuple[Any, Lines, list[Problem]]:
    """Read one YAML file and judge it. The data is None when anything is wrong."""
    path = root / relative
    if not path.is_file():
        return (
            None,
            {},
            [
                Problem(
                    "missing-file",
                    Place(relative),
                    phrase("The file `{path}` is missing.", path=relative),
                    phrase("Bring it back, for example from the project's history."),
                )
            ],
        )
    text, problems = read_text(root, path)
    if text is None:
        return None, {}, problems
    read = read_yaml(text, relative)
    problems = read.problems or validate(read.data, schema, relative, read.lines)
    return (None if problems else read.data), read.lines, problems


def read_taxonomy(root: Path) -> tuple[Taxonomy, list[Problem]]:
    """Read taxonomy, competencies and evidence into one vocabulary."""
    data, lines, problems = read_data(root, f"{DATA}/taxonomy.yml", schemas.taxonomy())
    strands, _, faults = read_data(root, f"{DATA}/competencies.yml", schemas.competencies())
    problems += faults
    evidence, evidence_lines, faults = read_data(root, f"{DATA}/evidence.yml", schemas.evidence())
    problems += faults
    if data is None or strands is None or evidence is None:
        return Taxonomy(), problems
    for name, entries in data.items():
        problems += _twice(f"{DATA}/taxonomy.yml", name, entries, lines)
    problems += _twice(f"{DATA}/evidence.yml", "sources", evidence["sources"], evidence_lines)
    plain = {
        name: tuple(_term(entry) for entry in entries)
        for name, entries in data.items()
        if name not in ("age_bands", "lengths", "harms")
    }
    return Taxonomy(
        tuple(_span(entry) for entry in data["age_bands"]),
        tuple(_span(entry) for entry in data["lengths"]),
        tuple(_harm(entry) for entry in data["harms"]),
        plain,
        tuple(Strand(entry["id"], entry["label"], entry["statements"]) for entry in strands["strands"]),
        tuple(EvidenceSource(**entry) for entry in evidence["sources"]),
    ), problems


def _twice(path: str, name: str, entries: list[dict[str, Any]], lines: Lines) -> list[Problem]:
    seen: set[str] = set()
    problems = []
    for index, entry in enumerate(entries):
        if entry["id"].casefold() in seen:
            problems.append(
                Problem(
                    "duplicate-id",
                    Place(path, lines.get((name, index), 1)),
                    phrase("`{id}` stands in `{name}` twice.", id=entry["id"], name=name),
                    phrase("Keep one of them."),
                )
            )
        seen.add(entry["id"].casefold())
    return problems


def _common(entry: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": entry["id"],
        "label": entry["label"],
        "definition": entry.get("definition", ""),
        "also": tuple(entry.get("also", ())),
    }


def _term(entry: dict[str, Any]) -> Term:
    return Term(**_common(entry))


def _span(entry: dict[str, Any]) -> Span:
    return Span(**_common(entry), first=entry["from"], last=entry["to"])


def _harm(entry: dict[str, Any]) -> Harm:
    return Harm(
        **_common(entry),
        risk_class=entry["class"],
        dimension=entry["dimension"],
        youngest=entry["youngest"],
        sensitivity=entry["sensitivity"],
        adults_only=entry.get("adults_only", False),
        help=tuple(entry["help"]),
    )


def read_locales(root: Path) -> tuple[tuple[Locale, ...], list[Problem]]:
    """Read the list of languages, and the settings in each language's folder."""
    relative = f"{DATA}/locales.yml"
    data, lines, problems = read_data(root, relative, schemas.locales())
    if data is None:
        return (), problems
    problems += _twice(relative, "locales", data["locales"], lines)
    if not any(entry["id"] == SOURCE_LOCALE for entry in data["locales"]):
        problems.append(
            Problem(
                "missing-source-language",
                Place(relative),
                phrase("The list of languages does not name `{id}`, in which lessons are written.", id=SOURCE_LOCALE),
                phrase("Add it to the list; readers are led there when a page is not translated."),
            )
        )
    found = []
    for index, entry in enumerate(data["locales"]):
        settings: dict[str, Any] = {}
        locale = Locale(**entry)
        folder = root / "translations" / locale.id
        if not locale.is_source and not folder.is_dir():
            problems.append(
                Problem(
                    "locale-without-folder",
                    Place(relative, lines.get(("locales", index), 1)),
                    phrase(
                        "The language `{id}` is listed, and the folder `translations/{id}` is missing.", id=locale.id
                    ),
                    phrase("Make the folder, or take the language off the list."),
                )
            )
            continue
        if (folder / "locale.yml").is_file():
            settings, _, faults = read_data(root, f"translations/{locale.id}/locale.yml", schemas.locale_settings())
            problems += faults
        found.append(Locale(**entry, **(settings or {})))
    return tuple(found), problems


def read_help(root: Path, taxonomy: Taxonomy) -> tuple[tuple[HelpEntry, ...], list[Problem]]:
    """Read all help entries, country by country."""
    entries: list[HelpEntry] = []
    problems: list[Problem] = []
    for path in walk(root, root / DATA / "help", ".yml"):
        if path.name.startswith("_"):
            continue  # the template for a new country, which holds no facts
        relative = path.relative_to(root).as_posix()
        data, lines, faults = read_data(root, relative, schemas.help_entries(taxonomy))
        problems += faults
        if data is None:
            continue
        problems += _twice(relative, "entries", data["entries"], lines)
        for index, entry in enumerate(data["entries"]):
            try:
                entries.append(_help_entry(data["country"], entry, relative, lines.get(("entries", index), 1)))
            except ValueError:
                problems.append(
                    Problem(
                        "wrong-value",
                        Place(relative, lines.get(("entries", index), 1)),
                        phrase(
                            "`{name}`: there is no day `{value}`.",
                            name="verified, expires",
                            value=f"{entry['verified']}, {entry['expires']}",
                        ),
                        phrase("Write it for example as `{example}`.", example="2026-11-22"),
                    )
                )
    return tuple(entries), problems


def _help_entry(country: str, entry: dict[str, Any], path: str, line: int) -> HelpEntry:
    return HelpEntry(
        entry["id"],
        country,
        entry["name"],
        tuple(entry["purposes"]),
        tuple(Contact(how, value) for how, value in entry["contact"].items()),
        entry["about"],
        entry.get("hours", ""),
        entry["cost"],
        tuple(entry.get("languages", ())),
        entry.get("ages", ""),
        entry["source"],
        datetime.date.fromisoformat(entry["verified"]),
        datetime.date.fromisoformat(entry["expires"]),
        entry.get("basis", "document"),
        path,
        line,
    )

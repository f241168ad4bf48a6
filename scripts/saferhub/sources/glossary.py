"""Read the glossary, ``translations/glossary.yml``. A hub may have none."""

from __future__ import annotations

from pathlib import Path

from saferhub.model.glossary import ApprovedForm, GlossaryTerm
from saferhub.model.problem import Problem
from saferhub.sources import schemas
from saferhub.sources.data import read_data

GLOSSARY = "translations/glossary.yml"


def read_glossary(root: Path) -> tuple[tuple[GlossaryTerm, ...], list[Problem]]:
    """Return the terms, or what is wrong with the file."""
    if not (root / GLOSSARY).exists():
        return (), []
    data, _, problems = read_data(root, GLOSSARY, schemas.glossary())
    if data is None:
        return (), problems
    return (
        tuple(
            GlossaryTerm(
                entry["id"],
                entry["definition"],
                tuple(entry["find"]),
                {
                    locale: ApprovedForm(form["say"], tuple(form.get("accept", (form["say"],))))
                    for locale, form in entry["forms"].items()
                },
            )
            for entry in data["terms"]
        ),
        problems,
    )

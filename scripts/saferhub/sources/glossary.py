"""Read the glossary, ``translations/glossary.yml``. A hub may have none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from saferhub.model.glossary import ApprovedForm, GlossaryTerm, OtherForm, TermClass
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
    return tuple(_term(entry) for entry in data["terms"]), problems


def _term(entry: Mapping[str, Any]) -> GlossaryTerm:
    term_class = TermClass(entry.get("class", TermClass.OK))
    return GlossaryTerm(
        entry["id"],
        entry["definition"],
        tuple(entry.get("find", ())),
        {locale: _form(form, term_class) for locale, form in entry.get("forms", {}).items()},
        entry.get("say", ""),
        term_class,
        tuple(_others(entry)),
        entry.get("translate", True),
    )


def _form(form: Mapping[str, Any], term_class: TermClass) -> ApprovedForm:
    """A form has the class of the term, unless the language gives it another one."""
    return ApprovedForm(
        form["say"],
        tuple(form.get("accept", (form["say"],))),
        TermClass(form.get("class", term_class)),
        tuple(_others(form)),
        form.get("note", ""),
    )


def _others(entry: Mapping[str, Any]) -> Iterator[OtherForm]:
    for term_class in (TermClass.CARE, TermClass.AVOID):
        for other in entry.get(term_class.value, ()):
            if isinstance(other, str):
                yield OtherForm(other, term_class)
            else:
                yield OtherForm(other["say"], term_class, other["why"])

"""Make typed lessons of pages, also of pages whose facts are not all right yet, so that every fault is told at once."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from jsonschema import Draft202012Validator

from saferhub.model.lesson import Ages, Document, Lesson
from saferhub.sources.schemas import Schema

DEFAULT_LICENCE = "CC-BY-4.0"


def lesson_of(document: Document, schema: Schema) -> Lesson:
    """Make a lesson of the facts that are right. A fact that is wrong has been told already and is left empty here.

    What is left empty never raises a second problem: the sensitivity is then the highest, dates are far away.
    """
    facts = usable(document.facts, schema)
    ages, evidence = facts.get("ages"), facts.get("evidence", {})
    reviewed = facts.get("reviewed")
    return Lesson(
        document=document,
        title=facts.get("title", ""),
        summary=facts.get("summary", ""),
        ages=Ages(ages["from"], ages["to"]) if ages else None,
        audiences=tuple(facts.get("audiences", ())),
        harms=tuple(facts.get("harms", ())),
        opportunities=tuple(facts.get("opportunities", ())),
        skills=tuple(facts.get("skills", ())),
        competencies=tuple(facts.get("competencies", ())),
        minutes=facts.get("minutes", 0),
        sessions=facts.get("sessions", 1),
        setting=tuple(facts.get("setting", ())),
        group=tuple(facts.get("group", ())),
        needs=tuple(facts.get("needs", ())),
        materials=facts.get("materials", ""),
        objectives=tuple(facts.get("objectives", ())),
        sensitivity=facts.get("sensitivity", "specialist"),
        evidence_level=evidence.get("level", ""),
        evidence_sources=tuple(evidence.get("sources", ())),
        evidence_elements=tuple(evidence.get("elements", ())),
        written=_day(facts.get("written"), datetime.date.min),
        review_by=_day(facts.get("review_by"), datetime.date.max),
        reviewed=_day(reviewed, datetime.date.min) if reviewed else None,
        reviewers=tuple(facts.get("reviewers", ())),
        prior=tuple(facts.get("prior", ())),
        next=tuple(facts.get("next", ())),
        licence=facts.get("licence", DEFAULT_LICENCE),
        authors=tuple(facts.get("authors", ())),
        adapted_from=facts.get("adapted_from"),
        status=facts.get("status", "draft"),
    )


def usable(facts: Mapping[str, object], schema: Schema) -> dict[str, Any]:
    """Return the facts that the schema accepts; of a list, the values that it accepts."""
    kept: dict[str, Any] = {}
    fields: Any = schema["properties"]
    for name, field in fields.items():
        value = facts.get(name)
        if name not in facts:
            continue
        if Draft202012Validator(field).is_valid(value):
            kept[name] = value
        elif field.get("type") == "array" and isinstance(value, list):
            judge = Draft202012Validator(field["items"])
            kept[name] = [item for item in value if isinstance(item, str) and judge.is_valid(item)]
    return kept


def _day(value: object, otherwise: datetime.date) -> datetime.date:
    try:
        return datetime.date.fromisoformat(str(value))
    except ValueError:
        return otherwise

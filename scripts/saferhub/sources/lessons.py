"""Make typed lessons of pages whose facts have the right shape."""

from __future__ import annotations

import datetime
from typing import Any

from saferhub.model.lesson import Ages, Document, Lesson


def lesson_of(document: Document) -> Lesson:
    """Make a lesson of a page. Call it only when the schema found no fault in the facts."""
    facts: Any = document.facts
    ages = facts.get("ages")
    evidence = facts["evidence"]
    reviewed = facts.get("reviewed")
    return Lesson(
        document=document,
        title=facts["title"],
        summary=facts["summary"],
        ages=Ages(ages["from"], ages["to"]) if ages else None,
        audiences=tuple(facts["audiences"]),
        harms=tuple(facts["harms"]),
        opportunities=tuple(facts["opportunities"]),
        skills=tuple(facts["skills"]),
        competencies=tuple(facts["competencies"]),
        minutes=facts["minutes"],
        sessions=facts["sessions"],
        setting=tuple(facts["setting"]),
        group=tuple(facts["group"]),
        needs=tuple(facts["needs"]),
        materials=facts["materials"],
        objectives=tuple(facts["objectives"]),
        sensitivity=facts["sensitivity"],
        evidence_level=evidence["level"],
        evidence_sources=tuple(evidence["sources"]),
        evidence_elements=tuple(evidence["elements"]),
        written=datetime.date.fromisoformat(facts["written"]),
        review_by=datetime.date.fromisoformat(facts["review_by"]),
        reviewed=datetime.date.fromisoformat(reviewed) if reviewed else None,
        reviewers=tuple(facts["reviewers"]),
        prior=tuple(facts["prior"]),
        next=tuple(facts["next"]),
        licence=facts["licence"],
        authors=tuple(facts["authors"]),
        adapted_from=facts.get("adapted_from"),
        status=facts["status"],
    )

"""Our own rules for pages: read from the browser what they judge, then let each of them look."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from saferhub.checks.registry import all_rules
from saferhub.model.page import Element, Looks, RenderedPage
from saferhub.model.problem import Problem
from saferhub.site.inspection.tools import Tools

if TYPE_CHECKING:
    from playwright.sync_api import Page

SNAPSHOT = Path(__file__).with_name("snapshot.js")


def rendered(page: Page, path: str, tools: Tools) -> RenderedPage:
    """Return what the browser shows now."""
    elements: list[dict[str, Any]] = json.loads(page.evaluate(SNAPSHOT.read_text(encoding="utf-8")))
    lang = page.evaluate("document.documentElement.lang")
    return RenderedPage(
        path,
        lang,
        tuple(Element(**{**element, "looks": Looks(**element["looks"])}) for element in elements),
        tools.small_words,
    )


def look(page: RenderedPage) -> Iterator[Problem]:
    """Run every rule that looks at pages."""
    for rule in all_rules():
        for found in rule.rendered_check(page) if rule.rendered_check else ():
            yield Problem(rule.slug, found.place, found.message, found.hint, found.severity or rule.severity)

"""Ways to write a report: for people, for programs, for code hosts."""

from __future__ import annotations

from collections.abc import Callable

from saferhub.checks.report import Report
from saferhub.checks.reporters import github, json_text, sarif, text

Translate = Callable[[str], str]
Reporter = Callable[[Report, Translate], str]
REPORTERS: dict[str, Reporter] = {
    "text": text.write,
    "json": json_text.write,
    "sarif": sarif.write,
    "github": github.write,
}

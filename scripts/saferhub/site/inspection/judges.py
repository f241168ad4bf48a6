"""The two tools that judge a page in the browser: axe-core, and IBM Equal Access. Only what they are sure of counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from saferhub.model.problem import Phrase, Place, Problem, phrase
from saferhub.site.inspection.tools import Tools

if TYPE_CHECKING:
    from playwright.sync_api import Page

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Judge:
    """A tool that runs in the page. `package` is its script, `run` the file of ours that asks it."""

    rule: str
    name: str
    package: str
    run: str
    after: str = ""

    def script(self, tools: Tools) -> str:
        """Return what makes the tool known to the page."""
        return tools.script(self.package) + self.after

    def look(self, page: Page, path: str) -> Iterator[Problem]:
        """Ask the tool, which must be known to the page, and tell what it found."""
        for found in page.evaluate((HERE / self.run).read_text(encoding="utf-8")):
            yield Problem(
                self.rule,
                Place(path, found["line"]),
                tool_message(self.name, found["id"], found["sentence"], found["html"]),
                TOOL_HINT,
            )


TOOL_HINT = phrase("Look up the rule of the tool, then mend the template, the style or the text behind this element.")
JUDGES = (
    Judge("axe-finding", "axe-core", "axe-core/axe.min.js", "axe.js"),
    Judge(
        "equal-access-finding",
        "IBM Equal Access",
        "accessibility-checker-engine/ace.js",
        "equal_access.js",
        ";globalThis.ace = ace;",
    ),
)


def tool_message(name: str, rule: str, sentence: str, html: str) -> Phrase:
    """Return a message that names the tool, its own rule and its own sentence."""
    return phrase(
        "{tool} ({rule}): {sentence} It is about `{html}`.",
        tool=name,
        rule=rule,
        sentence=sentence if sentence.endswith((".", "?", "!")) else f"{sentence}.",
        html=f"{html[:117]}..." if len(html) > 120 else html,
    )

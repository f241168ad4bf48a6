"""Turn templates into the pages for translators, in the language of each page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup, escape

from saferhub.model.locale import SOURCE_LOCALE
from saferhub.render.voice import Voice
from saferhub.translation.pairs import State
from saferhub.translation.status import PageState

CODE = re.compile(r"`([^`]+)`")


def marked_code(text: str) -> Markup:
    """Show what stands between backticks as code."""
    return Markup(CODE.sub(r"<code>\1</code>", str(escape(text))))


class TranslatorsPress:
    """Renders templates of ``overrides/translate`` in one language."""

    def __init__(self, root: Path, voice: Voice) -> None:
        self.voice = voice
        self.environment = Environment(
            loader=FileSystemLoader(root / "overrides"), autoescape=True, extensions=["jinja2.ext.i18n"]
        )
        self.environment.filters["code"] = marked_code
        words = voice.words
        self.environment.install_gettext_callables(  # type: ignore[attr-defined]
            words.gettext, words.ngettext, newstyle=False
        )

    def page(self, template: str, path: str, title: str, facts: Mapping[str, Any], up: str | None = None) -> str:
        """Return a page. `path` is where it will stand below the top of the site, `up` the way to that top."""
        return self.environment.get_template(f"translate/{template}").render(
            lang=self.voice.locale.id,
            dir=self.voice.locale.direction,
            script=self.voice.locale.script,
            up="../" * path.count("/") if up is None else up,
            source=SOURCE_LOCALE,
            title=title,
            **facts,
        )

    def share(self, part: int, whole: int) -> dict[str, Any]:
        """Return a bar: its value for the eye and the words that say the same."""
        value = 100 * part // whole if whole else 100
        return {"value": value, "words": self.voice.say("{share} %").format(share=self.voice.number(value))}

    def block_state(self, state: State) -> str:
        """Say in words how a block stands."""
        say = self.voice.say
        return {
            State.FRESH: say("up to date"),
            State.STALE: say("changed in English"),
            State.CHECK: say("please check"),
            State.TODO: say("still in English"),
            State.MISSING: say("not translated"),
            State.OBSOLETE: say("no longer in English"),
            State.OWN: say("added by translators"),
        }[state]

    def page_state(self, state: PageState) -> str:
        """Say in words what readers get of a page."""
        say = self.voice.say
        return {
            PageState.COMPLETE: say("complete"),
            PageState.PARTLY: say("partly"),
            PageState.OUTDATED: say("outdated"),
            PageState.NOT_YET: say("not yet"),
        }[state]

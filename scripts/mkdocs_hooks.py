"""The adapter between MkDocs and the hub: an event comes in, a room's function is called. Nothing else imports MkDocs.

Every function named `on_...` is taken for an event by MkDocs, so helpers here have other names.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from saferhub.render.isolation import isolate_page

ROOT = Path(__file__).resolve().parent.parent
# The theme's own scripts and styles: our templates do not use them, and they would double the size of the site.
UNUSED = ("assets/javascripts/", "assets/stylesheets/", "assets/images/favicon.png")


def staged_facts(config: MkDocsConfig) -> dict[str, Any]:
    """Read what the templates show around the pages of this language."""
    path = Path(config.docs_dir).parent / "facts.json"
    facts: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return facts


def on_pre_build(config: MkDocsConfig) -> None:
    """While previewing, stage the language again, so that an edit in any folder is seen."""
    if os.environ.get("SAFERHUB_PREVIEW"):
        from saferhub.cli.preview import restage

        restage(ROOT, Path(config.docs_dir).parent)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out files of the theme that no page uses."""
    for file in list(files):
        if file.src_uri.startswith(UNUSED) or file.src_uri.endswith((".map", ".d.ts")):
            files.remove(file)
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Give templates the words of this language and the facts of the site."""
    from saferhub.sources.words import read_words

    facts = staged_facts(config)
    words, _ = read_words(ROOT, facts["site"]["locale"])
    env.autoescape = True  # words of lessons and translators are text, never markup
    env.add_extension("jinja2.ext.i18n")
    env.install_gettext_callables(words.gettext, words.ngettext, newstyle=False)  # type: ignore[attr-defined]
    env.globals["hub"] = facts["site"]
    env.globals["previewing"] = bool(os.environ.get("SAFERHUB_PREVIEW"))  # then there are no pages for translators
    env.globals["all_facts"] = facts["pages"]
    return env


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Keep numbers of right-to-left pages in order."""
    return isolate_page(output)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Do the same for the page for wrong addresses."""
    return isolate_page(output_content) if template_name.endswith(".html") else output_content


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., Any]) -> LiveReloadServer:
    """Watch the folders that people edit instead of the staged pages."""
    server.unwatch(config.docs_dir)
    for folder in ("docs", "translations", "overrides"):
        server.watch(str(ROOT / folder))
    return server

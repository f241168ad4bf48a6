"""Turn the Markdown of a composed page into HTML without a site generator.

The extensions are those of ``mkdocs.yml``, so a page on paper or in a book says what the site says; a test compares
both.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markdown import Markdown

from saferhub.render.isolation import isolate_page
from saferhub.render.page_markdown import PageContext, page_markdown
from saferhub.translation.composition import ComposedPage

EXTENSIONS = (
    "attr_list",
    "tables",
    "footnotes",
    "def_list",
    "abbr",
    "toc",
    "pymdownx.superfences",
    "saferhub.render.containers",
)
SETTINGS: Mapping[str, Mapping[str, Any]] = {"toc": {"permalink": False}}


def html_of(markdown: str) -> str:
    """Return the HTML of Markdown that is ready for a generator."""
    return str(Markdown(extensions=list(EXTENSIONS), extension_configs=SETTINGS).convert(markdown))


def page_html(page: ComposedPage, context: PageContext) -> str:
    """Return the words of a lesson or guide as HTML: sections of the parts, handouts, quizzes, help filled in."""
    return html_of(page_markdown(page, context))


def whole_page(html: str) -> str:
    """Return a whole document whose numbers stay in order in right-to-left text."""
    return isolate_page(html)

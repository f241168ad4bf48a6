"""Hand the files of a site to the browser without a server, and nothing else: every other address is refused.

The pages get an address of a made-up host, so that those for wrong addresses, whose links begin at the root of
a server, are looked at with their styles. Each start tag carries its line in the file, which `page.js` takes off again.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import Route

HOST = "hub.invalid"
LINE = "data-inspected-line"


def address(page: str) -> str:
    """Return the address that a page of the site has in the browser."""
    return f"https://{HOST}/{quote(page)}"


def answer_from(site: Path) -> Callable[[Route], None]:
    """Return a function that answers the browser's requests with the files of a site."""
    top = site.resolve()

    def answer(route: Route) -> None:
        parts = urlsplit(route.request.url)
        path = (top / unquote(parts.path).lstrip("/")).resolve()
        if parts.netloc != HOST:
            route.abort()
        elif not path.is_relative_to(top) or not path.is_file():
            route.fulfill(status=404, body="")
        elif path.suffix == ".html":
            text = path.read_text(encoding="utf-8", errors="replace")
            route.fulfill(body=with_lines(text), content_type="text/html; charset=utf-8")
        else:
            kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
            route.fulfill(body=path.read_bytes(), content_type=kind)

    return answer


class _StartTags(HTMLParser):
    """Where the start tags of a page are."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[int, int, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((*self.getpos(), len(tag)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)


def with_lines(text: str) -> str:
    """Return a page whose start tags name the line that they stand in."""
    parser = _StartTags()
    parser.feed(text)
    starts = [0]
    for each in text.split("\n"):
        starts.append(starts[-1] + len(each) + 1)
    parts: list[str] = []
    last = 0
    for line, column, length in parser.found:
        end = starts[line - 1] + column + 1 + length
        parts += [text[last:end], f' {LINE}="{line}"']
        last = end
    return "".join([*parts, text[last:]])

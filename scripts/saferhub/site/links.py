"""A fast look at every page of a built site: broken links, requests to other hosts, and markup that could run a script.

Content is Markdown and HTML in it is refused long before. This is the net below: what a slip of a parser lets through
is found in the finished pages, and then the site is not put in place.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

LOADING = {
    ("script", "src"),
    ("img", "src"),
    ("link", "href"),
    ("source", "src"),
    ("video", "src"),
    ("audio", "src"),
    ("iframe", "src"),
    ("object", "data"),
    ("embed", "src"),
}
REFUSED = {"iframe", "object", "embed", "base", "applet", "frame", "style", "foreignobject"}
OWN_SCRIPT = re.compile(r"(^|/)assets/(js/[a-z.]+|data/(lessons|search))\.js$")
NOT_LOADED = {"alternate", "canonical", "license"}


@dataclass
class _Page(HTMLParser):
    """The links and anchors of one page."""

    links: list[tuple[int, str, bool]] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    unsafe: list[tuple[int, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        facts = dict(attrs)
        self._judge(tag, facts)
        if facts.get("id"):
            self.anchors.add(str(facts["id"]))
        for name in ("href", "src", "data", "action"):
            value = facts.get(name)
            if value is not None:
                loaded = (tag, name) in LOADING and facts.get("rel") not in NOT_LOADED
                self.links.append((self.getpos()[0], value, loaded))

    def _judge(self, tag: str, facts: dict[str, str | None]) -> None:
        """Note elements and attributes that none of our templates uses and that could run or load something."""
        names = [name for name in facts if name.startswith("on") or name in ("style", "srcdoc", "formaction", "ping")]
        if tag in REFUSED or (tag == "script" and not OWN_SCRIPT.search(facts.get("src") or "")):
            names.append(tag)
        if tag == "meta" and facts.get("http-equiv", "Content-Security-Policy") != "Content-Security-Policy":
            names.append("http-equiv")
        self.unsafe.extend((self.getpos()[0], name) for name in names)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)


def broken_links(site: Path) -> Iterator[str]:
    """Tell every fault of every page as one line: path, line of the page, what is wrong.

    The pages for addresses that do not exist are left out: their links begin at the root of a server on purpose.
    """
    pages: dict[str, _Page] = {}
    names = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    for name in sorted(name for name in names if name.endswith(".html")):
        page = _Page()
        page.feed((site / name).read_text(encoding="utf-8", errors="replace"))
        pages[name] = page
    for name, page in pages.items():
        if posixpath.basename(name) == "404.html":
            continue
        for line, what in page.unsafe:
            yield f"{name}:{line}: markup that is not allowed in a page: {what}"
        for line, link, loaded in page.links:
            fault = _fault(name, link, loaded, names, pages)
            if fault:
                yield f"{name}:{line}: {fault}: {link}"


def _fault(name: str, link: str, loaded: bool, names: set[str], pages: dict[str, _Page]) -> str:
    try:
        parts = urlsplit(link)
    except ValueError:
        return "not a safe address"
    if parts.scheme in ("tel", "sms", "mailto"):
        return ""
    if parts.scheme or parts.netloc:
        return "asks another host" if loaded else ("" if parts.scheme == "https" else "not a safe address")
    if parts.path.startswith("/"):
        return "absolute path, which breaks in a folder"
    target = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path))) if parts.path else name
    if target.startswith("..") or target not in names:
        return "leads nowhere"
    if parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].anchors:
        return "the page has no such part"
    return ""

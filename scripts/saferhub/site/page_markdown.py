"""Turn a composed page into the Markdown that the site generator reads.

Lessons say `/// help | talk`; here the helplines are filled in. Lessons say `{#starter minutes=5}`; here the minutes
become words. What comes out is plain Markdown with the blocks of `saferhub.site.containers`, for any generator.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass

from saferhub.catalogue.catalogue import Catalogue
from saferhub.model.locale import SOURCE_LOCALE
from saferhub.site.address import in_locale
from saferhub.site.help_text import signpost
from saferhub.site.voice import Voice
from saferhub.translation.composition import ComposedPage

HEADING = re.compile(r"^(?P<head>#{2,6} .*?)(?P<open> *\{:? *)(?P<inner>[^{}]*)\}[ \t]*$", re.MULTILINE)
MINUTES = re.compile(r"\s*\bminutes=(\d+)")
EMPTY_BLOCK = re.compile(
    r"^(?P<slashes>/{3,}) *(?P<name>help|safeguarding) *(?:\| *(?P<argument>[^\n]*))?\n(?P=slashes)$", re.MULTILINE
)
TITLED_BLOCK = re.compile(r"^(?P<open>/{3,} *(?P<name>facilitator|avoid)) *(?:\| *(?P<title>[^\n]*))?$", re.MULTILINE)
PAGE_LINK = re.compile(r"\]\((?P<path>[^)\s:#]+)\.md(?P<anchor>#[\w-]+)?\)")
FENCE = re.compile(r"^(`{3,}|~{3,}).*?^\1", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class PageContext:
    """What turning a page into Markdown needs to know: its language and which pages exist in it."""

    catalogue: Catalogue
    voice: Voice
    published: frozenset[str]
    safeguarding: str = ""


def page_markdown(page: ComposedPage, context: PageContext) -> str:
    """Return the Markdown of a page, ready for the generator. Code examples are left as they are."""
    parts, position = [], 0
    for fence in FENCE.finditer(page.markdown):
        parts.append(_filled(page.markdown[position : fence.start()], page, context))
        parts.append(fence[0])
        position = fence.end()
    parts.append(_filled(page.markdown[position:], page, context))
    return "".join(parts)


def _filled(text: str, page: ComposedPage, context: PageContext) -> str:
    text = HEADING.sub(lambda match: _heading(match, context.voice), text)
    text = TITLED_BLOCK.sub(lambda match: _title(match, context.voice), text)
    text = EMPTY_BLOCK.sub(lambda match: _block(match, page, context), text)
    return PAGE_LINK.sub(lambda match: _link(match, page, context), text)


def _heading(match: re.Match[str], voice: Voice) -> str:
    inner = match["inner"]
    minutes = MINUTES.search(inner)
    shown = f' <span class="minutes">{voice.minutes(int(minutes[1]))}</span>' if minutes else ""
    return f"{match['head']}{shown} {{: {MINUTES.sub('', inner).strip()} }}"


def _title(match: re.Match[str], voice: Voice) -> str:
    """Say in words what kind of block it is: a colour or a frame alone says nothing to many readers."""
    label = (
        voice.say("For the person who teaches") if match["name"] == "facilitator" else voice.say("Better not this way")
    )
    title = f'<span class="kind">{label}</span>'
    return f"{match['open']} | {title} {match['title']}" if match["title"] else f"{match['open']} | {title}"


def _block(match: re.Match[str], page: ComposedPage, context: PageContext) -> str:
    slashes, voice = match["slashes"], context.voice
    if match["name"] == "safeguarding":
        title = voice.say("So that everyone is safe")
        return f"{slashes} safeguarding | {title}\n{context.safeguarding.strip()}\n\n{slashes}"
    purposes = [purpose.strip() for purpose in (match["argument"] or "").split(",") if purpose.strip()]
    words = signpost(context.catalogue, purposes, voice)
    way = "../" * page.document.id.count("/") + "help.md"
    more = voice.say("More places to get help")
    return f"{slashes} help\n{words}\n[{more}]({way})\n\n{slashes}"


def _link(match: re.Match[str], page: ComposedPage, context: PageContext) -> str:
    """A link to a page that does not exist in this language leads to the source page."""
    folder = posixpath.dirname(page.document.id)
    target = posixpath.normpath(posixpath.join(folder, match["path"]))
    if target in context.published:
        return match[0]
    address = in_locale(page.document.id, SOURCE_LOCALE, target) + (match["anchor"] or "")
    return f"]({address}){{: hreflang={SOURCE_LOCALE} }}"

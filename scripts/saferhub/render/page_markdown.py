"""Turn a composed page into the Markdown that the site generator reads.

Lessons say `/// help | talk`; here the helplines are filled in. Lessons say `{#starter minutes=5}`; here the minutes
become words. What comes out is plain Markdown with the blocks of `saferhub.render.containers`, for any generator.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass

from saferhub.catalogue.catalogue import Catalogue
from saferhub.model.lesson import Container
from saferhub.model.locale import SOURCE_LOCALE
from saferhub.render.address import in_locale
from saferhub.render.help_text import signpost
from saferhub.render.voice import Voice
from saferhub.sources.blocks import split
from saferhub.translation.composition import ComposedPage

HEADING = re.compile(r"^(?P<head>#{2,6} .*?)(?P<open> *\{:? *)(?P<inner>[^{}]*)\}[ \t]*$", re.MULTILINE)
MINUTES = re.compile(r"\s*\bminutes=(\d+)")
TITLED_BLOCK = re.compile(r"^(?P<open>/{3,} *(?P<name>facilitator|avoid)) *(?:\| *(?P<title>[^\n]*))?$", re.MULTILINE)
FIXED = frozenset({"help", "safeguarding"})
PAGE_LINK = re.compile(r"\]\((?P<path>[^)\s:#]+)\.md(?P<anchor>#[\w-]+)?\)")
# An exception from a check, or a note to other authors, on a line of its own; readers need none of it.
COMMENT = re.compile(r"^[ \t]*<!--(?:(?!--!?>).)*-->[ \t]*\n?", re.MULTILINE)
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
    text = _with_fixed_blocks(page.markdown, page, context)
    parts, position = [], 0
    for fence in FENCE.finditer(text):
        parts.append(_filled(text[position : fence.start()], page, context))
        parts.append(fence[0])
        position = fence.end()
    parts.append(_filled(text[position:], page, context))
    return "".join(parts)


def _filled(text: str, page: ComposedPage, context: PageContext) -> str:
    text = COMMENT.sub("", text)
    text = HEADING.sub(lambda match: _heading(match, context.voice), text)
    text = TITLED_BLOCK.sub(lambda match: _title(match, context.voice), text)
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


def _with_fixed_blocks(text: str, page: ComposedPage, context: PageContext) -> str:
    """Fill in help and safeguarding, whatever stands in these blocks: their words come from one place.

    The splitter says where a block begins and ends, as for the checks, so no blank line or space can empty one.
    """
    lines = text.split("\n")
    body, _ = split(text, page.document.path)
    for container in reversed(body.containers):
        if container.name in FIXED and container.last_line:
            opening = lines[container.line - 1].lstrip()
            slashes = opening[: len(opening) - len(opening.lstrip("/"))]
            words = _fixed_words(container, page, context).split("\n")
            lines[container.line - 1 : container.last_line] = [
                f"{slashes} {container.name}{words[0]}",
                *words[1:],
                "",
                slashes,
            ]
    return "\n".join(lines)


def _fixed_words(container: Container, page: ComposedPage, context: PageContext) -> str:
    """Return the title (with its bar) and the words of a fixed block."""
    voice = context.voice
    if container.name == "safeguarding":
        title = voice.say("So that everyone is safe")
        return f" | {title}\n{context.safeguarding.strip()}"
    purposes = [purpose.strip() for purpose in container.argument.split(",") if purpose.strip()]
    words = signpost(context.catalogue, purposes, voice)
    way = "../" * page.document.id.count("/") + "help.md"
    more = voice.say("More places to get help")
    return f"\n{words}\n[{more}]({way})"


def _link(match: re.Match[str], page: ComposedPage, context: PageContext) -> str:
    """A link to a page that does not exist in this language leads to the source page."""
    folder = posixpath.dirname(page.document.id)
    target = posixpath.normpath(posixpath.join(folder, match["path"]))
    if target in context.published:
        return match[0]
    address = in_locale(page.document.id, SOURCE_LOCALE, target) + (match["anchor"] or "")
    return f"]({address}){{: hreflang={SOURCE_LOCALE} }}"

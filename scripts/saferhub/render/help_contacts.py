"""How a help service can be reached, as links: its page, its number for calls, its number for text messages."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from saferhub.model.help import HelpEntry
from saferhub.render.voice import Voice

MARKS = re.compile(r"([\\`*_{}\[\]()#+.!|<>~-])")


def ways(entry: HelpEntry, voice: Voice) -> str:
    """Return the name of a service, once, and every way to reach it.

    The name leads to its page. A service that is called by its number, such as 116 111, is not named twice.
    """
    contacts = {contact.how: contact.value for contact in entry.contacts}
    page = contacts.get("web", "")
    parts = []
    if entry.name != contacts.get("call"):
        parts.append(_page(entry.name, page) if page else _word(entry.name))
    if "call" in contacts:
        parts.append(_number("tel", contacts["call"]))
    if page and entry.name == contacts.get("call"):
        parts.append(_page(urlsplit(page).netloc, page))
    if "text" in contacts:
        parts.append(voice.say("text message to {number}").format(number=_number("sms", contacts["text"])))
    if "chat" in contacts:
        chat = plain(voice.say("chat"))
        parts.append(f'[{chat}]({contacts["chat"]}){{: rel="noreferrer" .external }}')
    return voice.series(parts)


def plain(text: str) -> str:
    """Return words from data so that Markdown shows them as they are, whatever signs they hold."""
    return MARKS.sub(r"\\\1", text.replace("&", "&amp;").replace("<", "&lt;"))


def _word(text: str) -> str:
    """Names and numbers are set from left to right: `116 111` would otherwise be shown as `111 116` in Arabic."""
    return f'<bdi dir="ltr">{plain(text)}</bdi>'


def _page(text: str, address: str) -> str:
    return f'[{_word(text)}]({address}){{: rel="noreferrer" .external }}'


def _number(scheme: str, number: str) -> str:
    return f"[{_word(number)}]({scheme}:{re.sub('[^+0-9]', '', number)})"

"""The help signpost: entries from the help data as Markdown, in the reader's language."""

from __future__ import annotations

from collections.abc import Sequence

from saferhub.catalogue.catalogue import Catalogue
from saferhub.model.help import Contact, HelpEntry
from saferhub.site.voice import Voice


def signpost(catalogue: Catalogue, purposes: Sequence[str], voice: Voice) -> str:
    """Return the help for some purposes: a line for emergencies first, then a short list for each purpose."""
    parts = []
    if "emergency" in purposes:
        parts.append(f"**{emergency(voice)}**\n")
    for purpose in purposes:
        entries = [entry for entry in catalogue.help_entries if purpose in entry.purposes]
        if purpose == "emergency" or not entries:
            continue
        parts.append(f"**{voice.say(catalogue.taxonomy.term('purposes', purpose).label)}**\n")
        parts.append("\n".join(line(entry, voice) for entry in entries) + "\n")
    return "\n".join(parts)


def emergency(voice: Voice) -> str:
    """Return what to do in danger now."""
    return voice.say("If someone is in danger now, call the emergency services of your country.")


def line(entry: HelpEntry, voice: Voice) -> str:
    """Return one entry as a list item; names and numbers keep their own direction."""
    contacts = " ".join(_contact(entry, contact) for contact in entry.contacts)
    return f"- {contacts}: {voice.say(entry.about)}"


def _contact(entry: HelpEntry, contact: Contact) -> str:
    """Names and numbers are set from left to right: `116 111` would otherwise be shown as `111 116` in Arabic."""
    if contact.how in ("web", "chat"):
        return f'[<bdi dir="ltr">{entry.name}</bdi>]({contact.value}){{: rel="noreferrer" .external }}'
    number = contact.value.replace(" ", "")
    scheme = "tel" if contact.how == "call" else "sms"
    return f'<bdi dir="ltr">{entry.name}</bdi> [<bdi dir="ltr">{contact.value}</bdi>]({scheme}:{number})'

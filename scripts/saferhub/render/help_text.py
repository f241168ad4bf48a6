"""The help signpost: entries from the help data as Markdown, in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from saferhub.catalogue.catalogue import Catalogue
from saferhub.model.help import HelpEntry
from saferhub.model.locale import SOURCE_LOCALE
from saferhub.render.alphabet import in_order
from saferhub.render.help_contacts import plain, ways
from saferhub.render.voice import Voice


def signpost(catalogue: Catalogue, purposes: Sequence[str], voice: Voice) -> str:
    """Return the help for some purposes: a line for emergencies first, then a short list for each purpose.

    Only services that work in every country stand in lessons; those of single countries are on the help page.
    """
    parts = []
    if "emergency" in purposes:
        parts.append(f"**{emergency(voice)}**\n")
    for purpose in purposes:
        entries = [entry for entry in _for(catalogue, purpose) if entry.is_international]
        if purpose == "emergency" or not entries:
            continue
        parts.append(f"**{plain(voice.say(catalogue.taxonomy.term('purposes', purpose).label))}**\n")
        parts.append("\n".join(_line(entry, voice) for entry in entries) + "\n")
    return "\n".join(parts)


def help_page(catalogue: Catalogue, voice: Voice) -> str:
    """Return the help page: links to its parts, and a part for each purpose."""
    purposes = [purpose for purpose in catalogue.taxonomy.terms("purposes") if _for(catalogue, purpose.id)]
    # The page is long on a phone: the first thing on it leads to every part.
    links = "".join(f"- [{plain(voice.say(purpose.label))}](#{purpose.id})\n" for purpose in purposes)
    return f"{links}\n{help_parts(catalogue, voice)}"


def help_parts(catalogue: Catalogue, voice: Voice, belongs: Callable[[HelpEntry], bool] = lambda entry: True) -> str:
    """Return a part for each purpose; `belongs` says which services stand in it.

    First stands what works everywhere, then country by country in the order of the reader's alphabet.
    """
    parts = []
    for purpose in catalogue.taxonomy.terms("purposes"):
        entries = [entry for entry in _for(catalogue, purpose.id) if belongs(entry)]
        if not entries:
            continue
        parts.append(f"## {plain(voice.say(purpose.label))} {{: #{purpose.id} }}\n")
        parts += [_full_line(entry, voice) for entry in entries if entry.is_international]
        codes = {entry.country for entry in entries if not entry.is_international}
        names = {voice.cldr.territories.get(code, code): code for code in sorted(codes)}
        for name in in_order(names, voice.locale.id):
            parts.append(f"### {plain(name)} {{: #{purpose.id}-{names[name].lower()} }}\n")
            parts += [_full_line(entry, voice) for entry in entries if entry.country == names[name]]
    return "\n".join(parts)


def emergency(voice: Voice) -> str:
    """Return what to do in danger now."""
    return voice.say("If someone is in danger now, call the emergency services of your country.")


def _for(catalogue: Catalogue, purpose: str) -> list[HelpEntry]:
    return [entry for entry in catalogue.help_entries if purpose in entry.purposes]


def _line(entry: HelpEntry, voice: Voice) -> str:
    """One entry as a list item: its name, the ways to reach it, and what it does."""
    return "- " + voice.say("{name}: {about}").format(name=ways(entry, voice), about=_told(entry.about, voice))


def _full_line(entry: HelpEntry, voice: Voice) -> str:
    """One entry with everything that is known of it, and the day on which somebody verified it."""
    details = [_told(words, voice) for words in (entry.ages, entry.hours) if words]
    details += [f"<bdi>{_told(language, voice)}</bdi>" for language in entry.languages]
    details += [voice.say("Free of charge")] if entry.cost == "free" else []
    # Nobody may believe that a line was tried when its facts only come from a document.
    seen = voice.say("Checked on {day}") if entry.basis == "service" else voice.say("From public sources, {day}")
    details.append(seen.format(day=voice.date(entry.verified)))
    return f"{_line(entry, voice)}\n\n    {' · '.join(details)}\n    {{: .details }}\n"


def _told(words: str, voice: Voice) -> str:
    """Return words from the help data; those that nobody has translated yet are marked as English."""
    text = voice.say(words)
    if text != words or voice.locale.is_source:
        return plain(text)
    return f'<bdi lang="{SOURCE_LOCALE}" dir="ltr">{plain(text)}</bdi>'

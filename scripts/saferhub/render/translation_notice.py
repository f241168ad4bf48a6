"""What readers are told about a translated page: who wrote it, what is missing and what is out of date."""

from __future__ import annotations

from collections.abc import Sequence

from saferhub.model.locale import SOURCE_LOCALE, Locale
from saferhub.render.address import in_locale
from saferhub.render.voice import Voice
from saferhub.sources.blocks import split
from saferhub.sources.inline import plain
from saferhub.translation.composition import ComposedPage

Entry = dict[str, object]
MANY_PARTS = 6  # a longer list of parts says no more than their number


def notices(page: ComposedPage, inside: ComposedPage | None, voice: Voice) -> list[str]:
    """Return what readers must know about the translation; `inside` is a text that the page takes in."""
    if voice.locale.is_source:
        return []
    parts = [page, inside] if inside else [page]
    notes = []
    if any(part.draft for part in parts):
        notes.append(voice.say("A machine made the first draft of this translation. No person has accepted it yet."))
    if any(part.whole or part.unrecorded for part in parts):
        notes.append(voice.say("This translation may be older than the English page."))
    missing = _names(page, page.coverage.parts_missing, voice)
    withheld = _names(page, page.coverage.parts_withheld, voice)
    unchecked = _names(page, page.coverage.parts_unchecked, voice)
    outdated = _names(page, page.coverage.parts_outdated, voice)
    if inside is not None:
        label = voice.say("So that everyone is safe")
        missing += [label] if inside.coverage.parts_missing else []
        withheld += [label] if inside.coverage.parts_withheld else []
    if missing and not page.whole:
        notes.append(
            _listed(voice.say("Not translated yet, and shown in English: {parts}."), missing, voice)
            or voice.say("Some parts of this page are not translated yet and are shown in English.")
        )
    if withheld:
        notes.append(
            _listed(voice.say("Shown in English until somebody has checked the translation: {parts}."), withheld, voice)
            or voice.say("Some parts are shown in English until somebody has checked their translation.")
        )
    if unchecked and not page.unrecorded:
        notes.append(
            _listed(voice.say("Nobody has checked this translation yet: {parts}."), unchecked, voice)
            or voice.say("Nobody has checked some parts of this translation yet.")
        )
    if outdated and not page.unrecorded:
        notes.append(
            _listed(voice.say("Changed in English since it was translated: {parts}."), outdated, voice)
            or voice.say("Some parts have changed in English since they were translated.")
        )
    return notes


def _listed(sentence: str, names: Sequence[str], voice: Voice) -> str:
    """Put names into a sentence; nothing when there are too many, or one is not known in the reader's language."""
    if len(names) > MANY_PARTS or not all(names):
        return ""
    return sentence.format(parts=voice.items(list(names)))


def _names(page: ComposedPage, sections: Sequence[str], voice: Voice) -> list[str]:
    """Name parts of a page as the reader sees them; a heading that is not translated has no name to tell."""
    labels = _section_labels(voice)
    body, _ = split(page.markdown, page.document.path)
    own = {section.id: plain(section.title) for section in body.sections if section.id not in page.untitled}
    return [own.get(section) or labels.get(section, "") for section in sections]


def _section_labels(voice: Voice) -> dict[str, str]:
    """The parts that every lesson has, in words that need no translation of the lesson."""
    say = voice.say
    return {
        "": say("the top of the page"),
        "good": say("What is good"),
        "prepare": say("Before you teach"),
        "starter": say("Starter"),
        "activity-1": say("Activity 1"),
        "activity-2": say("Activity 2"),
        "activity-3": say("Activity 3"),
        "activity-4": say("Activity 4"),
        "practice": say("Practice"),
        "reflect": say("Look back"),
        "check": say("Check what was learned"),
        "help": say("Who can help"),
        "home": say("For families"),
        "adapt": say("Adapt it"),
        "handouts": say("Handouts"),
        "evidence": say("What this rests on"),
    }


def menu_entry(page_id: str, page: ComposedPage | None, exists: bool, locale: Locale, here: Locale) -> Entry:
    """Return the entry of a language in the menu of a page: where it leads, and how far the page is translated."""
    return {
        "id": locale.id,
        "name": locale.name,
        "dir": locale.direction,
        "current": locale.id == here.id,
        "status": _status(page, exists, locale),
        "href": in_locale(page_id, locale.id, page_id if exists else "index"),
        "exists": exists,
    }


def _status(page: ComposedPage | None, exists: bool, locale: Locale) -> str:
    """Say in a word how far a page is translated; pages that are made for every language need no word."""
    if not exists:
        return "none"
    if page is None or locale.id == SOURCE_LOCALE:
        return ""
    if not page.whole and not page.is_complete(locale):
        return "partly"
    return "outdated" if page.whole or page.unrecorded or page.coverage.stale else "complete"

"""What the site says about printed packs, when somebody has made them."""

from __future__ import annotations

from collections.abc import Sequence

from saferhub.model.pack import PackFile
from saferhub.render.voice import Voice

Facts = dict[str, object]
PACKS = "packs"
FOLDER = "packs"  # beside the page, where the files are


def packs_facts(packs: Sequence[PackFile], voice: Voice) -> Facts:
    """Return the page of all packs: one entry for each group of people, with its editions and papers."""
    groups: dict[str, list[PackFile]] = {}
    for pack in packs:
        groups.setdefault(pack.id, []).append(pack)
    return {"packs": [_entry(files, voice, "") for files in groups.values()]}


def packs_with(lesson_id: str, packs: Sequence[PackFile], voice: Voice) -> list[Facts]:
    """Return the packs that hold a whole lesson, for the page of the lesson."""
    groups: dict[str, list[PackFile]] = {}
    for pack in packs:
        if lesson_id in pack.lessons:
            groups.setdefault(pack.id, []).append(pack)
    return [_entry(files, voice, "../") for files in groups.values()]


def _entry(files: Sequence[PackFile], voice: Voice, up: str) -> Facts:
    first = files[0]
    return {
        "id": first.id,
        "title": first.title,
        "group": first.group,
        "count": voice.say_count("{count} lesson", "{count} lessons", len(first.lessons)) if first.lessons else "",
        "files": [_file(pack, voice, up) for pack in files],
    }


def _file(pack: PackFile, voice: Voice, up: str) -> Facts:
    size = max(1, round(pack.size / 1000))
    facts: Facts = {
        "href": f"{up}{FOLDER}/{pack.file}",
        "edition": voice.say("For learners") if pack.edition == "learner" else voice.say("For the person who teaches"),
        "facts": voice.series(
            [
                "PDF",
                pack.paper,
                voice.say_count("{count} page", "{count} pages", pack.pages),
                voice.say("{size} kB").format(size=voice.number(size)),
            ]
        ),
    }
    if pack.booklet:
        facts["booklet"] = f"{up}{FOLDER}/{pack.booklet}"
    if pack.cards:
        facts["cards"] = f"{up}{FOLDER}/{pack.cards}"
    return facts

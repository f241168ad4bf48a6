"""Six hundred random edits of real lessons: no outdated block is missed, none is called outdated for nothing, and no
translation lands in the place of another."""

from __future__ import annotations

import dataclasses
import random
from dataclasses import dataclass, field

import pytest

from saferhub.model.lesson import BlockKind, Document
from saferhub.model.library import Library, Sidecar
from saferhub.sources.blocks import split
from saferhub.translation.acceptance import accepted
from saferhub.translation.pairs import State, pair
from saferhub.translation.pieces import pieces

EDITABLE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING, BlockKind.TABLE_CELL})
EDITS = 600
NEW_WORDS = [
    "calm",
    "river",
    "seven",
    "lanterns",
    "wander",
    "beyond",
    "quiet",
    "harbour",
    "where",
    "nobody",
    "counts",
    "yellow",
    "umbrellas",
]


@dataclass
class Unit:
    """A block of the page under edit. `origin` is the number of the block that its translation was made from."""

    text: str
    origin: int | None
    changed: bool = False


@dataclass
class Sheet:
    """A page as a list of blocks with what stands between them, so that edits know the truth about each block."""

    document: Document
    gaps: list[str]
    units: list[Unit]
    free: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, document: Document) -> Sheet:
        gaps, units, position = [], [], 0
        for number, words in enumerate(one for one in pieces(document) if one.block):
            block = words.block
            assert block is not None
            gaps.append(document.body.text[position : block.start])
            units.append(Unit(block.text, number))
            position = block.end
        gaps.append(document.body.text[position:])
        blocks = [words.block for words in pieces(document) if words.block]
        # Only blocks that stand alone between empty lines are moved, added, split or taken out.
        free = [
            number
            for number, block in enumerate(blocks)
            if block is not None
            and block.kind is BlockKind.PARAGRAPH
            and not block.indent
            and gaps[number].endswith("\n\n")
            and gaps[number + 1].startswith("\n\n")
        ]
        return cls(document, gaps, units, free)

    def text(self) -> str:
        parts = [part for gap, unit in zip(self.gaps, self.units, strict=False) for part in (gap, unit.text)]
        return "".join([*parts, self.gaps[-1]])

    def read(self) -> Document:
        body, problems = split(self.text(), "x.md")
        assert not problems, problems[0]
        return dataclasses.replace(self.document, body=body)


def sentence(dice: random.Random) -> str:
    return " ".join(dice.choices(NEW_WORDS, k=dice.randint(6, 12))).capitalize() + f" {dice.randint(100, 999)}."


def edited(text: str, dice: random.Random) -> str:
    """Change one or two words, as a careful author does, or add some."""
    words = text.split(" ")
    for _ in range(dice.randint(1, max(1, min(2, len(words) // 4)))):
        place = dice.randrange(len(words))
        if words[place].isalpha():
            words[place] = dice.choice(NEW_WORDS)
        else:
            words.append(dice.choice(NEW_WORDS))
    if " ".join(words) == text:
        words.append(dice.choice(NEW_WORDS))
    return " ".join(words)


def one_edit(sheet: Sheet, dice: random.Random) -> str:
    blocks = [words.block for words in pieces(sheet.document) if words.block]
    kind = dice.choice(["edit", "edit", "edit", "add", "delete", "move", "split", "double"])
    if kind == "edit":
        number = dice.choice([n for n, block in enumerate(blocks) if block.kind in EDITABLE and len(block.text) > 3])
        unit = sheet.units[number]
        unit.text, unit.changed = edited(unit.text, dice), True
        return kind
    number = dice.choice(sheet.free)
    unit = sheet.units[number]
    if kind == "add":
        unit.text = f"{unit.text}\n\n{sentence(dice)}" if dice.random() < 0.5 else f"{sentence(dice)}\n\n{unit.text}"
    elif kind == "delete":
        sheet.units.pop(number)
        gap = sheet.gaps.pop(number)
        sheet.gaps[number] = gap[: -len("\n\n")] + sheet.gaps[number]
    elif kind == "move":
        other = dice.choice(sheet.free)
        sheet.units[number], sheet.units[other] = sheet.units[other], sheet.units[number]
    elif kind == "split":
        words = unit.text.split(" ")
        if len(words) > 12 and "\n" not in unit.text:
            third = len(words) // 3
            unit.text = "\n\n".join(
                " ".join(words[i:j]) for i, j in ((0, third), (third, 2 * third), (2 * third, None))
            )
            unit.changed = True
    else:
        unit.text = f"{unit.text}\n\n{unit.text}"
    return kind


def translated(document: Document) -> tuple[Document, Sidecar]:
    """A translation in which every text names the number of its source, so that a wrong place is seen."""
    blocks = [words.block for words in pieces(document) if words.block]
    text, parts, position = document.body.text, [], 0
    for number, block in enumerate(blocks):
        assert block is not None
        parts += [text[position : block.start], f"نص {number}"]
        position = block.end
    body, problems = split("".join([*parts, text[position:]]), "t.md")
    assert not problems
    target = dataclasses.replace(document, body=body, facts={"title": "عنوان", "summary": "ملخص"})
    source = dataclasses.replace(document, facts={"title": "Title", "summary": "Summary"})
    found = pair(source, target, None)
    assert found is not None
    return target, accepted(found, None)


def judge(sheet: Sheet, target: Document, sidecar: Sidecar, log: str, longest_lost: int = 0) -> None:
    """Compare every state with the truth. A text of up to `longest_lost` words may be left alone as if it were new."""
    source = dataclasses.replace(sheet.read(), facts={"title": "Title", "summary": "Summary"})
    found = pair(source, target, sidecar)
    assert found is not None
    by_text = {}
    for unit in sheet.units:
        for part in unit.text.split("\n\n"):
            by_text.setdefault(" ".join(part.split()), []).append(unit)
    originals = [words.text for words in pieces(sheet.document) if words.block]
    same_text = {text: {n for n, other in enumerate(originals) if other == text} for text in originals}
    for item in found.pairs:
        if item.source.block is None:
            assert item.state is State.FRESH, log
            continue
        words = item.source.text
        units = by_text[" ".join(words.split())]
        shown = int(item.target.text.split()[1]) if item.target else None
        if words in same_text:  # the English is as it was: its own translation, and nothing to do
            if shown is None:
                copies = sum(" ".join(one.split()) == " ".join(words.split()) for one in sheet.text().split("\n\n"))
                assert copies > len(same_text[words]), f"{log}: {words!r} lost its translation"
                continue
            assert item.state is State.FRESH, f"{log}: {words!r} is called {item.state.value}"
            assert shown in same_text[words], f"{log}: {words!r} got the translation of {originals[shown]!r}"
        else:
            assert item.state is not State.FRESH, f"{log}: {words!r} changed and is called fresh"
            if shown is not None:
                assert any(unit.origin == shown for unit in units), (
                    f"{log}: {words!r} got the translation of {originals[shown]!r}"
                )
            elif len(units) == 1 and units[0].changed and units[0].text == words and item.source.count > longest_lost:
                pytest.fail(f"{log}: {words!r} was edited and its translation was lost")


def test_six_hundred_random_edits(real_library: Library) -> None:
    lessons = [lesson.document for lesson in real_library.lessons]
    kinds: set[str] = set()
    for seed in range(EDITS):
        dice = random.Random(seed)
        document = dice.choice(lessons)
        target, sidecar = translated(document)
        sheet = Sheet.of(document)
        kind = one_edit(sheet, dice)
        kinds.add(kind)
        judge(sheet, target, sidecar, f"edit {seed} ({kind} in {document.id})")
    assert len(kinds) == 6


def test_several_edits_at_once_put_no_text_into_a_wrong_place(real_library: Library) -> None:
    lessons = [lesson.document for lesson in real_library.lessons]
    for seed in range(200):
        dice = random.Random(10_000 + seed)
        document = dice.choice(lessons)
        target, sidecar = translated(document)
        sheet = Sheet.of(document)
        numbers = dice.sample(range(len(sheet.units)), 5)
        blocks = [words.block for words in pieces(document) if words.block]
        for number in numbers:
            if blocks[number].kind in EDITABLE:
                sheet.units[number].text = edited(sheet.units[number].text, dice)
                sheet.units[number].changed = True
        for number in dice.sample(sheet.free, 2):
            sheet.units[number].text = f"{sentence(dice)}\n\n{sheet.units[number].text}"
        # Two edited words among equal ones may be left alone, which shows English: that is safe, a wrong guess is not.
        judge(sheet, target, sidecar, f"edits {seed} in {document.id}", longest_lost=3)

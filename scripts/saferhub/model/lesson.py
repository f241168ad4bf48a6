"""A lesson: its facts, its sections and the blocks that its text is made of."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from saferhub.model.problem import Place

# The sections of a lesson, in the order in which every lesson has them. Identifiers are the same in every language.
ACTIVITIES = ("activity-1", "activity-2", "activity-3", "activity-4")
SECTIONS = (
    "good",
    "prepare",
    "starter",
    *ACTIVITIES,
    "practice",
    "reflect",
    "check",
    "help",
    "home",
    "adapt",
    "handouts",
    "evidence",
)
OPTIONAL_SECTIONS = frozenset(ACTIVITIES[1:])
TIMED_SECTIONS = frozenset({"starter", *ACTIVITIES, "practice", "reflect", "check"})
# The blocks that open with three slashes. The title of some is words; what others name is for the hub.
TITLED_CONTAINERS = frozenset({"facilitator", "handout", "avoid", "media"})
CONTAINERS = (*sorted(TITLED_CONTAINERS), "cards", "quiz", "safeguarding", "help")
NO_ATTRIBUTES: Mapping[str, str] = {}  # one for all blocks: nobody may write to it


class BlockKind(Enum):
    """What a block of text is. Only these kinds hold words that are translated."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    TABLE_CELL = "table cell"
    CONTAINER_TITLE = "block title"
    IMAGE = "image"
    FOOTNOTE = "footnote"
    TERM = "term"
    DEFINITION = "definition"
    ABBREVIATION = "abbreviation"
    HTML = "html"
    CODE = "code"


@dataclass(frozen=True)
class Container:
    """A marked part of a lesson, such as a handout. `number` counts containers of that name in the file from 1."""

    name: str
    argument: str
    number: int
    line: int
    last_line: int = field(default=0, compare=False)  # where it is closed; 0 when it never is


class Block(NamedTuple):
    """A run of words that is read, checked and translated as one.

    `start` and `end` are character offsets into the text of the body; `line` counts from the top of the file.
    `indent` is what stands before a further line of the same block. `marker` is a list marker, with a task box if any.
    It is a named tuple because hundreds are made for every page, and a frozen data class takes three times as long.
    """

    kind: BlockKind
    text: str
    start: int
    end: int
    line: int
    section: str = ""
    containers: tuple[Container, ...] = ()
    indent: str = ""
    marker: str = ""
    level: int = 0
    attributes: Mapping[str, str] = NO_ATTRIBUTES

    @property
    def shape(self) -> tuple[str, tuple[str, ...], str]:
        """What must be equal in a translation for two blocks to be the same block: kind, containers, list marker."""
        marker = self.marker.strip()
        kept = "1." + marker.lstrip("0123456789")[1:] if marker[:1].isdigit() else marker
        return (f"{self.kind.value}{self.level or ''}", tuple(part.name for part in self.containers), kept)


@dataclass(frozen=True)
class Section:
    """A part of a lesson. Its role is its identifier, which is the same in every language."""

    id: str
    title: str
    level: int
    minutes: int
    line: int
    start: int
    end: int


@dataclass(frozen=True)
class Body:
    """The text below the facts, split into parts. `first_line` is the line of the file on which it begins."""

    text: str
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    containers: tuple[Container, ...] = ()
    first_line: int = 1

    def section(self, section_id: str) -> Section | None:
        """Return a section by its identifier."""
        return next((part for part in self.sections if part.id == section_id), None)

    def blocks_of(self, section_id: str) -> list[Block]:
        """Return the blocks that stand in a section."""
        return [block for block in self.blocks if block.section == section_id]

    def top_sections(self) -> list[Section]:
        """Return the second-level sections, in order."""
        return [part for part in self.sections if part.level == 2]


@dataclass(frozen=True)
class Quiz:
    """A question with options. Each option has its own feedback; exactly one is right."""

    question: str
    options: tuple[QuizOption, ...]
    line: int


@dataclass(frozen=True)
class QuizOption:
    """One answer that a learner can choose."""

    text: str
    right: bool
    feedback: str
    line: int


@dataclass(frozen=True)
class Document:
    """A page as it stands on disk: facts as plain data, the line of every fact, and the body.

    `id` is the path below the locale folder without its ending, for example `lessons/spotting-scams`.
    `source` is the whole text of the file; the body is its end.
    """

    id: str
    kind: str
    locale: str
    path: str
    facts: Mapping[str, object]
    lines: Mapping[tuple[str | int, ...], int]
    body: Body
    source: str = field(default="", repr=False)

    def place(self, *keys: str | int) -> Place:
        """Return where a fact stands, or the nearest fact around it."""
        for length in range(len(keys), 0, -1):
            if keys[:length] in self.lines:
                return Place(self.path, self.lines[keys[:length]])
        return Place(self.path, 1)

    def at(self, line: int) -> Place:
        """Return a place in this file."""
        return Place(self.path, line)


@dataclass(frozen=True)
class Ages:
    """Whole years, both ends included."""

    first: int
    last: int


@dataclass(frozen=True)
class Lesson:
    """A lesson whose facts have the right types. Values are still to be judged by the checks."""

    document: Document
    title: str
    summary: str
    ages: Ages | None
    audiences: tuple[str, ...]
    harms: tuple[str, ...]
    opportunities: tuple[str, ...]
    skills: tuple[str, ...]
    competencies: tuple[str, ...]
    minutes: int
    sessions: int
    setting: tuple[str, ...]
    group: tuple[str, ...]
    needs: tuple[str, ...]
    materials: str
    objectives: tuple[str, ...]
    sensitivity: str
    evidence_level: str
    evidence_sources: tuple[str, ...]
    evidence_elements: tuple[str, ...]
    written: datetime.date
    review_by: datetime.date
    reviewed: datetime.date | None
    reviewers: tuple[str, ...]
    prior: tuple[str, ...]
    next: tuple[str, ...]
    licence: str
    authors: tuple[str, ...]
    adapted_from: Mapping[str, str] | None
    status: str

    @property
    def id(self) -> str:
        """The name of the file, which never changes."""
        return self.document.id.rpartition("/")[2]

    @property
    def body(self) -> Body:
        """The text of the lesson."""
        return self.document.body

    @property
    def path(self) -> str:
        """Where the file stands."""
        return self.document.path

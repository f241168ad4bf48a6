"""A pack: lessons put together for a group of people, to be printed or saved as one thing."""

from __future__ import annotations

from dataclasses import dataclass

EDITIONS = ("facilitator", "learner")
PAPERS = ("A4", "Letter")
ADULTS = "adults"


@dataclass(frozen=True)
class PackRecipe:
    """What somebody asks for. Either `lessons` names them in order, or `ages`, `audience` and `harms` choose them.

    `ages` is an age band or `adults`. `session_minutes` is the time there is for one meeting, 0 for no limit.
    `country` (ISO 3166) decides whose services stand on the help page. `path` is the file it was written in, if any.
    """

    id: str
    ages: str = ""
    audience: str = ""
    harms: tuple[str, ...] = ()
    lessons: tuple[str, ...] = ()
    editions: tuple[str, ...] = EDITIONS
    papers: tuple[str, ...] = ("A4",)
    locales: tuple[str, ...] = ()
    title: str = ""
    cover: str = ""
    session_minutes: int = 0
    country: str = ""
    path: str = ""

    @property
    def is_written(self) -> bool:
        """Whether somebody wrote this recipe down, rather than being one of the standard packs."""
        return bool(self.path)


@dataclass(frozen=True)
class PackOrder:
    """One file to make: a recipe in one language, edition and paper size."""

    recipe: PackRecipe
    locale: str
    edition: str
    paper: str

    @property
    def name(self) -> str:
        """The name of the file below the folder of packs, without its ending."""
        return f"{self.locale}/{self.recipe.id}-{self.edition}-{self.paper.lower()}"


@dataclass(frozen=True)
class PackFile:
    """A pack that was made. `file`, `booklet` and `cards` are names of files beside each other; the last two are made
    for printing only and may be empty."""

    id: str
    locale: str
    edition: str
    paper: str
    title: str
    group: str
    pages: int
    size: int
    lessons: tuple[str, ...]
    letters: tuple[str, ...]
    file: str
    booklet: str = ""
    cards: str = ""

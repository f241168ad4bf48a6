"""How far the translations of a hub are, page by page and language by language, and what teachers need first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum, IntEnum

from saferhub.model.locale import Locale
from saferhub.translation.pairs import State
from saferhub.translation.pieces import SAFETY_PAGES
from saferhub.translation.progress import OUTDATED, Coverage

OPEN = (State.STALE, State.CHECK, State.TODO, State.MISSING)
MADE_FROM_CODE = "contribute/checks/"  # pages that are written anew with the code: nobody is asked to translate them


class PageState(Enum):
    """What readers of a language get of a page."""

    COMPLETE = "complete"
    PARTLY = "partly"
    OUTDATED = "outdated"
    NOT_YET = "not yet"


class Need(IntEnum):
    """Why a page comes before others in a translator's list, the most urgent reason first."""

    SAFETY = 0  # readers have the page, and words about help are not theirs
    OUTDATED = 1  # readers have the page, and parts of it are old
    BEGUN = 2  # somebody began it; the least work first
    WAITING = 3  # nobody began it; in the order in which teachers meet it
    DONE = 4


MOSTLY = 80  # per cent of the words that make a page one that somebody has accepted


@dataclass(frozen=True)
class SourcePage:
    """What there is to translate in a page. `order` is its place in the catalogue."""

    id: str
    title: str = ""
    order: tuple[int, int, int] = (0, 0, 0)
    words: int = 0
    blocks: int = 0
    safety: int = 0

    @property
    def is_snippet(self) -> bool:
        """Whether its text stands in every lesson."""
        return self.id.startswith(SAFETY_PAGES)


@dataclass(frozen=True)
class PageStatus:
    """How a page stands in one language.

    `whole` is a hand-made translation that cannot be compared block by block; `recorded` tells whether it is known from
    which version of the source it was made; `draft` that no person has accepted it yet.
    """

    source: SourcePage
    coverage: Coverage
    exists: bool = True
    draft: bool = False
    whole: bool = False
    recorded: bool = True

    def state(self, locale: Locale) -> PageState:
        """Return what readers get, by the thresholds of the language; the menu of languages says the same."""
        if not self.has_readers(locale):
            return PageState.NOT_YET
        is_enough = self.coverage.share >= locale.complete_from and not self.coverage.safety_open
        if not self.whole and not is_enough:
            return PageState.PARTLY
        return PageState.OUTDATED if self.whole or not self.recorded or self.coverage.stale else PageState.COMPLETE

    @property
    def is_accepted(self) -> bool:
        """Whether a person has accepted the page: most of it is translated, and no text waits for its first reader."""
        words = self.coverage.words_in
        recorded = words.get(State.FRESH, 0) + words.get(State.STALE, 0)
        is_read = not words.get(State.CHECK, 0) and 100 * recorded >= MOSTLY * self.coverage.words
        return self.exists and self.recorded and not self.whole and not self.draft and is_read

    def has_readers(self, locale: Locale) -> bool:
        """Whether the page is published in this language. Texts that stand in every lesson always are."""
        return self.exists and (self.source.is_snippet or self.coverage.share >= max(1, locale.publish_from))

    def need(self, locale: Locale) -> Need:
        """Return why this page has the place that it has in the list of work."""
        if not self.open_blocks:
            return Need.DONE
        if self.has_readers(locale):
            if self.coverage.safety_open:
                return Need.SAFETY
            if self.outdated_words or self.whole:
                return Need.OUTDATED
        return Need.BEGUN if self.exists else Need.WAITING

    def rank(self, locale: Locale) -> tuple[int, int, tuple[int, int, int], str]:
        """Return the place of the page among others: the smallest comes first."""
        need = self.need(locale)
        return (need, self.open_words if need is Need.BEGUN else 0, self.source.order, self.source.id)

    @property
    def open_words(self) -> int:
        """Words of the source that wait for a translator."""
        return sum(self.coverage.words_in.get(state, 0) for state in OPEN)

    @property
    def outdated_words(self) -> int:
        """Words of the source that changed since they were translated."""
        return sum(self.coverage.words_in.get(state, 0) for state in OUTDATED)

    @property
    def open_blocks(self) -> int:
        """Blocks that wait for a translator, with those that lost their source and can go."""
        return sum(self.coverage.blocks.get(state, 0) for state in (*OPEN, State.OBSOLETE))


@dataclass(frozen=True)
class InterfaceWords:
    """The labels, buttons and messages of a language: how many are translated, uncertain (fuzzy) and empty."""

    translated: int = 0
    fuzzy: int = 0
    empty: int = 0

    @property
    def total(self) -> int:
        """How many there are."""
        return self.translated + self.fuzzy + self.empty


@dataclass(frozen=True)
class LocaleStatus:
    """How a whole language stands. Pages are sorted by what teachers need first."""

    locale: Locale
    pages: tuple[PageStatus, ...] = ()
    interface: InterfaceWords = field(default_factory=InterfaceWords)

    @property
    def snippets(self) -> tuple[PageStatus, ...]:
        """The texts that stand in every lesson."""
        return tuple(page for page in self.pages if page.source.is_snippet)

    @property
    def other_pages(self) -> tuple[PageStatus, ...]:
        """Lessons and all other pages."""
        return tuple(page for page in self.pages if not page.source.is_snippet)

    def words(self, state: State) -> int:
        """How many words of all pages are in a state."""
        return sum(page.coverage.words_in.get(state, 0) for page in self.pages)

    def blocks(self, state: State) -> int:
        """How many blocks of all pages are in a state."""
        return sum(page.coverage.blocks.get(state, 0) for page in self.pages)

    def count(self, state: PageState) -> int:
        """How many pages are complete, partly there, outdated or not there."""
        return sum(page.state(self.locale) is state for page in self.pages)

    @property
    def total_words(self) -> int:
        """All words of the source."""
        return sum(page.coverage.words for page in self.pages)

    @property
    def share(self) -> int:
        """Words that are translated and up to date, in per cent, rounded down."""
        return 100 * self.words(State.FRESH) // self.total_words if self.total_words else 100

    @property
    def safety(self) -> tuple[int, int]:
        """How many blocks about help and safety are open, and how many there are."""
        return sum(page.coverage.safety_open for page in self.pages), sum(page.coverage.safety for page in self.pages)

    @property
    def drafts(self) -> int:
        """Pages that a machine began and no person has accepted."""
        return sum(page.exists and page.draft for page in self.pages)

    @property
    def accepted(self) -> int:
        """Pages behind which a person stands."""
        return sum(page.is_accepted for page in self.pages)


def locale_status(locale: Locale, pages: Iterable[PageStatus], interface: InterfaceWords) -> LocaleStatus:
    """Put the pages of a language into the order of need."""
    return LocaleStatus(locale, tuple(sorted(pages, key=lambda page: page.rank(locale))), interface)

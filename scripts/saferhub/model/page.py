"""A page of the finished site as a reader meets it: its elements with their words, looks and sizes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from saferhub.model.problem import Place

NO_WORDS: Mapping[str, frozenset[str]] = MappingProxyType({})


@dataclass(frozen=True)
class Looks:
    """How an element is drawn, in the words of CSS; sizes are in CSS pixels."""

    display: str
    align: str
    transform: str
    size: float
    weight: str
    slant: str
    line: str
    colour: str
    background: str
    border: str


@dataclass(frozen=True)
class Element:
    """One element of a page.

    `said` is the text of this element alone: without blocks inside it, without code and names, without parts in another
    language. `text` is everything inside. `width` and `height` are those of what can be pressed, labels included.
    `focus_shows` is None where nothing can take the focus.
    """

    line: int
    parent: int
    tag: str
    attributes: Mapping[str, str]
    said: str
    text: str
    is_seen: bool
    width: float
    height: float
    lang: str
    direction: str
    looks: Looks
    focus_shows: bool | None = None

    @property
    def quote(self) -> str:
        """Enough of the text to find the element; its tag if it has none."""
        text = " ".join(self.said.replace("\ufffc", " ").split()) or self.text
        return f"{text[:57]}..." if len(text) > 60 else text or f"<{self.tag}>"


@dataclass(frozen=True)
class RenderedPage:
    """A page as a browser shows it. `path` is its file below the site; `small_words` are those of each language."""

    path: str
    lang: str
    elements: tuple[Element, ...]
    small_words: Mapping[str, frozenset[str]] = field(default_factory=lambda: NO_WORDS)

    def at(self, element: Element) -> Place:
        """Return where an element stands in the file."""
        return Place(self.path, element.line)

    def around(self, element: Element) -> Iterator[Element]:
        """List the elements around an element, the nearest first."""
        while element.parent >= 0:
            element = self.elements[element.parent]
            yield element

    def inside(self, element: Element) -> Iterator[Element]:
        """List the elements inside an element."""
        for other in self.elements:
            if any(around is element for around in self.around(other)):
                yield other

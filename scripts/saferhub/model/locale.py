"""A language of the hub and what readers and translators should know of it."""

from __future__ import annotations

from dataclasses import dataclass

SOURCE_LOCALE = "en"


@dataclass(frozen=True)
class Locale:
    """A language that the hub is published in. `name` is what its readers call it."""

    id: str
    name: str
    english_name: str
    direction: str = "ltr"
    script: str = "Latn"
    digits: str = "latn"
    publish_from: int = 30
    complete_from: int = 80

    @property
    def is_source(self) -> bool:
        """Whether lessons are written in this language first."""
        return self.id == SOURCE_LOCALE

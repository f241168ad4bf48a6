"""Where people can find help, kept as facts and never typed into prose."""

from __future__ import annotations

import datetime
from dataclasses import dataclass


@dataclass(frozen=True)
class Contact:
    """One way to reach a service: by call, text, chat or web."""

    how: str
    value: str


@dataclass(frozen=True)
class HelpEntry:
    """A service that helps, what for, and when somebody last verified it."""

    id: str
    country: str
    name: str
    purposes: tuple[str, ...]
    contacts: tuple[Contact, ...]
    about: str
    hours: str
    cost: str
    languages: tuple[str, ...]
    ages: str
    source: str
    verified: datetime.date
    expires: datetime.date
    path: str
    line: int

    def is_current(self, today: datetime.date) -> bool:
        """Whether the entry may still be shown on that day."""
        return today <= self.expires

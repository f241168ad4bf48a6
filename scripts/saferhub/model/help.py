"""Where people can find help, kept as facts and never typed into prose."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

INTERNATIONAL = "international"
LONGEST_INTERNATIONAL = 184  # six months
LONGEST_NATIONAL = 93  # three months: numbers of single countries change more often, and a wrong one does harm


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
    basis: str
    path: str
    line: int

    @property
    def is_international(self) -> bool:
        """Whether the service works in every country."""
        return self.country == INTERNATIONAL

    @property
    def last_day(self) -> datetime.date:
        """The last day on which the entry may be shown if nobody verifies it again."""
        days = LONGEST_INTERNATIONAL if self.is_international else LONGEST_NATIONAL
        return self.verified + datetime.timedelta(days)

    def days_left(self, today: datetime.date) -> int:
        """For how many days after that day the entry is still shown; below zero once it has expired."""
        return (self.expires - today).days

    def is_current(self, today: datetime.date) -> bool:
        """Whether the entry may still be shown on that day."""
        return today <= self.expires

"""`hub help-review`: which help services must be verified next."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from saferhub.cli.library import today
from saferhub.model.help import HelpEntry
from saferhub.sources.data import read_help, read_taxonomy

DAYS = 60
LONGEST = 3660


def add_arguments(command: argparse.ArgumentParser) -> None:
    """Add what `hub help-review` understands."""
    command.add_argument(
        "--days", type=_days, default=DAYS, help=f"entries that expire within so many days are due (default: {DAYS})"
    )


def review(root: Path, days: int) -> int:
    """Print the entries with the fewest days left first; what is due does not change the exit code.

    It is 2 when a file cannot be read, because its entries are missing from the list.
    """
    taxonomy, problems = read_taxonomy(root)
    entries, faults = read_help(root, taxonomy)
    now = today()
    groups: dict[str, list[str]] = {
        "Expired, readers no longer see them": [],
        f"Due within {days} day{'' if days == 1 else 's'}": [],
        "Later": [],
    }
    expired, due, later = groups.values()
    for entry in sorted(entries, key=lambda entry: (entry.expires, entry.path, entry.line)):
        left = entry.days_left(now)
        (expired if left < 0 else due if left <= days else later).append(_line(entry, left))
    for heading, lines in groups.items():
        if lines:
            sys.stdout.write(f"{heading}:\n" + "".join(f"  {line}\n" for line in lines) + "\n")
    sys.stdout.write(f"{_summary(entries, len(expired), len(due))}\n")
    for problem in problems + faults:
        sys.stderr.write(f"{problem.place}: {problem.message.said()} {problem.hint.said()}\n")
    return 2 if problems or faults else 0


def _line(entry: HelpEntry, left: int) -> str:
    count = f"{abs(left)} day{'' if abs(left) == 1 else 's'}"
    when = "expires today" if left == 0 else f"expired {count} ago" if left < 0 else f"{count} left"
    document = "" if entry.basis == "service" else ", known from a document only"
    return f"{entry.path}:{entry.line}: {entry.name} ({entry.country}), {when} ({entry.expires}){document}"


def _summary(entries: Sequence[HelpEntry], expired: int, due: int) -> str:
    documents = sum(entry.basis != "service" for entry in entries)
    return (
        f"{len(entries)} help services: {expired} expired, {due} due, {documents} known from a document only. "
        "How to verify them: docs/en/contribute/help-services.md."
    )


def _days(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or len(text) > len(str(LONGEST)) or int(text) > LONGEST:
        raise argparse.ArgumentTypeError(f"`{text[:40]}` is not a number of days from 0 to {LONGEST}")
    return int(text)

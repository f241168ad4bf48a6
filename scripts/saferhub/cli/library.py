"""Read and check the hub for a command, telling people what is wrong."""

from __future__ import annotations

import datetime
import os
import re
import sys
from pathlib import Path

from saferhub.catalogue.catalogue import Catalogue, publish
from saferhub.checks.report import Report, check
from saferhub.checks.reporters.text import write
from saferhub.cli.check_cache import cached_report
from saferhub.model.library import Library
from saferhub.render.voice import Voice
from saferhub.sources.library import read_library
from saferhub.sources.words import read_words


def today() -> datetime.date:
    """Return today, or the day that SOURCE_DATE_EPOCH names, so that a build can be repeated."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if re.fullmatch(r"[0-9]{1,11}", epoch):
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    if epoch:
        sys.stderr.write(f"SOURCE_DATE_EPOCH is `{epoch[:40]}`, which is not a number of seconds; today is used.\n")
        del os.environ["SOURCE_DATE_EPOCH"]
    return datetime.datetime.now(datetime.UTC).date()


def read_and_check(root: Path) -> tuple[Library, Report]:
    """Read the hub and run every rule."""
    library = read_library(root)
    return library, check(library, today())


def checked(root: Path, use_cache: bool = True) -> tuple[Library | None, Report]:
    """Return the report on the hub, and the library if it had to be read."""
    return cached_report(root, today()) if use_cache else read_and_check(root)


def catalogue_or_none(root: Path) -> Catalogue | None:
    """Return what may be published; if the report names errors, tell them and return None."""
    library, report = read_and_check(root)
    if not report.is_clean:
        sys.stderr.write(write(report))
        return None
    return publish(library, report, today())


def voices(root: Path, catalogue: Catalogue) -> dict[str, Voice]:
    """Return the words and customs of every language."""
    return {locale.id: Voice(locale, read_words(root, locale.id)[0]) for locale in catalogue.locales}

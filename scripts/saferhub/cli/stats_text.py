"""Write the figures of the hub as plain text of at most 80 columns."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence

from saferhub.catalogue.reach import Reach
from saferhub.catalogue.reading import AgeReading
from saferhub.catalogue.statistics import SOON, Statistics
from saferhub.model.locale import SOURCE_LOCALE, Locale
from saferhub.translation.status import PageState

WIDTH = 80
NAME = 28
CELL = 8
GAP = "."
TOO_YOUNG = "-"


def stats_text(found: Statistics, locales: Sequence[Locale]) -> str:
    """Return all tables, each under its name."""
    parts = [
        ("What there is", _content(found)),
        ("Languages", _languages(found, locales)),
        ("Lessons by age", _ages(found.reach)),
        ("Lessons by harm and age", _harms(found.reach)),
        ("Lessons by audience", _counts(found.reach.lessons_by_audience)),
        ("Lessons by class of risk (4Cs)", _counts(found.reach.lessons_by_class)),
        ("Lessons by level of evidence", _counts(found.evidence_levels)),
        ("Words that learners read and hear, in English", _reading(found.reading.get(SOURCE_LOCALE, {}))),
        ("The same in each language: middle and longest sentence", _languages_read(found.reading)),
        ("Gaps", _gaps(found)),
    ]
    return "\n".join("\n".join([title, "-" * len(title), *lines, ""]) for title, lines in parts)


def _content(found: Statistics) -> Iterator[str]:
    sizes = found.sizes
    for name, count, words in (
        ("lessons", sizes.lessons, sizes.lesson_words),
        ("handouts in lessons", sizes.handouts, sizes.handout_words),
        ("guides", sizes.guides, sizes.guide_words),
    ):
        yield f"{name:<{NAME}}{count:>{CELL}}{words:>{CELL}} words"
    yield f"{'drawings':<{NAME}}{sizes.drawings:>{CELL}}"
    for name, used in (("competencies taught", found.competencies), ("sources used", found.sources)):
        yield f"{name:<{NAME}}{used.used:>{CELL}} of {used.total}"
    yield (
        f"{'help entries':<{NAME}}{found.help.total:>{CELL}}, {len(found.help.expiring)} of them expire within "
        f"{SOON.days} days"
    )


def _languages(found: Statistics, locales: Sequence[Locale]) -> Iterator[str]:
    complete = sum(one.is_complete for one in found.languages.values())
    partly = len(found.languages) - complete
    yield f"Beside English: {complete} complete, {partly} partly there."
    yield _language("", ("words", "of", *(state.value for state in PageState), "machine"))
    for locale in locales:
        one = found.languages.get(locale.id)
        if one is not None:
            cells = (one.words, one.words_in_english, *one.lessons.values(), one.machine_drafts)
            yield _language(f"{locale.id:<4}{locale.english_name}", cells)
    yield "words: of the English pages, as far as readers have them in the language."
    yield "complete to not yet: lessons. machine: pages that no person has accepted."


def _language(name: str, cells: Iterable[object]) -> str:
    return f"{name:<24}" + "".join(f"{cell:>{width}}" for cell, width in zip(cells, (7, 7, 9, 7, 9, 8, 8), strict=True))


def _ages(reach: Reach) -> Iterator[str]:
    yield _row("", "", reach.lessons_by_age)
    yield _row("lessons", "", (count or GAP for count in reach.lessons_by_age.values()))
    yield _row("minutes", "", (count or GAP for count in reach.minutes_by_age.values()))
    yield "A lesson counts in each age band of which it covers at least half."


def _harms(reach: Reach) -> Iterator[str]:
    yield _row("", "class", reach.lessons_by_age)
    for harm, found in reach.by_harm.items():
        yield _row(harm, found.risk_class, (_cell(count) for count in found.by_age.values()))
    yield f"{GAP}: no lesson yet.  {TOO_YOUNG}: a harm that this age is too young for."


def _cell(count: int | None) -> object:
    return TOO_YOUNG if count is None else count or GAP


def _row(name: str, group: str, cells: Iterable[object]) -> str:
    return f"{name:<{NAME}}{group:<9}" + "".join(f"{cell!s:>7}" for cell in cells)


def _counts(counts: Mapping[str, int]) -> Iterator[str]:
    for name, count in counts.items():
        yield f"{name:<{NAME}}{count or GAP:>{CELL}}"


def _reading(ages: Mapping[str, AgeReading]) -> Iterator[str]:
    yield f"{'':<8}{'middle':>8}{'limit':>8}  hardest lesson"
    for age, one in ages.items():
        yield f"{age:<8}{one.median:>8}{one.median_target:>8}  {one.hardest} ({one.hardest_median})"
    yield ""
    yield f"{'':<8}{'longest':>8}{'limit':>8}  lesson with the longest sentence"
    for age, one in ages.items():
        yield f"{age:<8}{one.longest:>8}{one.longest_target:>8}  {one.longest_in}"
    yield ""
    above = [f"{lesson} ({age})" for age, one in ages.items() for lesson in one.above]
    yield from _wrapped("Lessons above a limit", above)
    yield "Lengths of sentences in words. The limits are those of the check hard-to-read;"
    yield "its advice for one lesson: hub check docs/en/lessons/NAME.md"


def _languages_read(reading: Mapping[str, Mapping[str, AgeReading]]) -> Iterator[str]:
    ages = list(dict.fromkeys(age for found in reading.values() for age in found))
    yield f"{'':<8}" + "".join(f"{age:>11}" for age in ages)
    for locale, found in reading.items():
        yield f"{locale:<8}" + "".join(f"{_lengths(found.get(age)):>11}" for age in ages)
    yield "Only languages whose sentences the checks know. The limits are for English."


def _lengths(one: AgeReading | None) -> str:
    return f"{one.median} / {one.longest}" if one else GAP


def _gaps(found: Statistics) -> Iterator[str]:
    harms = [harm for harm, lessons in found.reach.by_harm.items() if not lessons.lessons]
    yield from _wrapped("Harms without a lesson", harms)
    yield from _wrapped("Competencies that no lesson teaches", found.competencies.gaps)
    yield from _wrapped("Sources that no lesson uses", found.sources.gaps)
    expiring = [f"{name} ({day.isoformat()})" for name, day in found.help.expiring.items()]
    yield from _wrapped(f"Help entries to verify within {SOON.days} days", expiring)


def _wrapped(name: str, values: Sequence[str]) -> Iterator[str]:
    text = f"{name} ({len(values)}): {', '.join(values)}." if values else f"{name}: none."
    yield from textwrap.wrap(text, WIDTH, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)

"""The hub in figures: what is counted, what is missing, and that lessons, not files, decide."""

from __future__ import annotations

import datetime
import shutil
from collections import Counter
from pathlib import Path

import pytest
import yaml

from conftest import ROOT, TODAY
from saferhub.catalogue.catalogue import Catalogue, publish
from saferhub.catalogue.reach import ADULTS, reach
from saferhub.catalogue.reading import readings
from saferhub.catalogue.statistics import Statistics, statistics
from saferhub.catalogue.usage import by_competency, by_harm, by_level, by_source, in_writing, thinly_known
from saferhub.checks.report import Report, check
from saferhub.checks.rules.hard_to_read import RULE
from saferhub.cli.i18n.figures import figures
from saferhub.model.library import Library
from saferhub.sources.library import read_library

LESSON = "docs/en/lessons/kind-words.md"
LONG = " ".join(["word"] * 23) + "."  # one more than learners of 9 to 12 do well with


def change(hub: Path, old: str, new: str, name: str = LESSON) -> None:
    path = hub / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def catalogue_of(hub: Path) -> Catalogue:
    library = read_library(hub)
    return publish(library, check(library, TODAY), TODAY)


def counted(hub: Path, today: datetime.date = TODAY) -> Statistics:
    return statistics(catalogue_of(hub), figures(hub, use_cache=False).locales, today)


@pytest.fixture(scope="module")
def real(real_library: Library) -> Catalogue:
    """The lessons of the real hub; other tests see to it that they are without faults."""
    return publish(real_library, Report((), 20), TODAY)


def test_what_there_is(hub: Path) -> None:
    sizes = counted(hub).sizes
    assert (sizes.lessons, sizes.guides, sizes.handouts, sizes.drawings) == (3, 0, 3, 1)
    (hub / "docs/en/guides").mkdir()
    (hub / "docs/en/guides/at-home.md").write_text(
        "---\ntitle: At home\nsummary: A page for families.\n---\n\nTalk often.\n", encoding="utf-8"
    )
    change(hub, "Choose kind words.", "Choose kind words together.")
    now = counted(hub).sizes
    assert (now.guides, now.guide_words) == (1, 2 + 4 + 2)
    assert now.lesson_words == sizes.lesson_words + 1
    assert now.handout_words == sizes.handout_words > 0
    assert sizes.handout_words < sizes.lesson_words


def test_words_in_handouts_are_counted_apart(hub: Path) -> None:
    before = counted(hub).sizes
    change(hub, "//// handout | Cards\n", "//// handout | Cards\n\nTwo more words and three.\n")
    now = counted(hub).sizes
    assert now.handout_words == before.handout_words + 5
    assert now.lesson_words == before.lesson_words + 5


def test_a_draft_counts_for_nothing_and_is_told_as_coming(hub: Path) -> None:
    assert in_writing(catalogue_of(hub)) == frozenset()
    change(hub, "status: published", "status: draft", "docs/en/lessons/good-night.md")
    found = counted(hub)
    assert found.sizes.lessons == 2
    assert found.reach.lessons_by_age[ADULTS] == 0
    assert "guiding-adult" in found.competencies.gaps
    assert in_writing(catalogue_of(hub)) == {"guiding-adult"}


def test_competencies_and_sources_that_no_lesson_uses_are_gaps_and_no_faults(hub: Path) -> None:
    found = counted(hub)
    assert (found.competencies.used, found.sources.used) == (3, 1)
    assert found.competencies.total == len(found.competencies.gaps) + 3
    assert "help-3-5" in found.competencies.gaps
    assert "guiding-adult" not in found.competencies.gaps
    assert "who-2022" not in found.sources.gaps
    assert len(found.sources.gaps) == found.sources.total - 1
    assert found.evidence_levels == {"strong": 0, "promising": 0, "emerging": 0, "practice-based": 3}


def test_help_that_expires_within_sixty_days(hub: Path) -> None:
    change(hub, "expires: 2027-05-22", "expires: 2027-01-21", "docs/_data/help/international.yml")
    last_day = datetime.date(2027, 1, 21)
    assert counted(hub, last_day - datetime.timedelta(days=61)).help.expiring == {}
    assert counted(hub, last_day - datetime.timedelta(days=60)).help.expiring == {"example-listeners": last_day}
    assert counted(hub).help.total == 2


def test_languages_are_complete_when_every_lesson_is(hub: Path) -> None:
    found = counted(hub).languages
    assert list(found) == ["ar"]
    assert not found["ar"].is_complete
    assert found["ar"].lessons == {"complete": 0, "partly": 2, "outdated": 0, "not yet": 1}
    assert 0 < found["ar"].words < found["ar"].words_in_english


def test_ages_and_harms_with_gaps_and_what_may_not_be_taught(hub: Path) -> None:
    found = reach(catalogue_of(hub))
    assert found.lessons_by_age == {"3-5": 0, "6-8": 0, "9-12": 1, "13-15": 1, "16-18": 0, ADULTS: 1}
    assert found.minutes_by_age[ADULTS] == 30
    assert found.by_harm["cyberbullying"].by_age == {
        "3-5": None,
        "6-8": 0,
        "9-12": 1,
        "13-15": 0,
        "16-18": 0,
        ADULTS: 0,
    }
    assert found.by_harm["excessive-use"].by_age[ADULTS] == 1
    assert set(found.by_harm["csam"].by_age.values()) == {None, 0}, "never for learners, but for adults it is a gap"
    assert found.lessons_by_audience["learners"] == 2
    assert found.lessons_by_audience["policy-makers"] == 0
    assert found.lessons_by_class == {"conduct": 2, "content": 0, "contact": 0, "contract": 1}


def test_a_lesson_for_two_age_bands_counts_in_both_and_once_for_its_harm(hub: Path) -> None:
    change(hub, "ages: {from: 9, to: 12}", "ages: {from: 9, to: 15}")
    change(hub, "harms: [cyberbullying]", "harms: [cyberbullying, reputation-footprint]")
    found = reach(catalogue_of(hub))
    assert (found.lessons_by_age["9-12"], found.lessons_by_age["13-15"]) == (1, 2)
    assert found.by_harm["cyberbullying"].lessons == 1
    assert found.lessons_by_class["conduct"] == 2


def test_thin_evidence_is_told_by_the_best_lesson_of_a_topic(hub: Path) -> None:
    def known() -> dict[str, tuple[str, ...]]:
        return dict(thinly_known(catalogue_of(hub)))

    assert known() == {"emerging": (), "practice-based": ("cyberbullying", "image-based-abuse", "excessive-use")}
    change(hub, "level: practice-based", "level: emerging")
    assert known() == {"emerging": ("cyberbullying",), "practice-based": ("image-based-abuse", "excessive-use")}
    change(hub, "level: emerging", "level: strong")
    assert known() == {"emerging": (), "practice-based": ("image-based-abuse", "excessive-use")}


def test_reading_is_measured_for_learners_and_agrees_with_the_check(hub: Path) -> None:
    def advised() -> set[str]:
        library = read_library(hub)
        return {problem.place.path for problem in check(library, TODAY, (RULE,)).problems}

    before = readings(catalogue_of(hub))["en"]["9-12"]
    assert (before.lessons, before.above, before.longest_target) == (1, (), 22)
    assert advised() == set()
    change(hub, "- Listen first.", f"- {LONG}")  # for the teacher
    assert readings(catalogue_of(hub))["en"]["9-12"] == before
    change(hub, "    > Today we practise.", f"    > Today we practise. {LONG}")
    found = readings(catalogue_of(hub))["en"]
    assert (found["9-12"].longest, found["9-12"].longest_in, found["9-12"].above) == (23, "kind-words", ("kind-words",))
    assert found["13-15"].above == ()
    assert advised() == {LESSON}


def test_each_language_is_measured_in_its_own_words(hub: Path) -> None:
    before = readings(catalogue_of(hub))
    path = hub / "translations/ar/lessons/kind-words.md"
    text = path.read_text(encoding="utf-8")
    quote = next(line for line in text.splitlines() if line.lstrip().startswith(">"))
    path.write_text(text.replace(quote, f"{quote} {'كلمة ' * 40}.", 1), encoding="utf-8")
    now = readings(catalogue_of(hub))
    assert now["en"] == before["en"]
    assert now["ar"]["9-12"].longest > max(30, before["ar"]["9-12"].longest)
    assert now["ar"]["9-12"].above == ("kind-words",)


def test_a_language_whose_sentences_nobody_taught_us_is_not_measured(hub: Path) -> None:
    path = hub / "docs/_data/locales.yml"
    path.write_text(
        path.read_text(encoding="utf-8")
        + "  - {id: cy, name: Cymraeg, english_name: Welsh, direction: ltr, script: Latn}\n",
        encoding="utf-8",
    )
    (hub / "translations/cy").mkdir()
    shutil.copy(ROOT / "translations/cy/locale.yml", hub / "translations/cy/locale.yml")
    assert set(readings(catalogue_of(hub))) == {"en", "ar"}


def test_the_real_lessons_are_sorted_as_their_files_say(real: Catalogue) -> None:
    """Counted once more from the front matter, without our reader."""
    facts = [
        yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1])
        for path in (ROOT / "docs/en/lessons").glob("*.md")
    ]
    facts = [one for one in facts if one["status"] == "published"]

    def times(values: list[str]) -> Counter[str]:
        return Counter(values)

    for found, expected in (
        (by_competency(real), times([name for one in facts for name in one["competencies"]])),
        (by_source(real), times([name for one in facts for name in one["evidence"]["sources"]])),
        (by_harm(real), times([name for one in facts for name in one["harms"]])),
        (by_level(real), times([one["evidence"]["level"] for one in facts])),
    ):
        assert {name: len(lessons) for name, lessons in found.items() if lessons} == dict(expected)
    counts = reach(real)
    assert counts.lessons_by_age[ADULTS] == sum("ages" not in one for one in facts)
    assert sum(counts.minutes_by_age.values()) >= sum(one["minutes"] for one in facts)
    for harm in counts.by_harm.values():
        assert sum(count or 0 for count in harm.by_age.values()) >= harm.lessons

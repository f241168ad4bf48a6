"""Every language pack: it can be read, its own sentences behave, and the corpus is judged as well as we say."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from saferhub.checks.constructions import LanguagePack
from saferhub.checks.coverage import cover, is_needed, worded_rules
from saferhub.checks.evaluation import SLICES, judge, measure, read_cases
from saferhub.checks.folding import fold
from saferhub.checks.language_pack import FOLDER, language_pack, locales
from saferhub.checks.passages import Page
from saferhub.checks.registry import all_rules, rule
from saferhub.checks.report import page_problems
from saferhub.checks.rule import Family, Rule
from saferhub.cli.coverage_pages import MEASURED
from saferhub.cli.tone_report import CORPUS, EXAMINATION, published
from saferhub.sources.documents import loose_document

COVERED = ("ar", "en", "es", "fr", "ru", "zh")
WORDED = [(locale, rule) for locale in COVERED for rule in worded_rules() if is_needed(rule, locale)]
WITHOUT_SENTENCES = {"more-prohibitions-than-instructions", "vague-objective"}  # they judge whole lessons or facts


def pack_of(locale: str) -> LanguagePack:
    pack = language_pack(locale)
    assert pack is not None
    return pack


def found_by(rule: Rule, text: str, locale: str) -> list[str]:
    page = Page(loose_document(text, "x.md", locale))
    return [str(problem.message) for problem in page_problems(page, (rule,))]


def test_the_six_languages_are_covered() -> None:
    assert locales() == list(COVERED)


@pytest.mark.parametrize(("locale", "rule"), WORDED, ids=lambda value: getattr(value, "slug", value))
def test_the_sentences_of_a_pack_behave(locale: str, rule: Rule) -> None:
    found = pack_of(locale).rules.get(rule.slug)
    assert found is not None, f"{rule.slug} is not covered in {locale}"
    if rule.slug in WITHOUT_SENTENCES:
        assert all(found.lists.values())
        return
    assert len(found.bad) >= 3
    assert len(found.fine) >= 3
    for text in found.bad:
        assert found_by(rule, text, locale), f"not found: {text}"
    for text in found.fine:
        assert found_by(rule, text, locale) == [], text


@pytest.mark.parametrize("locale", COVERED)
def test_a_pack_says_who_has_judged_it_and_names_real_rules(locale: str) -> None:
    worded = {rule.slug for rule in worded_rules()}
    for slug, found in pack_of(locale).rules.items():
        assert slug in worded, f"{locale}/{slug}.yml belongs to no rule of wording"
        assert found.status in ("draft", "reviewed")
        assert bool(found.reviewer) == (found.status == "reviewed")
        names = [construction.name for construction in found.constructions]
        assert len(names) == len(set(names)), f"{locale}/{slug}: two constructions of one name"
        assert set(found.cues) == set() or found.threshold > 0


@pytest.mark.parametrize("locale", COVERED)
def test_every_pattern_can_be_compiled_and_terms_say_what_to_write(locale: str) -> None:
    pack = pack_of(locale)
    matchers = [*pack.negation_stops, *(matcher for guard in pack.guards.values() for matcher in guard)]
    for found in pack.rules.values():
        matchers += [matcher for words in found.lists.values() for matcher in words]
        matchers += [matcher for cue in found.cues for matcher in cue.matchers]
        for construction in found.constructions:
            matchers += [*construction.matchers, *construction.unless]
            matchers += [matcher for choice in construction.along for matcher in choice]
            if found.rule in ("avoided-term", "term-with-care"):
                assert construction.instead, f"{locale}/{found.rule}: {construction.name} names no better term"
            for old, new in construction.swap:
                assert any(matcher.expression.fullmatch(fold(old).text) for matcher in construction.matchers), old
                assert new and found_by(rule(found.rule) or worded_rules()[0], new, locale) == [], new
    assert len(matchers) > 300
    for matcher in matchers:
        assert matcher.expression.pattern


@pytest.mark.parametrize("locale", COVERED)
def test_no_pattern_is_slow_on_a_hard_text(locale: str) -> None:
    """A pattern that takes exponential time would hang the build for whoever writes one odd sentence."""
    words = {"zh": "你 照片 永远 没有人 都 会 一 不 "}.get(locale, "a the you will one photo never all no ") * 60
    for text in (words, words.replace(" ", ", "), '"' * 400, "(" * 400):
        page_problems(Page(loose_document(text, "x.md", locale)))


def test_packs_hold_no_file_that_is_not_read() -> None:
    for path in FOLDER.rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            assert path.suffix == ".yml" or path.name == "README.md", path


@pytest.mark.parametrize("locale", COVERED)
def test_the_corpus_is_well_formed(root: Path, locale: str) -> None:
    text = (root / CORPUS / f"{locale}.tsv").read_text(encoding="utf-8")
    assert text.startswith("label\ttext\tnote\n")
    cases = list(read_cases(text))
    assert len(cases) >= (300 if locale == "en" else 100)
    labels = {rule.slug for rule in all_rules() if rule.family in (Family.TONE, Family.TERMS)} | {"fine"}
    labels -= {"frightening-sentence"}
    assert {case.label for case in cases} == labels
    assert {case.slice for case in cases} == SLICES
    assert len({case.text for case in cases}) == len(cases)
    assert all(line.count("\t") == 2 for line in text.splitlines())


@pytest.mark.parametrize("locale", COVERED)
def test_the_targets_are_met_on_our_own_sentences(root: Path, locale: str) -> None:
    found = measure(judge(read_cases((root / CORPUS / f"{locale}.tsv").read_text(encoding="utf-8")), locale))
    assert found.error_precision.value >= 0.97
    assert found.precision.value >= 0.85
    assert found.hard_negatives.value <= 0.08
    assert found.plain_positives.value >= 0.85
    assert found.hard_positives.value >= (0.40 if locale == "en" else 0.25)
    assert found.terms.value >= 0.90
    assert found.f_half >= (0.80 if locale == "en" else 0.70)


def test_the_published_table_is_true(root: Path) -> None:
    """What the docs say was measured is what comes out today."""
    page = (root / MEASURED).read_text(encoding="utf-8")
    day = re.search(r"Measured on (\d{4}-\d{2}-\d{2})", page)
    assert day
    assert page == published(root, datetime.date.fromisoformat(day[1]))


def test_no_sentence_of_the_examination_is_used_for_development(root: Path) -> None:
    for locale in COVERED:
        known = {case.text for case in read_cases((root / CORPUS / f"{locale}.tsv").read_text(encoding="utf-8"))}
        unseen = list(read_cases((root / EXAMINATION / f"{locale}.tsv").read_text(encoding="utf-8")))
        assert len(unseen) >= 100
        assert not known & {case.text for case in unseen}


def test_a_language_without_a_pack_is_told(hub: Path, checked: Callable[[Path], tuple[object, object]]) -> None:
    (tone,) = [rule for rule in all_rules() if rule.slug == "helplessness"]
    assert cover(tone, "hy") is None
    assert cover(tone, "fr-CA") is not None, "a region uses the pack of its language"

"""Which rules of wording a language is covered by. What nobody has taught it is told, never taken for clean."""

from __future__ import annotations

from dataclasses import dataclass

from saferhub.checks.language_pack import language_pack, locales
from saferhub.checks.registry import all_rules
from saferhub.checks.rule import Family, Rule
from saferhub.model.locale import SOURCE_LOCALE

# These look at the text that is translated from, so only its language needs them.
SOURCE_ONLY = frozenset({"vague-objective"})


@dataclass(frozen=True)
class Cover:
    """How one rule stands in one language: not covered, a draft, or reviewed by somebody of a role."""

    status: str
    reviewer: str
    bad: int
    fine: int


def worded_rules() -> tuple[Rule, ...]:
    """Return the rules that take their words from language packs."""
    return tuple(rule for rule in all_rules() if rule.is_worded)


def is_needed(rule: Rule, locale: str) -> bool:
    """Whether a rule has anything to look at in a language."""
    source_only = rule.family is Family.TRANSLATABILITY or rule.slug in SOURCE_ONLY
    return locale == SOURCE_LOCALE or not source_only


def cover(rule: Rule, locale: str) -> Cover | None:
    """Return how a rule stands in a language; nothing if it is not covered."""
    pack = language_pack(locale)
    found = pack.rules.get(rule.slug) if pack else None
    return Cover(found.status, found.reviewer, len(found.bad), len(found.fine)) if found else None


def not_covered(locale: str) -> tuple[str, ...]:
    """Return the rules of wording that a language has no pack for."""
    return tuple(rule.slug for rule in worded_rules() if is_needed(rule, locale) and cover(rule, locale) is None)


def covered_locales() -> list[str]:
    """Return the languages that have a pack, whole or in part."""
    return locales()

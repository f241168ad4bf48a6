"""What a language pack is made of: patterns, the constructions and cues that they form, and what each is for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from saferhub.checks.expressions import expression
from saferhub.checks.patterns import PatternError, Row, Spelling
from saferhub.checks.triggers import TriggerIndex, Triggers

# The lists of these rules are compared with a whole link, objective or abbreviation and not looked for in sentences.
COMPARED = frozenset({"empty-link-text", "unexplained-abbreviation", "vague-objective"})


class PackError(ValueError):
    """A language pack that cannot be used; the message names the file and says what to mend."""


@dataclass(frozen=True, eq=False)
class Matcher:
    """One pattern, with the words without which it cannot be found. It is compiled when it is first needed."""

    source: str
    row: Row
    spelling: Spelling
    across: bool
    required: tuple[Triggers, ...]

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The pattern as a regular expression on folded text; a PackError names a pattern that is none."""
        try:
            return expression(self.row, self.spelling, self.across)
        except PatternError as error:
            raise PackError(f"{error} (in `{self.source}`).") from error


@dataclass(frozen=True)
class Construction:
    """A way of saying something that a rule looks for.

    Any of `matchers` must be found, each group of `along` too, and none of `unless`, in the same sentence (or
    passage). `guards` names the cues that excuse it; None means those of the rule.
    """

    name: str
    matchers: tuple[Matcher, ...]
    along: tuple[tuple[Matcher, ...], ...] = ()
    unless: tuple[Matcher, ...] = ()
    guards: frozenset[str] | None = None
    warns: bool = False
    in_passage: bool = False
    in_question: bool = False
    instead: str = ""
    swap: tuple[tuple[str, str], ...] = ()
    source: str = ""
    region: str = ""


@dataclass(frozen=True, eq=False)
class Cue:
    """A weak sign, such as certainty or irreversibility; several of them in one sentence frighten."""

    name: str
    weight: float
    matchers: tuple[Matcher, ...]


@dataclass(frozen=True)
class RulePack:
    """What one language knows of one rule: constructions, cues, sentences that test them, and who has judged it."""

    locale: str
    rule: str
    status: str
    reviewer: str
    constructions: tuple[Construction, ...] = ()
    cues: tuple[Cue, ...] = ()
    threshold: float = 0.0
    bad: tuple[str, ...] = ()
    fine: tuple[str, ...] = ()
    lists: Mapping[str, tuple[Matcher, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class LanguagePack:
    """All that the hub knows about the words of one language."""

    locale: str
    spelling: Spelling
    abbreviations: frozenset[str]
    guards: Mapping[str, tuple[Matcher, ...]]
    negation_window: int
    negation_stops: tuple[Matcher, ...]
    rules: Mapping[str, RulePack]

    @cached_property
    def index(self) -> TriggerIndex:
        """Which patterns can be found at all in a text that holds certain words."""
        index = TriggerIndex(self.spelling)
        for use in self.uses.values():
            index.add(id(use.matcher), use.matcher.required)
        return index

    @cached_property
    def uses(self) -> dict[int, Use]:
        """What each pattern is for, by the identity of the pattern, in the order of the files."""
        found: dict[int, Use] = {}

        def add(use: Use) -> None:
            found[id(use.matcher)] = use

        for slug, pack in self.rules.items():
            for construction in pack.constructions:
                for matcher in construction.matchers:
                    add(Use(len(found), slug, matcher, construction, in_passage=construction.in_passage))
            for cue in (cue for cue in pack.cues if cue.weight > 0):  # the others are looked for only when these add up
                for matcher in cue.matchers:
                    add(Use(len(found), slug, matcher, cue=cue))
            for name, matchers in pack.lists.items() if slug not in COMPARED else ():
                for matcher in matchers:
                    add(Use(len(found), slug, matcher, list_name=name))
        return found


@dataclass(frozen=True, eq=False)
class Use:
    """What a pattern is for: a construction or a cue of a rule, or one of its word lists."""

    order: int
    rule: str
    matcher: Matcher
    construction: Construction | None = None
    cue: Cue | None = None
    list_name: str = ""
    in_passage: bool = False

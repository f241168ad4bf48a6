"""The sentences of a page, with the patterns of language packs that may be found in each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from saferhub.checks.constructions import LanguagePack, Use
from saferhub.checks.folding import Folded, fold
from saferhub.checks.guards import Context
from saferhub.checks.language_pack import language_pack
from saferhub.checks.passages import Page, Passage, Scope
from saferhub.checks.sentences import sentences

EXPLAINING = "contribute/checks/"  # these pages are made from the rules and show what they forbid
READ_BEFORE = 64  # pages whose sentences are kept, because every rule of wording looks at the same page in turn


@dataclass(frozen=True, eq=False)
class Sentence:
    """A sentence of a passage, folded, and by rule the patterns that may be found in it.

    `of_passage` are those that may be found in the passage as a whole.
    """

    passage: Passage
    folded: Folded
    start: int
    end: int
    text: str
    uses: Mapping[str, Sequence[Use]]
    of_passage: Mapping[str, Sequence[Use]]
    context: Context
    is_first: bool

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Return a span of the sentence as a span of the passage's own text."""
        return self.folded.span(self.start + start, self.start + end)


@dataclass(frozen=True, eq=False)
class Reading:
    """The sentences of a page, and by rule those in which it may find something, passage by passage."""

    sentences: tuple[Sentence, ...]
    by_rule: Mapping[str, Sequence[Sequence[Sentence]]]


@lru_cache(maxsize=READ_BEFORE)
def reading(page: Page) -> Reading:
    """Split a page into sentences. Passages in a language without a pack give none."""
    found: list[Sentence] = []
    if page.document.id.startswith(EXPLAINING):
        return Reading((), {})
    by_rule: dict[str, list[Sequence[Sentence]]] = {}
    heading = ""
    for passage in page.passages:
        pack = language_pack(passage.locale)
        if passage.scope is Scope.HEADING:
            heading = fold(passage.text).text
        if pack is None:
            continue
        groups: dict[str, list[Sentence]] = {}
        for sentence in _sentences(passage, pack, heading):
            found.append(sentence)
            for rule in sentence.uses:
                groups.setdefault(rule, []).append(sentence)
            if sentence.is_first:
                for rule in sentence.of_passage.keys() - sentence.uses.keys():
                    groups.setdefault(rule, []).append(sentence)
        for rule, group in groups.items():
            by_rule.setdefault(rule, []).append(group)
    return Reading(tuple(found), by_rule)


def read_sentences(page: Page) -> tuple[Sentence, ...]:
    """Return the sentences of a page in which any rule of wording may find something, in order."""
    return reading(page).sentences


def _sentences(passage: Passage, pack: LanguagePack, heading: str) -> Iterator[Sentence]:
    folded = fold(passage.text)
    spans = tuple(sentences(folded.text, pack.abbreviations))
    inside = [pack.index.present(folded.text[start:end]) for start, end in spans]
    candidates = pack.index.among(frozenset().union(*inside))
    context = Context(passage, folded.text, pack, heading, fold(passage.intro).text)
    of_passage = _by_rule(pack, candidates, whole=True)
    for number, (start, end) in enumerate(spans):
        text = folded.text[start:end]
        fitting: Iterable[int] = candidates
        if len(spans) > 1:
            fitting = [identity for identity, needed in candidates.items() if needed <= inside[number]]
        uses = _by_rule(pack, fitting, whole=False)
        yield Sentence(passage, folded, start, end, text, uses, of_passage, context, number == 0)


def _by_rule(pack: LanguagePack, candidates: Iterable[int], whole: bool) -> Mapping[str, Sequence[Use]]:
    found: dict[str, list[Use]] = {}
    uses = pack.uses
    for identity in candidates:
        use = uses[identity]
        if use.in_passage is whole:
            if use.rule in found:
                found[use.rule].append(use)
            else:
                found[use.rule] = [use]
    return found

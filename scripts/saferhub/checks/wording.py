"""Look for constructions of a language pack in the passages of a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from saferhub.checks.folding import Folded, fold
from saferhub.checks.guards import Context
from saferhub.checks.language_pack import Construction, Cue, LanguagePack, Matcher, language_pack
from saferhub.checks.passages import Page, Passage, Scope
from saferhub.checks.sentences import sentences

READ_BEFORE = 64  # pages whose sentences are kept, because every rule of wording looks at the same page in turn


@dataclass(frozen=True, eq=False)
class Sentence:
    """A sentence of a passage, folded, with the patterns that may be found in it."""

    passage: Passage
    folded: Folded
    start: int
    end: int
    text: str
    candidates: frozenset[int]
    context: Context

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Return a span of the sentence as a span of the passage's own text."""
        return self.folded.span(self.start + start, self.start + end)


@dataclass(frozen=True)
class Found:
    """A construction that was found, with the words that say it. `start` and `end` are in the text of the passage."""

    passage: Passage
    start: int
    end: int
    construction: Construction | None
    warns: bool

    @property
    def words(self) -> str:
        """The words as they stand in the file."""
        return self.passage.text[self.start : self.end]


@lru_cache(maxsize=READ_BEFORE)
def read_sentences(page: Page) -> tuple[Sentence, ...]:
    """Split a page into sentences. Passages in a language without a pack give none."""
    found: list[Sentence] = []
    heading = ""
    for passage in page.passages:
        pack = language_pack(passage.locale)
        if passage.scope is Scope.HEADING:
            heading = fold(passage.text).text
        if pack is not None:
            found.extend(_sentences(passage, pack, heading))
    return tuple(found)


def _sentences(passage: Passage, pack: LanguagePack, heading: str) -> Iterator[Sentence]:
    folded = fold(passage.text)
    candidates = pack.index.candidates(folded.text)
    if not candidates:
        return
    context = Context(passage, folded.text, pack, heading, fold(passage.intro).text)
    everything = frozenset(candidates)
    for start, end in sentences(folded.text, pack.abbreviations):
        yield Sentence(passage, folded, start, end, folded.text[start:end], everything, context)


def wording(rule: str, page: Page, guards: tuple[str, ...]) -> Iterator[Found]:
    """Find everything that the language packs say of one rule, once for each stretch of text."""
    seen: set[tuple[int, int, int]] = set()
    passages: set[tuple[int, str]] = set()
    for sentence in read_sentences(page):
        pack = sentence.context.pack
        known = pack.rules.get(rule)
        if known is None:
            continue
        taken: list[tuple[int, int]] = []
        for construction in known.constructions:
            if construction.in_passage:
                if (id(sentence.passage), construction.name) in passages:
                    continue
                found = _in_passage(sentence, construction, guards)
            else:
                found = _in_sentence(sentence, construction, guards)
            for hit in found:
                key = (id(sentence.passage), hit.start, hit.end)
                if key in seen or any(start < hit.end and hit.start < end for start, end in taken):
                    continue
                seen.add(key)
                taken.append((hit.start, hit.end))
                if construction.in_passage:
                    passages.add((id(sentence.passage), construction.name))
                yield hit
        if known.cues and not taken:
            yield from _by_cues(sentence, known.cues, known.threshold, guards)


def _in_sentence(sentence: Sentence, construction: Construction, guards: tuple[str, ...]) -> Iterator[Found]:
    if construction.in_question and not sentence.text.rstrip(" \"”»'’」)").endswith(("?", "؟", "？")):
        return
    for start, end in _matches(construction, sentence.text, sentence.candidates):
        origin = sentence.origin(start, end)
        span = (sentence.start, sentence.end)
        inside = (sentence.start + start, sentence.start + end)
        if not _excused(sentence.context, construction, guards, span, inside, origin):
            yield Found(sentence.passage, *origin, construction, construction.warns)


def _in_passage(sentence: Sentence, construction: Construction, guards: tuple[str, ...]) -> Iterator[Found]:
    text = sentence.folded.text
    for start, end in _matches(construction, text, sentence.candidates):
        origin = sentence.folded.span(start, end)
        if not _excused(sentence.context, construction, guards, (0, len(text)), (start, end), origin):
            yield Found(sentence.passage, *origin, construction, construction.warns)


def _matches(construction: Construction, text: str, candidates: frozenset[int]) -> Iterator[tuple[int, int]]:
    for matcher in construction.matchers:
        if id(matcher) not in candidates:
            continue
        for match in matcher.expression.finditer(text):
            if match.end() == match.start():
                continue
            if all(_any(choice, text) for choice in construction.along) and not _any(construction.unless, text):
                yield _trimmed(text, *match.span())


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end - 1 and text[start] in ' "“«,،':
        start += 1
    while end > start + 1 and text[end - 1] in ' "”»,،':
        end -= 1
    return start, end


def _any(matchers: tuple[Matcher, ...], text: str) -> bool:
    return any(matcher.expression.search(text) for matcher in matchers)


def _excused(
    context: Context,
    construction: Construction | None,
    guards: tuple[str, ...],
    sentence: tuple[int, int],
    found: tuple[int, int],
    origin: tuple[int, int],
) -> bool:
    names = guards if construction is None or construction.guards is None else tuple(construction.guards)
    return any(context.excuses(name, sentence, found, origin) for name in ("example", *names))


def _by_cues(sentence: Sentence, cues: tuple[Cue, ...], threshold: float, guards: tuple[str, ...]) -> Iterator[Found]:
    """Add up weak signs. The whole sentence is told, because no single word of it frightens."""
    score = 0.0
    for cue in cues:
        if any(
            id(matcher) in sentence.candidates and matcher.expression.search(sentence.text) for matcher in cue.matchers
        ):
            score += cue.weight
    if score < threshold:
        return
    span = (sentence.start, sentence.end)
    origin = sentence.folded.span(*span)
    if not _excused(sentence.context, None, guards, span, span, origin):
        yield Found(sentence.passage, *origin, None, True)


def read_lists(rule: str, sentence: Sentence) -> set[str]:
    """Return the names of the word lists of a rule of which something stands in a sentence."""
    known = sentence.context.pack.rules.get(rule)
    if known is None:
        return set()
    return {
        name
        for name, matchers in known.lists.items()
        if any(id(matcher) in sentence.candidates and matcher.expression.search(sentence.text) for matcher in matchers)
    }


def found_in_list(page: Page, rule: str, name: str) -> Iterator[tuple[Passage, int, int]]:
    """Return each stretch of a page that a word list of a rule holds, outside quotations and examples to avoid."""
    for sentence in read_sentences(page):
        known = sentence.context.pack.rules.get(rule)
        if known is None or sentence.passage.is_example_to_avoid:
            continue
        for matcher in known.lists.get(name, ()):
            if id(matcher) not in sentence.candidates:
                continue
            for match in matcher.expression.finditer(sentence.text):
                start, end = sentence.origin(*_trimmed(sentence.text, *match.span()))
                if not any(first <= start and end <= last for first, last in sentence.context.quoted):
                    yield sentence.passage, start, end

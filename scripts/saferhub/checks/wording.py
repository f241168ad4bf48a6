"""Look for constructions of a language pack in the passages of a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from saferhub.checks.constructions import Construction, Matcher, Use
from saferhub.checks.guards import Context
from saferhub.checks.passages import Page, Passage
from saferhub.checks.readings import Sentence, reading


@dataclass(frozen=True)
class Found:
    """A construction that was found, with the words that say it. `start` and `end` are in the text of the passage."""

    passage: Passage
    start: int
    end: int
    construction: Construction | None
    warns: bool
    order: int = 0

    @property
    def words(self) -> str:
        """The words as they stand in the file."""
        return self.passage.text[self.start : self.end]


def wording(rule: str, page: Page, guards: tuple[str, ...]) -> Iterator[Found]:
    """Find everything that the language packs say of one rule. Of what overlaps, the surest is told: errors first."""
    for group in reading(page).by_rule.get(rule, ()):
        hits = [hit for sentence in group for hit in _hits(rule, sentence, guards)]
        kept: list[Found] = []
        for hit in sorted(hits, key=lambda each: (each.warns, each.construction is None, each.start, each.order)):
            if not any(other.start < hit.end and hit.start < other.end for other in kept):
                kept.append(hit)
        yield from sorted(kept, key=lambda each: each.start)


def _hits(rule: str, sentence: Sentence, guards: tuple[str, ...]) -> Iterator[Found]:
    is_question = sentence.text.rstrip(" \"”»'’」)").endswith(("?", "؟", "？"))
    for use in sentence.uses.get(rule, ()):
        if use.construction is None or (use.construction.in_question and not is_question):
            continue
        if use.matcher.expression.search(sentence.text):
            yield from _in_sentence(sentence, use, use.construction, guards)
    for use in sentence.of_passage.get(rule, ()) if sentence.is_first else ():
        if use.construction is not None:
            yield from _in_passage(sentence, use, use.construction, guards)
    if rule in sentence.uses:
        yield from _by_cues(rule, sentence, guards)


def _in_sentence(sentence: Sentence, use: Use, construction: Construction, guards: tuple[str, ...]) -> Iterator[Found]:
    for start, end in _matches(use.matcher, construction, sentence.text):
        origin = sentence.origin(start, end)
        span = (sentence.start, sentence.end)
        inside = (sentence.start + start, sentence.start + end)
        if not _excused(sentence.context, construction, guards, span, inside, origin):
            yield Found(sentence.passage, *origin, construction, construction.warns, use.order)


def _in_passage(sentence: Sentence, use: Use, construction: Construction, guards: tuple[str, ...]) -> Iterator[Found]:
    text = sentence.folded.text
    for start, end in _matches(use.matcher, construction, text):
        origin = sentence.folded.span(start, end)
        if not _excused(sentence.context, construction, guards, (0, len(text)), (start, end), origin):
            yield Found(sentence.passage, *origin, construction, construction.warns, use.order)


def _matches(matcher: Matcher, construction: Construction, text: str) -> Iterator[tuple[int, int]]:
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


def _by_cues(rule: str, sentence: Sentence, guards: tuple[str, ...]) -> Iterator[Found]:
    """Add up weak signs. The whole sentence is told, because no single word of it frightens."""
    known = sentence.context.pack.rules[rule]
    if not known.cues:
        return
    signs = [use for use in sentence.uses.get(rule, ()) if use.cue is not None]
    if sum({use.cue.name: use.cue.weight for use in signs if use.cue is not None}.values()) < known.threshold:
        return  # most sentences hold too few words that could be signs
    text = sentence.context.unquoted(sentence.start, sentence.end) if "quoted" in guards else sentence.text
    found = {use.cue for use in signs if use.cue is not None and use.matcher.expression.search(text)}
    score = sum(cue.weight for cue in found)
    if score < known.threshold:
        return
    score += sum(cue.weight for cue in known.cues if cue.weight <= 0 and _any(cue.matchers, text))
    if score < known.threshold:
        return
    span = (sentence.start, sentence.end)
    origin = sentence.folded.span(*span)
    if not _excused(sentence.context, None, guards, span, span, origin):
        yield Found(sentence.passage, *origin, None, True)


def read_lists(rule: str, sentence: Sentence) -> set[str]:
    """Return the names of the word lists of a rule of which something stands in a sentence."""
    found: set[str] = set()
    for use in sentence.uses.get(rule, ()):
        if use.list_name and use.list_name not in found and use.matcher.expression.search(sentence.text):
            found.add(use.list_name)
    return found


def found_in_list(page: Page, rule: str, name: str) -> Iterator[tuple[Passage, int, int]]:
    """Return each stretch of a page that a word list of a rule holds, outside quotations and examples to avoid."""
    for sentence in (each for group in reading(page).by_rule.get(rule, ()) for each in group):
        if sentence.passage.is_example_to_avoid:
            continue
        for use in sentence.uses.get(rule, ()):
            if use.list_name != name:
                continue
            for match in use.matcher.expression.finditer(sentence.text):
                start, end = sentence.origin(*_trimmed(sentence.text, *match.span()))
                if not any(first <= start and end <= last for first, last in sentence.context.quoted):
                    yield sentence.passage, start, end

"""What excuses a sentence: it is quoted, denied, called a myth, part of a game, the name of a law, or a bad example.

A guard belongs to a rule and never to everything. Each looks at a small stretch around what was found: most at the
same sentence, some also at the line that announces the passage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from saferhub.checks.constructions import LanguagePack, Matcher
from saferhub.checks.passages import Passage

ALL = ("quoted", "reported", "contrasted", "myth", "negated", "title", "game", "helpline", "source", "example")
QUOTES = {"«": "»", "“": "”", "„": "“”", "「": "」", "『": "』", "《": "》", "‹": "›"}
TITLES = {"《": "》"}  # Chinese marks titles of works and laws with marks of their own
MARKS = re.compile(r"[«“„「『《‹‘'\"]")
STRAIGHT = re.compile(r"\"")
# An apostrophe inside a word is none of these. Chinese sets no space around quotation marks.
CHINESE = "\u3400-\u9fff"
SINGLE = re.compile(rf"(?:‘|(?<!\w)')(?=\S)[^‘'’\n]*(?:[’'](?=[^\W{CHINESE}])[^‘'’\n]*)*(?<=\S)[’'](?![^\W{CHINESE}])")
LABEL_END = re.compile(r"[ \"”»*]*(?:[:：—–-]|[.?](?:\s|\Z))")
SPEECH_WINDOW = 80  # letters before a quotation in which "Say:" may stand


def quotations(text: str) -> list[tuple[int, int]]:
    """Return the spans inside quotation marks that are closed. A mark that is never closed hides nothing."""
    if not MARKS.search(text):
        return []
    spans = []
    position = 0
    while position < len(text):
        closers = QUOTES.get(text[position])
        if closers:
            end = min(
                (text.find(mark, position + 1) for mark in closers if text.find(mark, position + 1) > 0), default=-1
            )
            if end > 0:
                spans.append((position, end + 1))
                position = end
        position += 1
    marks = [match.start() for match in STRAIGHT.finditer(text)]
    spans += [(start, end + 1) for start, end in zip(marks[::2], marks[1::2], strict=False)]
    spans += [match.span() for match in SINGLE.finditer(text)]
    return sorted(spans)


class Context:
    """One passage as guards see it. Everything is worked out when it is first asked for."""

    def __init__(self, passage: Passage, folded: str, pack: LanguagePack, heading: str, intro: str) -> None:
        self.passage = passage
        self.folded = folded
        self.pack = pack
        self.heading = heading
        self.intro = intro
        self._quotations: list[tuple[int, int]] | None = None

    @property
    def quoted(self) -> list[tuple[int, int]]:
        """Quotations of the passage that are not words to be said aloud."""
        if self._quotations is None:
            self._quotations = [span for span in quotations(self.passage.text) if not self._is_speech(span[0])]
        return self._quotations

    def unquoted(self, start: int, end: int) -> str:
        """Return a stretch of the folded text without what stands in quotations; signs of fear in them do not count."""
        text = self.folded[start:end]
        if not self.quoted:
            return text
        for first, last in quotations(text):
            if not self._is_speech(start + first):
                text = text[:first] + " " * (last - first) + text[last:]
        return text

    def _is_speech(self, start: int) -> bool:
        """Whether a quotation is what the lesson itself says: "Say:" stands before it."""
        before = self.folded[max(0, start - SPEECH_WINDOW) : start]
        if not before.strip():
            before = self.intro
        speech = self.pack.guards.get("speech", ())
        return any(_ends_with(matcher, before) for matcher in speech)

    def excuses(self, guard: str, sentence: tuple[int, int], found: tuple[int, int], origin: tuple[int, int]) -> bool:
        """Whether a guard excuses what was found. Spans are of the folded text; `origin` is of the text itself."""
        if guard == "example":
            return self.passage.is_example_to_avoid
        if guard == "quoted":
            # What begins in a quotation and ends behind it is not said by anybody.
            return any(start <= origin[0] < end for start, end in self.quoted)
        if guard == "negated":
            return self._negated(sentence, found)
        text = self.folded[sentence[0] : sentence[1]]
        if self._any(guard, text):
            return True
        if guard in ("reported", "contrasted", "myth") and (
            self._any(guard, self.intro) or self._labelled(guard, sentence, found)
        ):
            return True
        if guard == "myth":
            return self._any("myth", self.heading)
        if guard == "game":
            return self._any("game", self.folded) or self._any("game", self.heading)
        return False

    def _any(self, name: str, text: str) -> bool:
        return bool(text) and any(matcher.expression.search(text) for matcher in self.pack.guards.get(name, ()))

    def _labelled(self, guard: str, sentence: tuple[int, int], found: tuple[int, int]) -> bool:
        """Whether a label such as "Myth:" stands before the words, and no "Fact:" between them."""
        before = self.folded[: found[0]]
        starts = list(self._labels(f"{guard}-label", before))
        if starts and max(starts) > max(self._labels("fact-label", before), default=-1):
            return True
        # A sentence right after may take the words back: "Nobody can help you. That is a myth."
        after = self.folded[sentence[1] :].lstrip(" \"”»'’」")
        return any(matcher.expression.match(after) for matcher in self.pack.guards.get(f"{guard}-after", ()))

    def _labels(self, name: str, text: str) -> Iterator[int]:
        for matcher in self.pack.guards.get(name, ()):
            for match in matcher.expression.finditer(text):
                if LABEL_END.match(text, match.end()):
                    yield match.end()

    def _negated(self, sentence: tuple[int, int], found: tuple[int, int]) -> bool:
        before = self.folded[sentence[0] : found[0]]
        inside = self.folded[found[0] : found[1]]
        for matcher in self.pack.guards.get("negated", ()):
            for match in matcher.expression.finditer(before):
                between = before[match.end() :]
                if self._near(between) and not any(
                    stop.expression.search(between) for stop in self.pack.negation_stops
                ):
                    return True
        return any(matcher.expression.search(inside) for matcher in self.pack.guards.get("negated-inside", ()))

    def _near(self, between: str) -> bool:
        if re.search(r"[:;；：]", between):
            return False
        if self.pack.spelling.spaced:
            return len(between.split()) <= self.pack.negation_window
        return len(between) <= self.pack.negation_window


def _ends_with(matcher: Matcher, text: str) -> bool:
    stripped = text.rstrip(" \"'“«„「:：,،—–-\n")
    return any(match.end() >= len(stripped) - 1 for match in matcher.expression.finditer(stripped))

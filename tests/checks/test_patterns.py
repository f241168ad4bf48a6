"""The language of patterns: what each sign means, in languages with and without spaces."""

from __future__ import annotations

import pytest

from saferhub.checks.expressions import expression
from saferhub.checks.folding import fold
from saferhub.checks.patterns import PatternError, Reader, Spelling
from saferhub.checks.triggers import TriggerIndex, required

ENGLISH = Spelling()
FRENCH = Spelling(True, "(?:l|d|qu|n|s|c|j|m|t)'")
ARABIC = Spelling(True, "[وف]?(?:ال|[بكل]ال|لل|[بكلس])?")
CHINESE = Spelling(False)
GROUPS = {"nobody": ["nobody", "no one"], "act": ["one (photo | click)"]}


def found(pattern: str, text: str, spelling: Spelling = ENGLISH) -> str | None:
    row = Reader(GROUPS, spelling).row(pattern)
    match = expression(row, spelling).search(fold(text).text)
    return match[0].strip() if match else None


@pytest.mark.parametrize(
    ("pattern", "text", "words"),
    [
        ("ruin*", "It ruins all", "ruins"),
        ("ruin", "It ruins all", None),
        ("<nobody> can", "No one can", "no one can"),
        ("<act> ..3 gone", "One photo and then it is gone", None),
        ("<act> ..3 gone", "One photo, all is gone", "one photo, all is gone"),
        ("never (ever)? again", "never again", "never again"),
        ("never (ever)? again", "never ever again", "never ever again"),
        ("^ why did", "“Why did you", "“why did"),
        ("^ why did", "So why did you", None),
        ("over $", "Then it is over!", "over!"),
        ("over $", "It is over there", None),
        ("# (percent | %)", "that 80 percent", "80 percent"),
        ("will ..2 end", "will end", "will end"),
        ("will ..2 end", "will, sooner or later, all end", None),
        ("life over", "life. Over", None),
        ("(..2 nobody)? helps", "well, nobody helps", "well, nobody helps"),
        ("/colou?r/ blind", "color blind", "color blind"),
        ("why (report* | $)", "So why?", "why?"),
        ("why (report* | $)", "Why reporting?", "why reporting"),
        ("photo : ..2 gone", "One photo: all is gone", "photo: all is gone"),
        ("y ..3 quiere", "Sale así y, ¿luego quiere respeto?", "y, ¿luego quiere"),
        ("myth # $", "Myth 3.", "myth 3."),
        ("can't help", "They can’t help", "can't help"),
    ],
)
def test_a_language_with_spaces(pattern: str, text: str, words: str | None) -> None:
    assert found(pattern, text) == words


@pytest.mark.parametrize(
    ("spelling", "pattern", "text", "words"),
    [
        (FRENCH, "avenir", "ruiner l’avenir", "l'avenir"),
        (FRENCH, "=avenir", "ruiner avenir", "avenir"),
        (ARABIC, "مستقبل*", "وَمُسْتَقْبَلُكِ ضاع", "ومستقبلك"),
        (ARABIC, "مدرسة", "في المدرسة", "المدرسه"),
        (ARABIC, "درس", "المدرسة", None),
        (CHINESE, "一张照片 ..6 毁", "一张照片就能毁了你", "一张照片就能毁"),
        (CHINESE, "一张照片 ..2 毁", "一张照片最后还是毁了你", None),
        (CHINESE, "(没有人 | 谁都不) (能 | 会)? 帮", "谁都不会帮你", "谁都不会帮"),
    ],
)
def test_other_languages(spelling: Spelling, pattern: str, text: str, words: str | None) -> None:
    assert found(pattern, text, spelling) == words


@pytest.mark.parametrize("pattern", ["(a", "a )", "<none>", "", "( | a)", "/(/"])
def test_a_pattern_that_cannot_be_read_says_so(pattern: str) -> None:
    with pytest.raises(PatternError):
        expression(Reader(GROUPS, Spelling()).row(pattern), Spelling())


def test_a_group_cannot_hold_itself() -> None:
    with pytest.raises(PatternError, match="holds itself"):
        Reader({"a": ["<b>"], "b": ["<a>"]}, Spelling()).row("<a>")


def test_a_pattern_is_tried_only_where_one_word_of_each_part_stands() -> None:
    index = TriggerIndex(Spelling())
    row = Reader(GROUPS, Spelling()).row("you (will | can) not ..2 (escape | flee*) (now)?")
    index.add(7, required(row, Spelling()))
    assert index.candidates("you will not flee-ing") == {7}
    assert index.candidates("you can simply not be fleeing") == {7}
    assert index.candidates("you will not stay") == frozenset()
    assert index.candidates("they will not flee") == frozenset()


@pytest.mark.parametrize(
    ("spelling", "pattern", "text"),
    [
        (Spelling(), "# (% | percent)", "80 %"),
        (Spelling(), "c'est-à-dire", "c'est-à-dire"),
        (FRENCH, "avenir*", "aujourd'hui l'avenir-même"),
        (ARABIC, "مستقبل*", "وبمستقبلكم"),
        (CHINESE, "(谁都不 | 没人) 帮", "谁都不帮你"),
        (Spelling(), "/colou?r/", "color"),
        (Spelling(), "e.g. you", "e.g. you"),
    ],
)
def test_a_pattern_that_matches_is_always_tried(spelling: Spelling, pattern: str, text: str) -> None:
    row = Reader(GROUPS, spelling).row(pattern)
    assert expression(row, spelling).search(text)
    index = TriggerIndex(spelling)
    index.add(1, required(row, spelling))
    assert index.candidates(text) == {1}


def test_a_pattern_is_quick_on_a_long_sentence() -> None:
    """Gaps and choices must not multiply: this took minutes with nested repetition."""
    pattern = "(a | b) ..5 (a | b) ..5 (a | b) ..5 never"
    compiled = expression(Reader(GROUPS, Spelling()).row(pattern), Spelling())
    assert compiled.search(" ".join(["a", "b"] * 2000)) is None

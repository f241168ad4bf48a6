"""Constructions, cues and guards, on a small language pack of the test's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from saferhub.checks import language_pack as packs
from saferhub.checks.constructions import PackError
from saferhub.checks.passages import Page
from saferhub.checks.readings import reading
from saferhub.checks.wording import wording
from saferhub.sources.documents import loose_document

WORDS = """
groups: {nobody: [nobody, no one]}
abbreviations: [e.g]
negation: {cues: [not, never], window: 3, stops: [but]}
guards:
  speech: [say, ask]
  reported: [some people (say | think)]
  contrasted: [instead of]
  contrasted-label: [avoid]
  myth: [a myth]
  myth-label: [myth]
  fact-label: [fact]
  myth-after: [^ (that | this) is (false | a myth)]
  game: [game, level]
"""
RULE = """
constructions:
  - {name: nobody-helps, pattern: "<nobody> (can | will) ..2 help"}
  - {name: lost, pattern: "all is lost", unless: [unless you], level: warning}
  - {name: shame, pattern: "the shame", with: [for ever, always], guards: [quoted]}
  - {name: photo, pattern: "one photo ..4 the end", in: passage}
  - {name: why, pattern: "why did you", in: question}
cues:
  certain: {weight: 1, patterns: [certainly, always]}
  everybody: {weight: 1, patterns: [everybody, everyone]}
  action: {weight: -2, patterns: ["you can (tell | ask)"]}
threshold: 2
"""
GUARDS = ("quoted", "reported", "contrasted", "myth", "negated", "game")
Find = Callable[[str], list[str]]


@pytest.fixture
def find(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Find]:
    """Find the words that the rule of the small pack reports in a text."""
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "words.yml").write_text(WORDS, encoding="utf-8")
    (tmp_path / "en" / "helplessness.yml").write_text(RULE, encoding="utf-8")
    monkeypatch.setattr(packs, "FOLDER", tmp_path)
    packs.language_pack.cache_clear()
    reading.cache_clear()
    yield lambda text: [
        found.words for found in wording("helplessness", Page(loose_document(text, "x.md", "en")), GUARDS)
    ]
    packs.language_pack.cache_clear()
    reading.cache_clear()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Then nobody can help.", ["nobody can help"]),
        ("Then **no one** will\never help you.", ["no one will ever help"]),
        ("All is lost.", ["All is lost"]),
        ("All is lost unless you pause.", []),
        ("Oh, the shame.", []),
        ("The shame stays for ever.", ["The shame"]),
        ("One photo. That is the end.", ["One photo. That is the end"]),
        ("Why did you go?", ["Why did you"]),
        ("Tell us why did you go.", []),
        ("Everybody will certainly see it.", ["Everybody will certainly see it."]),
        ("Everybody will certainly see it, and you can ask us.", []),
        ("Some people say nobody can help.", []),
        ("Some people say:\n\n- nobody can help", []),
        ("Instead of “nobody can help”, smile.", []),
        ("Myth: nobody can help. Fact: many can.", []),
        ("Myth: it is late. Fact: nobody can help.", ["nobody can help"]),
        ("Nobody can help you. That is false.", []),
        ("It is never true that nobody can help.", []),
        ("It is not late, but nobody can help.", ["nobody can help"]),
        ("In this level nobody can help the dragon.", []),
        ("The sign said “nobody can help”.", []),
        ("“Nobody can” was on the wall, help was near.", []),
        ("A sign “everybody will certainly see it” was taken down.", []),
        ("The sign said ‘nobody can help’ and it’s gone.", []),
        ("牌子上写着‘nobody can help’这句话", []),
        ("Say: “Nobody can help.”", ["Nobody can help"]),
        ("Avoid: nobody can help.", []),
        ("He said “stop. Then nobody can help.", ["nobody can help"]),
        ('He said "stop. Then nobody can help.', ["nobody can help"]),
        ('"A" and then " nobody can help.', ["nobody can help"]),
        ("/// avoid | A bad poster\nNobody can help.\n///", []),
        ("## A myth\n\nNobody can help.", []),
        ("The ’80s: nobody can help.", ["nobody can help"]),
    ],
)
def test_what_is_found(find: Find, text: str, words: list[str]) -> None:
    assert find(text) == words


def test_what_is_found_stands_exactly_where_it_says(find: Find) -> None:
    text = "Über *alles*: [no\\_one](x.md) — 中文 then **nobody can\n  help** you."
    page = Page(loose_document(text, "x.md", "en"))
    (found,) = list(wording("helplessness", page, GUARDS))
    place = found.passage.place(found.start, found.end)
    lines = text.split("\n")
    assert lines[place.line - 1][place.column - 1 :].startswith("nobody can")
    assert lines[place.end_line - 1][: place.end_column - 1].endswith("help")


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("helplessness.yml", "constructions: [{pattern: '(a'}]", "bracket"),
        ("helplessness.yml", "colour: red", "unknown entry `colour`"),
        ("helplessness.yml", "constructions: [{pattern: a, wit: b}]", "unknown entry `wit`"),
        ("helplessness.yml", "- a", "names with values"),
        ("words.yml", "a: [", "words.yml"),
    ],
)
def test_a_pack_that_cannot_be_read_names_its_file(
    find: Find, tmp_path: Path, name: str, text: str, reason: str
) -> None:
    (tmp_path / "en" / name).write_text(text, encoding="utf-8")
    packs.language_pack.cache_clear()
    with pytest.raises(PackError, match=reason):
        packs.language_pack("en")

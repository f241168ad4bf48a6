"""Folding makes spellings alike and never loses the place of a letter."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saferhub.checks.folding import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Don’t PANIC", "don't panic"),
        ("ещё", "еще"),
        ("e\u0301cole", "école"),
        ("مُسْتَقْبَلُكَ", "مستقبلك"),
        ("إلى الأبد", "الي الابد"),
        ("الفتاة", "الفتاه"),
        ("مـــدرسة", "مدرسه"),
        ("for\u00adever", "forever"),
        ("nobody\u00a0can", "nobody can"),
        ("ＡＢＣ", "abc"),
        ("за\u0301мок", "замок"),
    ],
)
def test_spellings_are_alike(one: str, other: str) -> None:
    assert fold(one).text == fold(other).text


@pytest.mark.parametrize(
    ("text", "word", "found"),
    [
        ("قالت: مُسْتَقْبَلُكَ ضاع", "مستقبلك", "مُسْتَقْبَلُكَ"),
        ("Ça va, e\u0301cole, oui", "école", "e\u0301cole"),
        ("no\u200bbody can", "nobody", "no\u200bbody"),
        ("Кто её слышал", "ее", "её"),
    ],
)
def test_a_place_in_the_folded_text_leads_back(text: str, word: str, found: str) -> None:
    folded = fold(text)
    start = folded.text.index(word)
    first, last = folded.span(start, start + len(word))
    assert found.startswith(text[first:last])
    assert len(found) - (last - first) <= 1, "at most a last vowel sign is left out"


@settings(max_examples=300, deadline=None)
@given(st.text())
def test_every_letter_has_a_place(text: str) -> None:
    folded = fold(text)
    places = [folded.origin(index) for index in range(len(folded.text))]
    assert places == sorted(places)
    assert all(0 <= place < len(text) for place in places)

"""Differences of two texts: whole words, nothing lost, no confetti."""

from __future__ import annotations

import random

import pytest

from saferhub.cli.i18n.terminal import marked
from saferhub.model.library import Library
from saferhub.translation.difference import Kind, difference, similarity
from saferhub.translation.pieces import pieces


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("Ask two people.", "Ask three people.", "Ask [-two-]{+three+} people."),
        ("Tell an adult.", "Tell an adult. Call a helpline.", "Tell an adult.{+ Call a helpline.+}"),
        ("Please write back soon.", "Write back soon.", "[-Please write-]{+Write+} back soon."),
        ("Same\n  words", "Same words", "Same words"),
        ("one two three", "four five six", "[-one two three-]{+four five six+}"),
        ("", "new", "{+new+}"),
        ("old", "", "[-old-]"),
        ("", "", ""),
        ("a child's phone", "a child’s phone", "a [-child's-]{+child’s+} phone"),
        ("告诉你信任的大人。", "告诉你相信的大人。", "告诉你[-信任-]{+相信+}的大人。"),
        ("บอกผู้ใหญ่ที่ไว้ใจ", "บอกผู้ใหญ่ที่คุณไว้ใจ", "บอกผู้ใหญ่ที่{+คุณ+}ไว้ใจ"),
    ],
)
def test_a_difference_is_read_at_a_glance(old: str, new: str, shown: str) -> None:
    assert marked(old, new) == shown


def test_changes_with_one_short_word_between_them_are_one_change() -> None:
    assert (
        marked(
            "We all know that big red dogs of old towns bark at night",
            "We all know that small cats of new homes bark at night",
        )
        == "We all know that [-big red dogs of old towns-]{+small cats of new homes+} bark at night"
    )


def test_a_vowel_sign_stays_with_its_letter() -> None:
    parts = difference("كتابٌ جديد هنا", "كتابٍ جديد هنا")
    assert [part.text for part in parts if part.kind is not Kind.SAME] == ["كتابٌ", "كتابٍ"]


def test_the_parts_make_up_both_texts(real_library: Library) -> None:
    """Whatever two texts are compared: what is same and removed is the old one, what is same and added the new one."""
    dice = random.Random(4)
    texts = [words.text for document in real_library.documents[:40] for words in pieces(document)]
    texts += [words.text for document in real_library.translations.values() for words in pieces(document)][:400]
    for _ in range(300):
        old = dice.choice(texts)
        words = old.split(" ")
        words[dice.randrange(len(words))] = dice.choice(texts)[:20]
        new = " ".join(words) if dice.random() < 0.8 else dice.choice(texts)
        parts = difference(old, new)
        assert "".join(part.text for part in parts if part.kind is not Kind.ADDED) == " ".join(old.split())
        assert "".join(part.text for part in parts if part.kind is not Kind.REMOVED) == " ".join(new.split())
        assert all(part.text for part in parts)


def test_colours_and_signs_that_steer_a_terminal() -> None:
    assert (
        marked("one two three", "one two four", colour=True)
        == "one two \x1b[31m[-three-]\x1b[0m\x1b[32m{+four+}\x1b[0m"
    )
    assert "\x1b" not in marked("one two \x1b[2J three", "one two \x1b[2J four")


def test_similarity_counts_words() -> None:
    assert similarity("a b c d", "a b c d") == 1
    assert similarity("Stop. Now.", "Go. Then.") == 0
    assert similarity("Ask two people.", "Ask three people.") == pytest.approx(2 / 3)

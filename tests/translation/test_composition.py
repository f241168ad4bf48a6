"""Pages composed of source and translation: fallback for each block, language marks, nothing outdated in help texts."""

from __future__ import annotations

from pathlib import Path

import markdown
import pytest

from saferhub.cli.main import main
from saferhub.model.library import Library
from saferhub.sources.library import read_library
from saferhub.translation.composition import ComposedPage, compose
from saferhub.translation.pairs import State, pair

PAGE = "translations/ar/lessons/kind-words.md"


def composed(hub: Path, document_id: str = "lessons/kind-words") -> ComposedPage:
    library = read_library(hub)
    document = next(one for one in library.documents if one.id == document_id)
    locale = library.locale("ar")
    assert locale is not None
    return compose(library, document, locale)


def change(hub: Path, old: str, new: str, file: str = PAGE) -> None:
    text = (hub / file).read_text(encoding="utf-8")
    assert old in text
    (hub / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_stale_block_is_shown_and_a_stale_help_block_is_not(hub: Path) -> None:
    page = composed(hub)
    assert "اطلبوا من كل اثنين كلمة." in page.markdown  # old, but harmless
    assert "أخبروا بالغًا تثقون به." not in page.markdown  # an old help text could lead somebody astray
    assert "Tell an adult you trust. You can also call a helpline.\n{: lang=en dir=ltr }" in page.markdown
    assert (page.coverage.stale, page.coverage.missing, page.coverage.safety_open) == (2, 1, 1)


def test_an_old_safeguarding_text_is_not_shown(hub: Path) -> None:
    assert main(["--root", str(hub), "i18n", "accept", "ar", "snippets/safeguarding-general"]) == 0
    change(
        hub, "Everyone may pass.", "Everyone may pass. Call for help first.", "docs/en/snippets/safeguarding-general.md"
    )
    page = composed(hub, "snippets/safeguarding-general")
    assert "Call for help first." in page.markdown
    assert "لكل شخص" not in page.markdown


def test_facts_come_from_the_source_and_words_from_the_translation(hub: Path) -> None:
    page = composed(hub)
    assert page.facts["title"].text == "كلمات لطيفة"
    assert "{#starter minutes=5}" in page.markdown
    assert "(../assets/drawings/bubbles.svg)" in page.markdown


def test_a_changed_identifier_in_a_translation_has_no_effect(hub: Path) -> None:
    change(hub, "{#starter minutes=5}", "{#start minutes=50}")
    assert "{#starter minutes=5}" in composed(hub).markdown


@pytest.mark.parametrize(
    ("arabic", "english"),
    [
        ("اختاروا كلمات لطيفة.", "Choose kind words."),
        ("شكرًا", "thank you"),
        ("- من فضلك.", "- Please."),
        ("أجوبة لطيفة", "Kind answers"),
        ("رسم لفقاعتي كلام.", "A drawing of two speech bubbles."),
        ("بطاقات", "Cards"),
        ("اليوم نتدرب.", "Today we practise."),
        ("بكلمة واحدة", "with one word"),
        ("الصراخ.", "Shout."),
        ("الكلمات اللطيفة تساعد أكثر.", "Kind words help more."),
        ("ما الذي يساعد؟", "What helps?"),
    ],
)
def test_a_block_left_in_english_is_marked_as_english_in_the_page(arabic: str, english: str, hub: Path) -> None:
    """Whatever kind of block it is: in the finished HTML its element says that it is English, left to right."""
    change(hub, arabic, english)
    page = composed(hub)
    html = markdown.markdown(page.markdown, extensions=["attr_list", "tables", "saferhub.render.containers"])
    words = english.removeprefix("- ")
    if words == "A drawing of two speech bubbles.":
        tag = html[html.rindex("<", 0, html.index(words)) : html.index(">", html.index(words))]
    else:
        tag = html[html.rindex("<", 0, html.index(f"{words}<")) : html.index(f"{words}<")]
    assert 'lang="en"' in tag, tag
    assert 'dir="ltr"' in tag or tag.startswith("<img"), tag
    assert "{:" not in html


def test_a_title_left_in_english_is_marked(hub: Path) -> None:
    change(hub, "title: كلمات لطيفة", "title: Kind words")
    assert composed(hub).facts["title"].lang == "en"


def test_a_missing_translation_shows_the_source_and_is_not_published(hub: Path) -> None:
    page = composed(hub, "lessons/good-night")
    locale = read_library(hub).locale("ar")
    assert locale is not None
    assert page.coverage.share == 0
    assert not page.is_published(locale)


def test_a_block_that_moved_is_found_by_its_fingerprint(hub: Path) -> None:
    change(
        hub,
        "Choose kind words.\n\n### Kind answers\n",
        "### Kind answers\n\nChoose kind words.\n",
        "docs/en/lessons/kind-words.md",
    )
    page = composed(hub)
    assert page.markdown.index("أجوبة لطيفة") < page.markdown.index("اختاروا كلمات لطيفة.")
    assert page.coverage.missing == 1


def test_a_new_block_is_shown_in_english_and_the_rest_stays(hub: Path) -> None:
    change(hub, "Choose kind words.", "A new sentence.\n\nChoose kind words.", "docs/en/lessons/kind-words.md")
    page = composed(hub)
    assert "A new sentence.\n{: lang=en dir=ltr }" in page.markdown
    assert "اختاروا كلمات لطيفة." in page.markdown


def test_a_hand_edit_never_makes_a_stale_block_fresh(hub: Path) -> None:
    change(hub, "اطلبوا من كل اثنين كلمة.", "اطلبوا من كل اثنين كلمتين.")
    library = read_library(hub)
    document = next(one for one in library.documents if one.id == "lessons/kind-words")
    pairs = pair(document, library.translations["ar", document.id], library.sidecars["ar", document.id])
    assert pairs is not None
    states = {item.source.text: item.state for item in pairs.pairs}
    assert states["Ask each pair for two words."] is State.CHECK
    assert main(["--root", str(hub), "i18n", "accept", "ar", "lessons/kind-words"]) == 0
    assert composed(hub).coverage.stale == 1  # the help text, which nobody edited, still waits
    assert main(["--root", str(hub), "i18n", "accept", "ar", "lessons/kind-words", "--stale"]) == 0
    assert composed(hub).coverage.stale == 0


def test_a_translation_of_another_shape_is_shown_whole(hub: Path) -> None:
    change(hub, "## ما هو جيد {#good}", "فقرة قديمة.\n\n## ما هو جيد {#good}", "translations/ar/lessons/ask-first.md")
    page = composed(hub, "lessons/ask-first")
    assert page.whole
    assert "فقرة قديمة." in page.markdown


def test_accept_refuses_another_shape(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(hub, "## ما هو جيد {#good}", "فقرة.\n\n## ما هو جيد {#good}", "translations/ar/lessons/ask-first.md")
    assert main(["--root", str(hub), "i18n", "accept", "ar", "lessons/ask-first"]) == 1
    assert "do not match the source" in capsys.readouterr().err
    assert not (hub / "translations/ar/lessons/ask-first.sync").exists()


def test_every_translation_of_the_project_is_whole_and_marked_as_a_draft(real_library: Library) -> None:
    """The first shelf: twenty lessons in the six languages of the United Nations, three in five more, all drafts."""
    counts = {"ar": 20, "es": 20, "fr": 20, "ru": 20, "zh": 20, "hy": 3, "ur": 3, "cy": 3, "sw": 3, "pt": 3}
    for locale_id, number in counts.items():
        locale = real_library.locale(locale_id)
        assert locale is not None
        pages = [compose(real_library, lesson.document, locale) for lesson in real_library.lessons]
        complete = [page for page in pages if page.is_complete(locale)]
        assert len(complete) == number, [(page.document.id, page.coverage) for page in pages]
        assert all(page.draft for page in complete)

"""A page as a PO file: one entry for each text, with what translators should know, and the same bytes each time."""

from __future__ import annotations

from pathlib import Path

from po_pages import change, entries, entry, kind_words, page_of
from saferhub.model.library import Library
from saferhub.sources.library import read_library
from saferhub.sources.po import header_of
from saferhub.sources.sidecars import fingerprint, git_blob
from saferhub.translation.memory import Remembered, memory_of
from saferhub.translation.pairs import State, pair
from saferhub.translation.po_keys import mark_of

SOURCE = "docs/en/lessons/kind-words.md"
TARGET = "translations/ar/lessons/kind-words.md"


def test_states_become_marks_of_the_tool(hub: Path) -> None:
    change(hub, "    - بإشارة\n", "", TARGET)
    po = kind_words(hub).export()
    fresh, stale = entry(po, "Kind words"), entry(po, "Ask each pair for two words.")
    assert (fresh.target, fresh.is_fuzzy) == ("كلمات لطيفة", False)
    assert (stale.target, stale.is_fuzzy) == ("اطلبوا من كل اثنين كلمة.", True)
    missing = [one for one in entries(po) if not one.target and not one.is_header]
    assert [one.source for one in missing] == ["with a sign"]
    assert not missing[0].is_fuzzy


def test_a_text_that_is_still_english_is_left_empty(hub: Path) -> None:
    change(hub, "الرسائل تجمع الأصدقاء.", "Messages bring friends together.", TARGET)
    assert entry(kind_words(hub).export(), "Messages bring friends together.").target == ""


def test_the_older_english_is_shown_where_it_is_known(hub: Path) -> None:
    page = kind_words(hub)
    stale = next(one for one in page.found.pairs if one.state is State.STALE and one.target)
    assert page.sidecar is not None
    left = next(left for left, right in page.sidecar.pairs if right == stale.target.fingerprint)
    old = {left: "Ask each pair for\none word."}
    assert '#| msgid "Ask each pair for one word."' in page.export(old_texts=old).decode()
    assert "#|" not in page.export().decode()


def test_each_entry_has_a_name_of_its_own(real_library: Library) -> None:
    for source in real_library.documents:
        page = page_of(real_library, source.id, "fr")
        if page.target is not None and page.sidecar is None:
            continue
        names = [(one.context, one.source) for one in entries(page.export())]
        assert len(names) == len(set(names)), source.id


def test_equal_texts_are_told_apart(hub: Path) -> None:
    names = [one.context for one in entries(kind_words(hub).export()) if one.source == "Yes."]
    assert names == ["lessons/kind-words, check, paragraph", "lessons/kind-words, check, paragraph, 2"]


def test_translators_read_where_a_text_stands_and_what_must_be_kept(hub: Path) -> None:
    change(hub, "Choose kind words.", "Choose 12 [kind words](about.md) with `hub`[^1] {: .x }.")
    po = kind_words(hub).export(terms=lambda text: ["kind words = كلمات لطيفة"] if "ind words" in text else [])
    changed = next(one for one in entries(po) if one.source.startswith("Choose"))
    told = "\n".join(changed.extracted)
    assert "Paragraph, under: Activity" in told
    assert "about.md" in told and "[^1]" in told and "{: .x }" in told and "`hub`" in told and "(number): 12" in told
    assert "Glossary: kind words = كلمات لطيفة" in told
    safety = entry(po, "Tell an adult you trust. You can also call a helpline.")
    assert any(line.startswith("Safety text") for line in safety.extracted)
    picture = entry(po, "A drawing of two speech bubbles.")
    assert picture.extracted[0].startswith("Picture description")
    card = entry(po, "Please.")
    assert card.extracted[0] == "List item, in the block handout, in the block cards, under: Handouts"


def test_the_mark_holds_the_present_translation(hub: Path) -> None:
    mark = mark_of(entry(kind_words(hub).export(), "Kind words").extracted)
    assert mark is not None
    assert (mark.state, mark.present) == ("fresh", fingerprint("كلمات لطيفة"))


def test_the_header_names_page_language_and_versions(hub: Path) -> None:
    header = header_of(entries(kind_words(hub).export()))
    assert header["language"] == "ar"
    assert header["x-saferhub-page"] == "lessons/kind-words"
    assert header["x-saferhub-source"] == git_blob((hub / SOURCE).read_bytes())
    assert header["plural-forms"].startswith("nplurals=6;")
    assert "x-draft" not in header
    record = hub / "translations/ar/lessons/kind-words.sync"
    record.write_text(record.read_text().replace("\n", "\ndraft: machine\n", 1))
    assert header_of(entries(kind_words(hub).export()))["x-draft"] == "machine"


def test_what_translators_added_is_told_and_not_exported(hub: Path) -> None:
    change(hub, "فكروا في شخص نشكره.", "فكروا في شخص نشكره.\n\nإضافة من المترجم.", TARGET)
    po = kind_words(hub).export()
    assert "# Added by translators, without English, and not in this file: إضافة من المترجم." in po.decode()
    assert not any("إضافة" in one.target for one in entries(po))


def test_the_same_page_gives_the_same_bytes_without_dates_and_line_numbers(hub: Path) -> None:
    first, second = kind_words(hub).export(), kind_words(hub).export()
    assert first == second
    assert b"2026-" not in first.replace(b"2026-11-22", b"") and b"\n#: " not in first


def test_every_page_can_be_exported_whole(real_library: Library) -> None:
    for source in real_library.documents:
        texts = [one.source for one in entries(page_of(real_library, source.id, "xx").export()) if not one.is_header]
        wanted = [one.source.flowing for one in page_of(real_library, source.id, "xx").found.pairs]
        assert texts == [text for text in wanted if text.strip()]


def test_the_memory_offers_what_another_page_says(hub: Path) -> None:
    change(hub, "Choose kind words.", "Choose two things.")
    other = hub / "docs/en/lessons/good-night.md"
    other.write_text(
        other.read_text(encoding="utf-8").replace(
            "## What is good {#good}", "## What is good {#good}\n\nTell your partner what you would write.", 1
        ),
        encoding="utf-8",
    )
    library = read_library(hub)
    pages = [(source.id, page_of(library, source.id).found) for source in library.documents]
    memory = memory_of(pages)
    po = page_of(library, "lessons/good-night").export(memory=memory)
    offered = entry(po, "Tell your partner what you would write.")
    assert (offered.target, offered.is_fuzzy) == ("قولوا لزميلكم ماذا ستكتبون.", True)
    assert any("Translated so in lessons/kind-words" in line for line in offered.extracted)
    mark = mark_of(offered.extracted)
    assert mark is not None
    assert (mark.state, mark.present, mark.offered) == ("missing", "-", fingerprint("قولوا لزميلكم ماذا ستكتبون."))


def test_the_memory_prefers_the_frequent_translation_and_knows_only_fresh_ones(hub: Path) -> None:
    page = kind_words(hub)
    memory = memory_of([("one", page.found), ("two", page.found)])
    assert memory[fingerprint("Kind words")] == Remembered("كلمات لطيفة", "one")
    assert fingerprint("Ask each pair for two words.") not in memory
    change(hub, "title: كلمات لطيفة", "title: كلمات حلوة", TARGET)
    other = kind_words(hub).found
    assert memory_of([("a", other), ("b", page.found)])[fingerprint("Kind words")].text == "كلمات حلوة"
    assert memory_of([("a", other), ("b", page.found), ("c", page.found)])[fingerprint("Kind words")] == Remembered(
        "كلمات لطيفة", "b"
    )


def test_an_export_brought_back_unchanged_changes_nothing(real_library: Library) -> None:
    compared = 0
    for (locale, name), target in real_library.translations.items():
        page = page_of(real_library, name, locale)
        if pair(page.source, page.target, page.sidecar) is None:
            continue  # a page that can only be shown whole
        result = page.take(page.export())
        assert (result.text, result.sidecar, result.taken, result.refusals) == (None, None, 0, ()), target.path
        assert result.unchanged + result.empty + result.fuzzy == len(page.found.pairs)
        compared += 1
    assert compared > 20

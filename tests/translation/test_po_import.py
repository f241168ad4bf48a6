"""What comes back from translators: good texts are taken, broken ones are refused with their line, nothing is overwritten."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from po_pages import Page, after, change, entries, entry, filled, kind_words, page_of, reasons, states, worked_on
from saferhub.cli.main import main
from saferhub.model.library import Library
from saferhub.sources.library import read_library
from saferhub.sources.po import Entry
from saferhub.sources.sidecars import write_sidecar
from saferhub.translation.kept import kept
from saferhub.translation.memory import Remembered
from saferhub.translation.pairs import State, pair
from saferhub.translation.pieces import pieces

SOURCE = "docs/en/lessons/kind-words.md"
TARGET = "translations/ar/lessons/kind-words.md"
RECORD = "translations/ar/lessons/kind-words.sync"
STALE = "Ask each pair for two words."
HELP = "Tell an adult you trust. You can also call a helpline."
RICH = "Choose **12** [kind words](about.md) with `hub`[^1] and {name}."


def test_an_imported_text_is_fresh_and_no_other_changes_its_state(hub: Path) -> None:
    page = kind_words(hub)
    before = states(page)
    assert (before[STALE], before[HELP]) == (State.STALE, State.STALE)
    result = page.take(filled(page.export(), {STALE: "اطلبوا من كل اثنين كلمتين."}))
    assert (result.taken, result.refusals) == (1, ())
    now = states(after(page, result))
    assert now == {**before, STALE: State.FRESH}
    assert page.target is not None and result.text is not None
    assert result.text == page.target.source.replace("اطلبوا من كل اثنين كلمة.", "اطلبوا من كل اثنين كلمتين.")


def test_removing_the_mark_says_that_the_old_words_are_right(hub: Path) -> None:
    page = kind_words(hub)
    result = page.take(filled(page.export(), {STALE: "اطلبوا من كل اثنين كلمة."}))
    assert result.taken == 1
    assert page.target is not None and result.text == page.target.source
    assert states(after(page, result))[STALE] is State.FRESH


def test_a_page_that_nobody_has_begun_is_made(hub: Path) -> None:
    (hub / TARGET).unlink()
    (hub / RECORD).unlink()
    page = kind_words(hub)
    result = page.take(filled(page.export(), {"Kind words": "كلمات لطيفة", "Choose kind words.": "اختاروا."}))
    assert (result.taken, result.refusals) == (2, ())
    now = after(page, result)
    assert {one.source.flowing for one in now.found.pairs if one.state is State.FRESH} >= {
        "Kind words",
        "Choose kind words.",
    }
    assert now.sidecar is not None and len(now.sidecar.pairs) == 2 and now.sidecar.draft == ""
    whole = now.take(
        filled(
            now.export(),
            {
                one.source: "نص " + "س" * (len(one.source) % 9)
                for one in entries(now.export())
                if one.source and not one.target
            },
        )
    )
    assert whole.refusals == ()
    assert set(states(after(now, whole)).values()) == {State.FRESH}


def test_a_draft_stays_a_draft_until_somebody_accepts_it(hub: Path) -> None:
    change(hub, "\n", "\ndraft: machine\n", RECORD)
    page = kind_words(hub)
    result = page.take(filled(page.export(), {STALE: "اطلبوا كلمتين."}))
    assert result.sidecar is not None and result.sidecar.draft == "machine"


def test_a_short_word_may_be_the_same_in_both_languages(hub: Path) -> None:
    page = kind_words(hub)
    result = page.take(filled(page.export(), {"Cards": "Cards"}))
    assert result.taken == 1
    assert states(after(page, result))["Cards"] is State.FRESH


def rich(hub: Path) -> Page:
    change(hub, "Choose kind words.", RICH)
    return kind_words(hub)


GOOD = "اختاروا **12** [كلمات](about.md) مع `hub`[^1] و{name}."


def test_a_rich_text_is_taken_whole(hub: Path) -> None:
    page = rich(hub)
    result = page.take(filled(page.export(), {RICH: GOOD}))
    assert (result.taken, result.refusals) == (1, ())
    arabic = GOOD.replace("12", "١٢")
    assert page.take(filled(page.export(), {RICH: arabic})).taken == 1


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (GOOD.replace("about.md", "other.md"), "`about.md` of the source is not in the translation"),
        (GOOD.replace("[كلمات](about.md)", "كلمات"), "`about.md` of the source is not in the translation"),
        (GOOD + " [س](x.md)", "`x.md` is not in the source"),
        (GOOD + " ![س](x.png)", "`x.png` is not in the source"),
        (GOOD.replace("`hub`", "`حب`"), "code ``hub`` of the source"),
        (GOOD.replace("[^1]", ""), "`[^1]` of the source"),
        (GOOD.replace("{name}", "{nom}"), "`{name}` of the source"),
        (GOOD + " {: .big }", "`{: .big }` is not in the source"),
        (GOOD.replace("{name}", "{name"), "`{name}` of the source"),
        (GOOD + " }", "The sign `}`"),
        (GOOD.replace("12", "13"), "number `12` of the source"),
        (GOOD + " 2026", "number `2026` is not in the source"),
        (GOOD.replace("**12**", "**12"), "Readers would see the sign `*`"),
        (GOOD.replace("[كلمات](about.md)", "[كلمات](about.md"), "of the source is not in the translation"),
        (GOOD + " <b>س</b>", "HTML `<b>` is not in the source"),
        (GOOD + " <script>alert(1)</script>", "HTML `<script>`"),
        (GOOD + " <!-- hub: x -->", "HTML `<!-- hub: x -->` is not in the source"),
        (GOOD + " <!-- x", "is not in the source"),
        (GOOD + "\n\nس", "An empty line"),
        (GOOD + "\\\nس", "no line break here"),
        ("- " + GOOD, "would become a list"),
        ("1. " + GOOD, "would become a list"),
        ("# " + GOOD, "would become a heading"),
        ("> " + GOOD, "would become a quotation"),
        ("/// quiz " + GOOD, "would become a block of its own"),
        ("!!! note " + GOOD, "would become a block of its own"),
        (": " + GOOD, "would become a definition"),
        ("[^1]: " + GOOD, "would become a footnote"),
        ("*[a]: " + GOOD, "would become a reference"),
        ("```" + GOOD, "code example"),
        ("[x] " + GOOD, "would become a checkbox"),
        (GOOD + "\\", "A backslash at the end"),
        (GOOD + "\x07", "invisible sign, U+0007"),
        (GOOD + "\u202e", "invisible sign, U+202E"),
        (RICH, "still the English"),
    ],
)
def test_a_broken_text_is_refused_and_a_good_one_beside_it_is_taken(wrong: str, reason: str, hub: Path) -> None:
    page = rich(hub)
    po = filled(page.export(), {RICH: wrong, STALE: "اطلبوا كلمتين."})
    result = page.take(po)
    assert len(result.refusals) == 1
    assert reason in result.refusals[0].reason
    line = po.decode().split("\n")[result.refusals[0].line - 1]
    assert line.startswith("msgctxt") and "activity-1" in line
    assert result.taken == 1 and result.text is not None
    assert "اطلبوا كلمتين." in result.text and wrong not in result.text


def test_a_line_that_only_wraps_is_taken_as_one(hub: Path) -> None:
    page = kind_words(hub)
    result = page.take(filled(page.export(), {STALE: "اطلبوا\n- كلمتين."}))
    assert result.taken == 1 and result.text is not None
    assert "2. اطلبوا - كلمتين.\n" in result.text


@pytest.mark.parametrize("wrong", ["شكرًا | س", "شكرًا \\"])
def test_a_cell_cannot_become_two(wrong: str, hub: Path) -> None:
    page = kind_words(hub)
    result = page.take(filled(page.export(), {"thank you": wrong, STALE: "اطلبوا كلمتين."}))
    assert (result.taken, len(result.refusals)) == (1, 1)


@pytest.mark.parametrize("wrong", ['كلمات لطيفة: "أ" #1 \'', "- كلمات", "true", "null", "كلمات: {", "'", "*كلمات* &x"])
def test_any_wording_of_a_fact_is_read_back(wrong: str, hub: Path) -> None:
    page = kind_words(hub)
    result = page.take(filled(page.export(), {"Kind words": wrong}))
    if result.refusals:
        assert "{" in wrong
        return
    (hub / TARGET).write_text(result.text or "", encoding="utf-8")
    assert read_library(hub).translations["ar", "lessons/kind-words"].facts["title"] == wrong


def test_fuzzy_and_empty_are_counted_and_an_edited_fuzzy_text_is_told(hub: Path) -> None:
    change(hub, "    - بإشارة\n", "", TARGET)
    page = kind_words(hub)
    untouched = page.take(page.export())
    assert (untouched.fuzzy, untouched.empty, untouched.refusals) == (2, 1, ())
    edited = worked_on(
        page.export(), lambda one: dataclasses.replace(one, target="كلمتان") if one.source == STALE else one
    )
    assert "still marked as uncertain" in reasons(page.take(edited))


def test_english_that_changed_since_the_export_is_told_only_for_work_that_would_be_lost(hub: Path) -> None:
    po = kind_words(hub).export()
    change(hub, "Choose kind words.", "Choose calm words.")
    page = kind_words(hub)
    assert page.take(po).refusals == ()
    result = page.take(filled(po, {"Choose kind words.": "اختاروا كلمات هادئة."}))
    assert reasons(result) == "The English has changed since the export."
    assert result.text is None


def test_what_somebody_else_wrote_since_the_export_stays(hub: Path) -> None:
    po = kind_words(hub).export()
    change(hub, "اختاروا كلمات لطيفة.", "لتختاروا كلمات لطيفة.", TARGET)
    page = kind_words(hub)
    assert page.take(po).text is None
    assert page.take(po).refusals == ()
    result = page.take(filled(po, {"Choose kind words.": "هيا نختار كلمات لطيفة."}))
    assert reasons(result) == "Somebody has changed this translation since the export."
    assert result.text is None
    same = page.take(filled(po, {"Choose kind words.": "لتختاروا كلمات لطيفة."}))
    assert same.refusals == ()


def test_a_comment_that_a_tool_lost_is_no_leave_to_overwrite(hub: Path) -> None:
    def bare(one: Entry) -> Entry:
        return dataclasses.replace(one, extracted=(), comments=())

    po = worked_on(filled(kind_words(hub).export(), {"Choose kind words.": "هيا نختار."}), bare)
    assert kind_words(hub).take(po).taken == 1
    change(hub, "اختاروا كلمات لطيفة.", "لتختاروا كلمات لطيفة.", TARGET)
    assert "Somebody has changed" in reasons(kind_words(hub).take(po))


def test_entries_that_contradict_each_other_are_both_refused(hub: Path) -> None:
    page = kind_words(hub)
    first = filled(page.export(), {STALE: "كلمتان"})
    second = b"\n\n".join(
        part for part in filled(page.export(), {STALE: "لفظان"}).split(b"\n\n") if STALE.encode() in part
    )
    result = page.take(first + b"\n" + second + b"\n")
    assert "translated in two ways" in reasons(result)
    assert result.taken == 0
    assert page.take(first + b"\n" + second.replace("لفظان".encode(), "كلمتان".encode()) + b"\n").taken == 1


def test_a_lost_context_matters_only_where_a_text_stands_twice(hub: Path) -> None:
    page = kind_words(hub)
    po = worked_on(
        filled(page.export(), {"Yes.": "أجل.", STALE: "كلمتان"}), lambda one: dataclasses.replace(one, context="x")
    )
    result = page.take(po.replace(b'msgctxt "x"', b'msgctxt "lessons/kind-words, x"'))
    assert result.taken == 1
    assert [one.reason[:40] for one in result.refusals] == ["This text stands several times in the pag"[:40]] * 2


def test_the_second_of_two_equal_texts_can_be_changed_alone(hub: Path) -> None:
    page = kind_words(hub)
    po = worked_on(
        page.export(),
        lambda one: dataclasses.replace(one, target="أجل.") if (one.context or "").endswith("paragraph, 2") else one,
    )
    result = page.take(po)
    assert (result.taken, result.refusals) == (1, ())
    now = [one.target.text for one in after(page, result).found.pairs if one.target and one.source.text == "Yes."]
    assert now == ["نعم.", "أجل."]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("Language: ar", "Language: fr", "in the language `fr`, not `ar`"),
        ("Language: ar", "Language: ar@latin", "in the language `ar@latin`"),
        ("Page: lessons/kind-words", "Page: lessons/good-night", "belongs to the page lessons/good-night"),
        ('msgid "Kind words"', 'msgid "Kind words', "is not closed"),
        ('msgid "Kind words"', 'msgid "Kind "words"', "quotation mark"),
        ('msgid "Kind words"', 'msgid "Kind \\qwords"', "means nothing"),
        ('msgid "Kind words"', "Kind words", "not part of a PO file"),
        ("charset=UTF-8", "charset=windows-1256", "written in windows-1256"),
    ],
)
def test_a_file_that_is_not_of_this_page_is_refused_whole(old: str, new: str, reason: str, hub: Path) -> None:
    page = kind_words(hub)
    po = filled(page.export(), {STALE: "كلمتان"}).replace(old.encode(), new.encode(), 1)
    result = page.take(po)
    assert reason in reasons(result)
    assert result.text is None
    shown = po.decode().split("\n")[result.refusals[0].line - 1]
    assert new.split(" ")[0] in shown or shown.startswith("msgid")


@pytest.mark.parametrize("language", ["ar_EG", "ar-EG", "ar.UTF-8", "AR", ""])
def test_a_tool_may_write_the_language_in_its_own_way(language: str, hub: Path) -> None:
    page = kind_words(hub)
    po = filled(page.export(), {STALE: "كلمتان"}).replace(b"Language: ar", f"Language: {language}".encode(), 1)
    assert page.take(po).taken == 1


def test_a_plural_is_refused(hub: Path) -> None:
    page = kind_words(hub)
    po = page.export() + b'\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] "d"\n'
    assert "no plural forms" in reasons(page.take(po))


WORDING = st.lists(
    st.sampled_from(
        [
            "كلمة", "mot", "1", "12", "٢", "**", "*", "_", "`", "`x`", "[", "]", "](", "[a](b.md)", "[^1]", "{", "}", "{: #x }",
            "\n", "\\\n", "  \n", "\n\n", "- ", "1. ", "# ", "> ", "///", "/// quiz", "|", "\\|", "\\", "<b>", "<!--", "-->", ":", ": ",
            "---", "===", "!!! x", "???", "```", "~~~", "    ", "\t", "[^1]: ", "*[x]: ", "&amp;", "\u00a0", "\u200f", "\x0b", "\u2028", '"', "'",
        ]
    ),
    min_size=1,
    max_size=9,
).map("".join)  # fmt: skip


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_no_wording_at_all_breaks_a_page(data: st.DataObject, real_library: Library) -> None:
    name = data.draw(st.sampled_from([lesson.document.id for lesson in real_library.lessons]))
    page = page_of(real_library, name, data.draw(st.sampled_from(["ar", "xx"])))
    names = [(one.context, one.source) for one in entries(page.export()) if one.source]
    chosen = dict(data.draw(st.lists(st.tuples(st.sampled_from(names), WORDING), min_size=1, max_size=4)))
    po = worked_on(
        page.export(),
        lambda one: dataclasses.replace(one, target=chosen.get((one.context, one.source), one.target), is_fuzzy=False),
    )
    result = page.take(po)
    assert result.taken + len(result.refusals) + result.empty + result.unchanged == len(names)
    if result.text is None:
        return
    now = after(page, result)
    assert now.target is not None
    assert [words.shape for words in pieces(now.target)] == [words.shape for words in pieces(page.source)]
    changed = 0
    for old, new in zip(page.found.pairs, now.found.pairs, strict=True):
        assert new.target is not None
        before = old.target.flowing if old.target else old.source.flowing
        if new.target.flowing != before:
            changed += 1
            assert new.state is State.FRESH
            assert kept(new.target.flowing) == kept(new.source.flowing)
        elif old.state is State.FRESH:
            assert new.state is State.FRESH
    assert changed <= result.taken
    event(f"taken: {min(result.taken, 3)}")


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_importing_twice_is_importing_once(data: st.DataObject, real_library: Library) -> None:
    name = data.draw(st.sampled_from([lesson.document.id for lesson in real_library.lessons]))
    page = page_of(real_library, name)
    numbers = data.draw(st.sets(st.integers(1, len(page.found.pairs) - 1), min_size=1, max_size=5))
    texts = [one.source for one in entries(page.export())]
    chosen = {texts[number]: f"نص جديد {number % 9}" for number in numbers}
    po = filled(page.export(), chosen)
    first = page.take(po)
    if first.text is None:
        return
    second = after(page, first).take(po)
    assert (second.text, second.taken, len(second.refusals)) == (None, 0, len(first.refusals))


def test_the_record_after_an_import_names_the_source(hub: Path) -> None:
    page = kind_words(hub)
    result = page.take(filled(page.export(), {STALE: "كلمتان", HELP: "أخبروا بالغًا. ويمكن الاتصال بخط مساعدة."}))
    assert result.sidecar is not None and result.text is not None
    (hub / TARGET).write_text(result.text, encoding="utf-8")
    (hub / RECORD).write_text(write_sidecar((hub / SOURCE).read_bytes(), result.sidecar))
    again = read_library(hub)
    found = pair(
        page.source, again.translations["ar", "lessons/kind-words"], again.sidecars["ar", "lessons/kind-words"]
    )
    assert found is not None and {one.state for one in found.pairs} == {State.FRESH}
    assert entry(kind_words(hub).export(), STALE).target == "كلمتان"


def test_a_page_without_a_record_gets_one_text_by_text(hub: Path) -> None:
    (hub / RECORD).unlink()
    page = kind_words(hub)
    assert set(states(page).values()) == {State.CHECK}
    assert page.take(page.export()).text is None
    result = page.take(filled(page.export(), {"Kind words": "كلمات لطيفة", STALE: "كلمتان"}))
    assert (result.taken, result.refusals) == (2, ())
    now = after(page, result)
    assert {text for text, state in states(now).items() if state is State.FRESH} == {"Kind words", STALE}
    assert [one.target.text for one in now.found.pairs if one.target and one.source.text != STALE] == [
        one.target.text for one in page.found.pairs if one.target and one.source.text != STALE
    ]


def test_what_translators_added_stays_where_it_was(hub: Path) -> None:
    change(hub, "فكروا في شخص نشكره.", "فكروا في شخص نشكره.\n\nإضافة من المترجم.", TARGET)
    change(hub, "    - بإشارة\n", "", TARGET)  # so that the page must be laid out anew
    assert main(["--root", str(hub), "i18n", "accept", "ar", "kind-words"]) == 0
    page = kind_words(hub)
    assert [one.is_accepted for one in page.found.extras] == [True]
    result = page.take(filled(page.export(), {"with a sign": "بإشارة"}))
    assert (result.taken, result.dropped) == (1, ())
    assert "فكروا في شخص نشكره.\n\nإضافة من المترجم.\n" in (result.text or "")
    assert [one.is_accepted for one in after(page, result).found.extras] == [True]


def test_an_offer_of_the_memory_is_taken_once_somebody_agrees(hub: Path) -> None:
    change(hub, "    - بإشارة\n", "", TARGET)
    page = kind_words(hub)
    english = next(one for one in page.found.pairs if one.source.text == "with a sign").source
    po = page.export(memory={english.fingerprint: Remembered("بإشارة", "lessons/x")})
    assert page.take(po).taken == 0 and page.take(po).fuzzy == 3 and page.take(po).refusals == ()
    result = page.take(filled(po, {"with a sign": "بإشارة"}))
    assert result.taken == 1 and states(after(page, result))["with a sign"] is State.FRESH


def test_help_texts_are_shown_again_once_they_are_brought_back(hub: Path) -> None:
    page = kind_words(hub)
    assert not next(one for one in page.found.pairs if one.source.text == HELP).shows_target
    result = page.take(filled(page.export(), {HELP: "أخبروا بالغًا تثقون به. ويمكنكم الاتصال بخط مساعدة."}))
    assert next(one for one in after(page, result).found.pairs if one.source.text == HELP).shows_target

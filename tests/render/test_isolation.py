"""Which numbers are kept in order on right-to-left pages, and what is left alone."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from saferhub.render.isolation import isolate_page, isolated

MARKS = re.compile("[\u2066\u2069]")
WRAPPED = re.compile(r'<bdi dir="ltr">(.*?)</bdi>')


def page(body: str, head: str = "") -> str:
    return f'<!doctype html><html lang="ar" dir="rtl"><head>{head}</head><body>{body}</body></html>'


@pytest.mark.parametrize(
    "number",
    [
        "116 111", "116\u00a0111", "9-12", "9–12", "9 - 12", "9/12", "10:00", "10:00–12:00", "10:00 – 12:00", "+44 20 7946 0000",
        "+44 (0)20 7946 0000", "(020) 7946 0000", "(555) 123-4567", "0800 1 111", "+3741234567", "22/11/2026", "2026-11-22",
        "24/7", "1.5-2", "50%-60%", "١١٦ ١١١", "۹-۱۲", "١٠:٠٠–١٢:٠٠",
    ],
)  # fmt: skip
def test_numbers_of_several_parts_are_isolated(number: str) -> None:
    for text in (
        (f"اتصلوا على {number} الآن", number, f"({number})", f"و{number}،", f"«{number}».")
        if number[0] != "("
        else (number,)
    ):
        assert isolated(text) == text.replace(number, f"\u2066{number}\u2069"), text
        wrapped = text.replace(number, f'<bdi dir="ltr">{number}</bdi>')
        assert isolate_page(page(f"<p>{text}</p>")) == page(f"<p>{wrapped}</p>")


@pytest.mark.parametrize(
    "text",
    [
        "8 دروس",
        "3.5",
        "1,000",
        "الخطوة 1: 3 دقائق",
        "1 2 3 4 5",
        "12 (3)",
        "NIST 800-63B",
        "CC-BY-4.0",
        "في 2026، 12 درسًا",
    ],
)
def test_numbers_that_cannot_come_apart_are_left_alone(text: str) -> None:
    assert isolated(text) == text
    assert isolate_page(page(f"<p>{text}</p>")) == page(f"<p>{text}</p>")


@pytest.mark.parametrize(
    "body",
    [
        '<p lang="en" dir="ltr">Call 116 111 now</p>',
        '<p>نص <span lang="en" dir="ltr">ages <b>9-12</b></span></p>',
        "<p><code>9-12</code></p>",
        "<pre>9-12\n116 111</pre>",
        '<p>نص <em dir="ltr">9-12</em></p>',
        '<p>نص <bdi dir="ltr">116 111</bdi> <bdi>9-12</bdi></p>',
        "<p>نص \u2066116 111\u2069</p>",
        '<a href="find.html#age=9-12" data-value="9-12" id="p-9-12">نص</a>',
        '<a href="tel:116 111"><bdi dir="ltr">116 111</bdi></a>',
        "<!-- 116 111 > 9-12 -->",
        '<svg viewBox="0 0 9-12 12"><path d="M9-12 3-4"/></svg>',
        '<img src="9-12.svg" lang="en" alt="Ages 9-12">',
        '<p>نص<br>نص <img src="x.svg" alt=""></p>',
    ],
)
def test_what_is_isolated_foreign_or_no_text_is_left_alone(body: str) -> None:
    assert isolate_page(page(body)) == page(body)


def test_the_direction_holds_again_after_a_foreign_block() -> None:
    body = '<div lang="en" dir="ltr">9-12<br><img src="x" alt="">9-12</div><p>9-12 و<bdi>نص 3-4</bdi></p>'
    assert WRAPPED.findall(isolate_page(page(body))) == ["9-12", "3-4"]


def test_attributes_and_titles_get_characters_instead_of_elements() -> None:
    done = isolate_page(
        page(
            '<img src="9-12.svg" alt="أعمار 9-12"><a title=\'من 3-4\' aria-label="116 111" href="9-12.html">نص</a>'
            '<form data-none="لا 9-12" data-value="9-12"><option>9-12</option><input placeholder="9-12" value="9-12"></form>',
            '<title>أعمار 9-12</title><meta name="description" content="أعمار 9-12"><meta name="viewport" content="a 9-12">',
        )
    )
    for shown in (
        'src="9-12.svg" alt="أعمار \u20669-12\u2069"', "title='من \u20663-4\u2069'", 'aria-label="\u2066116 111\u2069"', 'href="9-12.html"',
        'data-none="لا \u20669-12\u2069"', 'data-value="9-12"', "<option>\u20669-12\u2069<", 'placeholder="\u20669-12\u2069" value="9-12"',
        "<title>أعمار \u20669-12\u2069<", 'description" content="أعمار \u20669-12\u2069"', 'viewport" content="a 9-12"',
    ):  # fmt: skip
        assert shown in done, shown


def test_left_to_right_pages_stay_as_they_are() -> None:
    html = '<html lang="fr" dir="ltr"><p>116 111, 9-12</p><p lang="ar" dir="rtl">نص 9-12</p><p>9-12</p></html>'
    assert isolate_page(html) == html.replace("نص 9-12", 'نص <bdi dir="ltr">9-12</bdi>')


@example("0–0+0")
@given(st.text(alphabet="0123456789 -–:/+()%.,aبو،\u2066\u2069<>&"))
def test_only_isolates_are_added_and_only_once(text: str) -> None:
    done = isolated(text)
    assert MARKS.sub("", done) == MARKS.sub("", text)
    assert isolated(done) == done
    html = page(f"<p>{text.replace('<', '&lt;').replace('>', '&gt;')}</p>")
    assert isolate_page(html).replace('<bdi dir="ltr">', "").replace("</bdi>", "") == html

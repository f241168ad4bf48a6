"""Which pages are inspected, what is remembered of clean ones, and what is said when something is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from saferhub.cli.main import main
from saferhub.site.inspection.plan import BOTH, LIGHT, page_files, plan, read_clean, write_clean
from saferhub.site.inspection.served import with_lines


def write(site: Path, name: str, kind: str, content: str, frame: str = "") -> None:
    path = site / name
    path.parent.mkdir(parents=True, exist_ok=True)
    language = name.split("/")[0]
    direction = "rtl" if language in ("ar", "ur") else "ltr"
    path.write_text(
        f'<html lang="{language}" dir="{direction}"><body class="kind-{kind}">{frame}<main>{content}</main></body></html>',
        encoding="utf-8",
    )


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    for language in ("en", "ar"):
        write(site, f"{language}/index.html", "home", "Welcome")
        write(site, f"{language}/lessons/short.html", "lesson", "Short")
        write(site, f"{language}/lessons/long.html", "lesson", "Much longer")
    return site


SAMPLES = ["ar/index.html", "ar/lessons/long.html", "en/index.html", "en/lessons/long.html"]


def test_one_page_of_each_kind_and_direction_is_seen_in_both_schemes(site: Path) -> None:
    pages = page_files(site)
    clean = {page.name: page.fingerprint for page in pages}
    visits = plan(pages, clean)
    assert [visit.page for visit in visits] == SAMPLES
    assert all(visit.schemes == BOTH for visit in visits)


def test_new_and_changed_pages_are_seen_too_and_a_changed_frame_is_no_change(site: Path) -> None:
    clean = {page.name: page.fingerprint for page in page_files(site)}
    write(site, "en/lessons/short.html", "lesson", "Changed")
    write(site, "ar/lessons/short.html", "lesson", "Short", frame="<header>New</header>")
    visits = {visit.page: visit.schemes for visit in plan(page_files(site), clean)}
    assert visits.pop("en/lessons/short.html") == LIGHT
    assert sorted(visits) == SAMPLES
    assert len(plan(page_files(site), {})) == 6
    assert len(plan(page_files(site), clean, everything=True)) == 6


def test_a_further_language_adds_its_home_finder_and_help_but_not_its_lists(site: Path) -> None:
    for language, words in (("en", "Many more"), ("ar", "Many more"), ("ur", "Few"), ("fr", "Few")):
        for kind in ("home", "find", "help", "browse"):
            write(site, f"{language}/{kind}.html", kind, words)
        write(site, f"{language}/browse/other.html", "browse", "Short")
    write(site, "fr/lessons/short.html", "lesson", "Court")
    pages = page_files(site)
    visits = {visit.page: visit.schemes for visit in plan(pages, {})}
    for language in ("en", "ar", "ur", "fr"):
        assert all(visits[f"{language}/{kind}.html"] == BOTH for kind in ("home", "find", "help"))
    lists = {name for name in visits if "browse" in name}
    assert lists == {"en/browse.html", "en/browse/other.html", "ar/browse.html", "ar/browse/other.html"}
    assert visits["fr/lessons/short.html"] == LIGHT, "whatever people write is seen in every language"
    clean = {page.name: page.fingerprint for page in pages}
    seen = {visit.page for visit in plan(pages, clean)}
    assert "fr/lessons/short.html" not in seen
    assert {page.kind for page in pages if page.name in seen} == {"home", "find", "help", "browse", "lesson"}


def test_a_page_with_a_fault_is_not_remembered_as_clean(site: Path) -> None:
    text = write_clean(page_files(site), {"en/lessons/short.html"}, "one")
    clean = read_clean(text, "one")
    assert len(clean) == 5
    assert [visit.page for visit in plan(page_files(site), clean)] == [*SAMPLES, "en/lessons/short.html"]


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"pages": 1, "edition": "one"}', '{"pages": {}}'])
def test_a_damaged_memory_means_that_every_page_is_seen(text: str) -> None:
    assert read_clean(text, "one") == {}


def test_other_rules_mean_that_every_page_is_seen(site: Path) -> None:
    assert read_clean(write_clean(page_files(site), set(), "one"), "two") == {}


def test_lines_are_written_into_start_tags_and_nowhere_else() -> None:
    page = '<p\n class="a">x &amp; y<br/>\n<!-- <b> --><script>"<i>"</script>\r\n<b>z</b>'
    assert with_lines(page) == (
        '<p data-inspected-line="1"\n class="a">x &amp; y<br data-inspected-line="2"/>\n'
        '<!-- <b> --><script data-inspected-line="3">"<i>"</script>\r\n<b data-inspected-line="4">z</b>'
    )


def test_no_site_and_no_tools_are_told_in_a_sentence(hub: Path, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(hub), "pages"]) == 2
    assert "Run `make site` first." in capsys.readouterr().err
    (site / "index.html").write_text("<html>", encoding="utf-8")
    assert main(["--root", str(hub), "pages", str(site)]) == 2
    assert "is not installed. Run `make pages`" in capsys.readouterr().err
    assert not (hub / "build/inspection.json").exists()

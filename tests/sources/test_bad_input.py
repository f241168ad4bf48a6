"""Bad input: each kind is a clear problem with a path and a line, never a traceback, and nothing is written."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from saferhub.checks.report import Report
from saferhub.cli.main import main
from saferhub.model.library import Library
from saferhub.model.problem import Problem
from saferhub.site.links import broken_links
from saferhub.sources.words import read_words

Checked = Callable[[Path], tuple[Library, Report]]
LESSON = "docs/en/lessons/kind-words.md"


def change(hub: Path, old: str, new: str, file: str = LESSON) -> None:
    text = (hub / file).read_text(encoding="utf-8")
    assert old in text
    (hub / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def only(report: Report, rule: str) -> Problem:
    found = [problem for problem in report.problems if problem.rule == rule]
    assert len(found) == 1, [str(problem.message) for problem in report.problems]
    return found[0]


def test_a_lesson_without_ages(hub: Path, checked: Checked) -> None:
    change(hub, "ages: {from: 9, to: 12}\n", "")
    problem = only(checked(hub)[1], "ages-and-audience-differ")
    assert str(problem.message) == "The lesson is for learners and has no ages."
    assert str(problem.hint) == "Add for example `ages: {from: 9, to: 12}`."


def test_ages_the_wrong_way_round(hub: Path, checked: Checked) -> None:
    change(hub, "{from: 9, to: 12}", "{from: 12, to: 9}")
    problem = only(checked(hub)[1], "ages-reversed")
    assert problem.place.path == LESSON
    assert problem.place.line == 4
    assert str(problem.hint) == "Did you mean `ages: {from: 9, to: 12}`?"


def test_a_misspelt_audience(hub: Path, checked: Checked) -> None:
    change(hub, "audiences: [learners]", "audiences: [learnres]")
    problem = only(checked(hub)[1], "unknown-value")
    assert str(problem.message) == "`audiences`: `learnres` is not an allowed value."
    assert str(problem.hint) == "Did you mean `learners`?"


def test_all_faults_of_all_files_are_told_at_once(hub: Path, checked: Checked) -> None:
    change(hub, "minutes: 30", "minutes: soon")
    change(hub, "harms: [cyberbullying]", "harms: [bullyng]")
    change(hub, "{#adapt}", "{#adopt}")
    change(hub, "sensitivity: sensitive", "sensitivty: sensitive", "docs/en/lessons/ask-first.md")
    (hub / "docs/en/about.md").write_bytes("---\ntitle: Über\n---\n".encode("latin-1"))
    rules = {(problem.rule, problem.place.path) for problem in checked(hub)[1].problems}
    assert {
        ("wrong-value", LESSON),
        ("unknown-value", LESSON),
        ("unknown-section", LESSON),
        ("unknown-field", "docs/en/lessons/ask-first.md"),
        ("missing-field", "docs/en/lessons/ask-first.md"),
        ("unreadable-file", "docs/en/about.md"),
    } <= rules


def test_two_lessons_that_differ_by_the_case_of_a_letter(hub: Path, checked: Checked) -> None:
    other = hub / "docs/en/lessons/Kind-Words.md"
    if other.exists():  # this file system cannot hold both, so the mistake cannot be made on it
        assert other.samefile(hub / LESSON)
        return
    other.write_text((hub / LESSON).read_text(encoding="utf-8"), encoding="utf-8")
    problem = only(checked(hub)[1], "duplicate-id")
    assert "differ only in the case of letters" in str(problem.message)


@pytest.mark.parametrize("facts", ["- a\n- b\n", "just words\n", ""])
def test_facts_that_are_not_names_with_values(facts: str, hub: Path, checked: Checked) -> None:
    (hub / LESSON).write_text(f"---\n{facts}---\n\nText\n", encoding="utf-8")
    assert only(checked(hub)[1], "missing-front-matter").place.path == LESSON


def test_a_lesson_of_five_megabytes(hub: Path, checked: Checked) -> None:
    (hub / LESSON).write_text("x" * 5_000_000, encoding="utf-8")
    assert "larger than" in str(only(checked(hub)[1], "unreadable-file").message)


def test_a_lesson_in_another_encoding(hub: Path, checked: Checked) -> None:
    text = (hub / LESSON).read_text(encoding="utf-8").replace("Messages bring", "Les élèves bring")
    (hub / LESSON).write_bytes(text.encode("latin-1"))
    problem = only(checked(hub)[1], "unreadable-file")
    assert "UTF-8" in str(problem.message)
    assert problem.place.line == text[: text.index("é")].count("\n") + 1


def test_a_link_to_a_missing_lesson(hub: Path, checked: Checked) -> None:
    change(hub, "Choose kind words.", "Choose [words](no-such-lesson.md).")
    assert "no-such-lesson.md" in str(only(checked(hub)[1], "broken-link").message)


def test_a_translation_of_a_lesson_that_does_not_exist(hub: Path, checked: Checked) -> None:
    (hub / "translations/ar/lessons/kind-word.md").write_text("---\ntitle: س\n---\n", encoding="utf-8")
    problem = only(checked(hub)[1], "translation-without-source")
    assert str(problem.hint) == "Did you mean `lessons/kind-words.md`?"


def test_a_language_without_a_folder(hub: Path, checked: Checked) -> None:
    change(
        hub,
        "  - {id: ar",
        "  - {id: sw, name: Kiswahili, english_name: Swahili, direction: ltr, script: Latn}\n  - {id: ar",
        "docs/_data/locales.yml",
    )
    problem = only(checked(hub)[1], "locale-without-folder")
    assert problem.place.line == 3


def test_a_link_out_of_the_hub(hub: Path, checked: Checked, tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("---\ntitle: Secret\nsummary: S.\n---\n", encoding="utf-8")
    (hub / "docs/en/secret.md").symlink_to(secret)
    assert "leads out of the hub" in str(only(checked(hub)[1], "unreadable-file").message)


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "a <b>bold</b> word",
        '<iframe src="https://example.org"></iframe>',
        "- item <svg onload=x>",
        "<!-- a --><script>alert(1)</script><!-- b -->",
        "<!-- a -->\n<script>alert(1)</script>",
        "\\<script>alert(1)</script>",
        "``` foo ```\n\n<script src=x.js></script>\n\n```\n```",
        "<!-- a --!><script>x</script><!-- -->",
        "<!-- --><script>alert(1)</script><!-- -->",
        "<svg/onload=alert(1)>",
        "<x:y onclick=alert(1)>",
        "/// cards | <script>alert(1)</script>\n- x\n///",
        "/// quiz | <img src=x onerror=alert(1)>\n///",
        "| a |\n| --- |\n| <script>x</script> |",
        "> <script>x</script>",
        "![<b>x</b>](../assets/drawings/bubbles.svg)",
    ],
)
def test_html_in_a_lesson_is_refused(html: str, hub: Path, checked: Checked) -> None:
    change(hub, "Choose kind words.", html)
    assert any(problem.rule == "raw-html" for problem in checked(hub)[1].problems)


def test_html_in_the_facts_is_refused(hub: Path, checked: Checked) -> None:
    change(hub, "title: Kind words", "title: Kind <script>x</script> words")
    assert any(problem.rule == "raw-html" for problem in checked(hub)[1].problems)


def test_a_script_address_in_a_link_is_refused(hub: Path, checked: Checked) -> None:
    change(hub, "Choose kind words.", "Choose [this](data:text/html;base64,eA==) and [that](../../../etc/passwd).")
    assert [problem.rule for problem in checked(hub)[1].problems].count("broken-link") >= 1


def test_circles_of_three_lessons_are_told_once(hub: Path, checked: Checked) -> None:
    change(hub, "prior: []", "prior: [kind-words]", "docs/en/lessons/ask-first.md")
    problem = only(checked(hub)[1], "circular-prior")
    assert "ask-first > kind-words > ask-first" in str(problem.message)


@pytest.mark.parametrize("name", ["taxonomy.yml", "competencies.yml", "evidence.yml", "locales.yml"])
def test_missing_and_broken_data(name: str, hub: Path, checked: Checked) -> None:
    path = hub / "docs/_data" / name
    path.write_text("a: [1, 2\nb: {", encoding="utf-8")
    assert "bad-yaml" in {problem.rule for problem in checked(hub)[1].problems}
    path.unlink()
    assert "missing-file" in {problem.rule for problem in checked(hub)[1].problems}


def test_yaml_that_nests_without_end(hub: Path, checked: Checked) -> None:
    (hub / "docs/_data/evidence.yml").write_text("[" * 5000, encoding="utf-8")
    assert "bad-yaml" in {problem.rule for problem in checked(hub)[1].problems}


def test_the_command_writes_nothing_when_content_is_wrong(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(hub, "minutes: 30", "minutes: 31")
    before = sorted(path.name for path in hub.iterdir())
    assert main(["--root", str(hub), "build"]) == 1
    error = capsys.readouterr().err
    assert f"{LESSON}:10: error: The lesson says 31 minutes; its headings add up to 30." in error
    assert "Traceback" not in error
    assert sorted(path.name for path in hub.iterdir()) == before


def test_a_folder_that_is_no_hub(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(tmp_path), "check"]) == 2
    assert "is not a hub" in capsys.readouterr().err


def test_github_output_escapes_what_it_must(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(hub, "title: Kind words", "title: 50% <b>kind</b>")
    assert main(["--root", str(hub), "check", "--format", "github"]) == 1
    line = next(line for line in capsys.readouterr().out.splitlines() if "raw-html" in line)
    assert line.startswith("::error file=docs/en/lessons/kind-words.md,line=2,title=raw-html::")


@pytest.mark.parametrize(
    "attributes", ["onclick=alert(1)", 'style="position:fixed"', "href=javascript:alert(1)", "src=x"]
)
def test_attributes_that_could_run_or_hide_something_are_refused(attributes: str, hub: Path, checked: Checked) -> None:
    change(hub, "Choose kind words.", f"Choose *kind*{{: {attributes} }} words.")
    assert any("is not allowed" in str(problem.message) for problem in checked(hub)[1].problems)


def test_an_example_that_is_never_closed(hub: Path, checked: Checked) -> None:
    change(hub, "Choose kind words.", "```\n<script>alert(1)</script>")
    assert any(problem.rule == "unclosed-block" for problem in checked(hub)[1].problems)


def test_what_slips_through_is_found_in_the_finished_pages(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        '<p onclick="x">a</p><script>x</script><a href="javascript:x">b</a><p style="x">c</p>'
        '<iframe src="b.html"></iframe><a href="#" data-action="x" id="fine">d</a>',
        encoding="utf-8",
    )
    faults = "\n".join(broken_links(tmp_path))
    for what in ("onclick", "script", "not a safe address: javascript:x", "style", "iframe"):
        assert what in faults
    assert "data-action" not in faults


def test_a_picture_that_leads_out_of_the_hub(hub: Path, checked: Checked, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    (hub / "docs/en/assets/drawings/secret.svg").symlink_to(secret)
    (hub / "docs/en/assets/more").symlink_to(tmp_path)
    library, report = checked(hub)
    assert [problem.rule for problem in report.problems].count("unreadable-file") == 2
    assert "en/assets/drawings/secret.svg" not in library.files


WORDS = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Checked on {day}"\nmsgstr "X {day}"\n'
)


@pytest.mark.parametrize(
    "words",
    [
        WORDS.replace("X {day}", "X {dya}"),
        WORDS.replace("X {day}", "X {day"),
        WORDS.replace("X {day}", "X {0.__class__}"),
        WORDS.replace("X {day}", "X"),
        "this is not a catalogue\n",
    ],
)
def test_words_that_cannot_be_used(words: str, hub: Path, checked: Checked) -> None:
    path = hub / "translations/ar/LC_MESSAGES/hub.po"
    path.parent.mkdir()
    path.write_text(WORDS, encoding="utf-8")
    assert checked(hub)[1].is_clean
    path.write_text(words, encoding="utf-8")
    assert [problem.rule for problem in checked(hub)[1].problems] == ["bad-words"]


def test_words_in_another_encoding(hub: Path, checked: Checked) -> None:
    path = hub / "translations/ar/LC_MESSAGES/hub.po"
    path.parent.mkdir()
    path.write_bytes(b'msgid "x"\nmsgstr "\xe9"\n')
    assert "unreadable-file" in {problem.rule for problem in checked(hub)[1].problems}


def test_a_wrong_fact_hides_no_other_fault_and_makes_no_false_one(hub: Path, checked: Checked) -> None:
    change(hub, "audiences: [learners]", "audiences: [learnres]")
    change(hub, "{from: 9, to: 12}", "{from: 12, to: 9}")
    change(hub, "/// help | talk", "/// help | report")
    rules = {problem.rule for problem in checked(hub)[1].problems}
    assert {"unknown-value", "ages-reversed", "missing-help-signpost"} <= rules
    assert "ages-and-audience-differ" not in rules


def test_a_lesson_that_cannot_be_read_makes_no_false_faults_elsewhere(hub: Path, checked: Checked) -> None:
    """Above all a translator must not be told to remove a translation."""
    change(hub, "title: Kind words", "title: [Kind words")
    assert {problem.rule for problem in checked(hub)[1].problems} == {"bad-yaml"}


def test_a_number_of_thousands_of_digits(hub: Path, checked: Checked) -> None:
    change(hub, "minutes: 30", f"minutes: {'9' * 5000}")
    assert "bad-yaml" in {problem.rule for problem in checked(hub)[1].problems}


def test_two_lessons_of_one_name_in_different_folders(hub: Path, checked: Checked) -> None:
    other = hub / "docs/en/lessons/more/kind-words.md"
    other.parent.mkdir()
    other.write_text((hub / LESSON).read_text(encoding="utf-8"), encoding="utf-8")
    assert "duplicate-id" in {problem.rule for problem in checked(hub)[1].problems}


def test_a_path_and_a_link_to_a_draft(hub: Path, checked: Checked) -> None:
    change(hub, "status: published", "status: draft", "docs/en/lessons/ask-first.md")
    change(hub, "Choose kind words.", "Choose [kind](ask-first.md) words.")
    rules = [problem.rule for problem in checked(hub)[1].problems]
    assert "unknown-lesson" in rules
    assert "broken-link" in rules


def test_folders_that_nobody_reads(hub: Path, checked: Checked) -> None:
    (hub / "docs/fr/lessons").mkdir(parents=True)
    (hub / "translations/en").mkdir()
    assert {problem.rule for problem in checked(hub)[1].problems} == {"folder-without-locale"}


def test_accepting_a_language_that_does_not_exist(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(hub), "i18n", "accept", "zz"]) == 2
    assert "Choose one of: ar" in capsys.readouterr().err


@pytest.mark.parametrize(
    "facts", ["minutes: !!int foo", "minutes: !!bool foo", 'minutes: "3\\x07"', "minutes: &a [*a]"]
)
def test_values_that_are_not_what_they_say(facts: str, hub: Path, checked: Checked) -> None:
    change(hub, "minutes: 30", facts)
    assert not checked(hub)[1].is_clean


def test_references_that_would_unfold_into_millions_of_values(hub: Path, checked: Checked) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    (hub / "docs/_data/evidence.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert "references such as" in "".join(str(problem.message) for problem in checked(hub)[1].problems)


@pytest.mark.parametrize("minutes", ["²", "9" * 5000, "-1"])
def test_minutes_that_are_no_number(minutes: str, hub: Path, checked: Checked) -> None:
    change(hub, "{#starter minutes=5}", f"{{#starter minutes={minutes}}}")
    assert "untimed-activity" in {problem.rule for problem in checked(hub)[1].problems}


@pytest.mark.parametrize("title", ['"Kind\\u202ewords"', '"Kind\\nwords"', '"Kind\\ud800words"'])
def test_signs_that_nobody_sees(title: str, hub: Path, checked: Checked) -> None:
    change(hub, "title: Kind words", f"title: {title}")
    assert not checked(hub)[1].is_clean


@pytest.mark.parametrize(
    "text",
    [
        "Choose\n===",
        "Choose\n---",
        "[words]: https://example.org",
        "[words](javascript:alert(1))",
        "/// facilitator | Hi\n    attrs: {hidden: hidden}\n\nwords\n///",
        "Words\n{: #leave }",
    ],
)
def test_ways_around_the_format_are_refused(text: str, hub: Path, checked: Checked) -> None:
    change(hub, "Choose kind words.", text)
    assert not checked(hub)[1].is_clean


@pytest.mark.parametrize(
    "name", ["find", "help", "competencies", "evidence", "browse/x", "lessons/more/other", "my dir/x"]
)
def test_names_that_the_hub_keeps_for_itself(name: str, hub: Path, checked: Checked) -> None:
    path = hub / f"docs/en/{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("---\ntitle: X\nsummary: X.\n---\n\nText.\n", encoding="utf-8")
    assert "bad-file-name" in {problem.rule for problem in checked(hub)[1].problems}


@pytest.mark.parametrize(
    "contact",
    [
        "{web: 'https://x.y/) <script>x</script>'}",
        "{web: 'https://x.y/){: onclick=x }'}",
        "{call: '1)<script>'}",
        "{web: 'https://'}",
    ],
)
def test_addresses_and_numbers_of_help_are_only_that(contact: str, hub: Path, checked: Checked) -> None:
    change(hub, '{call: "116 111", web: https://listeners.invalid/}', contact, "docs/_data/help/international.yml")
    assert "wrong-value" in {problem.rule for problem in checked(hub)[1].problems}


def test_a_file_that_is_none(hub: Path, checked: Checked) -> None:
    os.mkfifo(hub / "docs/en/pipe.md")
    assert "unreadable-file" in {problem.rule for problem in checked(hub)[1].problems}


@pytest.mark.parametrize(
    "drawing",
    [
        '<svg onload="x"/>',
        '<svg><image href="https://example.org/x.png"/></svg>',
        "<svg><style>a{}</style></svg>",
        "no drawing",
    ],
)
def test_drawings_that_could_harm(drawing: str, hub: Path, checked: Checked) -> None:
    (hub / "docs/en/assets/drawings/bubbles.svg").write_text(drawing, encoding="utf-8")
    assert "unsafe-picture" in {problem.rule for problem in checked(hub)[1].problems}


def test_words_that_gettext_keeps_of_older_versions_do_no_harm(hub: Path) -> None:
    """`msgmerge --previous` writes lines that begin with `#~|`, which Babel cannot read."""
    path = hub / "translations/ar/LC_MESSAGES/hub.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Get help"\nmsgstr "مساعدة"\n\n'
        '#, fuzzy\n#~| msgid "Old"\n#~ msgid "Older"\n#~ msgstr "قديم"\n',
        encoding="utf-8",
    )
    words, problems = read_words(hub, "ar")
    assert not problems
    assert words.gettext("Get help") == "مساعدة"

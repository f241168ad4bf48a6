"""The inspection of pages: every seeded fault is found, the examples of the rules behave, clean pages stay clean."""

from __future__ import annotations

import shutil
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser

from saferhub.checks.registry import all_rules
from saferhub.checks.report import Report
from saferhub.checks.rule import Family, PageExample, Rule
from saferhub.model.problem import Problem
from saferhub.site.inspection.inspection import inspect
from saferhub.site.inspection.plan import BOTH, Visit, page_files, plan
from saferhub.site.inspection.tools import Tools

pytestmark = [pytest.mark.browser, pytest.mark.site]
FAULTS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "faults" / "faults.yml").read_text(encoding="utf-8")
)
CLEAN = "en/lessons/kind-words.html"
LAYERS = {"axe-finding": "axe", "equal-access-finding": "ace", "html-validate-finding": "html"}
PAGE_RULES = [rule for rule in all_rules() if rule.family is Family.PAGES]
EXAMPLES = [(rule, example) for rule in PAGE_RULES for example in rule.examples if isinstance(example, PageExample)]
WHOLE = """<!doctype html>
<html lang="{lang}"{direction}>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Kind words</title></head>
<body><main><h1>{title}</h1>
{html}
</main></body>
</html>
"""


def found_by(problem: Problem) -> str:
    """Name who found a problem: the layer and its rule."""
    layer = LAYERS.get(problem.rule, "own")
    return f"{layer} {problem.rule if layer == 'own' else problem.message.values['rule']}"


def by_page(report: Report) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for problem in report.problems:
        found[problem.place.path].add(found_by(problem))
    return found


def with_fault(page: str, fault: dict[str, Any], sheet: str) -> str:
    """Put a fault into a page that has none."""
    for old, new in filter(None, [fault.get("swap"), fault.get("and"), add(fault), linked(fault, sheet)]):
        assert old in page, f"{fault['what']}: the page does not hold {old}"
        page = page.replace(old, new, 1)
    return page


def add(fault: dict[str, Any]) -> list[str]:
    return ["</article>", f"\n{fault['add']}\n</article>"] if "add" in fault else []


def linked(fault: dict[str, Any], sheet: str) -> list[str]:
    return ["</head>", f'<link rel="stylesheet" href="../assets/css/{sheet}">\n</head>'] if "style" in fault else []


@pytest.fixture(scope="module")
def seeded(
    built_tiny: Path, browser: Browser, tmp_path_factory: pytest.TempPathFactory, root_folder: Path
) -> dict[str, set[str]]:
    """The tiny site with a page for each fault, inspected."""
    site = tmp_path_factory.mktemp("faults") / "site"
    shutil.copytree(built_tiny / "site", site)
    clean = (site / CLEAN).read_text(encoding="utf-8")
    visits = []
    for number, fault in enumerate(FAULTS):
        name = f"en/lessons/fault-{number:02}.html"
        sheet = f"fault-{number:02}.css"
        (site / name).write_text(with_fault(clean, fault, sheet), encoding="utf-8")
        (site / "en/assets/css" / sheet).write_text(fault.get("style", ""), encoding="utf-8")
        visits.append(Visit(name))
    return by_page(inspect(site, visits, Tools(root_folder), browser))


def test_seeded_faults_are_found(seeded: dict[str, set[str]], capsys: pytest.CaptureFixture[str]) -> None:
    """Each fault must be found for what it is: by a rule that the list names, not by chance."""
    missed, rows = [], []
    for number, fault in enumerate(FAULTS):
        found = seeded.get(f"en/lessons/fault-{number:02}.html", set())
        rows.append(f"{number + 1:2} {fault['what']}: {', '.join(sorted(found)) or 'nothing'}")
        if not found & set(fault["by"]):
            missed.append(fault["what"])
    with capsys.disabled():
        print("", *rows, f"{len(FAULTS) - len(missed)} of {len(FAULTS)} seeded faults found", sep="\n")
    assert len(FAULTS) >= 36
    assert missed == []


def test_nobody_names_a_finder_that_finds_nothing(seeded: dict[str, set[str]]) -> None:
    """Most faults have several finders; the list is true, so a newer tool that finds less is noticed."""
    for number, fault in enumerate(FAULTS):
        found = seeded.get(f"en/lessons/fault-{number:02}.html", set())
        assert set(fault["by"]) <= found, fault["what"]


def test_the_clean_site_has_no_finding(built_tiny: Path, browser: Browser, root_folder: Path) -> None:
    site = built_tiny / "site"
    report = inspect(site, plan(page_files(site), {}, everything=True), Tools(root_folder), browser)
    assert [f"{problem.place} {problem.message}" for problem in report.problems] == []
    assert report.is_clean


@pytest.fixture(scope="module")
def examples(browser: Browser, tmp_path_factory: pytest.TempPathFactory, root_folder: Path) -> dict[str, set[str]]:
    """All examples of rules for pages, each as a page of its own, inspected."""
    site = tmp_path_factory.mktemp("examples")
    for number, (_, example) in enumerate(EXAMPLES):
        for name in ("wrong", "right"):
            html = getattr(example, name)
            direction = ' dir="rtl"' if example.lang == "ar" else ""
            whole = WHOLE.format(lang=example.lang, direction=direction, title="SaferHub", html=html)
            (site / f"{number:02}-{name}.html").write_text(html if example.whole else whole, encoding="utf-8")
    visits = [Visit(path.name) for path in sorted(site.glob("*.html"))]
    return by_page(inspect(site, visits, Tools(root_folder), browser))


@pytest.mark.parametrize(
    ("number", "rule"), [(n, rule) for n, (rule, _) in enumerate(EXAMPLES)], ids=[rule.slug for rule, _ in EXAMPLES]
)
def test_an_example_of_a_rule_for_pages(number: int, rule: Rule, examples: dict[str, set[str]]) -> None:
    layer = LAYERS.get(rule.slug, "own")
    wrong, right = examples.get(f"{number:02}-wrong.html", set()), examples.get(f"{number:02}-right.html", set())
    named = f"own {rule.slug}" if layer == "own" else layer
    assert any(finder.startswith(named) for finder in wrong), wrong
    assert not any(finder.startswith(("own", named)) for finder in right), right


def test_every_rule_for_pages_has_examples_of_pages() -> None:
    for rule in PAGE_RULES:
        assert rule.examples
        assert all(isinstance(example, PageExample) for example in rule.examples), rule.slug


def test_a_finding_names_its_line_and_the_dark_page(
    built_tiny: Path, browser: Browser, tmp_path: Path, root_folder: Path
) -> None:
    (tmp_path / "page.css").write_text(
        "@media (prefers-color-scheme: dark) { body { background: #222; color: #ddd } p { color: #333 } }",
        encoding="utf-8",
    )
    html = WHOLE.format(lang="en", direction="", title="Kind words", html="\n\n<p>Choose kind words.</p>")
    html = html.replace("</head>", '<link rel="stylesheet" href="page.css"></head>')
    (tmp_path / "index.html").write_text(html, encoding="utf-8")
    report = inspect(tmp_path, [Visit("index.html", BOTH)], Tools(root_folder), browser)
    assert {problem.place.line for problem in report.problems} == {7}
    assert all(str(problem.message).endswith("on the dark page only.") for problem in report.problems)

"""Every rule: its examples behave, its page exists, its words are whole sentences."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from saferhub.checks.registry import all_rules
from saferhub.checks.report import Report
from saferhub.checks.rule import Example, Family, Rule
from saferhub.model.library import Library

Checked = Callable[[Path], tuple[Library, Report]]
# The examples of rules for finished pages are looked at in a browser: tests/site/test_inspection.py.
EXAMPLES = [(rule, example) for rule in all_rules() for example in rule.examples if isinstance(example, Example)]


def spoil(hub: Path, example: Example) -> None:
    """Bring the mistake of an example into a hub."""
    path = hub / example.file
    if example.wrong is None:
        path.unlink()
        return
    if not example.right:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(example.wrong, encoding="utf-8")
        return
    text = path.read_text(encoding="utf-8")
    assert example.right in text, f"{example.file} does not hold what the rule shows as right: {example.right!r}"
    path.write_text(text.replace(example.right, example.wrong, 1), encoding="utf-8")


def test_the_tiny_hub_has_no_fault(hub: Path, checked: Checked) -> None:
    _, report = checked(hub)
    assert [str(problem.place) + " " + problem.rule for problem in report.problems] == []
    assert report.is_clean


@pytest.mark.parametrize(
    ("rule", "example"), EXAMPLES, ids=[f"{rule.slug}-{n}" for n, (rule, _) in enumerate(EXAMPLES)]
)
def test_the_wrong_example_is_found(rule: Rule, example: Example, hub: Path, checked: Checked) -> None:
    spoil(hub, example)
    _, report = checked(hub)
    found = [problem for problem in report.problems if problem.rule == rule.slug]
    assert found, [problem.rule for problem in report.problems]
    for problem in found:
        assert problem.severity is rule.severity or rule.slug == "overdue-review"
        assert problem.place.line >= 1


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.slug)
def test_a_rule_explains_itself(rule: Rule, root: Path) -> None:
    module = root / "scripts/saferhub/checks/rules" / f"{rule.slug.replace('-', '_')}.py"
    assert module.is_file(), "the file is named after the slug"
    assert rule.examples
    assert (rule.family is Family.PAGES) == (not any(isinstance(example, Example) for example in rule.examples))
    for text in (rule.what, rule.why, rule.fix):
        assert text.endswith("."), text
    page = (root / "docs/en/contribute/checks" / f"{rule.slug}.md").read_text(encoding="utf-8")
    for heading in ("What", "Why it matters", "How to fix"):
        assert f"## {heading} " in page


def test_slugs_are_unique() -> None:
    slugs = [rule.slug for rule in all_rules()]
    assert len(slugs) == len(set(slugs))


def test_every_message_is_a_sentence(root: Path) -> None:
    """Messages and hints end like sentences; a slip here is read by hundreds of teachers."""
    words = re.compile(r'phrase\(\s*"((?:[^"\\]|\\.)*)"')
    for path in (root / "scripts/saferhub").rglob("*.py"):
        if path.name == "diagnostics.py":
            continue  # entries of an editor's menu
        for message in words.findall(path.read_text(encoding="utf-8")):
            assert message.endswith((".", "?")) or " " not in message or message.startswith(("a ", "true ")), (
                f"{path.name}: {message}"
            )

"""A page for each rule, made from the rule itself, so that it never says anything else than the rule does."""

from __future__ import annotations

import json
from collections.abc import Iterable

from saferhub.checks.coverage import covered_locales
from saferhub.checks.language_pack import language_pack
from saferhub.checks.rule import Example, PageExample, Rule

FOLDER = "docs/en/contribute/checks"
SHOWN = 3  # sentences of each kind and language
SOURCE = "<!-- Made from scripts/saferhub/checks/rules/ by `hub docs`; do not edit. -->"


def rule_pages(rules: Iterable[Rule]) -> dict[str, str]:
    """Return the Markdown of each rule's page and of their list, by path."""
    rules = list(rules)
    pages = {f"{FOLDER}/{rule.slug}.md": _page(rule) for rule in rules}
    pages[f"{FOLDER}/index.md"] = _index(rules)
    return pages


def explanation(rule: Rule) -> str:
    """Return everything that people should know about a rule, as Markdown with fixed headings."""
    parts = ["## What {#what}", rule.what, "## Why it matters {#why}", rule.why]
    for example in rule.examples:
        if example.wrong:
            parts += [_heading("Wrong", "wrong", rule, example), _code(example.wrong)]
        if example.right:
            parts += [_heading("Right", "right", rule, example), _code(example.right)]
    parts += ["## How to fix {#fix}", rule.fix]
    parts += _in_languages(rule)
    return "\n\n".join(parts) + "\n"


def _in_languages(rule: Rule) -> list[str]:
    """Show, for each language that a rule of wording knows, what it finds and what it leaves alone."""
    if not rule.is_worded:
        return []
    parts = ["## Languages {#languages}", "[Which language is checked for what](coverage.md) says who has judged it."]
    for locale in covered_locales():
        pack = language_pack(locale)
        found = pack.rules.get(rule.slug) if pack else None
        if found is None or not (found.bad or found.fine):
            continue
        wrong = "\n".join(f"- {text}" for text in found.bad[:SHOWN])
        right = "\n".join(f"- {text}" for text in found.fine[:SHOWN])
        parts.append(f"### `{locale}` {{#in-{locale}}}")
        parts.append(f"Found:\n\n````text\n{wrong}\n````")
        parts.append(f"Left alone:\n\n````text\n{right}\n````")
    return parts


def _heading(title: str, name: str, rule: Rule, example: Example | PageExample) -> str:
    if len(rule.examples) == 1:
        return f"## {title} {{#{name}}}"
    number = rule.examples.index(example) + 1
    return f"## {title}, example {number} {{#{name}-{number}}}"


def _code(text: str) -> str:
    body = text.strip("\n").replace("\0", "\N{SYMBOL FOR NULL}")
    return f"````text\n{body if body else '(nothing)'}\n````"


def _page(rule: Rule) -> str:
    return (
        f"---\ntitle: {title(rule)}\nsummary: {json.dumps(rule.what)}\n---\n\n{SOURCE}\n\n"
        f"*{rule.family.value.capitalize()}, {rule.severity.value}.*\n\n{explanation(rule)}\n"
        "[All checks](index.md)\n"
    )


def title(rule: Rule) -> str:
    """Return the name of a rule as people read it: the slug names the bad pattern."""
    return rule.slug.replace("-", " ").capitalize()


def _index(rules: list[Rule]) -> str:
    rows = "\n".join(
        f"- [{title(rule)}]({rule.slug}.md) ({rule.family.value}, {rule.severity.value}): {rule.what}" for rule in rules
    )
    return (
        f"---\ntitle: All checks\nsummary: What every lesson is checked for.\n---\n\n{SOURCE}\n\n"
        "Errors stop a lesson from being published. Warnings and advice do not. "
        "A passing check is no proof that a lesson is good: people decide that.\n\n"
        "- [Which language is checked for what](coverage.md)\n"
        "- [How well the checks of tone work](measured.md)\n"
        f"- [Exceptions, with their reasons](exceptions.md)\n\nThe checks:\n\n{rows}\n"
    )

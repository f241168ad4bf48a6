"""The report as SARIF 2.1.0 (OASIS), which code hosts and editors read."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from importlib.metadata import version
from typing import Any
from urllib.parse import quote

from saferhub.checks.registry import all_rules
from saferhub.checks.report import Report
from saferhub.checks.reporters.text import PAGE
from saferhub.checks.rule import Rule
from saferhub.model.problem import Problem, Severity

Translate = Callable[[str], str]
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def write(report: Report, translate: Translate = lambda message: message) -> str:
    """Return the report as one SARIF log with one run."""
    rules = {each.slug: index for index, each in enumerate(all_rules())}
    results = [_result(problem, rules, translate) for problem in report.problems]
    results += [
        {
            **_result(each.problem, rules, translate),
            "suppressions": [{"kind": "inSource", "justification": each.reason}],
        }
        for each in report.allowed
    ]
    results += [
        {**_result(problem, rules, translate), "suppressions": [{"kind": "external"}], "baselineState": "unchanged"}
        for problem in report.waiting
    ]
    run = {
        "tool": {
            "driver": {
                "name": "SaferHub",
                "semanticVersion": version("saferhub"),
                "rules": [_rule(each, translate) for each in all_rules()],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"HUB": {"description": {"text": "The folder of the hub."}}},
        "results": results,
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _rule(rule: Rule, translate: Translate) -> dict[str, Any]:
    page = PAGE.format(rule=rule.slug)
    return {
        "id": rule.slug,
        "shortDescription": {"text": translate(rule.what)},
        "fullDescription": {"text": translate(rule.why)},
        "help": {"text": f"{translate(rule.fix)} ({page})"},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": [rule.family.value]},
    }


def _result(problem: Problem, rules: dict[str, int], translate: Translate) -> dict[str, Any]:
    place = problem.place
    region: dict[str, Any] = {"startLine": place.line}
    if place.end_line:
        region |= {"startColumn": place.column, "endLine": place.end_line, "endColumn": place.end_column}
    location = {"artifactLocation": {"uri": quote(place.path), "uriBaseId": "HUB"}, "region": region}
    words = f"{place.path}\n{problem.rule}\n{problem.line.strip() or problem.message}"
    result: dict[str, Any] = {
        "ruleId": problem.rule,
        "level": LEVELS[problem.severity],
        "message": {"text": f"{problem.message.said(translate)} {problem.hint.said(translate)}"},
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {"words/v1": hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:16]},
    }
    if problem.rule in rules:
        result["ruleIndex"] = rules[problem.rule]
    if problem.replacement:
        change = {"deletedRegion": region, "insertedContent": {"text": problem.replacement}}
        result["fixes"] = [
            {
                "description": {"text": problem.hint.said(translate)},
                "artifactChanges": [{"artifactLocation": location["artifactLocation"], "replacements": [change]}],
            }
        ]
    return result

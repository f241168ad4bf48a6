"""All rules. A new file in the rules folder is found by itself."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from saferhub.checks import rules
from saferhub.checks.rule import Rule


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return every rule, ordered by slug."""
    modules = [
        importlib.import_module(f"{rules.__name__}.{entry.name}") for entry in pkgutil.iter_modules(rules.__path__)
    ]
    return tuple(sorted((module.RULE for module in modules), key=lambda rule: rule.slug))


def rule(slug: str) -> Rule | None:
    """Return one rule by its slug."""
    return next((found for found in all_rules() if found.slug == slug), None)

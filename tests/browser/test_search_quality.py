"""How well search finds what teachers look for: the reciprocal rank of each query list, in the real page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

pytestmark = pytest.mark.browser
LISTS = Path(__file__).resolve().parents[1] / "search"
TARGET = 0.9


def reciprocal_ranks(page: Any, queries: list[dict[str, Any]]) -> list[tuple[float, str, list[str]]]:
    """Ask the page for every query; 1 for the first place, 1/2 for the second, 0 when it is not among the first ten."""
    ranks = []
    for entry in queries:
        found = page.evaluate("words => window.SaferHub.search.find(words)", entry["query"])
        places = [found.index(lesson) for lesson in entry["lessons"] if lesson in found[:10]]
        ranks.append((1 / (min(places) + 1) if places else 0.0, entry["query"], found[:3]))
    return ranks


@pytest.mark.parametrize("locale", ["en", "fr", "ar", "hy"])
def test_mean_reciprocal_rank(locale: str, unpacked: Path, visit: Callable[..., Any]) -> None:
    queries = yaml.safe_load((LISTS / f"{locale}.yml").read_text(encoding="utf-8"))
    page = visit(unpacked / locale / "find.html").page
    ranks = reciprocal_ranks(page, queries)
    mean = sum(rank for rank, _, _ in ranks) / len(ranks)
    weak = [entry for entry in ranks if entry[0] < 1]
    assert mean >= TARGET, f"{mean:.3f}: {weak}"
    missed = [entry for entry in ranks if entry[0] < 1 / 3]
    assert len(missed) <= len(ranks) // 10, missed

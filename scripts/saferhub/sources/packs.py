"""Read the recipes of packs: those of the hub, and one that a trainer wrote for a group of their own."""

from __future__ import annotations

from pathlib import Path

from saferhub.model.pack import EDITIONS, PackRecipe
from saferhub.model.problem import Problem
from saferhub.model.taxonomy import Taxonomy
from saferhub.sources import schemas
from saferhub.sources.data import DATA, read_data
from saferhub.sources.files import walk


def read_packs(root: Path, taxonomy: Taxonomy) -> tuple[tuple[PackRecipe, ...], list[Problem]]:
    """Read all recipes of the hub; a hub may have none."""
    found: list[PackRecipe] = []
    problems: list[Problem] = []
    for path in walk(root, root / DATA / "packs", ".yml"):
        recipe, faults = read_pack(root, path.relative_to(root).as_posix(), taxonomy)
        problems += faults
        if recipe:
            found.append(recipe)
    return tuple(found), problems


def read_pack(root: Path, relative: str, taxonomy: Taxonomy) -> tuple[PackRecipe | None, list[Problem]]:
    """Read one recipe. Its identifier is the name of the file; it is None when anything is wrong."""
    data, _, problems = read_data(root, relative, schemas.pack(taxonomy))
    if data is None:
        return None, problems
    return PackRecipe(
        id=Path(relative).stem,
        ages=data.get("ages", ""),
        audience=data.get("audience", ""),
        harms=tuple(data.get("harms", ())),
        lessons=tuple(data.get("lessons", ())),
        editions=tuple(data.get("editions", EDITIONS)),
        papers=tuple(data.get("papers", ("A4",))),
        locales=tuple(data.get("locales", ())),
        title=data["title"],
        cover=data.get("cover", ""),
        session_minutes=data.get("session_minutes", 0),
        country=data.get("country", ""),
        path=relative,
    ), problems

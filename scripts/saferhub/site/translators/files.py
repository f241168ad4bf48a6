"""Where a translator gets the files of a page: copies in the site, and the page of the repository that edits them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urljoin

FOLDER = "translate"


@dataclass(frozen=True)
class Repository:
    """Where the files of the hub can be edited on the web. `edit` is empty when nobody has said where."""

    edit: str = ""

    def edit_page(self, path: str) -> str:
        """Return the address that opens a file for editing, or nothing."""
        return self.edit + quote(path) if self.edit else ""


def repository(settings: Mapping[str, Any]) -> Repository:
    """Read `repo_url` and `edit_uri` of the generator's settings. `edit_uri` may end with the folder of the pages."""
    address, way = settings.get("repo_url"), settings.get("edit_uri")
    if not isinstance(address, str) or not isinstance(way, str) or not address.startswith("https://") or not way:
        return Repository()
    base = urljoin(address.rstrip("/") + "/", way)
    base = base.rstrip("/").removesuffix("/docs") + "/"
    return Repository(base if base.startswith("https://") else "")

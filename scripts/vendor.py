"""Copy the front-end files that the site ships from the pinned npm packages, with their licences."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FONTS = {
    "atkinson-hyperlegible-next": ("latin", "latin-ext"),
    "vazirmatn": ("arabic",),
    "noto-sans-armenian": ("armenian",),
}


def copies() -> dict[str, str]:
    """Return where every vendored file comes from: path in overrides/assets, path in node_modules."""
    found = {"js/lunr.min.js": "lunr/lunr.min.js", "js/LICENSE-lunr.txt": "lunr/LICENSE"}
    for font, subsets in FONTS.items():
        found[f"fonts/LICENSE-{font}.txt"] = f"@fontsource-variable/{font}/LICENSE"
        for subset in subsets:
            name = f"{font}-{subset}-wght-normal.woff2"
            found[f"fonts/{name}"] = f"@fontsource-variable/{font}/files/{name}"
    return found


def main() -> int:
    """Copy every file; return the exit code."""
    for target, source in copies().items():
        path = ROOT / "overrides" / "assets" / target
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes((ROOT / "node_modules" / source).read_bytes())
        print(f"copied: overrides/assets/{target}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

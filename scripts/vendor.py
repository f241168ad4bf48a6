"""Copy the front-end files that the site ships from the pinned npm packages, with their licences."""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from fontTools.subset import Options, Subsetter, load_font, save_font

ROOT = Path(__file__).resolve().parent.parent
FONTS = {
    "atkinson-hyperlegible-next": ("latin", "latin-ext"),
    "vazirmatn": ("arabic",),
    "noto-sans": ("cyrillic",),
    "noto-sans-armenian": ("armenian",),
}
NASTALIQ = "noto-nastaliq-urdu"
# The package's file for all languages that are written in Arabic letters has 159 kB (239 kB with a bold of its own);
# with the letters and signs of Urdu alone it has 106 kB, so that a first visit stays below 250 kB.
URDU = (
    "0600-0603 060C-060E 0610-0615 061B 061F 0621-063A 0640-0657 065A 0660-066C 0670 0672 0679 067E 0686 0688 0691 "
    "0698 06A9 06AF 06BA 06BE 06C0-06C3 06CC 06D2-06D4 06F0-06F9 200C-200E FDF2 FDFA"
)


HYPHENS = ROOT / "node_modules" / "hyphen"


def copies() -> dict[str, str]:
    """Return where every copied file comes from: path in overrides/assets, path in node_modules."""
    found = {"js/lunr.min.js": "lunr/lunr.min.js", "js/LICENSE-lunr.txt": "lunr/LICENSE"}
    for font, subsets in FONTS.items():
        found[f"fonts/LICENSE-{font}.txt"] = f"@fontsource-variable/{font}/LICENSE"
        for subset in subsets:
            name = f"{font}-{subset}-wght-normal.woff2"
            found[f"fonts/{name}"] = f"@fontsource-variable/{font}/files/{name}"
    found[f"fonts/LICENSE-{NASTALIQ}.txt"] = f"@fontsource/{NASTALIQ}/LICENSE"
    return found


def subsets() -> Mapping[str, bytes]:
    """Return the fonts that hold a part of a package's file: path in overrides/assets, content."""
    source = ROOT / f"node_modules/@fontsource/{NASTALIQ}/files/{NASTALIQ}-arabic-400-normal.woff2"
    return {f"fonts/{NASTALIQ}-urdu-400-normal.woff2": subset(source, URDU)}


def subset(source: Path, ranges: str) -> bytes:
    """Return a font with some of its letters, all their joined shapes included, in the format for browsers."""
    options = Options(flavor="woff2", layout_features=["*"], hinting=False, recalc_timestamp=False)
    font = load_font(str(source), options)
    subsetter = Subsetter(options)
    spans = [[int(end, 16) for end in span.split("-")] for span in ranges.split()]
    subsetter.populate(unicodes=[code for span in spans for code in range(span[0], span[-1] + 1)])
    subsetter.subset(font)
    written = io.BytesIO()
    save_font(font, written, options)
    return written.getvalue()


def hyphens() -> Mapping[str, bytes]:
    """Return where Armenian words may be cut, as a dictionary of pyphen, and its licence, for packs to print."""
    code = (HYPHENS / "patterns" / "hy.js").read_text(encoding="utf-8")
    literal = code.partition("})(this, ")[2].rpartition(");")[0]
    levels, tree, _ = json.loads(re.sub(r'([^\s{}\[\]",:\d]+):', r'"\1":', literal))
    lines = ["UTF-8", *sorted(patterns(tree, levels))]
    return {
        "print/hyph_hy.dic": ("\n".join(lines) + "\n").encode(),
        "print/LICENSE-hyphen.txt": (HYPHENS / "LICENSE").read_bytes(),
    }


def patterns(tree: Mapping[str, object], levels: list[list[int]], letters: str = "") -> Iterator[str]:
    """Return patterns such as `ա1բա`, a word may be cut at the 1, from the tree of letters that the package keeps."""
    for letter, below in tree.items():
        word = letters + letter
        if isinstance(below, dict):
            yield from patterns(below, levels, word)
        elif isinstance(below, int):
            marks = {place: level for place, level in enumerate(levels[below]) if level}
            yield "".join(f"{marks.get(place, '')}{one}" for place, one in enumerate(word))
        else:
            raise TypeError(f"The patterns of the package hyphen have a new form: {below!r}. Change this program.")


def main() -> int:
    """Write every file; return the exit code."""
    copied = {target: (ROOT / "node_modules" / source).read_bytes() for target, source in copies().items()}
    assets = {f"assets/{target}": content for target, content in {**copied, **subsets()}.items()}
    for target, content in {**assets, **hyphens()}.items():
        path = ROOT / "overrides" / target
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        print(f"written: overrides/{target}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

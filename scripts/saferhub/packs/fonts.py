"""The letters of printed packs: which fonts stand in for which script, made once from the pinned npm packages.

The text engine finds fonts through fontconfig. It is told to see the fonts of this folder and no other, so a pack looks
the same on every machine, and a letter that no font of ours has is noticed instead of being borrowed from the system.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

PACKAGES = "node_modules/@fontsource"
WEIGHTS = (400, 700)
# Families as style sheets name them. Arabic is set in Amiri: Noto Naskh and Noto Nastaliq split letters into a skeleton
# and dots, and then the words cannot be copied or read aloud from the file.
ATKINSON, CYRILLIC, ARMENIAN = "Atkinson Hyperlegible Next", "Noto Sans", "Noto Sans Armenian"
ARABIC, NASTALIQ, CHINESE = "Amiri", "Noto Nastaliq Urdu", "Noto Sans SC"
FAMILIES = (ATKINSON, CYRILLIC, ARMENIAN, ARABIC, NASTALIQ, CHINESE)


@dataclass(frozen=True)
class Font:
    """One font file and the parts of a package that it is made of."""

    family: str
    package: str
    subsets: tuple[str, ...]
    weights: tuple[int, ...] = WEIGHTS


FONTS = (
    Font(ATKINSON, "atkinson-hyperlegible-next", ("latin", "latin-ext")),
    Font(CYRILLIC, "noto-sans", ("latin", "latin-ext", "cyrillic", "cyrillic-ext")),
    Font(ARMENIAN, "noto-sans-armenian", ("armenian",)),
    Font(ARABIC, "amiri", ("arabic", "latin")),
    Font(NASTALIQ, "noto-nastaliq-urdu", ("arabic",)),
    Font(CHINESE, "noto-sans-sc", ()),  # no names: all numbered slices; the one whole file lacks a thousand characters
)


class MissingFontsError(Exception):
    """Raised when the packages that fonts are made from are not installed; the message says what to do."""


def sources(root: Path, font: Font, weight: int) -> list[Path]:
    """Return the files of a package that one weight of a font is made of."""
    folder = root / PACKAGES / font.package / "files"
    if font.subsets:
        found = [folder / f"{font.package}-{subset}-{weight}-normal.woff2" for subset in font.subsets]
    else:
        named = folder.glob(f"{font.package}-*-{weight}-normal.woff2")
        found = sorted(path for path in named if path.name.split("-")[-3].isdigit())
    missing = [path for path in found if not path.is_file()]
    if missing or not found:
        raise MissingFontsError(
            f"The font package {font.package} is not installed. Run `make packs`, which installs what packs need."
        )
    return found


def font_folder(root: Path) -> Path:
    """Return the folder with all fonts of packs, made when it is not there or the packages have changed."""
    wanted = _versions(root)
    folder = root / "build" / "print-fonts"
    stamp = folder / "made-from.json"
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=".print-fonts-", dir=folder.parent))
    try:
        for font in FONTS:
            for weight in font.weights:
                make(sources(root, font, weight), work / f"{font.package}-{weight}.ttf")
        (work / "made-from.json").write_text(wanted, encoding="utf-8")
        shutil.rmtree(folder, ignore_errors=True)
        work.rename(folder)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return folder


def _versions(root: Path) -> str:
    found = {}
    for font in FONTS:
        facts = root / PACKAGES / font.package / "package.json"
        found[font.package] = json.loads(facts.read_text("utf-8"))["version"] if facts.is_file() else ""
    own = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:12]
    return json.dumps({"program": own, "packages": found}, sort_keys=True)


def make(parts: Sequence[Path], target: Path) -> None:
    """Write one TrueType font of the parts of a package. Compressed web fonts would make every pack slower to set."""
    with tempfile.TemporaryDirectory() as name:
        plain = []
        for number, part in enumerate(parts):
            opened = TTFont(part, recalcTimestamp=False)
            opened.flavor = None
            plain.append(Path(name) / f"{number}.ttf")
            opened.save(plain[-1])
        if len(plain) == 1:
            shutil.copyfile(plain[0], target)
            return
        merged = Merger().merge([str(path) for path in plain])
        merged.recalcTimestamp = False
        merged.save(target)


def isolate(folder: Path) -> None:
    """Show this process the fonts of the folder and no others. Call it before anything is drawn."""
    settings = folder / "fonts.conf"
    text = (
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>'
        f"<dir>{escape(str(folder))}</dir><cachedir>{escape(str(folder / 'cache'))}</cachedir></fontconfig>\n"
    )
    if not settings.is_file() or settings.read_text(encoding="utf-8") != text:
        written = settings.with_name(f"fonts.conf.{os.getpid()}")
        written.write_text(text, encoding="utf-8")
        written.rename(settings)
    os.environ["FONTCONFIG_FILE"] = str(settings)

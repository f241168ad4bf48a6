"""Set one document as a tagged PDF. It needs no folder of the hub: everything is in the job."""

from __future__ import annotations

import io
import logging
import os
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from saferhub.packs.fonts import isolate

_ONE_AT_A_TIME = threading.Lock()  # a cluster may give one process several threads, and the text engine cannot share
EPOCH = "1767225600"  # a fixed day, so that the same pages make the same bytes


@dataclass(frozen=True)
class PrintJob:
    """A document to set. `tagged` is false for sheets that are only printed, such as cards to cut out."""

    name: str
    html: str
    fonts: Path
    tagged: bool = True
    right_to_left: bool = False
    with_booklet: bool = False


@dataclass(frozen=True)
class Printed:
    """A finished file, its number of pages, and what could not be done as asked."""

    name: str
    content: bytes
    pages: int
    booklet: bytes = b""
    faults: tuple[str, ...] = ()


class _Faults(logging.Handler):
    """Collects what the text engine complains about; a pack with a fault is not put in place."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.found.append(record.getMessage())


def print_job(job: PrintJob) -> Printed:
    """Set a document and return the PDF. Nothing is read from or written to any other place."""
    with _ONE_AT_A_TIME:
        return _set(job)


def _set(job: PrintJob) -> Printed:
    isolate(job.fonts)
    os.environ.setdefault("SOURCE_DATE_EPOCH", EPOCH)
    # Imported late: the engine reads the settings of fonts when it is loaded, and `make site` does not need it.
    import weasyprint

    from saferhub.packs.hyphens import know_armenian
    from saferhub.packs.imposition import booklet
    from saferhub.packs.structure import no_empty_letters, repair

    know_armenian()
    told = _Faults()
    logger = logging.getLogger("weasyprint")
    logger.handlers, logger.propagate = [told], False
    # What stands in the document itself and nothing else: no file, no other host.
    fetcher = weasyprint.URLFetcher(allowed_protocols=("data",))
    document = weasyprint.HTML(string=job.html, url_fetcher=fetcher).render()
    written = io.BytesIO()

    def finish(document: Any, pdf: Any) -> None:
        if job.tagged:
            repair(document, pdf)
        else:
            no_empty_letters(pdf)

    options: dict[str, Any] = {"pdf_variant": "pdf/ua-1"} if job.tagged else {}
    document.write_pdf(written, finisher=finish, pdf_identifier=b"saferhub", **options)
    content = written.getvalue()
    folded = booklet(content, job.right_to_left) if job.with_booklet else b""
    return Printed(job.name, content, len(document.pages), folded, tuple(dict.fromkeys(told.found)))

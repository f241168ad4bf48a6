"""The command `hub stats`: the hub in figures."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from saferhub.catalogue.catalogue import publish
from saferhub.catalogue.statistics import statistics
from saferhub.checks.reporters.text import write
from saferhub.cli.i18n.figures import figures
from saferhub.cli.library import checked, today
from saferhub.cli.stats_text import stats_text
from saferhub.sources.library import read_library


def stats(root: Path, as_json: bool) -> int:
    """Print the figures. Gaps are told and stand against nothing; only a hub with errors has no figures."""
    library, report = checked(root)
    if not report.is_clean:
        sys.stderr.write(write(report) + "Nothing was counted: mend the errors above first.\n")
        return 1
    catalogue = publish(library or read_library(root), report, today())
    found = statistics(catalogue, figures(root).locales, today())
    if as_json:
        print(json.dumps(found.data(), ensure_ascii=False, indent=1, sort_keys=True))
    else:
        sys.stdout.write(stats_text(found, catalogue.locales))
    return 0

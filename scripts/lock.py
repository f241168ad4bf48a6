"""Write the lock files: plain lists of versions, without the address of any registry.

Run it with the oldest Python that the project supports, so that every supported Python accepts the versions.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST = (3, 11)
LEFT_OUT = ("pip", "setuptools", "wheel", "pkg-resources", "saferhub")


def frozen(requirements: list[str]) -> list[str]:
    """Return the pinned versions that pip chooses for some requirements in an empty environment."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        python = str(Path(folder) / "bin" / "python")
        subprocess.run([python, "-m", "pip", "install", "--quiet", *requirements], check=True)
        listed = subprocess.run([python, "-m", "pip", "freeze"], check=True, capture_output=True, text=True).stdout
    return [line for line in listed.splitlines() if "==" in line and line.split("==")[0].lower() not in LEFT_OUT]


def main() -> int:
    """Write both lock files; return the exit code."""
    if sys.version_info[:2] != OLDEST:
        sys.stderr.write(
            f"Run this with Python {OLDEST[0]}.{OLDEST[1]}, the oldest that we support: make lock PYTHON=...\n"
        )
        return 2
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    runtime = frozen(project["dependencies"])
    both = frozen([*runtime, *project["optional-dependencies"]["dev"]])
    head = "# Made by `make lock`; do not edit.\n"
    more = ["-r requirements.lock", *(line for line in both if line not in runtime)]
    for name, lines in (("requirements.lock", runtime), ("requirements-dev.lock", more)):
        (ROOT / name).write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

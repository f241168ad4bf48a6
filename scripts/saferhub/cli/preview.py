"""Preview one language while people write: an edit in any folder is seen in the browser."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

from saferhub.cli.build import stage_locale
from saferhub.cli.library import catalogue_or_none, voices
from saferhub.site.staging import compose_all


def restage(root: Path, folder: Path) -> bool:
    """Stage one language again. If the content has errors they are told, and the last good pages stay."""
    catalogue = catalogue_or_none(root)
    if catalogue is None:
        sys.stderr.write("The preview keeps showing the last good pages until the errors above are mended.\n")
        return False
    locale = catalogue.library.locale(folder.name)
    if locale is None:
        return False
    stage_locale(root, catalogue, compose_all(catalogue), locale, voices(root, catalogue)[locale.id])
    return True


def serve(root: Path, locale: str, address: str) -> int:
    """Serve one language with live reload until the person stops it; return the exit code."""
    catalogue = catalogue_or_none(root)
    if catalogue is None:
        return 1
    if catalogue.library.locale(locale) is None:
        known = ", ".join(one.id for one in catalogue.locales)
        sys.stderr.write(f"There is no language `{locale}`. Choose one of: {known}.\n")
        return 2
    fault = _address_fault(address)
    if fault:
        sys.stderr.write(f"{address}: {fault}. Name another one: make serve ADDRESS=127.0.0.1:8080\n")
        return 2
    if not restage(root, root / "build" / locale):
        return 1
    environment = {
        **os.environ,
        "PYTHONPATH": str(root / "scripts"),
        "NO_MKDOCS_2_WARNING": "1",
        "SAFERHUB_PREVIEW": "1",
    }
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "serve",
        "--no-strict",
        "-a",
        address,
        "-f",
        str(root / "build" / locale / "mkdocs.yml"),
    ]
    print(f"Open http://{address}/index.html ({locale}). Stop with Ctrl+C.", flush=True)
    try:
        return subprocess.run(command, env=environment, check=False).returncode
    except KeyboardInterrupt:
        return 0


def _address_fault(address: str) -> str:
    """Say why nothing can be served at an address, or nothing."""
    host, _, port = address.rpartition(":")
    if not host or not port.isdigit() or not 0 < int(port) < 65536:
        return "this is not a host and a port"
    try:
        with socket.create_server((host, int(port))):
            return ""
    except OSError as error:
        return f"this address cannot be used ({error.strerror})"

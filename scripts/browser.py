"""Make sure that a Chromium browser is there for the tests, and say what is done."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from saferhub.site.inspection.browser import arguments, find


def _starts() -> bool:
    """Try the browser once: one whose system libraries are missing is found and does not start."""
    from playwright.sync_api import Error, sync_playwright

    try:
        with sync_playwright() as playwright:
            playwright.chromium.launch(executable_path=find(), args=arguments()).close()
    except Error as error:
        sys.stderr.write(f"{find()} does not start: {str(error).splitlines()[0]}\n")
        return False
    return True


def main() -> int:
    """Install a browser if there is none; return the exit code."""
    if find() and _starts():
        print(f"Browser for the tests: {find()}")
        return 0
    print("Installing a browser for the tests ...", flush=True)
    apt = shutil.which("apt-get")
    if apt and (os.geteuid() == 0 or shutil.which("sudo")):
        prefix = [] if os.geteuid() == 0 else ["sudo", "-n"]
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run([*prefix, apt, "update", "-qq"], env=environment, check=False)
        subprocess.run(
            [*prefix, apt, "install", "-y", "-qq", "chromium"], env=environment, check=False, stdout=subprocess.DEVNULL
        )
    if not find():
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    if find():
        return 0
    sys.stderr.write(
        "No browser could be installed. Install Chromium (on Debian or Ubuntu: sudo apt install chromium), "
        "or name one: SAFERHUB_BROWSER=/path/to/chrome make test\n"
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())

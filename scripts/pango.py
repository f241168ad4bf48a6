"""Make sure that the libraries which set print packs are there, and say what is done."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

DEBIAN = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
TRY = "import weasyprint; weasyprint.HTML(string='<p>a').write_pdf()"


def fault() -> str:
    """Set one letter in a process of its own; return what went wrong, or nothing."""
    done = subprocess.run([sys.executable, "-c", TRY], capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else (done.stderr.strip().splitlines() or ["it stopped"])[-1]


def main() -> int:
    """Install the libraries if they are missing; return the exit code."""
    if not fault():
        print("Libraries for print packs: found")
        return 0
    print("Installing the libraries for print packs ...", flush=True)
    apt, brew = shutil.which("apt-get"), shutil.which("brew")
    if apt and (os.geteuid() == 0 or shutil.which("sudo")):
        prefix = [] if os.geteuid() == 0 else ["sudo", "-n"]
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run([*prefix, apt, "update", "-qq"], env=environment, check=False)
        command = [*prefix, apt, "install", "-y", "-qq", *DEBIAN]
        subprocess.run(command, env=environment, check=False, stdout=subprocess.DEVNULL)
    elif brew:
        subprocess.run([brew, "install", "--quiet", "pango"], check=False)
    reason = fault()
    if not reason:
        return 0
    sys.stderr.write(
        f"Print packs cannot be set: {reason}\n"
        f"On Debian or Ubuntu: sudo apt install {' '.join(DEBIAN)}. On macOS: brew install pango.\n"
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())

"""Ask the person at the terminal before anything is written."""

from __future__ import annotations


def confirmed(question: str) -> bool:
    """Ask a question whose answer is no unless somebody clearly says yes; a closed terminal says no."""
    try:
        return input(f"{question} [y/N] ").strip().lower() in ("y", "yes")
    except EOFError:
        print()
        return False

"""Addresses inside the site. All are relative, so that the site works from a folder, a stick or any server."""

from __future__ import annotations


def relative(source: str, target: str) -> str:
    """Return the way from one page to another of the same language; both are page identifiers such as `lessons/x`."""
    return "../" * source.count("/") + f"{target}.html"


def in_locale(source: str, locale: str, target: str) -> str:
    """Return the way from a page to a page of another language."""
    return "../" * (source.count("/") + 1) + f"{locale}/{target}.html"

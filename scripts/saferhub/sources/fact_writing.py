"""Write a run of words as a value of YAML on one line, as simply as is safe."""

from __future__ import annotations

import re

import yaml

LOADERS = tuple(dict.fromkeys([yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)]))
# Quotes are needed for these whatever the readers here say: others read `yes`, `12:30` or `1e3` in other ways.
RISKY = re.compile(
    r"[-+.]?\d[\d_.,:eExXoO+-]*|[-+]?\.(?:inf|nan)|~|null|y|yes|n|no|on|off|true|false|<<|=|\d{4}-\d\d?-\d\d?.*",
    re.IGNORECASE,
)
BREAKS = re.compile(r"[\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ud800-\udfff]")
BLANK_ENDS = re.compile(r"\A\s|\s\Z")


def scalar(value: str, *, in_flow: bool = False, plain: bool = True) -> str:
    """Write a value: plain where every reader takes it for the same words, else in quotes.

    `in_flow` says that it stands between brackets or braces, where a comma or a bracket would end it.
    """
    if plain and not BREAKS.search(value.replace("\u00a0", " ")) and not RISKY.fullmatch(value):
        line = f"- [{value}, x]" if in_flow else f"key: {value}"
        if value and not BLANK_ENDS.search(value) and _read(line) == ([[value, "x"]] if in_flow else {"key": value}):
            return value
    if not BREAKS.search(value.replace("\u00a0", " ")):
        if '"' not in value and "\\" not in value:
            return f'"{value}"'
        quoted = "'" + value.replace("'", "''") + "'"
        if _read(f"key: {quoted}") == {"key": value}:
            return quoted
    return yaml.dump(value, default_style='"', allow_unicode=True, width=float("inf")).rstrip("\n")


def _read(line: str) -> object:
    """What all readers make of a line, or None when they differ or cannot read it."""
    try:
        first, *others = [yaml.load(line, Loader=loader) for loader in LOADERS]
    except (yaml.YAMLError, ValueError):
        return None
    return first if all(other == first for other in others) else None

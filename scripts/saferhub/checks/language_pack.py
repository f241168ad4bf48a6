"""What the hub knows about the words of one language, read from the files in ``languages/<locale>/``.

``words.yml`` holds what all rules of a language share; every other file belongs to the rule it is named after. People
who know the language mend these files; no program needs to change.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from saferhub.checks.constructions import Construction, Cue, LanguagePack, Matcher, PackError, RulePack
from saferhub.checks.patterns import Groups, PatternError, Reader, Spelling
from saferhub.checks.triggers import required

FOLDER = Path(__file__).with_name("languages")


def locales() -> list[str]:
    """Return the languages that have a pack."""
    return sorted(path.name for path in FOLDER.iterdir() if (path / "words.yml").is_file())


@cache
def language_pack(locale: str) -> LanguagePack | None:
    """Return the pack of a language (``pt-BR`` uses ``pt``), or nothing if the language has none."""
    for name in (locale, locale.partition("-")[0]):
        if name and (FOLDER / name / "words.yml").is_file():
            return _Loader(name).pack()
    return None


@cache
def spelling_of(locale: str) -> Spelling:
    """Return how words are set apart in a language, without reading the patterns of its pack, which takes a second."""
    for name in (locale, locale.partition("-")[0]):
        if name and (FOLDER / name / "words.yml").is_file():
            return _Loader(name).spelling
    return Spelling()


class _Loader:
    def __init__(self, locale: str) -> None:
        self.locale = locale
        self.folder = FOLDER / locale
        words = self._yaml("words.yml")
        self.spelling = Spelling(bool(words.get("spaced", True)), str(words.get("tied", "")))
        self.shared = words.get("groups", {})
        self.words = words
        self.file = "words.yml"
        self.reader: Reader | None = None

    def pack(self) -> LanguagePack:
        guards = {name: self._matchers(texts, self.shared) for name, texts in self.words.get("guards", {}).items()}
        negation = self.words.get("negation", {})
        guards["negated"] = self._matchers(negation.get("cues", []), self.shared)
        stops = self._matchers(negation.get("stops", []), self.shared)
        rules = {}
        for path in sorted(self.folder.glob("*.yml")):
            if path.name != "words.yml":
                rules[path.stem] = self._rule(path)
        abbreviations = frozenset(str(text).rstrip(".").lower() for text in self.words.get("abbreviations", []))
        window = int(negation.get("window", 4))
        return LanguagePack(self.locale, self.spelling, abbreviations, guards, window, stops, rules)

    def _yaml(self, name: str) -> dict[str, Any]:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        try:
            data = yaml.load((self.folder / name).read_text(encoding="utf-8"), Loader=loader)
        except yaml.YAMLError as error:
            raise PackError(f"languages/{self.locale}/{name}: {error}") from error
        if not isinstance(data, dict):
            raise PackError(f"languages/{self.locale}/{name}: names with values are expected.")
        return data

    def _rule(self, path: Path) -> RulePack:
        self.file = path.name
        data = self._yaml(path.name)
        unknown = set(data) - {
            "status", "reviewer", "groups", "constructions", "terms", "cues", "threshold", "bad", "fine", "lists",
        }  # fmt: skip
        if unknown:
            raise PackError(f"languages/{self.locale}/{path.name}: unknown entry `{sorted(unknown)[0]}`.")
        groups = {**self.shared, **data.get("groups", {})}
        return RulePack(
            self.locale,
            path.stem,
            str(data.get("status", "draft")),
            str(data.get("reviewer", "") or ""),
            tuple(
                self._construction(entry, groups) for entry in data.get("constructions", data.get("terms", [])) or []
            ),
            tuple(
                Cue(name, float(entry["weight"]), self._matchers(entry["patterns"], groups))
                for name, entry in (data.get("cues") or {}).items()
            ),
            float(data.get("threshold", 0) or 0),
            tuple(str(text) for text in data.get("bad", []) or []),
            tuple(str(text) for text in data.get("fine", []) or []),
            {name: self._matchers(texts, groups) for name, texts in (data.get("lists") or {}).items()},
        )

    def _construction(self, entry: dict[str, Any], groups: Groups) -> Construction:
        known = {
            "name", "pattern", "patterns", "with", "unless", "guards", "level", "in", "instead", "swap", "source",
            "region",
        }  # fmt: skip
        if set(entry) - known:
            raise PackError(
                f"languages/{self.locale}/{self.file}: unknown entry `{sorted(set(entry) - known)[0]}` in `{entry}`."
            )
        across = entry.get("in") == "passage"
        texts = _listed(entry.get("patterns")) + _listed(entry.get("pattern"))
        along = entry.get("with") or []
        # `with: [a, b]` is one choice; `with: [[a, b], [c]]` asks for one of each inner list.
        lists = along if along and isinstance(along[0], list) else ([along] if along else [])
        guards = entry.get("guards")
        return Construction(
            str(entry.get("name") or texts[0]),
            self._matchers(texts, groups, across),
            tuple(self._matchers(_listed(part), groups, across) for part in lists),
            self._matchers(_listed(entry.get("unless")), groups, across),
            frozenset(guards) if guards is not None else None,
            entry.get("level") == "warning",
            across,
            entry.get("in") == "question",
            str(entry.get("instead", "")),
            tuple((str(old), str(new)) for old, new in (entry.get("swap") or {}).items()),
            str(entry.get("source", "")),
            str(entry.get("region", "")),
        )

    def _reader(self, groups: Groups) -> Reader:
        """One reader for all patterns of a file, so that its groups are read once."""
        if self.reader is None or self.reader.groups is not groups:
            self.reader = Reader(groups, self.spelling)
        return self.reader

    def _matchers(self, texts: Any, groups: Groups, across: bool = False) -> tuple[Matcher, ...]:
        found = []
        for text in _listed(texts):
            try:
                row = self._reader(groups).row(str(text))
                found.append(Matcher(str(text), row, self.spelling, across, required(row, self.spelling)))
            except PatternError as error:
                raise PackError(f"languages/{self.locale}/{self.file}: {error} (in `{text}`).") from error
        return tuple(found)


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]

"""Judge facts by a schema and say every fault in plain words, with the nearest allowed value."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from saferhub.model.problem import Phrase, Place, Problem, nearest, phrase
from saferhub.sources.schemas import DATE, Schema
from saferhub.sources.yaml_reader import Keys, Lines

ODD = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
KINDS = {
    "string": phrase("text"),
    "integer": phrase("a whole number"),
    "array": phrase("a list in brackets"),
    "object": phrase("a group of named values"),
    "boolean": phrase("true or false"),
}


def validate(data: object, schema: Schema, path: str, lines: Lines) -> list[Problem]:
    """Return every fault of the data. `lines` gives the line of each value."""
    problems: list[Problem] = []
    for error in Draft202012Validator(schema).iter_errors(data):
        keys = tuple(error.absolute_path)
        problems.extend(_problems(error, keys, Place(path, _line(keys, lines)), lines, path))
    problems.extend(_odd_signs(data, (), path, lines))
    problems.extend(_bad_dates(data, schema, path, lines))
    return problems


def _line(keys: Keys, lines: Lines) -> int:
    for length in range(len(keys), -1, -1):
        if keys[:length] in lines:
            return lines[keys[:length]]
    return 1


def _named(keys: Keys) -> str:
    """The name of a value as its author sees it, such as `evidence.level` or `audiences`."""
    return ".".join(str(key) for key in keys if not isinstance(key, int)) or "facts"


def _problems(error: ValidationError, keys: Keys, place: Place, lines: Lines, path: str) -> Iterator[Problem]:
    name, kind = _named(keys), error.validator
    limit: Any = error.validator_value
    value: Any = error.instance
    parent: Mapping[str, Any] = error.schema if isinstance(error.schema, Mapping) else {}
    if kind == "required":
        yield from _missing(error, parent, keys, place)
    elif kind == "additionalProperties":
        yield from _unknown_names(value, parent, keys, lines, path)
    elif kind == "enum":
        yield Problem(
            "unknown-value",
            place,
            phrase("`{name}`: `{value}` is not an allowed value.", name=name, value=value),
            nearest(str(value), [str(allowed) for allowed in limit]),
        )
    elif kind == "type":
        yield Problem(
            "wrong-value",
            place,
            phrase("`{name}` must be {kind}.", name=name, kind=KINDS.get(str(limit), limit)),
            _example(parent),
        )
    else:
        yield Problem("wrong-value", place, _limit(name, str(kind), limit, value), _example(parent))


def _missing(error: ValidationError, parent: Mapping[str, Any], keys: Keys, place: Place) -> Iterator[Problem]:
    missing = error.message.split("'")[1]
    field = parent.get("properties", {}).get(missing, {})
    full = ".".join(filter(None, [_named(keys) if keys else "", missing]))
    example = (field.get("examples") or ["..."])[0]
    yield Problem(
        "missing-field",
        place,
        phrase("`{name}` is missing.", name=full),
        phrase("Add for example `{name}: {example}`.", name=missing, example=example),
    )


def _unknown_names(
    value: Mapping[str, Any], parent: Mapping[str, Any], keys: Keys, lines: Lines, path: str
) -> Iterator[Problem]:
    known = list(parent.get("properties", {}))
    for name in value:
        if name not in known:
            yield Problem(
                "unknown-field",
                Place(path, _line((*keys, name), lines)),
                phrase("`{name}` is not a name that we know here.", name=name),
                nearest(name, known),
            )


def _limit(name: str, kind: str, limit: object, value: object) -> Phrase:
    length = len(value) if isinstance(value, (str, list, dict)) else 0
    if kind == "maxLength":
        return phrase("`{name}` has {length} characters; {limit} are allowed.", name=name, length=length, limit=limit)
    if kind in ("minLength", "minItems", "minProperties"):
        return phrase("`{name}` needs at least {limit}.", name=name, limit=limit)
    if kind == "maxItems":
        return phrase(
            "`{name}` has {length} entries; at most {limit} are allowed.", name=name, length=length, limit=limit
        )
    if kind == "uniqueItems":
        return phrase("`{name}` names something twice.", name=name)
    if kind in ("minimum", "maximum"):
        return phrase("`{name}`: {value} is outside of what is allowed ({limit}).", name=name, value=value, limit=limit)
    return phrase("`{name}`: `{value}` is not written as it should be.", name=name, value=value)


def _example(schema: Mapping[str, Any]) -> Phrase:
    examples = schema.get("examples")
    if examples:
        return phrase("Write it for example as `{example}`.", example=examples[0])
    return phrase("See the page on writing a lesson for how it is written.")


def _odd_signs(data: object, keys: Keys, path: str, lines: Lines) -> Iterator[Problem]:
    """Facts stand on one line; signs that nobody sees can turn the order of letters around or break a file."""
    if isinstance(data, dict):
        for name, value in data.items():
            yield from _odd_signs(value, (*keys, name), path, lines)
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _odd_signs(value, (*keys, index), path, lines)
    elif isinstance(data, str) and ODD.search(data):
        yield Problem(
            "wrong-value",
            Place(path, _line(keys, lines)),
            phrase("`{name}` holds a line break or a sign that cannot be seen.", name=_named(keys)),
            phrase("Write it again on one line."),
        )


def _bad_dates(data: object, schema: Schema, path: str, lines: Lines) -> Iterator[Problem]:
    """A pattern cannot know that the 31st of February does not exist."""
    fields = schema.get("properties")
    if not isinstance(data, dict) or not isinstance(fields, dict):
        return
    for name, field in fields.items():
        value = data.get(name)
        if field.get("pattern") == DATE and isinstance(value, str) and len(value) == 10:
            try:
                datetime.date.fromisoformat(value)
            except ValueError:
                yield Problem(
                    "wrong-value",
                    Place(path, _line((name,), lines)),
                    phrase("`{name}`: there is no day `{value}`.", name=name, value=value),
                    _example(field),
                )

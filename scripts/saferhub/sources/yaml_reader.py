"""Read YAML and remember on which line every value stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from saferhub.model.problem import Place, Problem, phrase

Keys = tuple[str | int, ...]
Lines = dict[Keys, int]
QUICK = getattr(yaml, "CSafeLoader", None)  # written in C and seven times as fast; not on every machine


@dataclass
class YamlText:
    """Plain data (dates stay text, as in JSON), the line of every value, and what was wrong."""

    data: object = None
    lines: Lines = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)


def read_yaml(text: str, path: str, first_line: int = 1) -> YamlText:
    """Read YAML text; `first_line` is the line of the file on which the text begins."""
    if QUICK is not None:
        try:
            result = _read(text, path, first_line, QUICK)
        except (yaml.YAMLError, ValueError, IndexError, KeyError, TypeError, RecursionError):
            pass  # read once more: the slow reader says what is wrong in the same words on every machine
        else:
            if not result.problems:
                return result
    result = YamlText()
    try:
        return _read(text, path, first_line, yaml.SafeLoader)
    except (ValueError, IndexError, KeyError, TypeError) as error:  # `!!int foo`, a number of thousands of digits
        result.problems.append(_bad_yaml(path, first_line, str(error).split("\n")[0] or "a value is not what it says"))
    except RecursionError:
        result.problems.append(_bad_yaml(path, first_line, "values are nested too deeply"))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = first_line + (mark.line if mark is not None else 0)
        reason = getattr(error, "problem", None) or getattr(error, "reason", None) or "not readable"
        result.problems.append(_bad_yaml(path, line, str(reason)))
    result.data = None
    return result


def _read(text: str, path: str, first_line: int, kind: type[Any]) -> YamlText:
    result = YamlText()
    loader = kind(text)
    node = loader.get_single_node()
    if node is not None:
        result.data = _value(node, (), result, path, first_line, loader)
    if result.problems:
        result.data = None
    return result


def _value(node: yaml.Node, keys: Keys, result: YamlText, path: str, first_line: int, loader: Any) -> object:
    result.lines.setdefault(keys, first_line + node.start_mark.line)
    if not isinstance(node, yaml.ScalarNode):
        if id(node) in result.seen:  # a reference to an earlier part; a few of them can unfold into millions of values
            line = first_line + node.start_mark.line
            result.problems.append(_bad_yaml(path, line, "references such as `*name` are not used here"))
            return None
        result.seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, keys, result, path, first_line, loader)
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, (*keys, index), result, path, first_line, loader) for index, item in enumerate(node.value)]
    if node.tag == "tag:yaml.org,2002:timestamp":
        return node.value
    return loader.construct_object(node)


def _mapping(
    node: yaml.MappingNode, keys: Keys, result: YamlText, path: str, first_line: int, loader: Any
) -> dict[str, object]:
    data: dict[str, object] = {}
    for key_node, value_node in node.value:
        line = first_line + key_node.start_mark.line
        if not isinstance(key_node, yaml.ScalarNode):
            result.problems.append(_bad_yaml(path, line, "a name must be a single word or number"))
            continue
        key = str(key_node.value)
        if key in data:
            result.problems.append(
                Problem(
                    "bad-yaml",
                    Place(path, line),
                    phrase("`{key}` stands here for the second time.", key=key),
                    phrase("Keep one of the two lines."),
                )
            )
            continue
        result.lines[(*keys, key)] = line
        data[key] = _value(value_node, (*keys, key), result, path, first_line, loader)
    return data


def _bad_yaml(path: str, line: int, reason: str) -> Problem:
    return Problem(
        "bad-yaml",
        Place(path, line),
        phrase("The facts cannot be read here: {reason}.", reason=reason.rstrip(".")),
        phrase("Look for a missing colon, bracket or quotation mark on this line or just above it."),
    )

"""Find the words among the facts at the top of a page, and put other words in their place, to the byte.

A page is never written anew from its data: comments, order, quotes and blanks of everything else stay as people
wrote them. What a change would break is not changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import yaml

from saferhub.sources.documents import FRONT_MATTER
from saferhub.sources.fact_writing import scalar
from saferhub.sources.yaml_reader import Keys, read_yaml

TRANSLATED_FACTS = ("title", "summary", "materials", "objectives")
STRING = "tag:yaml.org,2002:str"
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Edit = tuple[int, int, str]


@dataclass(frozen=True)
class FactSpan:
    """A value as it is written: its offsets in the file, with its quotes or block mark, and what it says."""

    start: int
    end: int
    value: str
    is_text: bool = True  # false for a number, a date or nothing, which is not the same as text that looks like it
    in_flow: bool = False  # inside brackets or braces


def fact_spans(source: str) -> dict[Keys, FactSpan]:
    """Find the words of the facts that are translated; none in a page whose facts cannot be read."""
    root, start = _facts(source)
    return {} if root is None else dict(_spans(root, source, start))


def with_facts(source: str, values: Mapping[Keys, str]) -> str:
    """Put words in the place of those facts, and add facts that are not there; the rest stays as it is.

    Other facts than those that are translated are left alone. When the page cannot be read, or the result would not
    say exactly what was asked for, the page stays as it is.
    """
    root, start = _facts(source)
    wanted = {keys: value for keys, value in values.items() if keys and keys[0] in TRANSLATED_FACTS}
    match = FRONT_MATTER.match(source)
    if root is None or match is None:
        return source
    spans = dict(_spans(root, source, start))
    for is_plain_allowed in (True, False):  # a plain value may be cut by what stands around it; quotes never are
        edits: list[Edit] = []
        for keys, value in wanted.items():
            span = spans.get(keys)
            if span is not None and not (span.is_text and span.value == value):
                words = scalar(value, in_flow=span.in_flow, plain=is_plain_allowed)
                is_glued = span.start == span.end and not source[span.start - 1].isspace()  # nothing behind the colon
                edits.append((span.start, span.end, f" {words}" if is_glued else words))
        missing = {keys: value for keys, value in wanted.items() if keys not in spans}
        edits += _added(root, source, (start, match.end("facts")), missing, is_plain_allowed)
        result = source
        for first, last, words in sorted(edits, reverse=True):
            result = result[:first] + words + result[last:]
        if result == source or _says(result, source, wanted):
            return result
    return source


def _facts(source: str) -> tuple[yaml.MappingNode | None, int]:
    """The facts as a tree of marks, and where they begin. None when there are none or they cannot be read."""
    match = FRONT_MATTER.match(source)
    if match is None:
        return None, 0
    read = read_yaml(match["facts"], "")
    if read.problems:
        return None, 0
    if read.data is None:
        end = yaml.Mark("", len(match["facts"]), 0, 0, None, 0)
        return yaml.MappingNode("", [], end, end, flow_style=False), match.start("facts")
    node = yaml.compose(match["facts"], LOADER)
    return node if isinstance(node, yaml.MappingNode) else None, match.start("facts")


def _spans(root: yaml.MappingNode, source: str, start: int) -> Iterator[tuple[Keys, FactSpan]]:
    for key, node in root.value:
        name = str(key.value)
        if name not in TRANSLATED_FACTS or node.start_mark.index < key.end_mark.index:
            continue  # a reference to a value that stands elsewhere
        flow = bool(root.flow_style)
        if isinstance(node, yaml.ScalarNode):
            yield (name,), _span(node, source, start, flow)
        elif isinstance(node, yaml.SequenceNode):
            for number, item in enumerate(node.value):
                if isinstance(item, yaml.ScalarNode) and item.start_mark.index >= node.start_mark.index:
                    yield (name, number), _span(item, source, start, flow or bool(node.flow_style))


def _span(node: yaml.ScalarNode, source: str, start: int, in_flow: bool) -> FactSpan:
    first, last = start + node.start_mark.index, start + node.end_mark.index
    if node.style in ("|", ">"):  # its end mark stands behind the empty lines and comments after it
        last = first + len(source[first:last].rstrip())
    return FactSpan(first, last, node.value, node.tag == STRING, in_flow)


def _added(
    root: yaml.MappingNode, source: str, area: tuple[int, int], missing: Mapping[Keys, str], plain: bool
) -> Iterator[Edit]:
    """Write facts that are not there at the end of the facts, and further items at the end of their list."""
    start, end = area
    present = {str(key.value): node for key, node in root.value}
    lists: dict[str, list[str]] = {}
    lines: list[str] = []
    for keys, value in sorted(
        missing.items(), key=lambda entry: (TRANSLATED_FACTS.index(str(entry[0][0])), *entry[0][1:])
    ):
        name = str(keys[0])
        if len(keys) == 2:
            lists.setdefault(name, []).append(value)
        elif name not in present:
            lines.append(f"{name}: {scalar(value, in_flow=bool(root.flow_style), plain=plain)}")
    for name, items in lists.items():
        node = present.get(name)
        if isinstance(node, yaml.SequenceNode):
            yield _appended(node, source, start, items, plain)
        elif node is None and root.flow_style:
            lines.append(f"{name}: [{', '.join(scalar(item, in_flow=True, plain=plain) for item in items)}]")
        elif node is None:
            lines += [f"{name}:", *(f"  - {scalar(item, plain=plain)}" for item in items)]
        elif node.start_mark.index == node.end_mark.index and not root.flow_style:
            column = " " * (root.start_mark.column + 2)
            place = start + node.end_mark.index
            yield place, place, "".join(f"\n{column}- {scalar(item, plain=plain)}" for item in items)
    if lines and root.flow_style:
        place = start + root.end_mark.index - 1
        yield place, place, (", " if root.value else "") + ", ".join(lines)
    elif lines:
        indent = " " * (root.start_mark.column if root.value else 0)
        yield end, end, "".join(f"{indent}{line}\n" for line in lines)


def _appended(node: yaml.SequenceNode, source: str, start: int, items: list[str], plain: bool) -> Edit:
    if node.flow_style:
        place = start + node.end_mark.index - 1
        words = ", ".join(scalar(item, in_flow=True, plain=plain) for item in items)
        return place, place, f", {words}" if node.value else words
    last = node.value[-1]
    end = start + last.end_mark.index
    if isinstance(last, yaml.ScalarNode):
        end = _span(last, source, start, in_flow=False).end
    else:
        end = start + len(source[start:end].rstrip())
    line_end = source.find("\n", end)
    place = len(source) if line_end < 0 else line_end
    indent = " " * node.start_mark.column
    return place, place, "".join(f"\n{indent}- {scalar(item, plain=plain)}" for item in items)


def _says(result: str, source: str, wanted: Mapping[Keys, str]) -> bool:
    """Whether the new facts are the old ones but for what was asked for, and the text below is the same."""
    old, new = FRONT_MATTER.match(source), FRONT_MATTER.match(result)
    if old is None or new is None or source[old.end() :] != result[new.end() :]:
        return False
    before, after = read_yaml(old["facts"], ""), read_yaml(new["facts"], "")
    data = dict(before.data) if isinstance(before.data, dict) else {}
    for keys, value in sorted(wanted.items(), key=lambda entry: (str(entry[0][0]), *entry[0][1:])):
        name = str(keys[0])
        if len(keys) == 1:
            data[name] = value
            continue
        items = list(data[name]) if isinstance(data.get(name), list) else []
        if keys[1] in range(len(items)):
            items[int(keys[1])] = value
        else:
            items.append(value)
        data[name] = items
    return not after.problems and after.data == data

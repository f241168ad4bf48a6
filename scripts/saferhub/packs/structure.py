"""Repair the tags of a PDF so that a screen reader gets what the page means.

WeasyPrint 70 writes a tag for every box, in the order in which it lays them out. This module walks the same boxes in
the same order, so it knows for each tag which element of the page it came from. Then it mends what PDF/UA-1 and readers
need: running heads and page numbers are artifacts, words in another language carry it, contents are contents, head
cells say what they are heads of, what was cut by the end of a page is one thing again, and no letter maps to nothing.

When the engine changes its order, the walk notices and refuses; a test holds the version in its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pydyf
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
BLOCKS = frozenset(
    [
        "/P",
        "/L",
        "/LI",
        "/LBody",
        "/Table",
        "/TR",
        "/TD",
        "/TH",
        "/TBody",
        "/BlockQuote",
        "/H1",
        "/H2",
        "/H3",
        "/H4",
        "/H5",
        "/H6",
        "/Sect",
        "/Art",
        "/Div",
        "/Part",
        "/Caption",
    ]
)
CONTENTS = {"/L": "/TOC", "/LI": "/TOCI", "/LBody": "/Reference"}
SLOPING = frozenset({"ur"})  # no engine writes Nastaliq letters that can be read back from the page itself
ROW, COLUMN = "/Row", "/Column"


class StructureError(RuntimeError):
    """Raised when boxes and tags do not fit together; the PDF is not fit to be published."""


@dataclass
class Tagged:
    """A tag, the box it was made for, the page it stands on, and the tag around it."""

    tag: Any
    box: Any
    page: int
    depth: int
    around: Any
    in_margin: bool

    @property
    def element(self) -> Any:
        """The element of the page, if the box is not the page itself."""
        return self.box.element


def repair(document: Any, pdf: Any) -> None:
    """Mend the tags of a finished document in place, before it is written."""
    found = list(_walk(document, pdf))
    by_number = {item.number: item for item in pdf.objects}
    streams = _streams(pdf, by_number)
    hidden = _repeated_heads(found)
    inner_links: set[int] = set()
    for one in found:
        if one.in_margin or id(one.tag) in hidden:
            _hide(one, streams)
            continue
        _name_language(one, document)
        _head_cell(one)
        _contents(one)
        _spoken(one, document)
        _one_link(one, inner_links)
        if getattr(one.box, "is_leader", False):
            _hide(one, streams, "/Layout")
    _empty_slots(pdf, by_number, streams)
    _join(found, hidden, by_number)
    for one in found:
        if one.in_margin or id(one.tag) in hidden:
            one.tag.free = "f"
    _drop_hidden(found, hidden, by_number)
    shown = [one.tag for one in found if one.tag.free != "f"]
    for tag in shown:
        if tag["S"] == "/LI":
            _one_body(tag, pdf, by_number)
    _lift_links(shown, pdf, by_number)
    no_empty_letters(pdf)


def _walk(document: Any, pdf: Any) -> Iterator[Tagged]:
    """Return every tag with its box, in the order in which the engine made them."""
    tags = iter(
        item
        for item in pdf.objects
        if isinstance(item, pydyf.Dictionary) and item.get("Type") == "/StructElem" and item.get("S") != "/Document"
    )
    for number, page in enumerate(document.pages):
        yield from _of_box(page._page_box, None, tags, number, 0, False)
    if next(tags, None) is not None:
        raise StructureError("The engine made more tags than boxes. Pin the version that this module was written for.")


def _of_box(box: Any, around: Any, tags: Iterator[Any], page: int, depth: int, margin: bool) -> Iterator[Tagged]:
    if isinstance(box, AbsolutePlaceholder):
        box = box._box
    name = None if box.element is None else box.element_tag
    if name in ("html", "body") or isinstance(box, boxes.PageBox):
        if isinstance(box, boxes.ParentBox) and not isinstance(box, boxes.LineBox):
            for child in box.children:
                yield from _of_box(child, around, tags, page, depth, margin)
            return
    elif isinstance(box, boxes.MarginBox):
        for child in box.children:
            yield from _of_box(child, around, tags, page, depth, True)
        return
    elif name in ("li", "dt", "dd") and (around is None or around["S"] not in ("/LI", "/LBody")):
        bare = "list-item" not in box.style["display"] or box.style["list_style_type"] == "none"
        if name != "li" or bare:
            item = _next(tags)
            yield Tagged(item, box, page, depth, around, margin)
            yield from _of_box(box, item, tags, page, depth + 1, margin)
            return
    tag = _next(tags)
    yield Tagged(tag, box, page, depth, around, margin)
    if box.widget_annotation:
        _next(tags)
    inside = box
    if tag["S"] == "/Table" and box.is_table_wrapper and box.get_wrapped_table():
        table = box.get_wrapped_table()
        children = [part for child in box.children for part in (child.children if child is table else [child])]
    else:
        children = list(getattr(inside, "children", ()))
    for child in children:
        for part in child.children if isinstance(child, boxes.LineBox) else [child]:
            if isinstance(part, boxes.TextBox):
                if tag["S"] != "/Link":
                    yield Tagged(_next(tags), part, page, depth + 1, tag, margin)
            else:
                outer = tag
                if part.element_tag in ("ul", "ol") and tag["S"] == "/LI" and around is not None:
                    outer = around
                yield from _of_box(part, outer, tags, page, depth + 1, margin)


def _next(tags: Iterator[Any]) -> Any:
    found = next(tags, None)
    if found is None:
        raise StructureError("The engine made fewer tags than boxes. Pin the version that this module was written for.")
    return found


def _streams(pdf: Any, by_number: dict[int, Any]) -> list[dict[int, tuple[Any, int]]]:
    """Return for each page where its pieces of marked content begin, by their numbers."""
    found = []
    for number in pdf.pages["Kids"][::3]:
        stream = by_number[_number(by_number[number]["Contents"])]
        found.append(
            {
                item["MCID"]: (stream, place)
                for place, item in enumerate(stream.stream)
                if isinstance(item, pydyf.Dictionary) and "MCID" in item
            }
        )
    return found


def _number(reference: bytes) -> int:
    """Return the number of the object that `12 0 R` refers to."""
    return int(reference.split()[0])


def _repeated_heads(found: list[Tagged]) -> set[int]:
    """Return the tags of heads of tables that are printed again on a further page; they are read once."""
    first_page: dict[int, int] = {}
    repeated: set[int] = set()
    for one in found:
        again = one.tag["S"] == "/THead" and first_page.setdefault(id(one.element), one.page) != one.page
        if again or id(one.around) in repeated:
            repeated.add(id(one.tag))
    return repeated


def _hide(one: Tagged, streams: list[dict[int, tuple[Any, int]]], kind: str = "/Pagination") -> None:
    """Make an artifact of what stands in the margins of a page, and of the dots between a title and its page number:
    nobody wants them read out between two sentences."""
    for kid in list(one.tag["K"]):
        if isinstance(kid, int) and kid in streams[one.page]:
            stream, place = streams[one.page].pop(kid)
            stream.stream[place - 1] = "/Artifact"
            stream.stream[place] = pydyf.Dictionary({"Type": kind})
            if kind == "/Layout":
                one.tag["K"].remove(kid)


def _name_language(one: Tagged, document: Any) -> None:
    if one.element is None or isinstance(one.box, boxes.TextBox):
        return
    language = one.element.get("lang") or one.element.get(LANG)
    if language and one.element.tag != "html":
        one.tag["Lang"] = pydyf.String(language)


def _head_cell(one: Tagged) -> None:
    if one.tag["S"] == "/TH" and "A" in one.tag:
        one.tag["A"]["Scope"] = ROW if one.element.get("scope") == "row" else COLUMN


def _contents(one: Tagged) -> None:
    """Say that the list of contents is one, and that its entries refer to places in this document."""
    element = one.element
    if element is not None and "toc" in (element.get("class") or "").split() and one.tag["S"] in CONTENTS:
        one.tag["S"] = CONTENTS[one.tag["S"]]


def _spoken(one: Tagged, document: Any) -> None:
    if document.metadata.lang not in SLOPING:
        return
    words = one.box.text if isinstance(one.box, boxes.TextBox) else ""
    if one.tag["S"] == "/Link" and (one.around is None or one.around["S"] != "/Link"):
        words = "".join(_words(one.box))  # the words of a link have no tag of their own
    if words.strip():
        one.tag["ActualText"] = pydyf.String(words)


def _words(box: Any) -> Iterator[str]:
    if isinstance(box, boxes.TextBox):
        yield box.text
    elif not getattr(box, "is_leader", False):
        for child in getattr(box, "children", ()):
            yield from _words(child)


def _one_link(one: Tagged, inner: set[int]) -> None:
    """A line of the contents is one link, though the engine makes one of its title, its dots and its page number."""
    around = one.around
    if one.tag["S"] == "/Link" and around is not None and (around["S"] == "/Link" or id(around) in inner):
        inner.add(id(one.tag))
        one.tag["S"] = "/Span"


def _empty_slots(pdf: Any, by_number: dict[int, Any], streams: list[dict[int, tuple[Any, int]]]) -> None:
    """Take hidden pieces out of the table that leads from marked content to tags."""
    root = by_number[_number(pdf.catalog["StructTreeRoot"])]
    numbers = by_number[_number(root["ParentTree"])]["Nums"]
    for page, shown in enumerate(streams):
        slots = numbers[2 * page + 1]
        for mcid in range(len(slots)):
            if mcid not in shown:
                slots[mcid] = "null"


def _join(found: list[Tagged], hidden: set[int], by_number: dict[int, Any]) -> None:
    """Make one tag of a paragraph, list or table that was cut by the end of a page."""
    first: dict[tuple[int, int, str], Tagged] = {}
    for one in found:
        if one.in_margin or id(one.tag) in hidden or one.element is None or one.tag["S"] not in BLOCKS:
            continue
        key = (id(one.element), one.depth, str(one.tag["S"]))
        before = first.setdefault(key, one)
        if before is one or before.page == one.page or isinstance(one.box, boxes.TextBox):
            continue
        _append(before.tag, one, by_number)
        first[key] = Tagged(before.tag, one.box, one.page, one.depth, before.around, False)


def _append(target: Any, one: Tagged, by_number: dict[int, Any]) -> None:
    page = one.tag["Pg"]
    for kid in one.tag["K"]:
        if isinstance(kid, int):
            kid = pydyf.Dictionary({"Type": "/MCR", "Pg": page, "MCID": kid})
        else:
            by_number[_number(kid)]["P"] = target.reference
        target["K"].append(kid)
    around = _parent(one.tag, by_number)
    around["K"][:] = [kid for kid in around["K"] if kid != one.tag.reference]
    one.tag["K"][:] = []
    one.tag.free = "f"


def _parent(tag: Any, by_number: dict[int, Any]) -> Any:
    return by_number[_number(tag["P"])]


def _drop_hidden(found: list[Tagged], hidden: set[int], by_number: dict[int, Any]) -> None:
    for one in found:
        if id(one.tag) in hidden and not one.in_margin:
            around = _parent(one.tag, by_number)
            around["K"][:] = [kid for kid in around["K"] if kid != one.tag.reference]


def _one_body(item: Any, pdf: Any, by_number: dict[int, Any]) -> None:
    """Put everything that a list item says into one body: PDF/UA allows a label and a body in it, nothing else."""
    kids = [by_number[_number(kid)] for kid in item["K"]]
    outside = [kid for kid in kids if kid["S"] not in ("/Lbl", "/LBody")]
    bodies = [kid for kid in kids if kid["S"] == "/LBody"]
    if not outside and len(bodies) < 2:
        return
    if not bodies:
        bodies = [pydyf.Dictionary({"Type": "/StructElem", "S": "/LBody", "K": pydyf.Array(), "Pg": item["Pg"]})]
        pdf.add_object(bodies[0])
        by_number[bodies[0].number] = bodies[0]
        bodies[0]["P"] = item.reference
    body = bodies[0]
    held = list(body["K"]) if body in kids else []
    body["K"][:] = []
    for kid in [body if body in kids else None, *(kid for kid in kids if kid is not body)]:
        if kid is None or kid["S"] == "/Lbl":
            continue
        if kid is body:
            body["K"].extend(held)
        elif kid["S"] == "/LBody":
            kid["S"] = "/NonStruct"
            kid["P"] = body.reference
            body["K"].append(kid.reference)
        else:
            kid["P"] = body.reference
            body["K"].append(kid.reference)
    labels = [kid.reference for kid in kids if kid["S"] == "/Lbl"]
    item["K"][:] = [*labels, body.reference]


def _lift_links(tags: list[Any], pdf: Any, by_number: dict[int, Any]) -> None:
    """Hang the area that leads somewhere on the tag of the link itself, not on a part of its words."""
    root = by_number[_number(pdf.catalog["StructTreeRoot"])]
    numbers = by_number[_number(root["ParentTree"])]["Nums"]
    for tag in tags:
        for kid in list(tag["K"]):
            area = by_number[_number(kid)] if isinstance(kid, bytes) else None
            if area is None or area.get("Type") != "/OBJR" or tag["S"] == "/Link":
                continue
            link = tag
            while link["S"] not in ("/Link", "/Document"):
                link = _parent(link, by_number)
            if link["S"] == "/Document":
                tag["S"] = "/Link"
                continue
            tag["K"].remove(kid)
            link["K"].append(kid)
            place = by_number[_number(area["Obj"])]["StructParent"]
            numbers[numbers.index(place, 2 * len(pdf.pages["Kids"]) // 3) + 1] = link.reference


def no_empty_letters(pdf: Any) -> None:
    """Give shapes without letters of their own, such as joining strokes, a joiner that nobody reads out."""
    for item in pdf.objects:
        lines = getattr(item, "stream", None)
        if lines and any(isinstance(line, bytes) and line.endswith(b"beginbfchar") for line in lines):
            lines[:] = [
                line[:-2] + b"<200d>" if isinstance(line, bytes) and line.endswith(b"<>") else line for line in lines
            ]

"""Make the HTML of a lesson fit for paper and for a tagged PDF: what a screen needs and paper does not goes away.

What stands here is about form alone: headings of the right level, one list item one line, boxes to tick, addresses in
words. The words are those of the site.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree, html

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
BLANK = re.compile(r"_{3,}")
COLOUR = re.compile(rb"#([0-9a-fA-F]{6})\b")
DARKEST, LIGHTEST = 0.22, 0.9  # what is darker becomes ink, what is lighter becomes paper


def parsed(text: str) -> html.HtmlElement:
    """Return HTML without a frame as one element around it."""
    return html.fragment_fromstring(text, create_parent="div")


def written(elements: html.HtmlElement | list[html.HtmlElement]) -> str:
    """Return elements as the text of HTML."""
    many = elements if isinstance(elements, list) else [elements]
    return "".join(html.tostring(one, encoding="unicode", with_tail=False) for one in many)


def inner(element: html.HtmlElement) -> str:
    """Return what stands inside an element as the text of HTML."""
    return str(html.tostring(element, encoding="unicode", with_tail=False)).partition(">")[2].rpartition("</")[0]


def section(tree: html.HtmlElement, name: str) -> html.HtmlElement | None:
    """Return the part of a lesson with that identifier, such as `home`."""
    found = tree.find_class(f"part-{name}")
    return found[0] if found else None


def for_paper(tree: html.HtmlElement, prefix: str, deeper: int, where: Callable[[str], str]) -> None:
    """Change a lesson's or guide's HTML in place.

    `prefix` keeps identifiers of several lessons apart; `deeper` is by how many levels headings go down; `where` gives
    the address of a picture or link for the file that is made.
    """
    for element in list(tree.iter()):
        if not isinstance(element.tag, str):
            continue
        if element.tag in HEADINGS:
            element.tag = f"h{min(6, int(element.tag[1]) + deeper)}"
        _renamed(element, prefix)
        if element.tag == "img":
            element.set("src", where(element.get("src", "")))
        elif element.tag == "a":
            _linked(element, prefix, where)
        elif element.tag == "th" and not element.get("scope"):
            element.set("scope", "row" if _is_row_head(element) else "col")
        elif element.tag == "input":
            element.tag = "span"
            element.attrib.clear()
            element.set("class", "box")
    _heads_with_words(tree)
    _room_to_write(tree)
    _own_margin(tree)
    _unwrap_items(tree)
    _join_paragraph_pictures(tree)


def _renamed(element: html.HtmlElement, prefix: str) -> None:
    for name in ("id", "aria-labelledby", "for"):
        value = element.get(name)
        if value:
            element.set(name, f"{prefix}-{value}")
    if element.get("for"):
        del element.attrib["for"]


def _linked(element: html.HtmlElement, prefix: str, where: Callable[[str], str]) -> None:
    """A link inside the page stays; one to the web shows its address; one to a page of the hub becomes its words."""
    target = element.get("href", "")
    element.attrib.pop("rel", None)
    if target.startswith("#"):
        element.set("href", f"#{prefix}-{target[1:]}")
        return
    address = where(target)
    if not address:
        element.tag = "span"
        for name in ("href", "hreflang"):
            element.attrib.pop(name, None)
        return
    element.set("href", address)
    if element.get("class") == "external":
        # A space of its own: without it the name and the address are one word for a screen reader.
        _say_last(element, " ")
        shown = etree.SubElement(element, "span", {"class": "address", "dir": "ltr"})
        shown.text = f"({address.removeprefix('https://').removeprefix('http://').rstrip('/')})"


def _say_last(element: html.HtmlElement, words: str) -> None:
    if len(element):
        element[-1].tail = f"{element[-1].tail or ''}{words}"
    else:
        element.text = f"{element.text or ''}{words}"


def _is_row_head(cell: html.HtmlElement) -> bool:
    row = cell.getparent()
    return row is not None and row.getparent() is not None and row.getparent().tag == "tbody"


def _heads_with_words(tree: html.HtmlElement) -> None:
    """A head cell without words tells a screen reader nothing; it becomes an ordinary cell."""
    for cell in list(tree.iter("th")):
        if not cell.text_content().strip():
            cell.tag = "td"
            cell.attrib.pop("scope", None)


def _room_to_write(tree: html.HtmlElement) -> None:
    """Make lines to write on of `____`: strokes of a font are too short and too close for the hand of a child."""
    for cell in tree.iter("td"):
        if not len(cell) and BLANK.fullmatch((cell.text or "").strip()):
            cell.text = None
    for element in list(tree.iter()):
        if not isinstance(element.tag, str):
            continue
        if element.tail:
            pieces, blanks = BLANK.split(element.tail), BLANK.findall(element.tail)
            element.tail = pieces[0]
            for piece, blank in reversed(list(zip(pieces[1:], blanks, strict=True))):
                element.addnext(_line(blank, piece))
        if element.text:
            pieces, blanks = BLANK.split(element.text), BLANK.findall(element.text)
            element.text = pieces[0]
            for piece, blank in reversed(list(zip(pieces[1:], blanks, strict=True))):
                element.insert(0, _line(blank, piece))


def _line(blank: str, after: str) -> html.HtmlElement:
    line: html.HtmlElement = etree.Element("span", {"class": "short line" if len(blank) < 8 else "line"})
    line.tail = after
    return line


def _own_margin(tree: html.HtmlElement) -> None:
    """Put the words of an item that is in another language into a block, so that its bullet or number stays in the
    margin where those of the other items are."""
    for item in list(tree.iter("li")):
        if item.get("dir"):
            block = etree.Element("div")
            for name in ("lang", "dir"):
                if item.get(name):
                    block.set(name, item.attrib.pop(name))
            block.text, item.text = item.text, None
            block.extend(list(item))
            item.append(block)


def _unwrap_items(tree: html.HtmlElement) -> None:
    """Take the first paragraph out of list items: PDF/UA wants the words of an item directly in its body."""
    for item in tree.iter("li", "dd"):
        paragraphs = [child for child in item if child.tag == "p"]
        for paragraph in paragraphs[:1]:
            if paragraph.get("lang") or paragraph.get("class"):
                paragraph.tag = "div"
            elif item[0] is paragraph and not (item.text or "").strip():
                paragraph.drop_tag()
        for paragraph in item.findall("p"):
            paragraph.tag = "div"
            paragraph.set("class", f"{paragraph.get('class', '')} more".strip())


def _join_paragraph_pictures(tree: html.HtmlElement) -> None:
    """A paragraph that holds a picture and nothing else is a figure."""
    for picture in list(tree.iter("img")):
        parent = picture.getparent()
        if parent is not None and parent.tag == "p" and len(parent) == 1 and not parent.text_content().strip():
            parent.tag = "div"
            parent.set("class", "picture")


def cards(tree: html.HtmlElement) -> list[html.HtmlElement]:
    """Return the lists whose items are cut out as cards."""
    return [block for block in tree.find_class("cards") if block.find("ul") is not None]


def one_ink(drawing: bytes) -> bytes:
    """Return a drawing in black, grey and white: a colour that a copier cannot see is not in it."""
    return COLOUR.sub(_grey, drawing)


def _grey(colour: re.Match[bytes]) -> bytes:
    red, green, blue = (int(colour[1][place : place + 2], 16) for place in (0, 2, 4))
    light = (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255
    level = 0 if light < DARKEST else 255 if light > LIGHTEST else round(255 * light)
    return b"#%02x%02x%02x" % (level, level, level)

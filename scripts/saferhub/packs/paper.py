"""Make the HTML of a lesson fit for paper and for a tagged PDF: what a screen needs and paper does not goes away.

What stands here is about form alone: headings of the right level, one list item one line, boxes to tick, addresses in
words. The words are those of the site.
"""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree, html

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


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
        shown = etree.SubElement(element, "span", {"class": "address", "dir": "ltr"})
        shown.text = address.removeprefix("https://").removeprefix("http://").rstrip("/")


def _is_row_head(cell: html.HtmlElement) -> bool:
    row = cell.getparent()
    return row is not None and row.getparent() is not None and row.getparent().tag == "tbody"


def _heads_with_words(tree: html.HtmlElement) -> None:
    """A head cell without words tells a screen reader nothing; it becomes an ordinary cell."""
    for cell in list(tree.iter("th")):
        if not cell.text_content().strip():
            cell.tag = "td"
            cell.attrib.pop("scope", None)


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

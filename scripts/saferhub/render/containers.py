"""The blocks of lessons (handout, quiz and so on) for Python-Markdown, whichever generator runs it.

It is an extension of Python-Markdown and knows nothing of MkDocs. Add `saferhub.render.containers` to the list of
Markdown extensions.
"""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree as etree  # noqa: N813  (its usual name among Markdown extensions)

from markdown import Markdown
from markdown.extensions.attr_list import get_attrs_and_remainder
from markdown.treeprocessors import Treeprocessor
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block

TASK = re.compile(r"^\[(?P<mark>[ xX])\]\s+")
TRAILING_ATTRIBUTES = re.compile(r"\s*\n\s*\{:(?P<attributes>[^{}]*)\}\s*$")


class _Part(Block):  # type: ignore[misc]
    """A block that becomes one element with an optional title."""

    ARGUMENT = None
    TAG = "div"
    TITLE = "p"
    SHOWS_ARGUMENT = True

    def on_create(self, parent: etree.Element) -> etree.Element:
        element = etree.SubElement(parent, self.TAG, {"class": self.NAME})
        if self.argument and self.SHOWS_ARGUMENT:
            title = etree.SubElement(element, self.TITLE, {"class": "block-title"})
            title.text = self.argument
        return element

    def on_end(self, block: etree.Element) -> None:
        """Nothing to change once the inner text is there."""


class Facilitator(_Part):
    """A note for the person who teaches."""

    NAME = "facilitator"


class Avoid(_Part):
    """Something that people say and that does not help."""

    NAME = "avoid"


class Safeguarding(_Part):
    """What to do so that everybody is safe in the lesson."""

    NAME = "safeguarding"


class Help(_Part):
    """Who can help. Its argument names purposes, which are for the hub and not for readers."""

    NAME = "help"
    SHOWS_ARGUMENT = False


class Media(_Part):
    """A sign-language or video slot with its transcript."""

    NAME = "media"


class Cards(_Part):
    """A list whose items are cut out as cards."""

    NAME = "cards"


class Handout(_Part):
    """A page to copy, which begins on a printed page of its own."""

    NAME = "handout"
    TAG = "section"
    TITLE = "h3"

    def on_end(self, block: etree.Element) -> None:
        for heading in list(block.iter("h3"))[1 if self.argument else 0 :]:
            heading.tag = "h4"


class Quiz(_Part):
    """A question whose options are radio buttons; the feedback of the chosen one is shown by the style sheet alone."""

    NAME = "quiz"
    TAG = "fieldset"

    def on_end(self, block: etree.Element) -> None:
        counter = self.tracker.setdefault("quiz", 0) + 1
        self.tracker["quiz"] = counter
        options = block.find("ul")
        legend = etree.Element("legend")
        for paragraph in [child for child in block if child.tag == "p"]:
            _move(paragraph, legend)
            block.remove(paragraph)
        block.insert(0, legend)
        if options is None:
            return
        block.remove(options)
        for number, item in enumerate(options.findall("li"), 1):
            block.append(_option(item, counter, number))


def _move(source: etree.Element, target: etree.Element) -> None:
    """Move words and inline parts of one element into another, with the attributes written after them."""
    text = source.text or ""
    found = TRAILING_ATTRIBUTES.search(text)
    if found:
        text = text[: found.start()]
        for name, value in get_attrs_and_remainder(found["attributes"])[0]:
            target.set(name, value or "")
    target.text = f"{target.text} {text}" if target.text else text
    target.extend(list(source))


def _option(item: etree.Element, quiz: int, number: int) -> etree.Element:
    """Make a radio button, its label and its feedback of a list item."""
    paragraphs = item.findall("p")
    first = paragraphs[0] if paragraphs else item
    task = TASK.match(first.text or "")
    right = bool(task and task["mark"] != " ")
    first.text = TASK.sub("", first.text or "")
    name = f"quiz-{quiz}-{number}"
    option = etree.Element("div", {"class": "option right" if right else "option"})
    etree.SubElement(option, "input", {"type": "radio", "name": f"quiz-{quiz}", "id": name})
    label = etree.SubElement(option, "label", {"for": name})
    _move(first, label)
    feedback = etree.SubElement(option, "div", {"class": "feedback"})
    for child in list(item):
        if child is not first and child not in list(label):
            feedback.append(child)
    return option


class _Sections(Treeprocessor):
    """Wrap each second-level heading and what follows it in a section, so that parts can be shown and printed alone."""

    def run(self, root: etree.Element) -> None:
        children = list(root)
        section: etree.Element | None = None
        for child in children:
            if child.tag == "h2":
                section = etree.Element("section", {"class": f"part part-{child.get('id', '')}"})
                if child.get("id"):
                    section.set("aria-labelledby", str(child.get("id")))
                root.insert(list(root).index(child), section)
            if section is not None:
                root.remove(child)
                section.append(child)


BLOCKS = (Facilitator, Avoid, Safeguarding, Help, Media, Cards, Handout, Quiz)


class ContainersExtension(BlocksExtension):  # type: ignore[misc]
    """The blocks of lessons."""

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: Any) -> None:  # noqa: N802
        for block in BLOCKS:
            block_mgr.register(block, self.getConfigs())
        md.treeprocessors.register(_Sections(md), "saferhub-sections", 1)


def makeExtension(**options: Any) -> ContainersExtension:  # noqa: N802
    """Return the extension; Python-Markdown looks for this name."""
    return ContainersExtension(**options)

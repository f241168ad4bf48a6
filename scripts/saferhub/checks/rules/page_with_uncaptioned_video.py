"""A film without captions."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.rule import Family, Finding, PageExample, Rule, found_in_the_pages
from saferhub.model.page import Element, RenderedPage
from saferhub.model.problem import Severity, phrase


def look(page: RenderedPage) -> Iterator[Finding]:
    """Look for the captions of each film."""
    for element in page.elements:
        if element.tag == "video" and not any(map(_is_captions, page.inside(element))):
            yield Finding(
                page.at(element),
                phrase("This film has no captions."),
                phrase('Add `<track kind="captions">` with the spoken words and the sounds that matter.'),
            )


def _is_captions(element: Element) -> bool:
    attributes = element.attributes
    return element.tag == "track" and attributes.get("kind") == "captions" and bool(attributes.get("src"))


RULE = Rule(
    slug="page-with-uncaptioned-video",
    family=Family.PAGES,
    severity=Severity.ERROR,
    what="A film without captions.",
    why="Deaf people miss all that is said, and so does everybody in a noisy room or without loudspeakers.",
    fix="Add captions with the spoken words and the sounds that matter, and a transcript.",
    examples=(
        PageExample(
            wrong='<video src="kind.webm" controls></video>',
            right='<video src="kind.webm" controls><track kind="captions" src="kind.vtt" srclang="en" label="English"></video>',
        ),
    ),
    check=found_in_the_pages,
    rendered_check=look,
)

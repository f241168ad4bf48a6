"""More sentences that forbid than sentences that say what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from saferhub.checks.rule import Example, Family, Finding, Rule, each_lesson_page
from saferhub.model.lesson import BlockKind, Document
from saferhub.model.library import Library
from saferhub.model.problem import Severity, phrase

SENTENCE = re.compile(r"[^.!?:]+[.!?:]?")
# English instructions begin with a bare verb; these are the ones that lessons use, prohibitions are told by their form.
PROHIBITION = re.compile(
    r"^\W*(please )?(do not|never|don't|avoid|stop \w+ing|no one may|you must not|you may not)\b", re.I
)
INSTRUCTION = re.compile(
    r"^\W*(please |then |now |together,? )?(add|agree|answer|ask|begin|bring|change|check|choose|close|collect|compare|copy|"
    r"cut|decide|draw|explain|find|follow|fill|form|give|go|greet|help|invite|join|keep|leave|let|listen|look|make|mark|"
    r"move|name|note|offer|pause|place|plan|play|point|practise|praise|press|put|read|repeat|report|rest|say|seat|share|"
    r"show|sit|sort|speak|stand|start|stay|stop|swap|switch|take|talk|tell|thank|think|try|turn|use|wait|walk|watch|"
    r"write)\b",
    re.I,
)
LEAST = 4  # a handful of prohibitions says nothing about a whole lesson


def look(library: Library, document: Document) -> Iterator[Finding]:
    """Count sentences that forbid and sentences that instruct, outside of examples to avoid."""
    forbids = instructs = 0
    first = 0
    for block in document.body.blocks:
        if block.kind in (BlockKind.CODE, BlockKind.HEADING) or any(part.name == "avoid" for part in block.containers):
            continue
        for sentence in SENTENCE.findall(block.text):
            if PROHIBITION.match(sentence):
                forbids += 1
                first = first or block.line
            elif INSTRUCTION.match(sentence):
                instructs += 1
    if forbids > LEAST and forbids > instructs:
        yield Finding(
            document.at(first),
            phrase(
                "The lesson forbids {forbids} times and says what to do {instructs} times.",
                forbids=forbids,
                instructs=instructs,
            ),
            phrase("Say what to do instead, beginning here."),
        )


RULE = Rule(
    slug="more-prohibitions-than-instructions",
    family=Family.STRUCTURE,
    severity=Severity.WARNING,
    what="More sentences that forbid than sentences that say what to do.",
    why="People remember and do what they are told to do. A list of prohibitions leaves a child without a next step, and sounds like a threat.",
    fix='Turn "do not" into what to do instead.',
    examples=(
        Example(
            wrong="Never write fast. Do not shout. Never send it. Do not answer. Never look. Do not stay. Never share. Do not ask. Never post. Do not wait. Never laugh. Do not copy. Never join. Do not reply. Never write.\n",
            right="Choose kind words.\n",
        ),
    ),
    check=each_lesson_page(look),
)

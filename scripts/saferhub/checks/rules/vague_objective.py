"""An objective that nobody can see or hear."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.folding import fold
from saferhub.checks.language_pack import language_pack
from saferhub.checks.rule import Example, Family, Finding, Rule, each_lesson_page
from saferhub.model.lesson import Document
from saferhub.model.library import Library
from saferhub.model.problem import Severity, phrase

SLUG = "vague-objective"


def look(library: Library, document: Document) -> Iterator[Finding]:
    """Look at the first words of each objective. Lessons are written in English first; translations follow the source."""
    pack = language_pack(document.locale)
    lists = pack.rules[SLUG].lists if pack and SLUG in pack.rules else {}
    objectives = document.facts.get("objectives")
    for index, text in enumerate(objectives if isinstance(objectives, list) else []):
        folded = fold(str(text)).text
        first = str(text).split()[:1]
        vague = next((found for matcher in lists.get("vague", ()) if (found := matcher.expression.match(folded))), None)
        if vague:
            yield Finding(
                document.place("objectives", index),
                phrase(
                    "The objective begins with `{verb}`, which cannot be seen or heard.", verb=str(text)[: vague.end()]
                ),
                phrase("Begin with what learners do: name, show, decide, sort, explain, practise."),
            )
        elif first and lists and not any(matcher.expression.match(folded) for matcher in lists.get("clear", ())):
            yield Finding(
                document.place("objectives", index),
                phrase(
                    "The objective begins with `{verb}`; is that something that can be seen or heard?", verb=first[0]
                ),
                phrase("Begin with what learners do: name, show, decide, sort, explain, practise."),
                Severity.WARNING,
            )


RULE = Rule(
    slug=SLUG,
    family=Family.METADATA,
    severity=Severity.ERROR,
    what="An objective that nobody can see or hear.",
    why='Whether learners "understand" cannot be seen. What they name, show or decide can, and then practice and quiz follow by themselves.',
    fix="Begin with a verb such as name, show, decide, sort, explain, write or practise.",
    examples=(Example(wrong="- Understand kind words.", right="- Name two kind words."),),
    check=each_lesson_page(look),
    is_worded=True,
)

"""A lesson on a harm that does not say who can help with it."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.rule import Example, Family, Finding, Rule, each_lesson
from saferhub.model.lesson import Lesson
from saferhub.model.library import Library
from saferhub.model.problem import Severity, phrase


def look(library: Library, lesson: Lesson) -> Iterator[Finding]:
    """Compare the help blocks of the lesson with what its harms need."""
    offered = {
        purpose.strip()
        for part in lesson.body.containers
        if part.name == "help"
        for purpose in part.argument.split(",")
    }
    needed = {purpose for harm in map(library.taxonomy.harm, lesson.harms) if harm for purpose in harm.help}
    missing = sorted(needed - offered)
    section = lesson.body.section("help")
    if missing:
        yield Finding(
            lesson.document.at(section.line if section else lesson.body.first_line),
            phrase("The lesson does not point to help for: {missing}.", missing=", ".join(missing)),
            phrase(
                "Add a line `/// help | {all}` and a line `///` to the section `help`.",
                all=", ".join(sorted(needed | (offered - {""}))),
            ),
        )
    allowed = set(library.taxonomy.ids("purposes"))
    for part in lesson.body.containers:
        unknown = [name.strip() for name in part.argument.split(",") if name.strip() not in allowed]
        if part.name == "help" and unknown:
            yield Finding(
                lesson.document.at(part.line),
                phrase("`{name}` is not a purpose of help.", name=unknown[0]),
                phrase("Allowed are: {allowed}.", allowed=", ".join(sorted(allowed))),
            )


RULE = Rule(
    slug="missing-help-signpost",
    family=Family.STRUCTURE,
    severity=Severity.ERROR,
    what="A lesson on a harm that does not say who can help with it.",
    why="Whenever a risk is named, help must be near: some readers need it now.",
    fix="Put a help block into the section `help`, with the purposes that the message names.",
    examples=(Example(wrong="/// help | report", right="/// help | talk"),),
    check=each_lesson(look),
)

"""Judge the recipe of a pack: do its lessons and languages exist, has it a name of its own, is there time for it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from saferhub.checks.rule import Finding
from saferhub.model.lesson import Lesson
from saferhub.model.locale import Locale
from saferhub.model.pack import PackRecipe
from saferhub.model.problem import Place, nearest, phrase

STANDARD = ("ages-", "adults-")  # the names of packs that nobody has to write down begin like this


def recipe_faults(
    recipe: PackRecipe, lessons: Sequence[Lesson], locales: Sequence[Locale], unreadable: Collection[str] = ()
) -> Iterator[Finding]:
    """Say what is wrong with a recipe that somebody wrote down. `unreadable` are lessons that exist all the same."""
    place = Place(recipe.path or recipe.id)
    if recipe.id.startswith(STANDARD):
        message = phrase("Packs named like `{id}` are made without a recipe.", id=recipe.id)
        yield Finding(place, message, phrase("Give the file a name that says what this pack is for."))
    known = {lesson.id: lesson for lesson in lessons if lesson.status == "published"}
    for lesson_id in recipe.lessons:
        if lesson_id not in known and lesson_id not in unreadable:
            message = phrase("There is no published lesson `{id}`.", id=lesson_id)
            yield Finding(place, message, nearest(lesson_id, known))
    languages = [locale.id for locale in locales]
    for locale_id in recipe.locales:
        if locale_id not in languages:
            message = phrase("The hub has no language `{id}`.", id=locale_id)
            yield Finding(place, message, nearest(locale_id, languages))
    minutes = sum(known[lesson_id].minutes for lesson_id in recipe.lessons if lesson_id in known)
    if recipe.session_minutes and minutes > recipe.session_minutes:
        yield Finding(
            place,
            phrase(
                "The lessons take {minutes} minutes, and there are {limit}.",
                minutes=minutes,
                limit=recipe.session_minutes,
            ),
            phrase("Take lessons out, make two packs, or write a longer time into `session_minutes`."),
        )

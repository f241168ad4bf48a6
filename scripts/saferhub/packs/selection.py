"""Which lessons go into a pack, and what is left out because a language does not have it yet."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass

from saferhub.catalogue.catalogue import Catalogue
from saferhub.catalogue.facets import FACETS, used_terms, values
from saferhub.model.lesson import Lesson
from saferhub.model.locale import Locale
from saferhub.model.pack import ADULTS, PackOrder, PackRecipe
from saferhub.translation.composition import ComposedPage

AGE, AUDIENCE = FACETS[0], FACETS[1]
LEARNERS, FAMILIES = "learners", "parents-carers"
LETTER = "home"


@dataclass(frozen=True)
class Selection:
    """The lessons of a pack in one language.

    `letters` are lessons of which only the letter for families is in it. `left_out` would be in it and are not
    translated far enough.
    """

    lessons: tuple[Lesson, ...]
    letters: tuple[Lesson, ...]
    left_out: tuple[Lesson, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to print."""
        return not self.lessons and not self.letters

    @property
    def minutes(self) -> int:
        """How long all lessons take together."""
        return sum(lesson.minutes for lesson in self.lessons)


def standard_recipes(catalogue: Catalogue) -> Iterator[PackRecipe]:
    """Return the packs that exist without being written down.

    One for the learners of every age band, one for the families of that band, and one for each group of adults.
    """
    taxonomy, lessons = catalogue.taxonomy, catalogue.lessons
    for_learners = tuple(lesson for lesson in lessons if lesson.ages)
    for band, _ in used_terms(for_learners, AGE, taxonomy):
        yield PackRecipe(f"ages-{band.id}", ages=band.id, audience=LEARNERS)
    for band, _ in used_terms(for_learners, AGE, taxonomy):
        if any(FAMILIES in lesson.audiences for lesson in lessons):
            recipe_id = f"ages-{band.id}-{FAMILIES}"
            yield PackRecipe(recipe_id, ages=band.id, audience=FAMILIES, editions=("facilitator",))
    for_adults = tuple(lesson for lesson in lessons if not lesson.ages)
    for audience, _ in used_terms(for_adults, AUDIENCE, taxonomy):
        yield PackRecipe(f"{ADULTS}-{audience.id}", ages=ADULTS, audience=audience.id, editions=("facilitator",))


def choose(recipe: PackRecipe, catalogue: Catalogue, locale: Locale) -> Selection:
    """Return what a pack holds in one language."""
    named = [catalogue.library.lesson(lesson_id) for lesson_id in recipe.lessons]
    wanted = [lesson for lesson in named if lesson] if recipe.lessons else list(_asked_for(recipe, catalogue))
    letters = _letters(recipe, catalogue) if not recipe.lessons else []
    lessons: list[Lesson] = []
    left_out: list[Lesson] = []
    with_letter: list[Lesson] = []
    for lesson in wanted:
        fit = catalogue.composed(lesson.document, locale).is_published(locale)
        (lessons if fit else left_out).append(lesson)
    for lesson in letters:
        fit = has_letter(catalogue.composed(lesson.document, locale), locale)
        (with_letter if fit else left_out).append(lesson)
    return Selection(tuple(lessons), tuple(with_letter), tuple(left_out))


def _asked_for(recipe: PackRecipe, catalogue: Catalogue) -> Iterator[Lesson]:
    for lesson in catalogue.lessons:
        if recipe.audience and recipe.audience not in lesson.audiences:
            continue
        if recipe.harms and not set(recipe.harms) & set(lesson.harms):
            continue
        # Lessons for adults have no ages: those for parents belong to the pack for the parents of any age band.
        of_age = not lesson.ages or recipe.ages in values(lesson, AGE, catalogue.taxonomy)
        if of_age if recipe.ages and recipe.ages != ADULTS else not (recipe.ages == ADULTS and lesson.ages):
            yield lesson


def _letters(recipe: PackRecipe, catalogue: Catalogue) -> list[Lesson]:
    """Return the lessons for the children of a band, whose letters families get."""
    if recipe.audience != FAMILIES or not recipe.ages or recipe.ages == ADULTS:
        return []
    for_children = dataclasses.replace(recipe, audience=LEARNERS)
    return [lesson for lesson in _asked_for(for_children, catalogue) if lesson.ages]


def has_letter(page: ComposedPage, locale: Locale) -> bool:
    """Whether every sentence of the letter for families may be shown in the language of the page."""
    if locale.is_source:
        return True
    if page.pairs is None:
        return False
    parts = [one for one in page.pairs.pairs if one.source.block and one.source.block.section == LETTER]
    return bool(parts) and all(one.shows_target for one in parts)


def orders(recipe: PackRecipe, catalogue: Catalogue) -> Iterator[PackOrder]:
    """Return the files that a recipe asks for, in the languages that it names or in all."""
    for locale in catalogue.locales:
        if recipe.locales and locale.id not in recipe.locales:
            continue
        if choose(recipe, catalogue, locale).is_empty:
            continue
        for edition in recipe.editions:
            for paper in recipe.papers:
                yield PackOrder(recipe, locale.id, edition, paper)

"""What goes into a pack, and what its pages say, before anything is set."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest
import yaml
from lxml import html

from conftest import ROOT
from packs.printing import ADDRESS, Hub, catalogue_of, html_of, printable, wanted
from saferhub.model.library import Library
from saferhub.model.pack import PackOrder, PackRecipe
from saferhub.packs.selection import choose, orders, standard_recipes
from saferhub.render.lesson_html import EXTENSIONS

YOUNG = PackRecipe("ages-9-12", ages="9-12", audience="learners")
TEENS = PackRecipe("ages-13-15", ages="13-15", audience="learners")
FAMILIES = PackRecipe("ages-9-12-parents-carers", ages="9-12", audience="parents-carers", editions=("facilitator",))
LESSON = "docs/en/lessons/kind-words.md"


@pytest.fixture
def tiny(tmp_path: Path) -> Hub:
    return Hub(printable(tmp_path / "hub"))


def words(page: str, path: str = ".") -> str:
    """Return the words of a pack's HTML below an XPath."""
    found = html.document_fromstring(page).find("body").xpath(path)
    return " ".join(" ".join(one.text_content().split()) for one in found)


def ids(page: str) -> list[str]:
    return [one.get("id") for one in html.document_fromstring(page).find("body") if one.get("id")]


def test_standard_packs_are_for_each_age_its_families_and_each_group_of_adults(tiny: Hub) -> None:
    recipes = {recipe.id: recipe for recipe in standard_recipes(tiny.catalogue())}
    assert list(recipes) == [
        "ages-9-12",
        "ages-13-15",
        "ages-9-12-parents-carers",
        "ages-13-15-parents-carers",
        "adults-parents-carers",
    ]
    assert recipes["ages-9-12"].editions == ("facilitator", "learner")
    assert recipes["ages-9-12-parents-carers"].editions == ("facilitator",)


def test_the_real_hub_offers_every_age_and_every_group_of_adults_that_has_a_lesson(real_library: Library) -> None:
    catalogue = catalogue_of(real_library)
    recipes = list(standard_recipes(catalogue))
    english = catalogue.locales[0]
    held = {lesson.id for recipe in recipes for lesson in choose(recipe, catalogue, english).lessons}
    assert held == {lesson.id for lesson in catalogue.lessons}
    assert not any(choose(recipe, catalogue, english).is_empty for recipe in recipes)


def test_families_get_the_letters_of_the_lessons_for_their_children(tiny: Hub) -> None:
    catalogue = tiny.catalogue()
    english, arabic = catalogue.locales
    found = choose(FAMILIES, catalogue, english)
    assert ([one.id for one in found.lessons], [one.id for one in found.letters]) == (["good-night"], ["kind-words"])
    # Arabic has the letter and not the lesson for parents: they get the letter, and are told what is missing.
    found = choose(FAMILIES, catalogue, arabic)
    assert ([one.id for one in found.lessons], [one.id for one in found.letters]) == ([], ["kind-words"])
    assert [one.id for one in found.left_out] == ["good-night"]
    page = tiny.pages_of(FAMILIES, "ar")
    assert "Good night, devices" in words(page, "//section[@id='how']//ul")
    assert "أسرتنا العزيزة، تدربنا اليوم." in words(page, "//section[@id='letters']")


def test_a_letter_of_which_a_part_is_not_translated_is_not_sent_to_families(tiny: Hub) -> None:
    tiny.edit(
        LESSON, "Dear family, we practised today.\n", "Dear family, we practised today.\n\nPlease ask about it.\n"
    )
    catalogue = tiny.catalogue()
    found = choose(FAMILIES, catalogue, catalogue.locales[1])
    assert found.letters == ()
    assert {one.id for one in found.left_out} == {"good-night", "kind-words"}
    assert [order.locale for order in orders(FAMILIES, catalogue)] == ["en"]


def test_a_lesson_below_the_threshold_of_its_language_is_left_out(tiny: Hub) -> None:
    recipe = PackRecipe("both", lessons=("kind-words", "ask-first"), title="Both", path="both.yml")
    catalogue = tiny.catalogue()
    share = catalogue.composed(catalogue.lessons[0].document, catalogue.locales[1]).coverage.share
    assert 0 < share < 100
    locale_file = tiny.root / "translations/ar/locale.yml"
    settings = yaml.safe_load(locale_file.read_text(encoding="utf-8"))
    locale_file.write_text(yaml.safe_dump({**settings, "publish_from": 99, "complete_from": 100}), encoding="utf-8")
    catalogue = tiny.catalogue()
    arabic = catalogue.locales[1]
    found = choose(recipe, catalogue, arabic)
    left = [one.id for one in found.left_out]
    assert "kind-words" in left
    assert not set(left) & {one.id for one in found.lessons}
    page = tiny.pages_of(recipe, "ar")
    assert "Kind words" in words(page, "//section[@id='how']//ul")
    assert "lesson-kind-words" not in ids(page)


def test_lessons_of_a_recipe_stand_in_its_order(tiny: Hub) -> None:
    for order in (("good-night", "kind-words"), ("kind-words", "good-night")):
        page = tiny.pages_of(PackRecipe("mine", lessons=order, title="Mine", path="mine.yml"))
        assert [one for one in ids(page) if one.startswith("lesson-")] == [f"lesson-{one}" for one in order]


def test_harms_choose_lessons(tiny: Hub) -> None:
    catalogue = tiny.catalogue()
    found = choose(PackRecipe("h", harms=("image-based-abuse",)), catalogue, catalogue.locales[0])
    assert [one.id for one in found.lessons] == ["ask-first"]


def test_the_learner_edition_has_nothing_that_is_meant_for_the_facilitator(tiny: Hub) -> None:
    secret = "ONLY-FOR-THE-ADULT"
    tiny.edit(LESSON, "Put chairs in pairs.", f"Put chairs in pairs. {secret}")
    tiny.edit(LESSON, "Choose kind words.\n", f"Choose kind words.\n\n/// facilitator\n{secret}\n///\n")
    tiny.edit(LESSON, "    Kind words help more.\n", f"    {secret}\n")
    note = f"\n/// facilitator\n{secret}\n///\n"
    tiny.edit(LESSON, "Messages bring friends together.\n", f"Messages bring friends together.\n{note}")
    tiny.edit(LESSON, "call a helpline.\n", f"call a helpline.\n{note}")
    tiny.edit(LESSON, "//// handout | Cards\n", f"//// handout | Cards\n{note}")
    assert tiny.pages_of(YOUNG).count(secret) >= 5
    page = tiny.pages_of(YOUNG, edition="learner")
    assert secret not in page
    assert "answers" not in ids(page)
    assert "letters" not in ids(page)
    assert "evidence" not in ids(page)
    assert not html.document_fromstring(page).xpath("//*[contains(@class, 'ticked')]")
    assert "What helps?" in words(page)  # the questions themselves are theirs
    assert "Messages bring friends together." in words(page)


def test_answers_stand_apart_from_the_questions(tiny: Hub) -> None:
    page = tiny.pages_of(YOUNG)
    lesson = words(page, "//article[@id='lesson-kind-words']")
    assert "What helps?" in lesson
    assert "Kind words help more." not in lesson
    assert "Kind words help more." in words(page, "//section[@id='answers']")
    assert ids(page).index("answers") > ids(page).index("handouts-kind-words")


def test_a_sensitive_lesson_has_a_page_before_it(tiny: Hub) -> None:
    for edition in ("facilitator", "learner"):
        found = ids(tiny.pages_of(TEENS, edition=edition))
        assert found.index("before-ask-first") + 1 == found.index("lesson-ask-first")
        assert "before-kind-words" not in ids(tiny.pages_of(YOUNG, edition=edition))
    before = "//section[@id='before-ask-first']"
    assert "Tell the safeguarding lead before the lesson." in words(tiny.pages_of(TEENS), before)
    learner = words(tiny.pages_of(TEENS, edition="learner"), before)
    assert "safeguarding lead" not in learner
    assert "Example Listeners" in learner


def test_safety_words_that_are_out_of_date_come_from_the_source(tiny: Hub) -> None:
    fresh = tiny.pages_of(YOUNG, "ar")
    assert "أخبروا بالغًا تثقون به." in fresh or "Tell an adult you trust." in fresh
    tiny.edit(LESSON, "Tell an adult you trust. You can also call a helpline.", "Tell two adults and call 112 first.")
    page = html.document_fromstring(tiny.pages_of(YOUNG, "ar"))
    assert "أخبروا بالغًا تثقون به." not in page.text_content()
    (found,) = [one for one in page.iter() if (one.text or "").strip().startswith("Tell two adults")]
    around = [one for one in [found, *found.iterancestors()] if one.get("lang")]
    assert (around[0].get("lang"), around[0].get("dir")) == ("en", "ltr")


def test_an_expired_service_never_prints(tiny: Hub) -> None:
    data = "docs/_data/help/international.yml"
    text = (tiny.root / data).read_text(encoding="utf-8")
    first, second = text.split("  - id: example-reports")
    second = second.replace("2027-05-22", "2027-01-01")
    (tiny.root / data).write_text(f"{first}  - id: example-reports{second}", encoding="utf-8")
    on_the_day = tiny.pages_of(TEENS, today=datetime.date(2027, 1, 1))
    assert "Example Reports" in on_the_day
    for edition in ("facilitator", "learner"):
        page = tiny.pages_of(TEENS, edition=edition, today=datetime.date(2027, 1, 2))
        assert "Example Reports" not in page
        assert "Example Listeners" in page


def test_services_of_other_countries_stand_in_no_pack(real_library: Library) -> None:
    catalogue = catalogue_of(real_library)
    national = {one.country: one for one in catalogue.help_entries if not one.is_international}
    assert {"GB", "FR"} <= set(national)
    recipe = PackRecipe("ages-3-5", ages="3-5", audience="learners", country="GB")
    page = html_of(ROOT, catalogue, recipe, "en", "learner")
    assert national["GB"].name in words(page)
    for country, entry in national.items():
        if country != "GB":
            assert entry.name not in words(page, "//section[@id='help']//strong")


def test_a_missing_drawing_is_told_and_no_pack_is_made_of_it(tiny: Hub) -> None:
    catalogue = tiny.catalogue()
    (tiny.root / "docs/en/assets/drawings/bubbles.svg").unlink()
    found = wanted(tiny.root, catalogue, PackOrder(YOUNG, "en", "learner", "A4"))
    assert isinstance(found, tuple)
    assert "kind-words.md: the drawing assets/drawings/bubbles.svg is not there" in found[1]


def test_contents_lead_to_places_that_are_there_once(real_library: Library) -> None:
    recipe = PackRecipe("ages-13-15", ages="13-15", audience="learners")
    page = html.document_fromstring(html_of(ROOT, catalogue_of(real_library), recipe, "en", "facilitator"))
    identifiers = [one.get("id") for one in page.xpath("//*[@id]")]
    assert len(identifiers) == len(set(identifiers))
    targets = [one.get("href")[1:] for one in page.xpath("//a[starts-with(@href, '#')]")]
    assert len(targets) > 10
    assert set(targets) <= set(identifiers)


def test_addresses_lead_to_the_site(tiny: Hub) -> None:
    page = html.document_fromstring(tiny.pages_of(YOUNG))
    shown = [one.get("href") for one in page.xpath("//section[@id='about']//a")]
    assert shown == [f"{ADDRESS}/en/browse/age/9-12.html", f"{ADDRESS}/en/contribute/index.html"]


def test_pages_on_paper_are_read_like_pages_of_the_site() -> None:
    class Loader(yaml.SafeLoader):
        """Reads mkdocs.yml, which has tags of its own."""

    Loader.add_multi_constructor("!", lambda loader, suffix, node: None)
    Loader.add_multi_constructor("tag:", lambda loader, suffix, node: None)
    settings = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader)
    names = [next(iter(one)) if isinstance(one, dict) else one for one in settings["markdown_extensions"]]
    assert list(EXTENSIONS) == names


def test_a_hub_without_lessons_has_no_packs(tiny: Hub) -> None:
    for path in (tiny.root / "docs/en/lessons").glob("*.md"):
        path.unlink()
    (tiny.root / "docs/_data/packs/first-steps.yml").unlink()
    catalogue = tiny.catalogue()
    assert list(standard_recipes(catalogue)) == []
    assert list(orders(YOUNG, catalogue)) == []


def test_titles_of_the_cover_and_of_the_file_are_the_same(real_library: Library) -> None:
    catalogue = catalogue_of(real_library)
    page = html.document_fromstring(
        html_of(ROOT, catalogue, PackRecipe("a", ages="3-5", audience="learners"), "ar", "learner")
    )
    title = re.sub("[\u2066-\u2069]", "", page.findtext(".//title") or "")
    assert title.startswith(page.xpath("string(//h1)"))
    assert page.get("lang") == "ar"
    assert page.get("dir") == "rtl"

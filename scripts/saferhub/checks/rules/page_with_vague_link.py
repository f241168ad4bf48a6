"""A link whose text says nothing about where it leads, such as `click here`."""

from __future__ import annotations

from collections.abc import Iterator

from saferhub.checks.rule import Family, Finding, PageExample, Rule, found_in_the_pages
from saferhub.model.page import RenderedPage
from saferhub.model.problem import Severity, phrase

# Whole texts of links, by language: what people write when they think of the mouse and not of the goal.
VAGUE = {
    "en": "here|click here|click|press here|tap here|this|this link|this page|link|read more|more|learn more|see more|find out more|details|go|go here|continue|website|read this",
    "fr": "ici|cliquez ici|cliquer ici|clique ici|lien|ce lien|cette page|lire la suite|en savoir plus|plus|voir plus|suite|détails",
    "es": "aquí|haz clic aquí|haga clic aquí|clic aquí|pulsa aquí|enlace|este enlace|leer más|más|ver más|saber más",
    "pt": "aqui|clique aqui|ligação|este link|link|leia mais|ler mais|mais|saiba mais|ver mais",
    "ar": "هنا|اضغط هنا|انقر هنا|اضغطي هنا|رابط|هذا الرابط|المزيد|اقرأ المزيد|اعرف المزيد|للمزيد",
    "ru": "здесь|тут|нажмите здесь|нажмите сюда|ссылка|эта ссылка|по ссылке|подробнее|далее|читать далее|узнать больше",
    "hy": "այստեղ|սեղմեք այստեղ|սեղմիր այստեղ|հղում|այս հղումը|ավելին|կարդալ ավելին|իմանալ ավելին",
    "zh": "这里|点击这里|点此|点击此处|此处|链接|更多|了解更多|阅读更多|詳情|详情",
}


def look(page: RenderedPage) -> Iterator[Finding]:
    """Compare the text of each link with what is said too often."""
    for element in page.elements:
        if element.tag != "a" or "href" not in element.attributes:
            continue
        name = element.attributes.get("aria-label") or element.text
        words = name.casefold().strip(" .,:;!…»›>→")
        if words and words in VAGUE.get(element.lang.split("-")[0], "").split("|"):
            yield Finding(
                page.at(element),
                phrase("The link `{text}` does not say where it leads.", text=element.quote),
                phrase("Write the goal of the link, so that it can be understood without the words around it."),
            )


RULE = Rule(
    slug="page-with-vague-link",
    family=Family.PAGES,
    severity=Severity.ERROR,
    what="A link whose text says nothing about where it leads, such as `click here`.",
    why="People with a screen reader go from link to link, or read a list of them. Ten times `here` is no list.",
    fix="Write the goal of the link, so that it can be understood without the words around it.",
    examples=(
        PageExample(
            wrong='<p>For kind words <a href="#kind">click here</a>.</p><h2 id="kind">Kind words</h2>',
            right='<p>Look at <a href="#kind">kind words</a>.</p><h2 id="kind">Kind words</h2>',
        ),
        PageExample(
            lang="fr",
            wrong='<p>Pour la suite, <a href="#mots">cliquez ici</a>.</p><h2 id="mots">Les mots</h2>',
            right='<p>Voir <a href="#mots">les mots gentils</a>.</p><h2 id="mots">Les mots</h2>',
        ),
    ),
    check=found_in_the_pages,
    rendered_check=look,
)

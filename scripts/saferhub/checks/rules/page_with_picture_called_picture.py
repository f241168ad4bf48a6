"""A picture whose alternative text says that it is a picture."""

from __future__ import annotations

import re
from collections.abc import Iterator

from saferhub.checks.rule import Family, Finding, PageExample, Rule, found_in_the_pages
from saferhub.model.page import RenderedPage
from saferhub.model.problem import Severity, phrase

# How such a text begins, by language. A screen reader has already said in the reader's own language that it is a picture.
SAYINGS = {
    "en": r"(?:an?|the|this|here is an?)?\s*(?:small |large )?(?:image|picture|photo|photograph|graphic|illustration|icon)\b(?!\s+(?:editor|album|frame|book|based))",
    "fr": r"(?:une?|la|le|l['’])?\s*(?:image|photo|photographie|illustration|icône)\b(?=\s+d|\W*$)",
    "es": r"(?:una?|la|el)?\s*(?:imagen|foto|fotografía|ilustración|icono)\b(?=\s+d|\W*$)",
    "pt": r"(?:uma?|a|o)?\s*(?:imagem|foto|fotografia|ilustração|ícone)\b(?=\s+d|\W*$)",
    "ar": r"(?:صورة|صور|رسم توضيحي|أيقونة)(?:\s|\W*$)",
    "ru": r"(?:изображение|картинка|фотография|фото|иконка|рисунок)(?:\s|\W*$)",
    "hy": r"(?:նկար|պատկեր|լուսանկար)(?:\s|\W*$)",
    "zh": r"(?:图片|图像|照片|图标|圖片|照片)",
}


def look(page: RenderedPage) -> Iterator[Finding]:
    """Look at how the words of each picture begin."""
    for element in page.elements:
        words = element.attributes.get("alt", "").strip()
        saying = SAYINGS.get(element.lang.split("-")[0])
        if words and element.tag in ("img", "input", "area") and saying and re.match(saying, words, re.I):
            yield Finding(
                page.at(element),
                phrase("The alternative text `{words}` says that the picture is a picture.", words=words),
                phrase("Begin with what it shows: screen readers already say that it is a picture."),
            )


RULE = Rule(
    slug="page-with-picture-called-picture",
    family=Family.PAGES,
    severity=Severity.ERROR,
    what="A picture whose alternative text says that it is a picture.",
    why="Screen readers say `image` by themselves, so people hear it twice, and a text that says nothing else leaves them with nothing.",
    fix="Begin with what the picture shows.",
    examples=(
        PageExample(
            wrong='<p><img src="friends.svg" alt="Image of two friends" width="9" height="9"></p>',
            right='<p><img src="friends.svg" alt="Two friends" width="9" height="9"></p>',
        ),
        PageExample(
            wrong='<p><img src="friends.svg" alt="image" width="9" height="9"></p>',
            right='<p><img src="friends.svg" alt="Imagine two friends who talk about a photo." width="9" height="9"></p>',
        ),
        PageExample(
            lang="fr",
            wrong='<p><img src="friends.svg" alt="Photo de deux amies" width="9" height="9"></p>',
            right='<p><img src="friends.svg" alt="Deux amies" width="9" height="9"></p>',
        ),
    ),
    check=found_in_the_pages,
    rendered_check=look,
)

"""Keep numbers in order on right-to-left pages: browsers would show a helpline 116 111 there as 111 116.

It works on the finished page, because only there all words are together, with the language and direction of each
element: those of lessons, of templates, of data, and those that a translator has isolated by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

DIGIT = "[0-9٠-٩۰-۹]"
SPACE = r"(?:[ \u00a0\u2009\u202f]|&nbsp;|&#160;|&#xa0;)"
NUMBER = rf"{DIGIT}+(?:[.,٫٬]{DIGIT}+)*"
# A dash may stand between spaces; a colon or a long dash between spaces belongs to the sentence.
DASH = rf"(?:{SPACE}?(?:[-‐‑‒–−/]|&ndash;|&#8211;){SPACE}?|[:—])"
# `+44 (0)20`, `(020) 7946`, `(555) 123-4567`; other brackets belong to the sentence.
DIALLED = rf"\+{NUMBER}(?:{SPACE}?\({NUMBER}\){SPACE}?{NUMBER})?"
AREA = rf"\((?:[0٠۰]{DIGIT}*|{DIGIT}+(?=\){SPACE}?{DIGIT}+[-‐‑]{DIGIT}))\){SPACE}?{NUMBER}"
RUN = re.compile(
    rf"(?<![A-Za-z0-9_٠-٩۰-۹&#\u2066-\u2069])(?<!{DIGIT}[.,:/-])(?:{DIALLED}|{AREA}|{NUMBER})"
    rf"(?:[%٪]{DASH}{NUMBER}[%٪]|{DASH}{NUMBER}|{SPACE}{NUMBER})*(?![A-Za-z0-9_٠-٩۰-۹])"
)
GROUP = re.compile(f"{DIGIT}+")
# Points and commas between digits never come apart.
SEPARATORS = str.maketrans({".": "0", ",": "0", "٫": "0", "٬": "0"})
SINGLE_DIGITS = re.compile(rf"{DIGIT}(?:{SPACE}{DIGIT})+")
OPENING, CLOSING = "\u2066\u2067\u2068", "\u2069"
TAG = re.compile(
    r"<!--.*?-->|<![^>]*>"
    r"|<(?P<end>/)?(?P<name>[A-Za-z][\w:-]*)(?P<attributes>(?:\"[^\"]*\"|'[^']*'|[^'\">]++)*)>",
    re.DOTALL,
)
ATTRIBUTE = re.compile(r"(?P<lead>\s(?P<name>[\w:-]+)=)(?P<quote>[\"'])(?P<value>.*?)(?P=quote)", re.DOTALL)
VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
# Code runs from left to right by its style; drawings take no elements of text.
LEFT_ALONE = frozenset(["bdo", "code", "kbd", "math", "pre", "samp", "script", "style", "svg"])
TEXT_ONLY = frozenset({"title", "option", "textarea"})
NAMING = frozenset(
    [
        "alt",
        "title",
        "placeholder",
        "label",
        "aria-label",
        "aria-description",
        "content",
        "data-none",
        "data-found",
        "data-all",
        "data-words",
    ]
)
RIGHT_TO_LEFT_LETTER = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def runs(text: str) -> Iterator[tuple[int, int]]:
    """Return where the numbers of a text are whose parts could change places and that nothing isolates yet."""
    for match in RUN.finditer(text):
        run = match[0]
        if len(GROUP.findall(run.translate(SEPARATORS))) < 2 and not run.startswith("+"):
            continue
        if SINGLE_DIGITS.fullmatch(run):
            continue  # 1 2 3: a row of numbers, which is read in the direction of the page
        before = text[: match.start()]
        if sum(map(before.count, OPENING)) <= before.count(CLOSING):
            yield match.span()


def isolated(text: str) -> str:
    """Return a right-to-left text whose numbers are kept in order by characters, for places that take no elements."""
    return _wrapped(text, "\u2066", CLOSING)


def _wrapped(text: str, before: str, after: str) -> str:
    parts, position = [], 0
    for start, end in runs(text):
        parts += [text[position:start], before, text[start:end], after]
        position = end
    return "".join([*parts, text[position:]])


def isolate_page(html: str) -> str:
    """Return a page whose numbers in right-to-left parts are kept in order; all else stays to the byte."""
    if 'dir="rtl"' not in html:
        return html
    parts: list[str] = []
    position = 0
    direction, page_language = "ltr", ""
    stack: list[tuple[str, str]] = []  # open elements, and the direction around each
    for tag in TAG.finditer(html):
        parts.append(_words(html[position : tag.start()], stack[-1][0] if stack else "", direction))
        position = tag.end()
        name = (tag["name"] or "").lower()
        if not name:
            parts.append(tag[0])
        elif tag["end"]:
            parts.append(tag[0])
            direction = _closed(stack, name, direction)
        else:
            facts = _facts(tag["attributes"])
            page_language = page_language or facts.get("lang", "")
            own = _direction(name, facts, direction)
            foreign = facts.get("lang", page_language) != page_language
            parts.append(tag[0] if own == "ltr" or foreign else _named(tag, name, facts))
            if name not in VOID and not tag["attributes"].rstrip().endswith("/"):
                stack.append((name, direction))
                direction = own
    parts.append(html[position:])
    return "".join(parts)


def _facts(attributes: str) -> dict[str, str]:
    """Read the attributes of an element, if any of them matters here: most have neither language nor numbers."""
    if "dir=" not in attributes and "lang=" not in attributes and not GROUP.search(attributes):
        return {}
    return {match["name"].lower(): match["value"] for match in ATTRIBUTE.finditer(attributes)}


def _direction(name: str, facts: dict[str, str], around: str) -> str:
    if name in LEFT_ALONE:
        return "ltr"
    return facts.get("dir", "").lower() or ("auto" if name == "bdi" else around)


def _closed(stack: list[tuple[str, str]], name: str, direction: str) -> str:
    """Close an element, and those inside it that nobody closed; return the direction that holds again."""
    if any(opened == name for opened, _ in stack):
        while stack:
            opened, direction = stack.pop()
            if opened == name:
                break
    return direction


def _words(text: str, element: str, direction: str) -> str:
    if direction == "ltr" or not GROUP.search(text):
        return text
    if direction == "auto" and not RIGHT_TO_LEFT_LETTER.search(text):
        return text  # without letters it is shown from left to right already
    return isolated(text) if element in TEXT_ONLY else _wrapped(text, '<bdi dir="ltr">', "</bdi>")


def _named(tag: re.Match[str], name: str, facts: dict[str, str]) -> str:
    """Return a start tag whose texts, such as the description of a picture, are isolated by characters."""

    def replaced(match: re.Match[str]) -> str:
        key = match["name"].lower()
        if key not in NAMING or (key == "content" and facts.get("name") != "description"):
            return match[0]
        return f"{match['lead']}{match['quote']}{isolated(match['value'])}{match['quote']}"

    if not GROUP.search(tag["attributes"]):
        return tag[0]
    return f"<{tag['name']}{ATTRIBUTE.sub(replaced, tag['attributes'])}>"

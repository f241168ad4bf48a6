"""What a translation must keep as it is: where links lead, pictures, footnotes, numbers, braces, code and HTML."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from saferhub.sources.inline import CODE, COMMENT, html
from saferhub.sources.visible import visible

NUMBER = re.compile(r"[0-9]+(?:[.,:][0-9]+)*")
HOURS = re.compile(r"\b([0-9]{1,2})\s?h\s?([0-5][0-9])\b")  # French writes 16:30 as 16 h 30; `\s` takes hard spaces too
DIGITS = str.maketrans(
    {
        **dict(zip("٠١٢٣٤٥٦٧٨٩", "0123456789", strict=True)),
        **dict(zip("۰۱۲۳۴۵۶۷۸۹", "0123456789", strict=True)),
        "٫": ".",
        "٬": ",",
    }
)
# The numbers that English texts of the hub write as words.
NUMBER_WORDS = {
    "a": "1", "an": "1", "one": "1", "once": "1", "first": "1", "half": "2",
    "two": "2", "twice": "2", "second": "2", "both": "2", "three": "3", "third": "3", "four": "4",
    "fourth": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "fifteen": "15", "twenty": "20", "thirty": "30",
    "forty": "40", "fifty": "50", "hundred": "100", "thousand": "1000",
}  # fmt: skip
BRACES = re.compile(r"\{[^{}\n]*\}")


def links_and_footnotes(text: str) -> Counter[str]:
    """Count where links lead, pictures and footnotes."""
    seen = visible(text)
    return Counter(
        [link.target for link in seen.links]
        + [picture.source for picture in seen.pictures]
        + [f"[^{name}]" for name in seen.footnotes]
    )


def numbers(text: str) -> Counter[str]:
    """Count the numbers of a text, in whatever digits they are written, without their separators."""
    found = NUMBER.findall(HOURS.sub(r"\1:\2", text.translate(DIGITS)))
    return Counter(re.sub(r"[.,:]", "", number) for number in found)


def strange_numbers(source: str, target: str) -> set[str]:
    """Return the numbers of a translation that the source has neither in digits nor in words.

    A translation may write a number of the source as a word, never another number.
    """
    said = {NUMBER_WORDS[word] for word in re.findall(r"[a-z]+", source.casefold()) if word in NUMBER_WORDS}
    return set(numbers(target)) - set(numbers(source)) - said


def long_numbers(text: str) -> Counter[str]:
    """Count the numbers of two digits or more. Smaller ones may be written as words."""
    return Counter({number: count for number, count in numbers(text).items() if len(number) > 1})


def braces(text: str) -> Counter[str]:
    """Count what stands in braces: placeholders and attribute lists."""
    return Counter(BRACES.findall(text)) if "{" in text else Counter()


def code(text: str) -> Counter[str]:
    """Count what stands between backticks, such as the name of a file."""
    return Counter(match[0] for match in CODE.finditer(text)) if "`" in text else Counter()


def tags(text: str) -> Counter[str]:
    """Count HTML elements and comments."""
    return Counter([*html(text), *COMMENT.findall(text)]) if "<" in text else Counter()


def kept(text: str) -> Mapping[str, Counter[str]]:
    """Return everything in a text that its translation must hold just as often, by what it is."""
    return {
        "link or footnote": links_and_footnotes(text),
        "text in braces": braces(text),
        "code": code(text),
        "HTML": tags(text),
        "number": long_numbers(text),
    }

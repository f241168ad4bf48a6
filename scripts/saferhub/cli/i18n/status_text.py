"""Write how far languages are as plain text of at most 80 columns. Languages are named by their identifiers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from saferhub.translation.pairs import State
from saferhub.translation.status import LocaleStatus, PageState, PageStatus

PAGE_WIDTH = 34


def overview(locales: Sequence[LocaleStatus]) -> str:
    """Return a paragraph for each language."""
    names = "".join(f"{state.value:>9}" for state in State)
    lines = [f"{'':<10}{names}"]
    for one in locales:
        lines += _totals(one)
        lines.append("")
    lines.append("What to do next in one language: hub i18n status LOCALE")
    return "\n".join(lines) + "\n"


def _totals(one: LocaleStatus) -> Iterator[str]:
    open_safety, safety = one.safety
    yield f"{one.locale.id:<10}{one.share:>7} % of {one.total_words} words are translated and up to date"
    for name, count in (("words", one.words), ("blocks", one.blocks)):
        yield f"  {name:<8}" + "".join(f"{count(state):>9}" for state in State)
    yield f"  safety  {open_safety:>9} of {safety} blocks about help and safety are open"
    pages = ", ".join(f"{one.count(state)} {state.value}" for state in PageState)
    yield f"  pages    {pages}"
    yield f"           {one.accepted} accepted by a person, {one.drafts} drafts of a machine"
    yield f"  labels   {_interface(one)}"


def _interface(one: LocaleStatus) -> str:
    words = one.interface
    return f"{words.translated} translated, {words.fuzzy} fuzzy, {words.empty} empty"


def pages_of(one: LocaleStatus) -> str:
    """Return the table of one language: what stands on every page, then pages by what teachers need first."""
    head = f"{'':<10}" + "".join(f"{state.value:>9}" for state in State)
    lines = [head, *_totals(one), ""]
    lines.append(
        f"{'What to do first':<{PAGE_WIDTH}}  {'state':<8} {'done':>5} {'old':>6} {'open':>6} {'safety':>6}  by"
    )
    words = one.interface
    done = f"{100 * words.translated // words.total if words.total else 100} %"
    lines.append(_row("labels (LC_MESSAGES/hub.po)", "", done, words.fuzzy, words.fuzzy + words.empty, "", ""))
    lines += [_page(page, one) for page in (*one.snippets, *one.other_pages)]
    lines += ["", *LEGEND]
    return "\n".join(lines) + "\n"


LEGEND = (
    "done: words that readers see in their language. old: words that changed in",
    "English since. open: all words that wait for you, old ones among them.",
    "safety: blocks about help that are open. by: who stands behind the text.",
    "Every open block of a page: hub i18n status LOCALE PAGE",
)


def _page(page: PageStatus, one: LocaleStatus) -> str:
    name = page.source.id.removeprefix("lessons/")
    safety = str(page.coverage.safety_open) if page.coverage.safety_open else ""
    by = ("machine" if page.draft else "person" if page.is_accepted else "?") if page.exists else ""
    done = f"{page.coverage.share} %"
    return _row(name, page.state(one.locale).value, done, page.outdated_words, page.open_words, safety, by)


def _row(name: str, state: str, done: str, old: int, waiting: int, safety: str, by: str) -> str:
    figures = f"{state:<8} {done:>5} {old or '':>6} {waiting or '':>6} {safety:>6}  {by}"
    if len(name) > PAGE_WIDTH:
        return f"{name}\n{'':<{PAGE_WIDTH}}  {figures}".rstrip()
    return f"{name:<{PAGE_WIDTH}}  {figures}".rstrip()

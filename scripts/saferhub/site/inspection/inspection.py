"""Look at pages with every tool and every rule of ours, and collect what was found in one report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from saferhub.checks.report import Report
from saferhub.model.problem import Phrase, Place, Problem, phrase
from saferhub.site.inspection import html_validate, own
from saferhub.site.inspection.browser import opened
from saferhub.site.inspection.judges import JUDGES
from saferhub.site.inspection.plan import Visit
from saferhub.site.inspection.served import address, answer_from
from saferhub.site.inspection.tools import Tools

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PAGE = Path(__file__).with_name("page.js")
SETTLED = "document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))"


def inspect(site: Path, visits: Sequence[Visit], tools: Tools, browser: Browser) -> Report:
    """Look at pages in a browser that is open already, and read all of them with html-validate."""
    return _report(site, tools, _tour(site, visits, tools, browser))


def inspect_side_by_side(site: Path, visits: Sequence[Visit], tools: Tools, browsers: int) -> Report:
    """Look at pages in several browsers at once, each of which takes its share."""

    def tour(share: Sequence[Visit]) -> list[Problem]:
        with opened() as browser:
            return _tour(site, share, tools, browser)

    for package in (*(judge.package for judge in JUDGES), html_validate.PROGRAM):
        tools.file(package)  # a tool that is missing is told before any work is done
    shares = [visits[number::browsers] for number in range(min(browsers, len(visits)))]
    with ThreadPoolExecutor(browsers) as workers:
        tours = [workers.submit(tour, share) for share in shares]
        return _report(site, tools, [problem for done in tours for problem in done.result()])


def _report(site: Path, tools: Tools, problems: Sequence[Problem]) -> Report:
    names = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html") if path.is_file())
    found = [*problems, *html_validate.look(site, names, tools)]
    return Report(tuple(sorted(found, key=lambda problem: problem.sort_key)), lessons=0, pages=len(names))


def _tour(site: Path, visits: Sequence[Visit], tools: Tools, browser: Browser) -> list[Problem]:
    """Look at one page after the other."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.route("**/*", answer_from(site))
    for script in (PAGE.read_text(encoding="utf-8"), *(judge.script(tools) for judge in JUDGES)):
        context.add_init_script(script)
    page = context.new_page()
    problems = [problem for visit in visits for problem in _visit(page, visit, tools)]
    context.close()
    return problems


def _visit(page: Page, visit: Visit, tools: Tools) -> Iterator[Problem]:
    """Load a page once and look at it in each colour scheme. What is found in both is told once."""
    page.emulate_media(color_scheme=visit.schemes[0])
    page.goto(address(visit.page))
    page.evaluate("hubInspection.takeLines()")
    known: set[tuple[str, Place, str]] = set()
    for scheme in visit.schemes:
        page.emulate_media(color_scheme=scheme)
        page.evaluate(SETTLED)
        for problem in list(_look(page, visit.page, tools)):
            key = (problem.rule, problem.place, str(problem.message))
            if key not in known:
                seen_in_dark_only = scheme == "dark" and len(visit.schemes) > 1
                yield replace(problem, message=_on_the_dark_page(problem.message)) if seen_in_dark_only else problem
            known.add(key)


def _on_the_dark_page(message: Phrase) -> Phrase:
    return phrase("{message} This is so on the dark page only.", message=message)


def _look(page: Page, path: str, tools: Tools) -> Iterator[Problem]:
    for judge in JUDGES:
        yield from judge.look(page, path)
    yield from own.look(own.rendered(page, path, tools))

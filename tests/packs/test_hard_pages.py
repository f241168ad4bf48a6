"""Pages that are hard to set: long tables, long titles, several scripts in one line, many lessons, other processes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import Executor
from pathlib import Path

import pytest

from conftest import ROOT
from packs.printing import ADDRESS, Hub, bookmarks, elements_of, outside_paper, plain, printable, texts
from saferhub.model.pack import PackRecipe
from saferhub.packs.fonts import font_folder
from saferhub.packs.pdf import Printed, PrintJob, print_job
from saferhub.packs.proof import PACK, Claim, faults

pytestmark = pytest.mark.packs
LESSON = "docs/en/lessons/kind-words.md"
RECIPE = PackRecipe("mine", lessons=("kind-words",), title="Mine", path="mine.yml")


@pytest.fixture
def tiny(tmp_path: Path) -> Hub:
    return Hub(printable(tmp_path / "hub"))


def set_on_paper(processes: Executor, page: str, name: str = "pack") -> Printed:
    return processes.submit(print_job, PrintJob(name, page, font_folder(ROOT))).result()


def is_proved(printed: Printed, folder: Path) -> bool:
    (folder / "pack.pdf").write_bytes(printed.content)
    assert printed.faults == ()
    assert faults(folder / "pack.pdf", Claim(PACK, "en", printed.pages)) == []
    assert list(outside_paper(printed.content)) == []
    return True


def test_a_table_over_several_pages_is_one_table_with_one_head(tiny: Hub, processes: Executor, tmp_path: Path) -> None:
    rows = "".join(f"| word {number} | what it means, told in a line of its own | |\n" for number in range(110))
    table = f"Choose kind words.\n\n| word | meaning | drawing |\n| --- | --- | --- |\n{rows}"
    tiny.edit(LESSON, "Choose kind words.\n", table)
    printed = set_on_paper(processes, tiny.pages_of(RECIPE))
    assert is_proved(printed, tmp_path)
    found = texts(printed.content)
    holding = [number for number, page in enumerate(found) if "what it means" in page]
    assert len(holding) >= 4
    assert all("meaning" in found[number].split("what it means")[0] for number in holding)  # the head is seen again
    rows_of = [[str(kid.S) for kid in tag.K] for tag in elements_of(printed.content) if tag.S == "/TBody"]
    assert rows_of.count(["/TR"] * 110) == 1
    tables = [[str(kid.S) for kid in tag.K] for tag in elements_of(printed.content) if tag.S == "/Table"]
    assert all(kids.count("/THead") <= 1 for kids in tables)


def test_a_very_long_title_stays_on_the_paper(tiny: Hub, processes: Executor, tmp_path: Path) -> None:
    title = "Kind words for messages that we write when something has gone wrong between friends, " * 3
    title = title[:164] + "Internetsicherheit" * 2
    tiny.edit(LESSON, "title: Kind words\n", f"title: {title}\n")
    printed = set_on_paper(processes, tiny.pages_of(RECIPE))
    assert is_proved(printed, tmp_path)
    shown = plain(" ".join(texts(printed.content))).replace(" ", "").replace("\ufffe", "")
    assert title.replace(" ", "") in shown
    assert title in [mark for _, mark, _ in bookmarks(printed.content)]


def test_several_scripts_in_a_title_keep_their_letters(tiny: Hub, processes: Executor, tmp_path: Path) -> None:
    parts = ["Kind", "كلمات", "友善", "Բարի", "слова", "محبت"]
    tiny.edit(LESSON, "title: Kind words\n", f"title: {' '.join(parts)}\n")
    printed = set_on_paper(processes, tiny.pages_of(RECIPE))
    assert is_proved(printed, tmp_path)
    found = " ".join(texts(printed.content))
    for part in parts[:5]:
        assert part in found


def test_markup_in_a_title_is_only_letters(tiny: Hub, processes: Executor, tmp_path: Path) -> None:
    tiny.edit(LESSON, "title: Kind words\n", "title: 'Kind <b>words</b> & {{ 7*7 }} \"quoted\"'\n")
    printed = set_on_paper(processes, tiny.pages_of(RECIPE))
    assert is_proved(printed, tmp_path)
    assert 'Kind <b>words</b> & {{ 7*7 }} "quoted"' in plain(" ".join(texts(printed.content)))


def test_a_page_cannot_fetch_anything(processes: Executor, tmp_path: Path) -> None:
    secret = tmp_path / "secret.svg"
    secret.write_text('<svg xmlns="http://www.w3.org/2000/svg"><text>SECRET</text></svg>', encoding="utf-8")
    page = f'<html lang="en"><title>A</title><h1>A</h1><img alt="x" src="{secret.as_uri()}"></html>'
    assert any("Failed to load image" in fault for fault in set_on_paper(processes, page).faults)


def test_sixty_lessons(tiny: Hub, processes: Executor, tmp_path: Path) -> None:
    lesson = (tiny.root / LESSON).read_text(encoding="utf-8").replace("prior: [ask-first]", "prior: []")
    for number in range(60):
        text = lesson.replace("title: Kind words", f"title: Kind words, part {number}")
        (tiny.root / f"docs/en/lessons/part-{number}.md").write_text(text, encoding="utf-8")
    recipe = PackRecipe("all", lessons=tuple(f"part-{number}" for number in range(60)), title="All", path="all.yml")
    printed = set_on_paper(processes, tiny.pages_of(recipe, edition="learner"))
    assert is_proved(printed, tmp_path)
    assert printed.pages > 120
    places = {title: page for _, title, page in bookmarks(printed.content)}
    found = texts(printed.content)
    last = next(number for number, page in enumerate(found) if "Messages bring friends" in page)
    contents = plain(" ".join(found[:last]))
    told = dict(re.findall(r"(Kind words, part \d+) ?[. ]+ ?(\d+)\b", contents))
    assert len(told) == 60
    assert {title: int(page) for title, page in told.items()} == {title: places[title] for title in told}


CLUSTER = """
import sys
from distributed import LocalCluster
from saferhub.cli.main import main

if __name__ == "__main__":
    quiet = {"dashboard_address": None, "silence_logs": 50}
    with LocalCluster(n_workers=2, threads_per_worker=2, host="127.0.0.1", **quiet) as cluster:
        sys.exit(main([*sys.argv[1:], "--scheduler", cluster.scheduler_address]))
"""


def command(
    hub: Hub, *options: str, program: Sequence[str] = ("-m", "saferhub.cli.main")
) -> subprocess.CompletedProcess[str]:
    """Run the command as people do: the cluster's library starts threads that must not outlive a test."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "scripts")}
    asked = [sys.executable, *program, "--root", str(hub.root), "packs", "build", "--ages", "9-12"]
    quiet = subprocess.DEVNULL
    return subprocess.run(
        [*asked, *options], env=environment, stdin=quiet, capture_output=True, text=True, timeout=120, check=False
    )


def test_a_cluster_makes_the_same_bytes(finished: Hub, tiny: Hub, tmp_path: Path) -> None:
    program = tmp_path / "cluster.py"
    program.write_text(CLUSTER, encoding="utf-8")
    done = command(tiny, "--audience", "learners", "--extras", "--address", ADDRESS, program=[str(program)])
    assert done.returncode == 0, done.stderr
    assert "4 packs set" in done.stdout
    found, known = tiny.contents(), finished.contents()
    assert len(found) == 12
    assert {name for name, content in found.items() if known[name] != content} == set()


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nonsense"])
def test_a_cluster_that_is_not_there_is_told(tiny: Hub, address: str) -> None:
    done = command(tiny, "--scheduler", address)
    assert done.returncode == 2
    assert f"No cluster answers at {address}" in done.stderr
    assert "Traceback" not in done.stderr

"""The ten tasks of docs/tasks.md on core and dataset: each command answers what is shown there."""

from __future__ import annotations

import os
import re
import shlex
from collections import Counter
from pathlib import Path

import pytest

from graph.settings import Settings
from tests.cli.conftest import Answer, Run, invoke
from tests.documents import ROOT, Session, agree, sessions
from tests.session import shared_server
from tests.templates import Content

TASKS = ROOT / "docs" / "tasks.md"
CAUGHT = sessions(TASKS)
NDRC = ("-p", "units=国家发展和改革委员会", "-p", "as_of=2017-06-30")


@pytest.fixture(scope="module")
def whole(jars_dir: Path) -> Settings:
    """A server with core and dataset, to read only."""
    return shared_server(Content.WHOLE, jars_dir)


@pytest.fixture
def run(whole: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command on it in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    named = {"NEO4J_URI": whole.uri, "NEO4J_USER": whole.user, "NEO4J_PASSWORD": whole.password}

    def ran(*words: str) -> Answer:
        return invoke(*words, **named)

    return ran


def program(session: Session) -> list[str]:
    """The words of a command after `lsgraph`."""
    name, *words = shlex.split(session.command)
    assert name == "lsgraph"
    return words


@pytest.mark.parametrize("session", CAUGHT, ids=lambda session: f"line {session.line}")
def test_each_command_gives_the_answer_that_is_shown(session: Session, run: Run) -> None:
    words = program(session)
    answer = run(*words)
    assert answer.code == 0, answer.err
    assert agree(session.answer, answer.out), (
        f"tasks.md:{session.line} shows otherwise:\n{answer.out}"
    )
    if "-o" in words:
        assert os.path.getsize(words[words.index("-o") + 1]) > 1000


def test_each_task_has_a_command_and_a_page() -> None:
    text = TASKS.read_text(encoding="utf-8")
    tasks = re.split(r"^## ", text, flags=re.MULTILINE)[1:]
    assert [task.partition(".")[0] for task in tasks] == [str(n) for n in range(1, 11)]
    pages = [re.findall(r"^\$ lsgraph .*-o (\S+\.html)$", task, re.MULTILINE) for task in tasks]
    # The third asks for persons and for governments: a page each.
    assert [len(found) for found in pages] == [1, 1, 2, *[1] * 7]


def test_counts_of_a_government_are_those_of_its_page_and_its_rows(run: Run) -> None:
    rows = run("query", "run", "groups_of_government", *NDRC, "--format", "json").rows
    in_force = {row["group"]: row for row in rows if row["in_force"]}
    (counts,) = run("query", "run", "groups_of_government_counts", *NDRC, "--format", "json").rows
    told = run("view", "government", "国家发展和改革委员会", "--as-of", "2017-06-30").out
    page = Path("government.html").read_text(encoding="utf-8")
    assert f"in {len(in_force)} groups on 2017-06-30" in " ".join(told.split())
    assert (len(in_force), counts["n_groups"]) == (20, 20)
    assert (counts["n_member"], counts["n_chair"], counts["n_by_departments"]) == (17, 1, 1)
    assert sum(row["relation"] == "LINE" for row in in_force.values()) == 12
    unled = re.search(r"Chair not known.*?<dd>.*?(\d+)", page, re.DOTALL)
    assert unled and int(unled[1]) == counts["n_chair_unknown"] == 4
    assert all(row["period_from"] > "2017-06-30" for row in rows if not row["in_force"])
    words = ("authority_by_member", "-p", "member=国家发展和改革委员会", "-p", "as_of=2017-06-30")
    members = run("query", "run", *words, "-p", "scope=all", "--format", "json").rows
    relations = {row["group"]: (row["relation"], row["gap"]) for row in members}
    assert len(relations) == 17
    assert all(
        (in_force[g]["relation"], in_force[g]["gap"]) == told for g, told in relations.items()
    )


def test_the_types_of_the_page_are_those_of_the_file(run: Run) -> None:
    told = " ".join(run("types", "--as-of", "2018-12-25", "-o", "types.csv").out.split())
    run("view", "strip", "all", "--as-of", "2018-12-25", "-o", "types.html")
    legend = re.search(
        r'<ul class="classes">(.*?)</ul>', Path("types.html").read_text(encoding="utf-8"), re.DOTALL
    )
    assert legend
    found = Counter[str]()
    for name, number in re.findall(r"([A-Z_]+) (\d+)[,)]", told):
        found[name] += int(number)
    found["UNKNOWN"] = sum(map(int, re.findall(r"type (?:open|not known) (\d+)", told)))
    shown = re.sub(r"<svg.*?</svg>|<[^>]+>", " ", legend[1], flags=re.DOTALL).split()
    drawn = dict(zip(shown[::3], map(int, shown[2::3]), strict=True))
    assert found.total() == 226
    assert found == drawn


def test_persons_of_a_region_are_ranked_by_their_groups(run: Run) -> None:
    words = ("query", "run", "persons_in_most_groups", "-p", "least=3", "--format", "json")
    rows = run(*words, "-p", "region=长三角").rows
    numbers = [row["n_groups"] for row in rows]
    assert numbers == sorted(numbers, reverse=True) and numbers[0] == 8
    for person in {row["person"] for row in rows}:
        own = [row for row in rows if row["person"] == person]
        assert {row["n_groups"] for row in own} == {len(own)} == {len({r["group"] for r in own})}
    every = run(*words).rows
    assert {(r["person"], r["group"]) for r in rows} < {(r["person"], r["group"]) for r in every}

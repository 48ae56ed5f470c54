"""An adjustment beside its group in the graph: who comes, who goes, and the draft that is loaded for it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from graph.catalogue import Row, queries
from graph.connection import Database
from graph.server.local import ensure_running
from graph.settings import NEO4J_VERSION, Settings
from loaders.load.verbs import load_groups
from loaders.notices.changes import Held, compare
from loaders.notices.model import Leaving, Seat
from tests.cli.conftest import Run, invoke
from tests.servers import empty

FOUNDED = """\
form: lsgraph/tables/1
sources:
- {source: S1, title: 关于成立济南市东河治理领导小组的通知, kind: gov_doc, date: 2016-03-08}
groups:
- {group: G1, name: 济南市东河治理领导小组, place: 济南市, roster: complete, from: 2016-03-08, source: S1}
seats:
- {group: G1, role: chair, title: 市长, person: 王芳, from: 2016-03-08, source: S1}
- {group: G1, role: deputy_chair, title: 副市长, person: 周宏, from: 2016-03-08, source: S1}
- {group: G1, role: member, title: 市水利局局长, person: 张强, from: 2016-03-08, source: S1}
- {group: G1, role: member, title: 市财政局局长, person: 赵敏, from: 2016-03-08, source: S1}
- {group: G1, role: member, unit: 历城区, from: 2016-03-08, source: S1}
"""
SINGLE = """\
济南市人民政府办公厅关于调整市东河治理领导小组成员的通知
济政办字〔2018〕12号
各区县人民政府，市政府各部门：
因人事变动，市政府决定对市东河治理领导小组成员作部分调整：
增补市水利局局长李明为成员，市财政局局长赵敏任副组长。
周宏不再担任副组长，免去张强、孙伟的成员职务。
济南市人民政府办公厅
2018年5月3日
"""
WHOLE = """\
济南市人民政府办公厅关于调整市东河治理领导小组组成人员的通知
济政办字〔2018〕12号
市政府决定对市东河治理领导小组组成人员作相应调整。调整后的名单如下：
组　长：王芳　市长
副组长：周宏　副市长
成　员：李明　市水利局局长
　　　　赵敏　市审计局局长
济南市人民政府办公厅
2018年5月3日
"""
DAY = dt.date(2018, 5, 3)


@pytest.fixture(scope="module")
def graph(database: Database, tmp_path_factory: pytest.TempPathFactory) -> Database:
    """A graph of the module's own with a group of one's own, loaded by the name river."""
    path = tmp_path_factory.mktemp("founded") / "river.yaml"
    path.write_text(FOUNDED, encoding="utf-8")
    load_groups(empty(database), [path])
    return database


@pytest.fixture
def run(graph: Database, server_of: Callable[[str], Settings]) -> Run:
    """Runs the command on that graph."""
    server = ensure_running(server_of(NEO4J_VERSION))
    named = {
        "NEO4J_URI": server.uri, "NEO4J_USER": server.user, "NEO4J_PASSWORD": server.password,
    }  # fmt: skip
    return lambda *words: invoke(*words, **named)


def written(folder: Path, text: str) -> str:
    """A notice in a file, by its path."""
    path = folder / "notice.txt"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_single_seats_are_tied_to_those_of_the_graph(run: Run, tmp_path: Path) -> None:
    answer = run("read-notice", written(tmp_path, SINGLE), "--changes", "--format", "json")
    told = json.loads(answer.out)["changes"]
    assert (told["group"], told["name"], told["day"]) == (
        "group:river.G1", "济南市东河治理领导小组", "2018-05-03",
    )  # fmt: skip
    kinds = {
        (c["kind"], *((c["before"] or c["after"])[part] for part in ("role", "person")))
        for c in told["changes"]
    }
    assert kinds == {
        ("joins", "member", "李明"), ("changes", "member", "赵敏"), ("leaves", "deputy_chair", "周宏"),
        ("leaves", "member", "张强"), ("stays", "chair", "王芳"), ("stays", "member", None),
    }  # fmt: skip
    (unknown, other) = told["doubts"]
    assert unknown.startswith("孙伟 leaves by the words of the notice, but holds no seat")
    assert "市东河治理领导小组; the group of the graph is 济南市东河治理领导小组" in other
    told_on_screen = " ".join(answer.err.split())
    assert "joins: 李明 (member, 市水利局局长)" in told_on_screen
    assert "2 seats stay" in told_on_screen


def test_of_a_whole_roster_who_is_not_in_it_goes_in_doubt(run: Run, tmp_path: Path) -> None:
    answer = run("read-notice", written(tmp_path, WHOLE), "--changes", "--format", "json")
    told = json.loads(answer.out)["changes"]["changes"]
    going = {(c["before"]["person"], bool(c["check"])) for c in told if c["kind"] == "leaves"}
    assert going == {("张强", True), (None, True)}
    assert [c["after"]["person"] for c in told if c["kind"] == "joins"] == ["李明"]
    assert [c["after"]["title"] for c in told if c["kind"] == "changes"] == ["市审计局局长"]
    assert sorted(c["after"]["person"] for c in told if c["kind"] == "stays") == ["周宏", "王芳"]


def test_the_draft_replaces_the_group_and_closes_seats_on_the_day(
    run: Run, graph: Database, tmp_path: Path
) -> None:
    draft = tmp_path / "draft.yaml"
    read = run("read-notice", written(tmp_path, SINGLE), "--changes", "-o", str(draft))
    assert read.code == 0
    tree = YAML(typ="safe").load(draft)
    assert {row["to"] for row in tree["seats"] if "to" in row} == {"2018-05-03"}
    before = {row.name for row in _roster(graph, DAY - dt.timedelta(days=1))}
    loaded = run("load", "groups", str(draft), "--name", "river", "--force")
    assert loaded.code == 0, loaded.err
    try:
        assert [
            group.uid for group in queries.group_names(database=graph) if "东河" in group.name
        ] == ["group:river.G1"]
        after = {(row.role, row.name) for row in _roster(graph, DAY)}
        assert after == {
            ("chair", "王芳"), ("deputy_chair", "赵敏"), ("member", "李明"), ("member", None),
        }  # fmt: skip
        assert {row.name for row in _roster(graph, DAY - dt.timedelta(days=1))} == before
    finally:
        founded = tmp_path / "river.yaml"
        founded.write_text(FOUNDED, encoding="utf-8")
        load_groups(graph, [founded], force=True)


def _roster(graph: Database, day: dt.date) -> list[Row]:
    rows = queries.roster_of_group(groups=["group:river.G1"], as_of=day, database=graph)
    return list(rows)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--changes",), "Not compared with the graph."),
        (("--group", "不存在的小组"), "Not compared with the graph."),
    ],
)
def test_an_unknown_group_is_told_and_the_draft_is_as_ever(
    run: Run, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    path = written(tmp_path, SINGLE.replace("东河", "西湖疏浚"))
    answer, plain = run("read-notice", path, *words), invoke("read-notice", path)
    assert answer.code == 0
    assert said in " ".join(answer.err.split())
    assert answer.out == plain.out
    assert "--changes compares it with the graph" in " ".join(plain.err.split())


def test_the_group_can_be_named(run: Run, tmp_path: Path) -> None:
    path = written(tmp_path, SINGLE.replace("市东河治理领导小组", "领导小组"))
    answer = run("read-notice", path, "--group", "group:river.G1", "--format", "json")
    assert json.loads(answer.out)["changes"]["group"] == "group:river.G1"


HELD = [
    Held("chair", "王芳", "市长", None, None, None, None),
    Held("member", "张强", "市水利局局长", None, None, None, None),
    Held("office_director", "张强", "市水利局局长", None, None, None, None),
    Held("member", None, "市公安局局长", None, "市公安局", None, None),
]


def seat(role: str, person: str | None, title: str | None, unit: str | None = None) -> Seat:
    """A seat of a notice, on its first line."""
    return Seat(role, person, title, unit, 1)


@pytest.mark.parametrize(
    ("seats", "leaving", "kinds", "doubts"),
    [
        # Of two seats of a person the one in the role continues.
        ([seat("office_director", "张强", None)], [], ["stays", "stays", "stays", "stays"], 0),
        ([], [Leaving("张强", "office_director", 1)], ["leaves", "stays", "stays", "stays"], 0),
        # A seat by title alone is taken by whoever has the title.
        ([seat("member", "孙伟", "市公安局局长")], [], ["stays", "stays", "stays", "stays"], 0),
        # Another person in a title that is held: both sit, in doubt.
        ([seat("member", "孙伟", "市水利局局长")], [], ["joins?", "stays", "stays", "stays", "stays"], 0),
        # From one role into another.
        (
            [seat("deputy_chair", "王芳", "市委书记")], [Leaving("王芳", "chair", 1)],
            ["changes", "stays", "stays", "stays"], 0,
        ),
        # One of two seats becomes another, and the words say that it ends: the other stays.
        (
            [seat("deputy_chair", "张强", "副市长")], [Leaving("张强", "member", 1)],
            ["changes", "stays", "stays", "stays"], 0,
        ),
        # Named among those who leave and in the same seat.
        (
            [seat("chair", "王芳", "市长")], [Leaving("王芳", None, 1)],
            ["stays?", "stays", "stays", "stays"], 0,
        ),
        ([], [Leaving("无名", "member", 1)], ["stays", "stays", "stays", "stays"], 1),
        # A new role without a title: that of the seat before, in doubt.
        ([seat("deputy_chair", "王芳", None)], [], ["changes?", "stays", "stays", "stays"], 0),
    ],
)  # fmt: skip
def test_which_seat_continues_which(
    seats: list[Seat], leaving: list[Leaving], kinds: list[str], doubts: int
) -> None:
    changes, unsure = compare(seats, leaving, HELD, whole=False)
    assert [one.kind + "?" * bool(one.check) for one in changes] == kinds
    assert len(unsure) == doubts

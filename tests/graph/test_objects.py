"""The py2neo view on a real server of each version: what it shows, and that it never writes."""

from __future__ import annotations

import ast
import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import py2neo
import pytest
from py2neo.errors import ClientError
from py2neo.matching import CONTAINS, GE
from py2neo.ogm import Model, RelatedTo, Repository

from graph.catalogue import queries
from graph.connection import Database
from graph.core.errors import InputError, NoServer
from graph.core.model import Label, Node, Tie, TieType
from graph.objects import (
    Agency,
    Division,
    Document,
    Group,
    Person,
    Post,
    ReadOnlyGraph,
    Source,
    Unit,
    in_force,
    open_graph,
)  # fmt: skip
from graph.settings import Settings
from loaders.write.apply import Records

ROOT = Path(__file__).resolve().parents[2]
DAY, OPEN = dt.date, dt.date(9999, 12, 31)
GROUP = "group:jinan-laiwu"
CITY_LIFE = {"valid_from": DAY(1994, 2, 25), "valid_to": OPEN}


def _tie(kind: TieType, start: str, end: str, *period: dt.date, **more: Any) -> Tie:
    life = dict(zip(("valid_from", "valid_to"), period, strict=False))
    return Tie(kind, start, end, {**life, **more}, period[0].isoformat() if period else "")


def _records() -> Records:
    """One person twice on one post, and a group whose member's rank rose while it sat."""
    nodes = [
        Node(Label.SOURCE, "source:a", {"title": "济南年鉴", "kind": "yearbook"}),
        Node(Label.UNIT, "div:jn", {"name": "济南市", "rank": 7, **CITY_LIFE}, ("Division", "Prefecture")),
        Node(Label.UNIT, "div:lw", {"name": "莱芜市", "rank": 6, **CITY_LIFE}, ("Division", "Prefecture")),
        Node(Label.UNIT, "div:sd", {"name": "山东省", "rank": 8, **CITY_LIFE}, ("Division", "Province")),
        Node(Label.UNIT, "agency:hb", {"name": "济南市环保局", "rank": 5, **CITY_LIFE}, ("Agency",)),
        Node(Label.POST, "post:mayor", {"title": "济南市市长", "mode": "HEAD", "rank": 7}),
        Node(Label.PERSON, "person:w1", {"name": "王某"}),
        Node(Label.PERSON, "person:w2", {"name": "李某"}),
        Node(Label.DOCUMENT, "doc:1", {"title": "关于成立济莱协作领导小组的通知", "number": "1"}),
        Node(Label.GROUP, GROUP, {
            "name": "济莱协作领导小组", "kind": "领导小组", "leadership": "single",
            "valid_from": DAY(2013, 8, 1), "valid_to": OPEN, "notes": ["试点"],
        }),
        Node(Label.GROUP, "group:next", {"name": "济莱协作委员会", "valid_from": DAY(2019, 1, 1)}),
    ]  # fmt: skip
    ties = [
        _tie(TieType.IN, "post:mayor", "div:jn"),
        _tie(TieType.HOLDS, "person:w1", "post:mayor", DAY(2010, 1, 1), DAY(2012, 1, 1), source="a"),
        _tie(TieType.HOLDS, "person:w1", "post:mayor", DAY(2014, 1, 1), OPEN, source="b"),
        _tie(TieType.HOLDS, "person:w2", "post:mayor", DAY(2012, 1, 1), DAY(2014, 1, 1), source="a"),
        _tie(TieType.PART_OF, "div:jn", "div:sd", DAY(1994, 2, 25), OPEN, mode="statutory"),
        _tie(TieType.DEPARTMENT_OF, "agency:hb", "div:jn", DAY(1994, 2, 25), OPEN),
        _tie(TieType.MEMBER_OF, "div:lw", GROUP, DAY(2013, 8, 1), DAY(2016, 1, 1), rank=5, role="member"),
        _tie(TieType.MEMBER_OF, "div:lw", GROUP, DAY(2016, 1, 1), OPEN, rank=6, role="deputy_chair"),
        _tie(TieType.MEMBER_OF, "div:jn", GROUP, DAY(2013, 8, 1), OPEN, rank=7, role="member"),
        _tie(TieType.SITS_IN, "post:mayor", GROUP, DAY(2013, 8, 1), OPEN, role="chair", person="person:w2"),
        _tie(TieType.CHAIRS, "post:mayor", GROUP, DAY(2013, 8, 1), OPEN, rotating=True),
        _tie(TieType.ESTABLISHED_BY, GROUP, "doc:1"),
        _tie(TieType.ISSUED_BY, "doc:1", "div:sd"),
        _tie(TieType.SOURCED_FROM, GROUP, "source:a"),
        _tie(TieType.GROUP_SUCCEEDED_BY, GROUP, "group:next"),
    ]  # fmt: skip
    return Records("test", nodes, ties)


@pytest.fixture
def database(write: Callable[[Records], Database]) -> Database:
    return write(_records())


@pytest.fixture
def graph(database: Database, private_server: Settings) -> ReadOnlyGraph:
    return open_graph(private_server)


def _one(model: Any, graph: ReadOnlyGraph, uid: str) -> Any:
    found = model.match(graph, uid).first()
    assert isinstance(found, model) and found.uid == uid
    return found


def test_every_class_reads_its_properties(graph: ReadOnlyGraph) -> None:
    group = _one(Group, graph, GROUP)
    assert (group.name, group.kind, group.name_en) == ("济莱协作领导小组", "领导小组", None)
    assert (group.valid_from, group.valid_to, group.notes) == (DAY(2013, 8, 1), None, ["试点"])
    assert (_one(Post, graph, "post:mayor").title, _one(Person, graph, "person:w1").name) == (
        "济南市市长",
        "王某",
    )
    assert _one(Agency, graph, "agency:hb").rank == 5
    assert _one(Document, graph, "doc:1").number == "1"
    assert _one(Source, graph, "source:a").kind == "yearbook"
    assert _one(Division, graph, "div:jn").rank == _one(Unit, graph, "div:jn").rank == 7


def test_classes_keep_to_their_labels(graph: ReadOnlyGraph) -> None:
    assert {unit.name for unit in Division.match(graph)} == {"济南市", "莱芜市", "山东省"}
    assert [unit.name for unit in Agency.match(graph)] == ["济南市环保局"]
    assert Unit.match(graph).count() == 4
    assert Division.match(graph, "agency:hb").first() is None


def test_conditions_narrow_what_is_matched(graph: ReadOnlyGraph) -> None:
    cities = Division.match(graph).where(name=CONTAINS("市"), rank=GE(7))
    assert [unit.name for unit in cities] == ["济南市"]
    assert Group.match(graph).where(**in_force(DAY(2012, 1, 1))).all() == []
    assert Group.match(graph, GROUP).where(**in_force(DAY(2014, 1, 1))).count() == 1


def test_a_second_condition_does_not_replace_the_first(graph: ReadOnlyGraph) -> None:
    """Plain py2neo asks here for the name 7 and the rank 7, and finds nothing."""
    assert Division.match(graph).where(name="济南市").where(rank=7).count() == 1
    assert Division.match(graph, "div:lw").where(rank=7).count() == 0
    assert graph.nodes.match("Unit", name="济南市").where(rank=7).count() == 1
    ties = graph.relationships.match(r_type="MEMBER_OF").where(role="member")
    assert {tie["rank"] for tie in ties.where(rank=5)} == {5}


def test_two_tenures_of_one_person_on_one_post_are_both_seen(graph: ReadOnlyGraph) -> None:
    tenures = _one(Person, graph, "person:w1").tenures()
    assert {(t["valid_from"].to_native(), t["source"], t.end_node["title"]) for t in tenures} == {
        (DAY(2010, 1, 1), "a", "济南市市长"),
        (DAY(2014, 1, 1), "b", "济南市市长"),
    }
    assert len(_one(Post, graph, "post:mayor").tenures()) == 3


@pytest.mark.parametrize(
    ("day", "name"),
    [(DAY(2011, 12, 31), "王某"), (DAY(2012, 1, 1), "李某"), (DAY(2014, 1, 1), "王某")],
)
def test_the_holder_of_a_day(graph: ReadOnlyGraph, day: dt.date, name: str) -> None:
    tenures = _one(Post, graph, "post:mayor").tenures().where(**in_force(day))
    assert [Person.wrap(tenure.start_node).name for tenure in tenures] == [name]


def test_memberships_carry_rank_and_role_of_each_period(graph: ReadOnlyGraph) -> None:
    rows = {
        (t.start_node["name"], t["rank"], t["role"])
        for t in _one(Group, graph, GROUP).memberships()
    }
    assert rows == {("莱芜市", 5, "member"), ("莱芜市", 6, "deputy_chair"), ("济南市", 7, "member")}
    laiwu = _one(Division, graph, "div:lw").memberships()
    assert {tie["rank"] for tie in laiwu} == {5, 6}
    assert [tie["rank"] for tie in laiwu.where(**in_force(DAY(2018, 1, 1)))] == [6]


def test_seats_chairs_and_command(graph: ReadOnlyGraph) -> None:
    group, jinan = _one(Group, graph, GROUP), _one(Division, graph, "div:jn")
    assert [(t["role"], t["person"]) for t in group.seats()] == [("chair", "person:w2")]
    assert [(t["rotating"], t.start_node["title"]) for t in group.chairs()] == [
        (True, "济南市市长")
    ]
    assert [t.end_node["uid"] for t in _one(Post, graph, "post:mayor").seats()] == [GROUP]
    above = [(type(t).__name__, t["mode"], t.end_node["name"]) for t in jinan.superiors()]
    assert above == [("PART_OF", "statutory", "山东省")]
    assert [t.start_node["name"] for t in jinan.subordinates()] == ["济南市环保局"]


def test_ties_that_only_lead_somewhere_are_attributes(graph: ReadOnlyGraph) -> None:
    group = _one(Group, graph, GROUP)
    assert [[unit.name for unit in d.issuers] for d in group.documents] == [["山东省"]]
    assert [source.title for source in group.sources] == ["济南年鉴"]
    (successor,) = group.successors
    assert isinstance(successor, Group) and list(successor.predecessors) == [group]
    (post,) = _one(Division, graph, "div:jn").posts
    assert [unit.uid for unit in post.units] == ["div:jn"]


@pytest.mark.parametrize("action", ["create", "delete", "merge", "push", "separate"])
def test_the_graph_refuses_to_write_in_words(graph: ReadOnlyGraph, action: str) -> None:
    group = _one(Group, graph, GROUP)
    with pytest.raises(InputError, match="only reads"):
        getattr(graph, action)(group)
    with pytest.raises(InputError, match="only reads"):
        graph.delete_all()


def test_objects_refuse_new_values_and_other_doors(
    graph: ReadOnlyGraph, database: Database
) -> None:
    group = _one(Group, graph, GROUP)
    with pytest.raises(InputError, match="Group only reads"):
        group.name = "别的名字"
    with pytest.raises(InputError, match="only reads"):
        Group("group:new")
    with pytest.raises(InputError, match="Group only reads"):
        Repository.wrap(graph).save(group)
    assert {row.name for row in queries.group_names(database=database)} == {
        "济莱协作领导小组",
        "济莱协作委员会",
    }


def test_an_ordinary_graph_of_py2neo_can_not_write_our_objects(
    graph: ReadOnlyGraph, private_server: Settings
) -> None:
    profile = graph.service.profile
    plain = py2neo.Graph(profile.uri, auth=(profile.user, profile.password))
    group = Group.match(plain, GROUP).first()
    with pytest.raises(InputError, match="only reads"):
        plain.push(group)


def test_the_server_refuses_what_the_view_does_not_catch(graph: ReadOnlyGraph) -> None:
    with pytest.raises(ClientError, match="read access mode"):
        graph.update(lambda transaction: transaction.create(py2neo.Node("Stray")))
    assert graph.nodes.match("Stray").count() == 0


def test_plain_py2neo_loses_ties_and_conditions_as_the_docs_say(
    graph: ReadOnlyGraph,
) -> None:
    """Why tenures are rows and matches are mended: once this fails, the docs can say less."""

    class Plain(Model):  # type: ignore[misc]
        __primarylabel__, __primarykey__ = "Person", "uid"
        held = RelatedTo(Post, "HOLDS")

    assert len(Plain.match(graph, "person:w1").first().held) == 1
    assert Plain.match(graph).where(name="王某").where(uid="person:w1").count() == 0


def test_the_schema_interface_of_py2neo_fails_as_the_docs_say(graph: ReadOnlyGraph) -> None:
    with pytest.raises(ClientError):
        graph.schema.get_indexes("Unit")


def test_no_server_is_said_in_words(tmp_path: Path) -> None:
    nowhere = Settings(tmp_path, tmp_path, uri="bolt://127.0.0.1:1", password="x")
    with pytest.raises(NoServer, match=r"127\.0\.0\.1:1"):
        open_graph(nowhere)


def test_the_examples_of_the_docs_run(
    graph: ReadOnlyGraph, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("graph.objects.open_graph", lambda: graph)
    text = (ROOT / "docs" / "objects.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    names: dict[str, Any] = {}
    for block in blocks:
        exec(compile(block, "docs/objects.md", "exec"), names)
    lines = set(capsys.readouterr().out.splitlines())
    assert len(blocks) == 5 and names["issued"] == 1
    assert lines == {
        "济莱协作领导小组 领导小组 single 2013-08-01",
        "济南市 None 7",
        "关于成立济莱协作领导小组的通知 ['山东省']",
        "济南市市长 王某 2010-01-01 2012-01-01",
        "济南市市长 李某 2012-01-01 2014-01-01",
        "济南市市长 王某 2014-01-01 9999-12-31",
        "莱芜市 deputy_chair 6",
        "济南市 member 7",
    }


def test_nothing_else_imports_the_view() -> None:
    """py2neo stays behind this one module; read from the source, so that a new import is caught."""
    folders = ("graph", "loaders", "visualize", "web", "cli")
    files = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    users = {path.relative_to(ROOT).as_posix() for path in files if _imports(path) & _VIEW}
    assert users == {"graph/objects.py"}


_VIEW = {"py2neo", "graph.objects"}


def _imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, node.module.split(".")[0]}
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found

"""Graphs of command as of a day from a real server: all of it, a region, a group."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from graph.catalogue import queries
from graph.connection import Database
from graph.core.errors import InputError, UnknownName
from graph.core.model import Label, Node, Tie, TieType
from graph.structure import (
    command_below,
    dual_command,
    krackhardt,
    lowest_common_superiors,
    to_networkx,
)
from loaders.write.apply import Records

START, MERGED, OPEN = dt.date(1994, 1, 1), dt.date(2018, 12, 26), dt.date(9999, 12, 31)
BEFORE = dt.date(2018, 12, 25)
ALWAYS = {"valid_from": START, "valid_to": OPEN}
TO_MERGER = {"valid_from": START, "valid_to": MERGED}
FROM_MERGER = {"valid_from": MERGED, "valid_to": OPEN}
CENTRE, SHANDONG, JINAN, LAIWU = "div:cn", "div:sd", "div:jn", "div:lw"
DISTRICT, BUREAU, TAX, TAX_OFFICE = "div:lwq", "org:bureau", "org:tax", "org:tax-jn"
LONELY, GROUP = "org:lonely", "group:test"


def _unit(uid: str, name: str, rank: int | None, life: dict[str, Any], *labels: str) -> Node:
    known = {"name": name, "rank": rank, **life}
    if labels[0] == "Division":
        known["level"] = labels[1]
    stored = {key: value for key, value in known.items() if value is not None}
    return Node(Label.UNIT, uid, stored, labels)


def _tie(kind: TieType, lower: str, upper: str, life: dict[str, Any], **more: str) -> Tie:
    return Tie(
        kind, lower, upper, {**life, "source": "source:test", **more}, str(more.get("mode", ""))
    )


def _records() -> Records:
    """Shandong around the merger of Laiwu into Jinan; the tax office is led by its system too."""
    nodes = [
        _unit(CENTRE, "中华人民共和国", 10, ALWAYS, "Division", "Country"),
        _unit(SHANDONG, "山东省", 8, ALWAYS, "Division", "Province"),
        _unit(JINAN, "济南市", 7, ALWAYS, "Division", "Prefecture"),
        _unit(LAIWU, "莱芜市", 6, TO_MERGER, "Division", "Prefecture"),
        _unit(DISTRICT, "莱芜区", 5, FROM_MERGER, "Division", "County"),
        _unit(BUREAU, "济南市环境保护局", 5, ALWAYS, "Agency"),
        _unit(TAX, "国家税务总局", 8, ALWAYS, "Agency"),
        _unit(TAX_OFFICE, "国家税务总局济南市税务局", None, ALWAYS, "Agency"),
        _unit(LONELY, "某公司", None, ALWAYS, "Agency"),
        Node(
            Label.GROUP,
            GROUP,
            {"name": "济莱协作领导小组", **ALWAYS, "valid_from": MERGED.replace(2010)},
        ),
        Node(Label.POST, "post:bureau", {"title": "局长"}),
    ]
    part, department, led = TieType.PART_OF, TieType.DEPARTMENT_OF, TieType.LED_BY
    ties = [
        _tie(part, SHANDONG, CENTRE, ALWAYS, mode="statutory"),
        _tie(part, JINAN, SHANDONG, ALWAYS, mode="statutory"),
        _tie(part, JINAN, SHANDONG, ALWAYS, mode="acting"),
        _tie(part, LAIWU, SHANDONG, TO_MERGER, mode="statutory"),
        _tie(part, DISTRICT, JINAN, FROM_MERGER, mode="statutory"),
        _tie(department, BUREAU, JINAN, ALWAYS),
        _tie(department, TAX, CENTRE, ALWAYS),
        _tie(department, TAX_OFFICE, JINAN, ALWAYS),
        _tie(led, TAX_OFFICE, TAX, ALWAYS),
        _tie(TieType.GUIDED_BY, BUREAU, TAX, ALWAYS),
        Tie(TieType.MEMBER_OF, JINAN, GROUP, ALWAYS),
        Tie(TieType.MEMBER_OF, LAIWU, GROUP, TO_MERGER),
        Tie(TieType.IN, "post:bureau", BUREAU),
        Tie(TieType.SITS_IN, "post:bureau", GROUP, {**ALWAYS, "role": "observer"}),
    ]
    return Records("test", nodes, ties)


@pytest.fixture
def database(write: Callable[[Records], Database]) -> Database:
    return write(_records())


def _edges(graph: nx.DiGraph) -> set[tuple[str, str]]:
    return set(graph.edges())


def test_the_whole_graph_as_of_a_day(database: Database) -> None:
    graph = to_networkx(database, BEFORE)
    assert set(graph) == {CENTRE, SHANDONG, JINAN, LAIWU, BUREAU, TAX, TAX_OFFICE, LONELY}
    assert _edges(graph) == {
        (CENTRE, SHANDONG), (SHANDONG, JINAN), (SHANDONG, LAIWU), (JINAN, BUREAU), (CENTRE, TAX),
        (JINAN, TAX_OFFICE), (TAX, TAX_OFFICE),
    }  # fmt: skip
    assert graph.graph == {"as_of": BEFORE, "region": None, "group": None}
    assert dual_command(graph) == {TAX_OFFICE: frozenset({JINAN, TAX})}
    assert lowest_common_superiors(graph, [JINAN, LAIWU]) == frozenset({SHANDONG})


def test_nodes_and_edges_say_what_they_are(database: Database) -> None:
    graph = to_networkx(database, BEFORE)
    assert graph.nodes[JINAN] == {
        "uid": JINAN, "name": "济南市", "level": "Prefecture", "kind": None, "rank": 7,
        "broken": False,
    }  # fmt: skip
    assert graph.nodes[TAX_OFFICE]["level"] is None and graph.nodes[TAX_OFFICE]["rank"] is None
    edge = graph.edges[SHANDONG, JINAN]
    assert (edge["kind"], edge["mode"], edge["source"]) == ("PART_OF", "statutory", "source:test")
    assert edge["ties"] == (
        ("PART_OF", "statutory", "source:test"),
        ("PART_OF", "acting", "source:test"),
    )


def test_a_unit_without_known_superior_is_broken(database: Database) -> None:
    graph = to_networkx(database, BEFORE)
    assert {node for node in graph if graph.nodes[node]["broken"]} == {LONELY}
    assert lowest_common_superiors(graph, [LONELY, JINAN]) is None


def test_the_day_of_the_merger(database: Database) -> None:
    graph = to_networkx(database, MERGED)
    assert LAIWU not in graph and (JINAN, DISTRICT) in _edges(graph)


@pytest.mark.parametrize("name", [SHANDONG, "山东省"])
def test_a_region_is_a_unit_and_all_below(database: Database, name: str) -> None:
    graph = to_networkx(database, BEFORE, region=name)
    assert set(graph) == {SHANDONG, JINAN, LAIWU, BUREAU, TAX_OFFICE}
    assert _edges(graph) == {
        (SHANDONG, JINAN), (SHANDONG, LAIWU), (JINAN, BUREAU), (JINAN, TAX_OFFICE),
    }  # fmt: skip
    assert not any(graph.nodes[node]["broken"] for node in graph)
    assert krackhardt(graph).lubness == 1


@pytest.mark.parametrize("uid", [CENTRE, SHANDONG, LAIWU, TAX])
@pytest.mark.parametrize("day", [BEFORE, MERGED])
def test_command_below_is_the_region_without_names(
    database: Database, uid: str, day: dt.date
) -> None:
    if uid == LAIWU and day == MERGED:
        assert not command_below(database, day, uid)
        return
    whole, bare = to_networkx(database, day, region=uid), command_below(database, day, uid)
    assert set(bare.edges) == set(whole.edges)
    assert dict(bare.nodes(data="level")) == dict(whole.nodes(data="level"))


def test_a_group_is_those_who_sit_and_all_above(database: Database) -> None:
    graph = to_networkx(database, BEFORE, group="济莱协作领导小组")
    assert set(graph) == {CENTRE, SHANDONG, JINAN, LAIWU, BUREAU}
    assert {n for n in graph if graph.nodes[n]["seated"]} == {JINAN, LAIWU, BUREAU}
    assert graph.graph["group"] == GROUP


def test_a_lost_member_is_not_in_the_graph_of_the_group(database: Database) -> None:
    assert set(to_networkx(database, MERGED, group=GROUP)) == {CENTRE, SHANDONG, JINAN, BUREAU}


def test_wrong_questions_are_answered_in_words(database: Database) -> None:
    with pytest.raises(InputError, match="not both"):
        to_networkx(database, BEFORE, region=SHANDONG, group=GROUP)
    with pytest.raises(UnknownName):
        to_networkx(database, BEFORE, region="亚特兰蒂斯")
    with pytest.raises(UnknownName):
        to_networkx(database, BEFORE, group="亚特兰蒂斯")
    with pytest.raises(InputError, match="not in force on 2009-01-01"):
        to_networkx(database, dt.date(2009, 1, 1), group=GROUP)
    with pytest.raises(InputError, match="莱芜市"):
        to_networkx(database, MERGED, region="莱芜市")


def test_the_examples_of_the_docs_run(
    database: Database, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("graph.connection.connect", lambda: database)
    page = Path(__file__).resolve().parents[2] / "docs" / "structure.md"
    names: dict[str, Any] = {}
    blocks = re.findall(r"^```python\n(.*?)^```", page.read_text(encoding="utf-8"), re.M | re.S)
    for block in blocks:
        exec(compile(block, page.name, "exec"), names)
    assert capsys.readouterr().out.splitlines() == [
        "5 units",
        "Krackhardt(connectedness=1.0, hierarchy=1.0, efficiency=1.0, lubness=1.0)",
        "2 direct subordinates at most",
        "Krackhardt(connectedness=1.0, hierarchy=1.0, efficiency=0.96, lubness=1.0)",
        "{'office': ['city', 'ministry']}",
        "frozenset({'city'})",
        "('centre',)",
    ]


@pytest.mark.parametrize(
    "name", ["units_in_force", "units_below", "units_of_group", "command_ties"]
)
def test_the_queries_only_read(database: Database, name: str) -> None:
    query = queries[name]
    assert database.explain(query.statement, query.example()).query_type == "r"

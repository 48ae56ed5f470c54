"""Networks of some groups, and projections: read back with networkx, held against the graph."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from graph.catalogue import queries
from graph.connection import Database
from graph.core.signs import KIND_MARKS
from graph.export.network.looks import placed
from tests.cli.conftest import Run, invoke

DAY = "2018-12-25"
DAY_ = dt.date.fromisoformat(DAY)
SHANDONG = ("--region", "山东省", "--as-of", DAY)


@pytest.fixture(scope="module")
def shandong(server_environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The network of a province, which tests read."""
    path = tmp_path_factory.mktemp("shandong") / "r.gexf"
    done = invoke("export", "-o", str(path), *SHANDONG, **server_environment)
    assert done.code == 0, done.err
    return path


def network(run: Run, path: Path, *words: str) -> Any:
    done = run("export", "-o", str(path), *words)
    assert done.code == 0, done.err
    return (nx.read_gexf if path.suffix == ".gexf" else nx.read_graphml)(path)


def kinds(graph: Any) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for _, node in graph.nodes(data=True):
        found[node["type"]].add(node["uid"])
    return found


def test_a_region_opens_in_gephi_with_places_and_colours(shandong: Path, loaded: Database) -> None:
    graph = nx.read_gexf(shandong)
    assert 10 < len(graph) < 500 and graph.is_multigraph() and graph.is_directed()
    (region,) = (
        row.uid
        for row in queries.divisions_in_force(as_of=DAY_, database=loaded)
        if row.code == "370000"
    )
    rows = queries.groups_in_force(as_of=DAY_, region=region, database=loaded)
    found = kinds(graph)
    assert found["Group"] == {row.uid for row in rows} and len(rows) > 1
    assert found.keys() == {"Group", "Post", "Unit", "Person"}
    places = set()
    for _, node in graph.nodes(data=True):
        x, y = (node["viz"]["position"][name] for name in "xy")
        assert -1000 <= x <= 1000 and -1000 <= y <= 1000
        places.add((x, y))
        tone = "#{r:02x}{g:02x}{b:02x}".format(**node["viz"]["color"])
        kind = (node.get("level") or "Agency") if node["type"] == "Unit" else node["type"]
        assert tone == KIND_MARKS[kind.lower()].colour
    assert len(places) > 0.95 * len(graph), "nodes do not stand on one another"
    ties = Counter(kind for *_, kind in graph.edges(data="type"))
    assert ties["SITS_IN"] and ties["MEMBER_OF"] and "SOURCED_FROM" not in ties
    for start, end, kind in graph.edges(data="type"):
        assert kind != "SITS_IN" or (start.startswith("Post/") and end.startswith("Group/"))


def test_the_same_network_is_the_same_file(run: Run, shandong: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.gexf"
    network(run, again, *SHANDONG)
    assert again.read_bytes() == shandong.read_bytes()


def test_graphml_has_places_and_colours_as_attributes(run: Run, tmp_path: Path) -> None:
    graph = network(run, tmp_path / "g.graphml", "--group", "济莱协作区")
    assert kinds(graph)["Group"] == {"group:jinan-laiwu"}
    for _, node in graph.nodes(data=True):
        assert isinstance(node["x"], float) and isinstance(node["y"], float)
        assert re.fullmatch("#[0-9a-f]{6}", node["color"])
        assert node["color"] == "#{r:02x}{g:02x}{b:02x}".format(**node)


@pytest.mark.parametrize("suffix", [".gexf", ".graphml"])
def test_members_are_tied_by_the_groups_that_they_share(
    run: Run, loaded: Database, tmp_path: Path, suffix: str
) -> None:
    graph = network(run, tmp_path / f"m{suffix}", "--projection", "members", "--as-of", DAY)
    assert not graph.is_directed() and not graph.is_multigraph()
    sits: dict[str, set[str]] = defaultdict(set)
    groups = {row.uid for row in queries.groups_in_force(as_of=DAY_, database=loaded)}
    for row in queries.export_ties("MEMBER_OF", ["Unit"], as_of=DAY_, database=loaded):
        if row.end in groups:
            sits[f"Unit/{row.start}"].add(row.end)
    assert set(graph) == set(sits)
    expected = {
        frozenset(pair): len(sits[pair[0]] & sits[pair[1]])
        for pair in combinations(sorted(sits), 2) if sits[pair[0]] & sits[pair[1]]
    }  # fmt: skip
    found = {frozenset((a, b)): int(weight) for a, b, weight in graph.edges(data="weight")}
    assert found == expected and max(found.values()) > 1
    assert {uid: node["n_groups"] for uid, node in graph.nodes(data=True)} == {
        uid: len(own) for uid, own in sits.items()
    }
    heaviest = max(graph.edges(data=True), key=lambda edge: edge[2]["weight"])
    assert heaviest[2]["groups"].count('", "') + 1 == heaviest[2]["weight"]


def test_persons_are_tied_by_the_groups_that_they_share(
    run: Run, loaded: Database, tmp_path: Path
) -> None:
    graph = network(run, tmp_path / "p.gexf", "--projection", "persons")
    sits: dict[str, set[str]] = defaultdict(set)
    for row in queries.export_ties("SITS_IN", ["Post"], database=loaded):
        if row.properties.get("person"):
            sits[f"Person/{row.properties['person']}"].add(row.end)
    assert set(graph) == set(sits) and kinds(graph).keys() == {"Person"}
    for one, other, weight in graph.edges(data="weight"):
        assert weight == len(sits[one] & sits[other]) > 0
    assert all("position" in node["viz"] for _, node in graph.nodes(data=True))


def test_regions_fields_and_named_regions_narrow(
    run: Run, loaded: Database, tmp_path: Path
) -> None:
    water = kinds(network(run, tmp_path / "w.gexf", "--fields", "water, tourism"))["Group"]
    groups = queries.things_by_uid(sorted(water), database=loaded)
    assert {row.uid for row in groups} == water and len(water) > 1

    def regions(*names: str) -> set[str]:
        words = [word for name in names for word in ("--region", name)]
        path = tmp_path / f"{len(list(tmp_path.iterdir()))}.gexf"
        return kinds(network(run, path, *words, "--complete"))["Group"]

    delta = regions("长三角")
    assert "group:yrd-air-coop" in delta and delta == regions(
        "沪苏浙皖=上海市+江苏省+浙江省+安徽省"
    )
    assert delta < regions("长三角", "山东省")
    city = kinds(network(run, tmp_path / "c.gexf", "--region", "莱芜市", "--as-of", DAY))["Group"]
    assert "group:jinan-laiwu" in city


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--fields", "watr"), "Did you mean: water"),
        (("--group", "no such group"), "No group is called"),
        (("--region", "山冬省"), "山东省"),
        (("--region", "跨省"), "cannot be exported"),
        (("--region", "山东省@2018"), "the day with --as-of"),
        (("--region", "生态环境部", "--as-of", DAY), "not a division"),
        (("--region", "山东省", "--as-of", "1985-06-01"), "Ask for"),
        (("--projection", "members", "--format", "csv"), "narrow a network"),
    ],
)
def test_what_cannot_be_narrowed_is_said(
    run: Run, tmp_path: Path, words: tuple[str, ...], says: str
) -> None:
    done = run("export", "-o", str(tmp_path / "x.gexf"), *words)
    assert done.code == 1 and says in " ".join(done.err.split()), done.err
    assert list(tmp_path.iterdir()) == []


def test_what_is_too_large_has_no_places() -> None:
    assert placed([str(n) for n in range(1501)], []) == {}
    assert placed([], []) == {}
    alone = placed(["one"], [])
    assert alone.keys() == {"one"}

"""A region with its groups: members below their chairs, and where each group lies."""

from __future__ import annotations

import datetime as dt

import pytest

from graph.ask.lookup import find_unit
from graph.catalogue import queries
from graph.connection import Database
from graph.core.errors import InputError, UnknownName
from graph.pictures.region.boxes import MOST_GROUPS
from graph.pictures.region.groups import region_groups_picture

DAY = dt.date(2018, 12, 25)


@pytest.mark.parametrize("name", ["山东省", "广东省", "上海市", "济南市"])
def test_groups_hang_on_their_members(loaded: Database, name: str) -> None:
    unit = find_unit(loaded, name, DAY)
    picture = region_groups_picture(loaded, name, DAY)
    divisions = {row.uid for row in queries.region_hierarchy(unit.uid, DAY, database=loaded)}
    rows = queries.groups_in_force(as_of=DAY, region=unit.uid, stale=True, database=loaded)
    in_force = [row.uid for row in rows]
    faded = {node.uid for node in picture.nodes if node.faded}
    assert faded == {row.uid for row in rows if row.status in ("stale", "undated")}
    assert len(in_force) <= MOST_GROUPS
    drawn = {node.uid for node in picture.nodes if node.kind == "group"}
    assert drawn == set(in_force)
    rows = queries.authority_by_member(groups=in_force, as_of=DAY, scope="all", database=loaded)
    told = {(t.start, t.end, t.relation, t.gap) for t in picture.ties if t.kind == "AUTHORITY"}
    assert told == {(r.group, r.member, r.relation, r.gap) for r in rows if r.member in divisions}
    # Every group hangs on something, and what is drawn of the hierarchy is whole.
    assert drawn <= {end for t in picture.ties if t.kind != "COMMAND" for end in (t.start, t.end)}
    below = {t.end for t in picture.ties if t.kind == "COMMAND"}
    assert below == {n.uid for n in picture.nodes if n.kind != "group"} - {unit.uid}
    assert (picture.total or len(picture.nodes)) == len(divisions) + len(in_force)


def test_where_a_group_lies_follows_the_rule(loaded: Database) -> None:
    unit = find_unit(loaded, "山东省", DAY)
    picture = region_groups_picture(loaded, "山东省", DAY)
    groups = [node.uid for node in picture.nodes if node.kind == "group"]
    rows = queries.groups_by_region(groups=groups, as_of=DAY, database=loaded)
    strata = {r.group: "inside" if r.region == unit.uid else r.stratum for r in rows}
    words = {
        "inside": "in the region",
        "cross_province": "beyond it too",
        "no_province": "beyond it too",
        "unknown": "not known: no member of it is known",
    }
    for node in picture.nodes:
        if node.kind == "group":
            (lies,) = [fact.value.en for fact in node.facts if fact.label.en == "Lies"]
            assert lies == words[strata[node.uid]]


@pytest.mark.parametrize(
    ("name", "day", "error", "told"),
    [
        ("无此地", DAY, UnknownName, "无此地"),
        ("生态环境部", DAY, InputError, "lsgraph view government"),
        ("西藏自治区", dt.date(1990, 1, 1), InputError, "leave out --groups"),
    ],
)
def test_what_can_not_be_drawn_is_told(
    loaded: Database, name: str, day: dt.date, error: type[InputError], told: str
) -> None:
    with pytest.raises(error, match=told):
        region_groups_picture(loaded, name, day)

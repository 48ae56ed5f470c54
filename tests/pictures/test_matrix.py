"""Matrices of regions, governments and groups: each cell is what the queries answer, and has a source."""

from __future__ import annotations

import datetime as dt

import pytest

from graph.ask.authority import authority
from graph.ask.question import Question
from graph.catalogue import queries
from graph.connection import Database
from graph.pictures import Matrix
from graph.pictures.government.picture import government_picture
from graph.pictures.group.picture import group_picture
from graph.pictures.region.boxes import MOST_GROUPS
from graph.pictures.region.groups import region_groups_picture
from tests.second_reading.conftest import wide

__all__ = ["wide"]

DAY = dt.date(2018, 12, 25)
LEADING = ("chair", "deputy_chair", "member")


def groups_of(matrix: Matrix) -> list[str]:
    return [line.node.uid for line in matrix.groups]


@pytest.mark.parametrize("name", ["广东省", "江苏省"])
def test_a_region_has_all_its_groups_and_members_with_relation_and_gap(
    wide: Database, name: str
) -> None:
    members, persons = region_groups_picture(wide, name, DAY).matrices
    unit = {"广东省": "div:440000:广东省", "江苏省": "div:320000:江苏省"}[name]
    in_force = queries.groups_in_force(as_of=DAY, region=unit, stale=True, database=wide)
    groups = groups_of(members)
    assert set(groups) == {row.uid for row in in_force}
    assert len(groups) > MOST_GROUPS, "more than the network draws"
    ranks = [line.node.rank or 0 for line in members.groups]
    assert ranks == sorted(ranks, reverse=True)
    faded = {line.node.uid for line in members.groups if line.node.faded}
    assert faded == {row.uid for row in in_force if row.status in ("stale", "undated")}
    fields = {row.uid: row.field for row in in_force}
    assert {line.family.en for line in members.groups} == {
        field.replace("_", " ") for field in fields.values()
    }

    rows = queries.authority_by_member(groups=groups, as_of=DAY, scope="all", database=wide)
    told = {(row.group, row.member): row for row in rows}
    cells = {(cell.group, cell.member): cell for cell in members.cells}
    assert len(cells) == len(members.cells)
    assert {key: (cell.relation, cell.gap) for key, cell in cells.items() if key in told} == {
        key: (row.relation, row.gap) for key, row in told.items()
    }
    # What is no member is the unit of a chair; who chairs by a seat is told from who is chaired.
    assert all(cells[key].role == "chair" for key in cells.keys() - told.keys())
    assert {told[key].relation for key in told if cells[key].role == "chair"} >= {"OWN"}
    for key, row in told.items():
        assert cells[key].role in ("chair", row.role)
    assert all(cell.sources for cell in members.cells)
    assert {line.node.uid for line in members.members} == {cell.member for cell in members.cells}
    assert members.members[0].node.uid == unit
    held = {(cell.group, cell.member) for cell in persons.cells}
    for line in persons.members:
        assert len({group for group, person in held if person == line.node.uid}) > 1


def test_units_stand_with_their_province(wide: Database) -> None:
    (members, *_) = region_groups_picture(wide, "广东省", DAY).matrices
    provinces = {line.node.label: line.family.zh for line in members.members}
    assert provinces["广州市"] == provinces["广东省农业厅"] == "广东省"
    assert provinces["厦门市" if "厦门市" in provinces else "福建省"] == "福建省"
    assert provinces["国家发展和改革委员会"] == "中央"
    near = {line.node.label for line in members.members if line.near}
    assert "深圳市" in near and not near & {"福建省", "广东省农业厅"}


def test_a_government_is_in_each_of_its_groups_with_its_officials(wide: Database) -> None:
    day = dt.date(2017, 6, 30)
    picture = government_picture(wide, "国家发展和改革委员会", day)
    own, members, _ = picture.matrices
    unit = "agency:国家发展和改革委员会"
    assert len(own.groups) >= 35
    seats = queries.seats_of_government(unit, day, database=wide)
    posts = {(seat.group, seat.role) for seat in seats if seat.own}
    of_itself = {cell.group: cell for cell in own.cells if cell.member == unit}
    assert set(of_itself) >= {group for group, _ in posts}
    for group, cell in of_itself.items():
        assert cell.role == "host" or (group, cell.role) in posts
    rows = queries.authority_by_member(groups=groups_of(own), as_of=day, scope="all", database=wide)
    told = {row.group: (row.relation, row.gap) for row in rows if row.member == unit}
    for group, cell in of_itself.items():
        if cell.role != "chair":
            assert (cell.relation, cell.gap) == told.get(group, (None, None))
    assert groups_of(members) == groups_of(own)
    families = list(dict.fromkeys(line.family.en for line in own.members))
    assert families == ["itself", "officials", "departments"]


def test_a_group_stands_over_its_members_and_what_is_supposed_is_marked(wide: Database) -> None:
    question = Question(dt.date(2018, 12, 25), chair="济南市市长")
    answer = authority(wide, "济莱协作区", question)
    (matrix,) = group_picture(wide, answer).matrices
    assert groups_of(matrix) == [answer.group.group]
    chair, *members = matrix.cells
    assert chair.role == "chair" and chair.supposed and not chair.sources
    assert {(cell.member, cell.relation, cell.gap, cell.supposed) for cell in members} == {
        (row.member, row.relation, row.gap, row.supposed) for row in answer.members
    }
    assert all(cell.supposed for cell in members)

"""Uids that moved: whatever a release called a person, a unit or a group leads to a node that is there."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from graph.core.moved import UidMoved, followed, ids, moved, moves
from loaders.divisions.read import read_divisions
from loaders.groups.read import read_everything, read_groups, shipped_files
from loaders.package.ids import fresh_ids, id_of, write_ids
from loaders.package.rows import package_rows

RELEASED = Path(__file__).parents[1] / "golden" / "uids_1_0.txt"

OWN = """form: lsgraph/groups/1
sources:
  O1: {title: 某通知, url: null, kind: gov_doc, date: "2018-10-01"}
groups:
- uid: "group:own"
  name: 东河领导小组
  kind: 领导小组
  field: water
  leadership: single
  roster: partial
  from: "2018-10-01"
  source: O1
  seats:
  - {role: chair, person: "person:夏宝龙@330000", source: O1, confidence: high}
  - {role: member, unit: "agency:中央政府驻港联络办", source: O1, confidence: high}
"""


@cache
def uids() -> set[str]:
    """The uids of all that the graph holds of groups, and of all divisions."""
    tables = package_rows(read_everything()).values()
    rows = {str(row["uid"]) for rows in tables for row in rows if "uid" in row}
    return rows | {unit.uid for unit in read_divisions().units}


def test_no_uid_of_a_release_is_lost() -> None:
    """One that is gone is a line of moved.csv: old, new, since which version, why."""
    there = uids()
    released = RELEASED.read_text(encoding="utf-8").splitlines()
    assert len(released) > 5900
    lost = [uid for uid in released if uid not in there and uid not in moves()]
    assert lost == []


def test_every_move_leads_to_what_is_there_and_from_what_is_not() -> None:
    there = uids()
    new = {move.new for move in moves().values()}
    assert {uid for uid in new if uid} <= there
    assert not moves().keys() & there
    assert all(move.since and move.why for move in moves().values())


def test_every_id_leads_to_what_is_there_or_was_withdrawn() -> None:
    moved_ids = {given: move for given in ids() if (move := moved(given))}
    assert all(move.new in uids() for move in moved_ids.values())
    withdrawn = ids().keys() - moved_ids.keys()
    assert {ids()[given] for given in withdrawn} <= moves().keys()
    assert len(set(ids().values())) == len(ids())


def test_whatever_can_bear_an_id_has_one() -> None:
    """After new entries: `lsgraph data ids`."""
    assert fresh_ids(uids()) == {}
    assert id_of("group:bth-air-lsg") is None and id_of("div:370100:济南市") is None


def test_a_permanent_id_leads_to_its_person() -> None:
    given = id_of("person:韩正")
    assert given is not None and given.startswith("P")
    with pytest.warns(UidMoved, match=f"{given} is person:韩正"):
        assert followed(given, "person") == "person:韩正"


def test_a_fresh_id_stands_behind_those_that_were_given(tmp_path: Path) -> None:
    before = sorted(given for given in ids() if given.startswith("P"))
    fresh = fresh_ids(["person:某甲", "person:韩正", "group:own", "agency:某局"])
    assert list(fresh.values()) == ["agency:某局", "person:某甲"]
    assert [given for given in fresh if given > before[-1]] == [f"P{len(before) + 1:05}"]
    write_ids(fresh, tmp_path / "ids.csv")
    lines = (tmp_path / "ids.csv").read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(ids()) + 3 and lines[1:] == sorted(lines[1:])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("person:韩俊@340000", "person:韩俊"),
        ("person:张国清@100000", "person:张国清"),
        ("person:黄强@510000", "person:黄强"),
        ("group:f-anhui-gaoyou-chief", "group:d-anhui-gaoyou-lake-chief"),
        ("group:i-minxinan-office-2018", "group:d-minxinan-cooperation-zone-meeting"),
        ("agency:中央政府驻港联络办", "agency:香港中联办"),
        ("agency:330185:临安市人民政府办公室", "agency:330185:临安市府办"),
    ],
)
def test_an_old_uid_leads_to_the_new_node(old: str, new: str) -> None:
    move = moved(old)
    assert move is not None and move.new == new
    kind, _, rest = old.partition(":")
    with pytest.warns(UidMoved, match=f"{new} since version"):
        assert followed(rest, kind) == new


def test_a_uid_that_did_not_move_is_not_followed() -> None:
    assert moved("person:李强") is None and followed("李强", "person") is None


def test_a_uid_that_was_withdrawn_is_told_and_leads_nowhere() -> None:
    assert moved("person:邓凯") is None
    with pytest.warns(UidMoved, match="person:邓凯 was withdrawn in version 2.0"):
        assert followed("邓凯", "person") is None


def test_a_group_file_that_names_old_uids_is_read_with_a_doubt(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(OWN, encoding="utf-8")
    data = read_groups([*shipped_files(), path])
    seats = [(row.person, row.unit) for row in data.seats if row.group == "group:own"]
    assert seats == [("person:夏宝龙", None), (None, "agency:香港中联办")]
    doubts = [text for text in data.warnings if "own.yaml:14" in text or "own.yaml:15" in text]
    assert len(doubts) == 2 and all(text.endswith("Write the new uid.") for text in doubts)


def test_the_package_has_the_moves() -> None:
    rows = package_rows(read_everything())["moved"]
    assert {str(row["old"]): row["new"] or "" for row in rows} == {
        old: move.new for old, move in moves().items()
    }


def test_merged_groups_hold_what_both_files_told() -> None:
    """The office of a meeting is no group: who leads it is its director. A lake's head stands once."""
    seats = [
        (row.group.removeprefix("group:"), row.role, row.person) for row in read_everything().seats
    ]
    assert ("d-minxinan-cooperation-zone-meeting", "office_director", "person:黄强@350200") in seats
    chairs = [
        who for group, role, who in seats if (group, role) == ("d-anhui-gaoyou-lake-chief", "chair")
    ]
    assert chairs == ["person:张曙光", "person:章曦", "person:杨光荣"]

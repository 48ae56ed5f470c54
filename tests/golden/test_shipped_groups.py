"""The shipped groups on a real graph: what issue and definitions ask of them, and one table of them all.

The table `groups.csv` was written by the query and then checked against the definitions; a change of
data or definitions that moves a line shows here as a difference to look at.
"""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import pytest

from graph.ask.authority import Authority, Question, authority
from graph.catalogue import Result, queries
from graph.connection import Database

TABLE = Path(__file__).parent / "groups.csv"
AIR_2013, AIR_2018, JINAN_LAIWU = "group:a-jjj-air-cooperation", "group:bth-air-lsg", "济莱协作区"
EVE, MERGER = dt.date(2018, 12, 25), dt.date(2018, 12, 26)
MAYOR = "济南市市长"


@pytest.fixture(scope="module")
def everything(loaded: Database) -> Result:
    """Every group on its last documented day."""
    return queries.authority_by_group(database=loaded)


def gaps(answer: Authority) -> dict[str, int | None]:
    """Gap of each member by name."""
    return {row.member_name: row.gap for row in answer.members}


def relations(answer: Authority) -> dict[str, str | None]:
    """Relation of each member by name."""
    return {row.member_name: row.relation for row in answer.members}


def outcome(answer: Authority) -> tuple[str, set[str]]:
    """The type and all flags."""
    return answer.group.type, set(answer.group.flags)


@pytest.mark.parametrize(
    ("basis", "gap", "relation"),
    [("person", 1, "OUTRANK_ONLY"), ("seat", 0, "PEER"), ("unit", 0, "PEER")],
)
def test_air_2013_is_led_by_a_mandated_peer(
    loaded: Database, basis: str, gap: int, relation: str
) -> None:
    """The secretary of Beijing (8) sits on the Politburo (9), and commands none of the others by it."""
    answer = authority(loaded, AIR_2013, Question(dt.date(2013, 10, 23), basis))
    group = answer.group
    assert outcome(answer) == ("WEAK", {"mandated_peer", "politburo_chair"})
    assert (group.gap_min, group.gap_max, group.lc) == (gap, gap, 0)
    assert [(c["name"], c["title"]) for c in group.chairs] == [("郭金龙", "北京市委书记")]
    assert gaps(answer) == dict.fromkeys(
        ("北京市", "天津市", "河北省", "山西省", "内蒙古自治区", "山东省"), gap
    )
    assert relations(answer) == {
        name: "OWN" if name == "北京市" else relation for name in gaps(answer)
    }


def test_air_2018_by_the_seat(loaded: Database) -> None:
    answer = authority(loaded, AIR_2018, Question(basis="seat"))
    group = answer.group
    assert outcome(answer) == ("STRONG", set())
    assert (group.gap_min, group.lc, group.origin) == (2, 1, "superior")
    # A member of the Standing Committee (10) over mayors and a governor (8) and four vice-governors (7).
    assert gaps(answer) == {
        "北京市": 2, "天津市": 2, "河北省": 2,
        "山西省": 3, "内蒙古自治区": 3, "山东省": 3, "河南省": 3,
    }  # fmt: skip
    assert set(relations(answer).values()) == {"LINE"}


def test_air_2018_by_the_person(loaded: Database) -> None:
    answer = authority(loaded, AIR_2018)
    assert outcome(answer) == ("STRONG", set())
    assert (answer.group.gap_min, answer.group.lc) == (2, 1)
    # 韩正 sat on the Standing Committee: 10.
    assert [c["rank"] for c in answer.group.chairs] == [10]


def test_each_seat_of_air_2018_is_what_its_post_says(loaded: Database) -> None:
    seats = queries.seats_of_group(AIR_2018, dt.date(2018, 7, 12), database=loaded)
    ranks = {row.unit_name: row.rank for row in seats if row.role == "deputy_chair"}
    by_seat = authority(loaded, AIR_2018, Question(basis="seat"))
    assert {name: 10 - rank for name, rank in ranks.items() if name in gaps(by_seat)} == {
        name: gaps(by_seat)[name] for name in ranks if name in gaps(by_seat)
    }
    assert {"北京市", "天津市", "河北省"} <= set(ranks)


def test_jinan_laiwu_as_documented_is_unknown(loaded: Database) -> None:
    answer = authority(loaded, JINAN_LAIWU)
    assert outcome(answer) == ("UNKNOWN", {"chair_unknown"})
    assert (answer.group.gap_min, answer.group.lc, answer.group.possible) == (None, None, None)
    assert answer.group.chairs == []
    assert gaps(answer) == {"济南市": None, "莱芜市": None}


def test_jinan_laiwu_under_the_mayor_on_the_eve(loaded: Database) -> None:
    answer = authority(loaded, JINAN_LAIWU, Question(EVE, chair=MAYOR))
    group = answer.group
    assert (group.type, group.gap_min, group.lc) == ("SELF_FORMING", 1, 0)
    assert gaps(answer) == {"济南市": 0, "莱芜市": 1}
    assert relations(answer) == {"济南市": "OWN", "莱芜市": "OUTRANK_ONLY"}
    assert (group.lcs, group.supposed) == (["山东省"], True)


def test_jinan_laiwu_on_the_day_of_the_merger(loaded: Database) -> None:
    answer = authority(loaded, JINAN_LAIWU, Question(MERGER, chair=MAYOR))
    assert outcome(answer) == ("NOT_A_GROUP", {"member_lost"})
    assert gaps(answer) == {"济南市": 0}


def test_jinan_laiwu_with_its_successor(loaded: Database) -> None:
    answer = authority(loaded, JINAN_LAIWU, Question(MERGER, chair=MAYOR, members=("370116",)))
    assert (answer.group.type, answer.group.gap_min, answer.group.lc) == ("STRONG", 2, 1)
    assert relations(answer) == {"济南市": "OWN", "莱芜区": "LINE"}
    assert all(row.supposed for row in answer.members)


def test_supposing_writes_nothing(loaded: Database) -> None:
    before = authority(loaded, JINAN_LAIWU)
    authority(loaded, JINAN_LAIWU, Question(MERGER, chair=MAYOR, members=("370116",)))
    assert authority(loaded, JINAN_LAIWU) == before
    assert not before.group.supposed


def test_without_chair_or_roster_nothing_is_guessed(everything: Result) -> None:
    for row in everything:
        if "undated" in row.flags:
            assert (row.type, row.row, row.chairs, row.gap_min) == ("UNKNOWN", None, [], None)
            continue
        unled = row.leadership not in ("rotating", "collective") and not row.chairs
        if row.n_members >= 2 and unled:
            assert (row.type, row.gap_min, row.lc) == ("UNKNOWN", None, None)
            assert "chair_unknown" in row.flags
        if row.n_members < 2 and row.roster != "complete" and row.row == 1:
            assert row.type == "UNKNOWN" or "member_lost" in row.flags
    assert {row.group for row in everything if "chair_unknown" in row.flags} == {
        "group:jinan-laiwu", "group:taihu-lake-chiefs"
    }  # fmt: skip


@pytest.mark.parametrize("group", ["group:sd-xiaoqing-river", "group:weishan-lake-tourism"])
def test_two_cases_of_the_paper_are_not_known(loaded: Database, group: str) -> None:
    row = authority(loaded, group).group
    assert (row.type, row.type_in_paper, row.chairs) == ("UNKNOWN", None, [])
    assert "undated" in row.flags


def test_a_meeting_of_mayors_is_collective(loaded: Database) -> None:
    answer = authority(loaded, "group:huaihai-core")
    assert answer.group.leadership == "collective"
    assert outcome(answer) == ("SELF_FORMING", {"origin_inferred"})
    assert set(relations(answer).values()) == {"OWN"}
    assert answer.group.n_members == 8
    assert all(chair["name"] is None for chair in answer.group.chairs)


def test_a_tenure_of_unknown_start_names_no_chair(loaded: Database) -> None:
    row = authority(loaded, "group:central-rise-joint-meeting").group
    assert row.as_of == dt.date(2008, 1, 18)
    assert [(c["name"], c["person"]) for c in row.chairs] == [(None, None)]


def test_no_group_is_typed_by_the_paper(everything: Result) -> None:
    assert {row.type_in_paper for row in everything} == {None}


def test_all_groups_as_they_were_read(everything: Result) -> None:
    with TABLE.open(encoding="utf-8", newline="") as file:
        expected = {row["group"]: row for row in csv.DictReader(file)}
    found = {row.group: {name: cell(row, name) for name in COLUMNS} for row in everything}
    assert set(found) == set(expected)
    assert {uid: row for uid, row in found.items() if row != expected[uid]} == {}


COLUMNS = ("group", "as_of", "type", "type_certainty", "row", "gap_min", "lc", "origin", "flags")


def cell(row: dict[str, object], name: str) -> str:
    """A value as the table holds it; the day of an undated group is today and is left out."""
    value, flags = row[name], row["flags"]
    if isinstance(flags, list) and name == "as_of" and "undated" in flags:
        return ""
    if isinstance(value, list):
        return ";".join(map(str, value))
    return "" if value is None else str(value)

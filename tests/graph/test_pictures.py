"""Pictures hold what the queries say: the same figures, every member, every step of command."""

from __future__ import annotations

import datetime as dt

import pytest

from graph.ask.authority import Question, authority
from graph.ask.lookup import find_unit
from graph.connection import Database
from graph.pictures.group.picture import group_picture
from graph.pictures.region.picture import region_picture

EVE = dt.date(2018, 12, 25)
ASKED = {
    "air 2013": ("group:a-jjj-air-cooperation", Question()),
    "air 2018": ("group:bth-air-lsg", Question(basis="seat")),
    "unknown chair": ("group:jinan-laiwu", Question()),
    "supposed chair": ("group:jinan-laiwu", Question(EVE, chair="济南市市长")),
    "collective": ("group:huaihai-core", Question()),
    "two chairs": ("group:guangfo", Question()),
    "nobody": ("group:sd-xiaoqing-river", Question()),
}


@pytest.mark.parametrize("name", ASKED)
def test_a_group_is_drawn_as_it_was_answered(loaded: Database, name: str) -> None:
    group, question = ASKED[name]
    answer = authority(loaded, group, question)
    picture = group_picture(loaded, answer)
    ties = [tie for tie in picture.ties if tie.kind == "AUTHORITY"]
    assert {(tie.end, tie.relation, tie.gap) for tie in ties} == {
        (row.member, row.relation, row.gap) for row in answer.members
    }
    uids = [node.uid for node in picture.nodes]
    assert len(uids) == len(set(uids))
    assert {end for tie in picture.ties for end in (tie.start, tie.end)} <= set(uids)
    # What no source dates is of no day.
    undated = "undated" in answer.group.flags
    assert picture.as_of == ("" if undated else str(answer.group.as_of))
    assert picture.title.zh == answer.group.name
    assert ("Supposed, not documented" in picture.caption.en) is answer.group.supposed


def test_an_unknown_chair_is_drawn_as_unknown(loaded: Database) -> None:
    picture = group_picture(loaded, authority(loaded, "group:jinan-laiwu"))
    (chair,) = [node for node in picture.nodes if node.role == "chair"]
    assert (chair.unknown, chair.rank) == (True, None)


def test_a_supposed_chair_is_marked(loaded: Database) -> None:
    question = Question(EVE, chair="济南市市长")
    picture = group_picture(loaded, authority(loaded, "group:jinan-laiwu", question))
    (chair,) = [node for node in picture.nodes if node.role == "chair"]
    assert (chair.supposed, chair.unknown, chair.rank) == (True, False, 7)


def test_command_runs_from_the_lowest_superior_to_each_member(loaded: Database) -> None:
    picture = group_picture(loaded, authority(loaded, "group:jinan-laiwu"))
    steps = {(tie.start, tie.end) for tie in picture.ties if tie.kind == "COMMAND"}
    names = {node.uid: node.label for node in picture.nodes}
    assert {(names[a], names[b]) for a, b in steps} == {("山东省", "济南市"), ("山东省", "莱芜市")}


def test_a_region_is_a_tree_in_force_on_the_day(loaded: Database) -> None:
    picture = region_picture(loaded, "山东省", EVE)
    names = {node.label for node in picture.nodes}
    assert {"山东省", "济南市", "莱芜市"} <= names
    later = region_picture(loaded, "山东省", EVE + dt.timedelta(days=1))
    assert "莱芜市" not in {node.label for node in later.nodes}
    ends = [tie.end for tie in picture.ties]
    assert len(ends) == len(set(ends)) == len(picture.nodes) - 1


def test_the_focus_of_a_region_is_the_place_asked_for(loaded: Database) -> None:
    picture = region_picture(loaded, "370000", EVE)
    (focus,) = [node for node in picture.nodes if node.role == "focus"]
    assert focus.uid == find_unit(loaded, "山东省", EVE).uid

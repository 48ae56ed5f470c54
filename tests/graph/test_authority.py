"""One call for one group: checked, complete, and in words where it cannot answer."""

from __future__ import annotations

import datetime as dt

import pytest

from graph.ask.authority import Question, authority, prepare
from graph.ask.lookup import find_group
from graph.ask.suppose import suppose_chair
from graph.connection import Database
from graph.core.errors import AmbiguousName, InputError, UnknownName

EVE = dt.date(2018, 12, 25)


@pytest.mark.parametrize("text", ["group:jinan-laiwu", "jinan-laiwu", "济莱协作区"])
def test_a_group_is_found_by_uid_name_or_part(loaded: Database, text: str) -> None:
    assert find_group(loaded, text).uid == "group:jinan-laiwu"


def test_an_unknown_group_has_suggestions(loaded: Database) -> None:
    with pytest.raises(UnknownName) as caught:
        find_group(loaded, "济莱协做区")
    assert any("济莱协作区" in text for text in caught.value.suggestions)
    with pytest.raises(AmbiguousName, match="Give the code or uid"):
        find_group(loaded, "领导小组")


def test_the_first_question_is_planned_where_there_is_a_group(
    loaded: Database, clean: Database
) -> None:
    assert prepare(loaded)
    assert not prepare(clean)


def test_group_and_members_are_of_one_reading(loaded: Database) -> None:
    answer = authority(loaded, "bth-air-lsg", Question(basis="seat"))
    gaps = [row.gap for row in answer.members]
    assert (min(gaps), max(gaps), len(gaps)) == (
        answer.group.gap_min, answer.group.gap_max, answer.group.n_members,
    )  # fmt: skip
    assert answer.to_dict()["members"] == answer.members.to_dicts()


@pytest.mark.parametrize(
    ("question", "says"),
    [
        (Question(basis="rank"), "Unknown basis"),
        (Question(scope="some"), "Unknown scope"),
        (Question(as_of=dt.date(2013, 1, 1)), "was not in force on 2013-01-01: start 2018"),
        (Question(as_of=EVE, chair="大法师"), "is not understood"),
    ],
)
def test_what_can_not_be_answered(loaded: Database, question: Question, says: str) -> None:
    with pytest.raises(InputError, match=says):
        authority(loaded, "bth-air-lsg", question)


def test_a_supposed_chair_is_a_post_of_the_graph_or_of_the_rules(loaded: Database) -> None:
    assert suppose_chair(loaded, "北京市委书记", EVE)["post"] == "post:北京市委书记"
    made = suppose_chair(loaded, "济南市市长", EVE)
    assert (made["mode"], made["rank"], made["rank_basis"]) == ("HEAD", 7, "derived")
    assert made["unit"].startswith("div:370100:")

"""A stated vacancy is one thing, an unknown chair another; and how many were looked at."""

from __future__ import annotations

import datetime as dt

import pytest

from graph.catalogue import queries
from graph.chairs import vacancies
from graph.connection import Database
from tests.chairs.worlds import written
from tests.reference.draft import DAY, Draft, shandong
from tests.reference.world import Seat

LEFT = dt.date(2017, 1, 1)


def test_no_source_of_the_shipped_groups_states_a_vacancy(loaded: Database) -> None:
    """By hand: six group files have no chair and a form that is not collective; three of them are undated."""
    found = vacancies(loaded)
    assert {(row.group, row.status) for row in found.groups} == {
        ("group:hn-czt-lsg", "chair_unknown"),
        ("group:jinan-laiwu", "chair_unknown"),
        ("group:taihu-lake-chiefs", "chair_unknown"),
    }
    counted = found.counted
    assert (counted.n_groups, counted.n_not_in_force) == (38, 5)
    assert (counted.n_chaired, counted.n_heads, counted.n_chair_unknown) == (27, 3, 3)
    assert (counted.n_vacancy_stated, counted.n_post_unknown) == (0, 0)


def test_on_a_day_some_are_not_in_force(loaded: Database) -> None:
    counted = vacancies(loaded, dt.date(2003, 1, 1)).counted
    parts = sum(value for name, value in counted.items() if name != "n_groups")
    assert parts == counted.n_groups == 38
    assert counted.n_not_in_force > 20


def test_the_groups_without_a_chair_are_those_of_the_type_table(loaded: Database) -> None:
    """Row 2 of the table (no chair) lists no group that is not here; undated ones have no row."""
    answers = queries.authority_by_group(sensitivity=False, database=loaded)
    here = {row.group for row in vacancies(loaded).groups}
    assert {row.group for row in answers if row.row == 2} <= here
    dated = {row.group for row in answers if row.row is not None}
    assert {row.group for row in answers if row.n_own is None} & dated == here & dated


def _stated(draft: Draft) -> None:
    draft.says(vacancy=True)


def _name_only(draft: Draft) -> None:
    draft.seats.append(Seat("g", "chair", person="某人"))


def _left(draft: Draft) -> None:
    draft.seat("chair", "副省长", end=LEFT, person="甲")


def _joint_meeting(draft: Draft) -> None:
    draft.says(kind="联席会议", leadership="unknown")


def _vacant_and_filled(draft: Draft) -> None:
    draft.says(vacancy=True)
    draft.seat("chair", "副省长")


@pytest.mark.parametrize(
    ("change", "status", "last"),
    [
        (_stated, "vacancy_stated", None),
        (_name_only, "post_unknown", None),
        (_left, "chair_unknown", "甲"),
        (_joint_meeting, None, None),
        (_vacant_and_filled, None, None),
    ],
)
def test_why_nobody_is_in_the_chair(
    clean: Database, change: object, status: str | None, last: str | None
) -> None:
    draft = shandong()
    draft.listed("淄博", "滨州")
    assert callable(change)
    change(draft)
    found = vacancies(written(clean, draft), DAY)
    assert [row.status for row in found.groups] == ([status] if status else [])
    assert [row.last_chair_name for row in found.groups] == ([last] if status else [])
    named = ["某人"] if change is _name_only else []
    assert [row.named for row in found.groups] == ([named] if status else [])
    column = f"n_{status}" if status else "n_heads" if change is _joint_meeting else "n_chaired"
    assert (found.counted[column], found.counted.n_groups) == (1, 1)

"""Persons: who is meant by a name, in which groups they sit, and what their chair chairs besides."""

from __future__ import annotations

import datetime as dt

import pytest

from graph.catalogue import Row, queries
from graph.chairs import find_person, groups_of_chair, groups_of_person
from graph.chairs.persons import shown
from graph.connection import Database
from graph.core.errors import AmbiguousName, UnknownName
from graph.core.language import speaking
from tests.chairs.worlds import written
from tests.reference.draft import DAY, led_by_vice_governor, shandong

JULY = dt.date(2018, 7, 12)


def test_two_of_one_name_are_told_apart_and_none_is_chosen(loaded: Database) -> None:
    with pytest.raises(AmbiguousName) as several:
        find_person(loaded, "刘伟")
    assert several.value.candidates == (
        "刘伟 (person:刘伟@河南省: 河南省副省长)",
        "刘伟 (person:刘伟@财政部: 财政部副部长)",
    )
    found = groups_of_person(loaded, "刘伟@财政部")
    assert [(row.group, row.role, row.title) for row in found.seats] == [
        ("group:bth-air-lsg", "member", "财政部副部长")
    ]


def test_a_person_without_a_post_is_shown_in_the_language_that_is_spoken() -> None:
    person = Row(name="刘伟", uid="person:刘伟", posts=[], note="")
    assert shown(person) == "刘伟 (person:刘伟: no post known)"
    with speaking("zh"):
        assert shown(person) == "刘伟 (person:刘伟: 职务不明)"


def test_a_name_that_nobody_bears_has_suggestions(loaded: Database) -> None:
    with pytest.raises(UnknownName, match="韩正"):
        find_person(loaded, "韩征")


def test_han_zheng(loaded: Database) -> None:
    """Every seat of the group files that names person:韩正, in order of time."""
    left = "[..2023-03-12]"
    found = groups_of_person(loaded, "韩正")
    assert [(r.group, r.role, r.title, r.since, r.until, r.source) for r in found.seats] == [
        ("group:yrd-air-coop", "chair", "上海市委书记", "2014-01-07", "[..2017-10-29]", "S32"),
        ("group:central-hkmo", "chair", "中央政治局常委、国务院副总理", "2018", left, "HK20"),
        ("group:bth-air-lsg", "chair", "国务院副总理", "2018-07-03", left, "S15"),
        ("group:hainan-reform-opening", "chair", "国务院副总理", "[..2018-07-06]", left, "S24"),
        ("group:jjj-coordinated-development", "chair", "国务院副总理", "[..2018-07-06]", left, "S24"),
        ("group:yangtze-economic-belt", "chair", "国务院副总理", "[..2018-07-06]", left, "S23"),
        ("group:climate-energy-saving", "deputy_chair", "国务院副总理", "[..2018-08-02]", left, "S26"),
        ("group:gba-lsg", "chair", "国务院副总理", "[..2018-08-15]", left, "MP18"),
        ("group:yrd-integration-lsg", "chair", "国务院副总理", "[..2019-06-03]", left, "YR19"),
    ]  # fmt: skip
    assert all(row.named for row in found.seats)
    on_the_day = groups_of_person(loaded, "韩正", dt.date(2016, 1, 1))
    assert [row.group for row in on_the_day.seats] == ["group:yrd-air-coop"]


def test_a_seat_that_names_a_post_is_that_of_its_holder(loaded: Database) -> None:
    """The agreement of the three cities names posts only; 朱伟 is mayor of Foshan by 2020-11-16."""
    seats = {row.group: row for row in groups_of_person(loaded, "朱伟").seats}
    row = seats["group:guangfozhao"]
    assert (row.role, row.named, row.valid_from) == ("chair", False, dt.date(2020, 11, 16))


def test_how_many_seats_name_nobody(loaded: Database) -> None:
    """By hand from the files: eight chairs' seats name a post only, none a title only."""
    counted = {row.role: row for row in queries.seats_counted(database=loaded)}
    chairs, deputies = counted["chair"], counted["deputy_chair"]
    assert (chairs.n_post_only, chairs.n_neither) == (9, 0)
    assert (deputies.n_person_only, deputies.n_post_only) == (10, 0)
    for row in counted.values():
        parts = row.n_both + row.n_post_only + row.n_person_only + row.n_neither
        assert parts == row.n_seats


def test_other_groups_of_the_chair(loaded: Database) -> None:
    """Not the Yangtze delta: its seat names him, and he had left Shanghai in 2017."""
    rows = groups_of_chair(loaded, "group:bth-air-lsg", JULY)
    assert {(row.person, row.group) for row in rows} == {
        ("person:韩正", "group:hainan-reform-opening"),
        ("person:韩正", "group:jjj-coordinated-development"),
        ("person:韩正", "group:yangtze-economic-belt"),
    }


def test_no_chair_known_has_no_row(loaded: Database) -> None:
    assert len(groups_of_chair(loaded, "group:jinan-laiwu", dt.date(2018, 12, 25))) == 0


def test_a_holder_who_is_not_known_chairs_nobody_knows_what(clean: Database) -> None:
    rows = groups_of_chair(written(clean, led_by_vice_governor()), "g", DAY)
    assert [(r.chair_title, r.person, r.group) for r in rows] == [("副省长", None, None)]


def test_a_holder_who_chairs_no_other_group_is_told(clean: Database) -> None:
    draft = led_by_vice_governor("甲")
    draft.holds("甲", "副省长")
    rows = groups_of_chair(written(clean, draft), "g", DAY)
    assert [(r.chair_title, r.person, r.group) for r in rows] == [("副省长", "甲", None)]


def test_periods_of_a_seat_and_of_its_holder_meet(clean: Database) -> None:
    draft = shandong()
    draft.seat("chair", "山东长", start=dt.date(2010, 1, 1), end=dt.date(2020, 1, 1))
    draft.seat("observer", "山东长")
    draft.holds("乙", "山东长")
    rows = queries.groups_of_person("乙", database=written(clean, draft))
    assert [(r.role, r.named, r.valid_from, r.valid_to) for r in rows] == [
        ("chair", False, dt.date(2010, 1, 1), dt.date(2020, 1, 1))
    ]

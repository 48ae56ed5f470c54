"""Pictures through time and side by side, on the loaded graph: days, changes, and what is refused."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest

from graph.ask.authority import Question
from graph.ask.reasons import type_in_words
from graph.connection import Database
from graph.core.errors import InputError
from graph.pictures.several.beside import sides
from graph.pictures.several.series import Asked, picture_series
from graph.structure.series import gap_series
from graph.structure.succession import breakpoints

AIR = "group:a-jjj-air-cooperation"
JINAN = "group:jinan-laiwu"
HANDS_ON = ("group:yrd-air-coop", AIR, JINAN, "group:hzmb-task-force")
EVE, MERGER = dt.date(2018, 12, 25), dt.date(2018, 12, 26)


@pytest.mark.parametrize("group", HANDS_ON)
def test_each_step_of_the_gap_has_its_picture(loaded: Database, group: str) -> None:
    found = picture_series(loaded, group)
    _, days = breakpoints(loaded, group)
    shown = [moment.day for moment in found.moments]
    assert set(shown) <= {row.day for row in days}
    assert found.n_breakpoints == len(days)
    by_day = {moment.day: moment for moment in found.moments}
    for step in gap_series(loaded, group).steps:
        moment = by_day[step.valid_from]
        assert (moment.type, moment.gap) == (type_in_words(step.group), step.group.gap_min)
        assert moment.shown is step.shown
        assert bool(moment.difference.changes) is bool(step.causes)


def test_moments_follow_each_other_without_a_hole(loaded: Database) -> None:
    moments = picture_series(loaded, AIR).moments
    assert [m.until for m in moments[:-1]] == [m.day for m in moments[1:]]
    assert moments[-1].until == dt.date(2018, 7, 3)
    assert all(moment.difference.changes for moment in moments[1:])
    for before, after in pairwise(moments):
        old, new = ({n.uid for n in one.picture.nodes} for one in (before, after))
        assert after.difference.came == new - old
        assert after.difference.left == old - new


def test_changes_are_said_in_both_languages(loaded: Database) -> None:
    henan = next(m for m in picture_series(loaded, AIR).moments if m.day == dt.date(2015, 5, 1))
    told = {(c.kind, c.what.en, c.what.zh) for c in henan.difference.changes}
    assert ("membership", "came: Henan", "新增：河南省") in told
    last = picture_series(loaded, JINAN).moments[-1]
    told = {(c.kind, c.what.en, c.what.zh) for c in last.difference.changes}
    assert ("membership", "ceased to exist: Laiwu", "撤销：莱芜市") in told
    assert ("type", "UNKNOWN → NOT_A_GROUP", "未知 → 不构成小组") in told


def test_another_holder_of_the_chair_is_a_change(loaded: Database) -> None:
    """From 2014-01-08 nobody is shown in the chair; 韩正 is last shown until he left his post."""
    moments = picture_series(loaded, "group:yrd-air-coop").moments
    chairs = [
        (moment.day.isoformat(), change.what.zh)
        for moment in moments for change in moment.difference.changes if change.kind == "chair"
    ]  # fmt: skip
    assert chairs == [
        ("2014-01-08", "韩正 上海市委书记 → 上海市委书记，最后见于：韩正，2014-01-07"),
        ("2017-10-29", "上海市委书记，最后见于：韩正，2014-01-07 → 上海市委书记"),
        ("2018-10-12", "上海市委书记 → 李强 上海市委书记"),
        ("2022-10-28", "李强 上海市委书记 → 上海市委书记"),
    ]


def test_a_span_begins_with_the_group_as_it_stood(loaded: Database) -> None:
    asked = Asked(since=dt.date(2014, 1, 1), until=dt.date(2015, 6, 1))
    moments = picture_series(loaded, AIR, asked).moments
    assert [moment.day for moment in moments] == [dt.date(2014, 1, 1), dt.date(2015, 5, 1)]
    assert moments[-1].until == dt.date(2015, 6, 2)
    one = picture_series(loaded, AIR, Asked(since=dt.date(2016, 1, 1), until=dt.date(2016, 2, 1)))
    assert len(one.moments) == 1


@pytest.mark.parametrize(
    ("group", "asked", "says"),
    [
        ("济莱协做区", Asked(), "Did you mean: 济莱协作区"),
        ("group:guangfozhao", Asked(), "No source dates"),
        (AIR, Asked(basis="rank"), "Unknown basis"),
        (AIR, Asked(since=EVE, until=dt.date(2014, 1, 1)), "is later than --to"),
        (AIR, Asked(until=dt.date(2001, 1, 1)), "no day between the beginning and 2001-01-01"),
        (AIR, Asked(since=dt.date(2020, 1, 1)), "known from 2013-10-23 to 2018-07-03"),
    ],
)
def test_bad_questions_of_time_are_told(
    loaded: Database, group: str, asked: Asked, says: str
) -> None:
    with pytest.raises(InputError, match=says):
        picture_series(loaded, group, asked)


def test_one_group_on_two_days(loaded: Database) -> None:
    found = sides(loaded, ["济莱协作区"], [EVE, MERGER], Question(chair="济南市市长"))
    assert (found.kind, found.same) == ("group", True)
    (laiwu,) = found.difference.left
    assert laiwu in {node.uid for node in found.left.nodes if node.label == "莱芜市"}
    assert "ceased to exist: Laiwu" in [c.what.en for c in found.difference.changes]
    assert (found.left.as_of, found.right.as_of) == (str(EVE), str(MERGER))


def test_two_regions_and_one_region_on_two_days(loaded: Database) -> None:
    two = sides(loaded, ["山东省", "江苏省"], [EVE])
    assert (two.kind, two.same, two.difference.changes) == ("region", False, ())
    one = sides(loaded, ["济南市"], [EVE, MERGER])
    assert one.same
    assert "came: Laiwu, Gangcheng" in [c.what.en for c in one.difference.changes]


def test_a_region_comes_before_a_part_of_a_name(loaded: Database) -> None:
    assert sides(loaded, ["山东", "江苏"], [EVE]).kind == "region"
    assert sides(loaded, ["济莱协作区", "长三角区域大气"]).kind == "group"


@pytest.mark.parametrize(
    ("names", "days", "says"),
    [
        (["山东省"], [], "Two pictures stand side by side"),
        (["山东省"], [EVE], "Two pictures stand side by side"),
        (["山东省", "江苏省", "浙江省"], [], "Two pictures stand side by side"),
        (["山东省", "江苏省"], [EVE, MERGER, EVE], "Two pictures stand side by side"),
        (["山东省", "济莱协作区"], [EVE], "is a region and 济莱协作区 a group"),
        (["山东省", "济南市"], [EVE], "The regions overlap: 济南市 lies in 山东省"),
        (["济南市"], [EVE, EVE], "Both sides are 济南市 on 2018-12-25"),
        (["济莱协作区"], [EVE, EVE], "Both sides are 济莱协作区建设领导小组"),
        (["group:guangfozhao"], [EVE, MERGER], "no source dates it"),
        (["无此名称甲", "山东省"], [EVE], "No group or region is called '无此名称甲'"),
    ],
)
def test_bad_questions_of_two_sides_are_told(
    loaded: Database, names: list[str], days: list[dt.date | None], says: str
) -> None:
    with pytest.raises(InputError, match=says):
        sides(loaded, names, days)

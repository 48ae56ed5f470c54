"""Periods: read half-open, crossed with regions, each group on its last day in them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

import pytest

from graph.catalogue import queries
from graph.chairs.turnover import poisson_interval, turnover
from graph.connection import Database
from graph.core.errors import InputError
from graph.regions import compare, profile
from graph.regions.read.periods import Span, span_of, year_of
from graph.regions.read.reading import Selection
from graph.regions.read.readings import read_groups
from tests.regions.conftest import Build
from tests.regions.world import DAY, Made, plain


@pytest.mark.parametrize(
    ("text", "start", "end", "shown"),
    [
        ("2013..2018", dt.date(2013, 1, 1), dt.date(2018, 1, 1), "2013..2018"),
        ("2018..", dt.date(2018, 1, 1), dt.date(9999, 12, 31), "2018.."),
        ("..2018", dt.date(1, 1, 1), dt.date(2018, 1, 1), "..2018"),
        (
            "2013-03..2013-07-15",
            dt.date(2013, 3, 1),
            dt.date(2013, 7, 15),
            "2013-03-01..2013-07-15",
        ),
    ],
)
def test_a_period_is_half_open(text: str, start: dt.date, end: dt.date, shown: str) -> None:
    found = span_of(text)
    assert (found.start, found.end, str(found)) == (start, end, shown)


@pytest.mark.parametrize("text", ["2013", "..", "2018..2013", "2013...2018", "a..b", "2018..2018"])
def test_what_is_no_period_is_told(text: str) -> None:
    with pytest.raises(InputError, match=r"period|date"):
        span_of(text)


def test_spans_touch_and_overlap() -> None:
    assert not span_of("2013..2018").overlaps(span_of("2018.."))
    assert span_of("2013..2019").overlaps(span_of("2018.."))
    assert year_of(DAY) == Span(dt.date(2018, 1, 1), dt.date(2019, 1, 1))


def _groups() -> list[Made]:
    day = dt.date
    return [
        Made("g:early", "甲省", gap=0, last=day(2014, 5, 1), until=day(2016, 1, 1)),
        Made("g:both", "甲省", gap=1, last=day(2019, 5, 1)),
        Made("g:late", "甲省", gap=2, since=day(2018, 6, 1), last=day(2020, 5, 1)),
        Made("g:silent", "甲省", gap=3, last=day(2011, 1, 1)),
        Made("g:undated", "甲省", gap=3, last=None),
    ]


def test_before_and_after(build: Build) -> None:
    found = compare(["甲省"], periods=["2013..2018", "2018.."], database=build(_groups()))
    before, after = found.regions
    assert [one.region.label for one in found.regions] == ["甲省 2013..2018", "甲省 2018.."]
    assert {(g.group, g.as_of) for g in before.groups} == {
        ("g:early", dt.date(2014, 5, 1)), ("g:both", dt.date(2017, 12, 31))
    }  # fmt: skip
    assert {(g.group, g.as_of) for g in after.groups} == {
        ("g:both", dt.date(2019, 5, 1)), ("g:late", dt.date(2020, 5, 1))
    }  # fmt: skip
    gap = found.differences[0]
    assert gap.test and gap.test.left_out == (1, 2) and gap.test.n_clusters == (1, 1)
    assert found.as_of is None
    assert any("no source shows them in it" in text for text in found.warnings)
    assert before.shape and before.region.as_of == dt.date(2017, 12, 31)


def test_a_profile_of_a_period_in_every_way_to_write_it(build: Build) -> None:
    database = build(_groups())
    one = profile("甲省", "2013..2018", database=database)
    assert one.to_dict() == profile("甲省@2013..2018", database=database).to_dict()
    assert one.n == 2


@pytest.mark.parametrize(
    ("regions", "day", "periods", "says"),
    [
        (["甲省"], None, ["2013..2019", "2018.."], "The regions overlap: 甲省 2013..2019 and"),
        (["甲省", "甲0市"], None, ["2013..2018"], "The regions overlap"),
        (["甲省"], None, ["2013..2018"], "needs two regions or more"),
        (["甲省", "乙省"], DAY, ["2013..2018"], "Give either --as-of"),
        (["甲省@2014-01-01", "乙省"], None, ["2013..2018"], "Give either --as-of"),
        (["甲省@2014-01-01", "甲省@2013..2018"], None, [], "The regions overlap"),
        (["甲省", "跨省"], None, ["2012..2013"], "No group of 跨省 is known in 2012..2013"),
    ],
)
def test_refusals_that_teach(
    build: Build, regions: list[str], day: dt.date | None, periods: list[str], says: str
) -> None:
    with pytest.raises(InputError, match=says):
        compare(regions, day, periods=periods, database=build(_groups()))


def test_the_days_of_a_year_on_which_something_changes(build: Build) -> None:
    """Of five groups of a year one is founded in June and one ends in September."""
    made = [
        *plain("乙省", [0, 0]),
        Made("g:a", "甲省", gap=1, last=dt.date(2019, 1, 1)),
        Made("g:b", "甲省", gap=3, since=dt.date(2018, 6, 1), last=dt.date(2019, 1, 1)),
        Made("g:c", "甲省", gap=0, last=dt.date(2018, 8, 1), until=dt.date(2018, 9, 1)),
    ]
    made = [Made(**{**vars(one), "last": one.last or DAY}) for one in made]
    made = [Made(**{**vars(m), "last": DAY}) if m.province == "乙省" else m for m in made]
    found = compare(["甲省", "乙省"], DAY, database=build(made), days=True)
    assert found.days and found.days.span == year_of(DAY)
    gap = [one for one in found.days.steps if one.outcome == "gap_min"]
    assert [(one.day, one.n, one.medians) for one in gap] == [
        (dt.date(2018, 1, 1), (2, 2), (0, 0)),
        (dt.date(2018, 6, 1), (3, 2), (1, 0)),
        (dt.date(2018, 9, 1), (2, 2), (1, 0)),
    ]
    assert gap[-1].changed == () and "median" in gap[0].changed


def test_groups_that_rest_on_doubtful_sources_are_left_out_once(build: Build) -> None:
    made = [*plain("乙省", [1, 1]), Made("g:sure", "甲省", gap=0)]
    made.append(Made("g:doubt", "甲省", gap=2, confidence="low"))
    found = compare(["甲省", "乙省"], DAY, database=build(made))
    sure = {
        one.outcome: one for one in found.sensitivity if one.reading == "without_low_confidence"
    }
    assert sure["gap_min"].n == (1, 2) and sure["gap_min"].delta == -1
    assert {"sign of delta", "known values"} <= set(sure["gap_min"].changed)
    assert [g.doubtful for g in found.regions[0].groups] == [True, False]


def test_turnover_of_a_region_is_the_sum_of_its_groups(loaded: Database) -> None:
    found = profile("跨省", "2018-12-25", database=loaded)
    chairs = defaultdict(list)
    groups = [group.group for group in found.groups]
    for row in queries.chairs_of_groups(groups=groups, database=loaded):
        chairs[row.group].append(row)
    whole = [turnover(queries.chairs_over_time(uid, database=loaded)) for uid in groups]
    assert [turnover(chairs[uid]) for uid in groups] == whole
    told = found.turnover
    assert told.groups + sum(told.unknown.values()) == len(groups)
    assert told.years > 0 and told.per_year == told.changes / told.years
    assert (told.low, told.high) == poisson_interval(told.changes, told.years)
    assert told.years <= sum(one.years or 0 for one in whole)
    assert told.changes <= sum(one.changes or 0 for one in whole)


def test_changes_are_counted_within_the_period(loaded: Database) -> None:
    """长三角区域大气污染防治协作小组: what lies before and after the period is cut off."""
    whole = profile("跨省", database=loaded).turnover
    parts = [profile("跨省", text, database=loaded).turnover for text in ("..2017", "2017..")]
    assert sum(one.changes for one in parts) <= whole.changes
    assert all(one.years < whole.years for one in parts)


def test_the_parts_of_a_region(build: Build) -> None:
    made = [*plain("甲省", [1, 2, 3]), Made("g:t", "甲省", gap=0, field="tourism")]
    parts = {(p.by, p.value): p for p in profile("甲省", DAY, database=build(made)).parts}
    assert (parts["field", "water"].n, parts["field", "water"].gap_median) == (3, 2)
    assert parts["field", "tourism"].types == {"STRONG": 1}
    assert parts["kind", "领导小组"].n == parts["level", "Prefecture"].n == 4


def test_a_group_is_read_on_the_last_day_of_the_period_that_a_source_speaks_of(
    build: Build,
) -> None:
    """Seen in 2005 and again in 2019: in a period between, on the day of 2005 and not on that of 2019."""
    database = build(
        [Made("g:gap", "甲省", gap=1, days=(dt.date(2010, 5, 1), dt.date(2019, 5, 1)))]
    )
    read = read_groups(database, span_of("2010..2017"), Selection())
    assert [group.as_of for group in read] == [dt.date(2010, 5, 1)]
    near = read_groups(database, span_of("2010..2015"), Selection())
    assert [group.as_of for group in near] == [dt.date(2014, 12, 31)]
    late = read_groups(database, span_of("2018.."), Selection())
    assert [group.as_of for group in late] == [dt.date(2019, 5, 1)]


def test_a_period_without_end_goes_on_to_today(build: Build) -> None:
    """A law that names the body speaks of every day: it is not read in the year 9999."""
    database = build([Made("g:law", "甲省", gap=1)])
    (group,) = read_groups(database, span_of("2018.."), Selection())
    assert group.as_of == dt.date.today()

"""Periods: read half-open, crossed with regions, each group on its last day in them."""

from __future__ import annotations

import datetime as dt

import pytest

from graph.core.errors import InputError
from graph.regions import compare, profile
from graph.regions.groups import Selection, read_groups
from graph.regions.places import span_of
from tests.regions.conftest import Build
from tests.regions.world import DAY, Made


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
    assert not span_of("2018..").overlaps(span_of("2013..2018"))
    assert span_of("2013..2019").overlaps(span_of("2018.."))


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
    assert before.region.as_of == dt.date(2017, 12, 31)


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

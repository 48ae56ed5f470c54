"""Partial dates: the day that stands for each, half-open, and what is refused."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.core.as_of import parse_as_of
from graph.core.dates import OPEN_END, UNKNOWN_START, Period, end_bound, start_bound
from graph.core.errors import InputError


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("2018-07-03", dt.date(2018, 7, 3), dt.date(2018, 7, 3), "day"),
        ("2018-07", dt.date(2018, 7, 1), dt.date(2018, 8, 1), "month"),
        ("2018-12", dt.date(2018, 12, 1), dt.date(2019, 1, 1), "month"),
        ("2016-02", dt.date(2016, 2, 1), dt.date(2016, 3, 1), "month"),
        ("2018", dt.date(2018, 1, 1), dt.date(2019, 1, 1), "year"),
        ("[..2018-07]", dt.date(2018, 7, 1), dt.date(2018, 7, 1), "by"),
        ("[..2018-07-06]", dt.date(2018, 7, 6), dt.date(2018, 7, 6), "by"),
    ],
)
def test_bounds(text: str, start: dt.date, end: dt.date, precision: str) -> None:
    assert (start_bound(text).day, str(start_bound(text).precision)) == (start, precision)
    assert (end_bound(text).day, str(end_bound(text).precision)) == (end, precision)


@pytest.mark.parametrize("nothing", [None, ""])
def test_nothing_is_unknown(nothing: str | None) -> None:
    assert (start_bound(nothing).day, str(start_bound(nothing).precision)) == (
        UNKNOWN_START,
        "unknown",
    )
    assert (end_bound(nothing).day, str(end_bound(nothing).precision)) == (OPEN_END, "unknown")
    assert (end_bound("..").day, str(end_bound("..").precision)) == (OPEN_END, "open")


@pytest.mark.parametrize(
    "text",
    ["2018-13", "2018-02-30", "18", "2018/07", "2018-07-03T00:00", "2018~", "201x", "..", "2018-7-3",
     "[..2018-07", "[2018..]", "2018-07-03/2019", "二〇一八年", " 2018"],
)  # fmt: skip
def test_what_is_no_start_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="is not a date that lsgraph reads"):
        start_bound(text)


def test_a_period_is_half_open_and_holds_a_day() -> None:
    period = Period.of("2018-01-01", "2018-12-26")
    assert period.holds(dt.date(2018, 1, 1))
    assert period.holds(dt.date(2018, 12, 25))
    assert not period.holds(dt.date(2018, 12, 26))
    assert not period.holds(dt.date(2017, 12, 31))
    with pytest.raises(InputError, match="holds no day"):
        Period.of("2018-12-26", "2018-12-26")


def test_properties_leave_out_what_is_unknown() -> None:
    assert Period.of(None, "2018").properties() == {
        "valid_from": UNKNOWN_START, "valid_to": dt.date(2019, 1, 1),
        "from_precision": "unknown", "to_precision": "year", "to_edtf": "2018",
    }  # fmt: skip


@given(st.dates(min_value=dt.date(1000, 1, 1), max_value=dt.date(9998, 12, 31)))
def test_every_day_is_itself_and_lies_in_its_month_and_year(day: dt.date) -> None:
    assert start_bound(day.isoformat()).day == end_bound(day.isoformat()).day == day
    assert parse_as_of(day.isoformat()) == (day, [])
    for text in (day.isoformat()[:7], day.isoformat()[:4]):
        assert Period.of(text, text).holds(day)


@pytest.mark.parametrize("text", ["0000", "2018-7", "25.12.2018", "tomorrow", "2018-02-29", ""])
def test_what_is_no_day_month_or_year_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="Write year-month-day"):
        parse_as_of(text)

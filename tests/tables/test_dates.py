"""Dates as scholars write them: exact, by a day, open, or refused with the remedy."""

from __future__ import annotations

import pytest

from graph.core.dates import end_bound, start_bound
from graph.core.errors import InputError
from loaders.files.dates import edtf


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("", None), ("2014", "2014"), ("2014年", "2014"), ("2014年2月", "2014-02"),
        ("2014.2", "2014-02"),
        ("2014.10", "2014-10"), ("2014/02/03", "2014-02-03"), ("2014-2-3", "2014-02-03"),
        ("2014–02–03", "2014-02-03"),
        ("2014年2月3日", "2014-02-03"), ("2014 年 2 月 3 日", "2014-02-03"), ("20140203", "2014-02-03"),
        ("２０１４年２月", "2014-02"), ("二〇一四年十二月三十一日", "2014-12-31"),
        ("2016-02-29", "2016-02-29"),
        ("2018年7月前", "[..2018-07]"), ("2018年7月以前", "[..2018-07]"), ("2018-07前", "[..2018-07]"),
        ("不晚于2018年7月", "[..2018-07]"), ("[..2018-07-06]", "[..2018-07-06]"),
        ("by 2018-07", "[..2018-07]"),
        ("2018年底前", "[..2018-12-31]"), ("2018年2月底前", "[..2018-02-28]"), ("2018年7月起", "2018-07"),
        ("至今", ".."), ("..", ".."),
    ],
)  # fmt: skip
def test_what_a_date_means(text: str, means: str | None) -> None:
    assert edtf(text) == means
    assert end_bound(means).day >= start_bound(means if means != ".." else None).day


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("2015-02-30", "2015-02 has 28 days"), ("2015-13", "no month 13"), ("2015-00", "no month 0"),
        ("2015-02-00", "2015-02 has 28 days"), ("20150230", "2015-02 has 28 days"),
        ("2018年7月前后", "not exact"), ("约2018年", "not exact"), ("2018年左右", "not exact"),
        ("2018?", "not exact"),
        ("2018年上半年", "not a year, month or day"), ("2018年7月中旬", "not a year, month or day"),
        ("2018年初", "not a year, month or day"), ("2014年至2018年", "a span"), ("2014/2018", "a span"),
        ("03/02/2014", "which is day"), ("14.2", "is not a date"), ("abc", "is not a date"),
        ("0204", "the year 204"),
        ("=TODAY()", "is not a date"), ("2014-02-", "is not a date"), ("前", "is not a date"),
    ],
)  # fmt: skip
def test_what_is_refused_is_refused_with_the_reason(text: str, says: str) -> None:
    with pytest.raises(InputError, match=says):
        edtf(text)


@pytest.mark.parametrize(
    ("text", "says"), [("2014.1", "January or October"), ("41672", "lost its format")]
)
def test_numbers_that_a_spreadsheet_may_have_spoilt(text: str, says: str) -> None:
    with pytest.raises(InputError, match=says):
        edtf(text, number=True)


def test_numbers_that_can_be_one_month_only() -> None:
    assert [edtf(text, number=True) for text in ("2014", "2014.2", "2014.12")] == [
        "2014", "2014-02", "2014-12",
    ]  # fmt: skip

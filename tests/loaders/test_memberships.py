"""Seats and listings folded into one membership a unit and period."""

from __future__ import annotations

import datetime as dt
from typing import Any

from graph.core.dates import Period
from graph.core.model import Tie
from graph.offices.ranks import Mode
from loaders.groups.memberships import UnitFacts, fold
from loaders.groups.rows import PostRow, SeatRow

CITY, COUNTY = "div:city", "div:county"
OPEN, UNKNOWN = dt.date(9999, 12, 31), dt.date(1, 1, 1)
UNITS = {
    CITY: UnitFacts(6, "derived", None, dt.date(2000, 1, 1), OPEN),
    COUNTY: UnitFacts(5, "override", 4, UNKNOWN, dt.date(2018, 12, 26)),
}
POSTS = {
    "mayor": PostRow("mayor", "市长", CITY, Mode.HEAD, "government", 6, "derived"),
    "vice": PostRow("vice", "副市长", CITY, Mode.DEPUTY_HEAD, "government", 5, "stated"),
    "adviser": PostRow("adviser", "顾问", CITY, Mode.OTHER, "government", None, None),
}


def seat(
    role: str, on: str, start: str | None = "2010-01-01", end: str | None = "..", **more: Any
) -> SeatRow:
    """A seat of a post, or a listing of a unit."""
    post, unit = (on, None) if on in POSTS else (None, on)
    found = {"sources": ("s1",), "confidence": "high", "last_evidence": None, **more}
    return SeatRow(
        "g", role, post, unit, None, None, False, False, Period.of(start, end), "stated", **found
    )


def told(ties: list[Tie]) -> set[tuple[Any, ...]]:
    """Unit, first day, first day after, rank, role and reasons of each membership."""
    return {
        (
            t.start,
            p["valid_from"].isoformat(),
            p["valid_to"].isoformat(),
            p.get("rank"),
            p["role"],
            "+".join(p["basis"]),
        )
        for t in ties
        for p in [t.properties]
    }


def test_seats_of_one_unit_are_one_membership_of_the_highest_rank() -> None:
    ties = fold(
        [seat("member", "vice"), seat("member", "mayor"), seat("member", "adviser")], POSTS, UNITS
    )
    assert told(ties) == {(CITY, "2010-01-01", "9999-12-31", 6, "member", "seat")}


def test_a_listing_counts_as_a_seat_of_the_units_rank() -> None:
    ties = fold([seat("member", CITY), seat("deputy_chair", "vice")], POSTS, UNITS)
    assert told(ties) == {(CITY, "2010-01-01", "9999-12-31", 6, "deputy_chair", "listed+seat")}
    assert ties[0].properties["derived"] is False


def test_a_new_rank_begins_a_new_period() -> None:
    ties = fold(
        [seat("member", "vice"), seat("member", "mayor", "2014-01-01", "2016-01-01")], POSTS, UNITS
    )
    assert told(ties) == {
        (CITY, "2010-01-01", "2014-01-01", 5, "member", "seat"),
        (CITY, "2014-01-01", "2016-01-01", 6, "member", "seat"),
        (CITY, "2016-01-01", "9999-12-31", 5, "member", "seat"),
    }


def test_equal_periods_that_touch_are_one() -> None:
    ties = fold(
        [seat("member", "vice", end="2014-01-01"), seat("member", "vice", "2014-01-01")],
        POSTS,
        UNITS,
    )
    assert told(ties) == {(CITY, "2010-01-01", "9999-12-31", 5, "member", "seat")}


def test_none_outlives_its_unit_nor_begins_before_it() -> None:
    ties = fold([seat("member", COUNTY), seat("member", CITY, None, None)], POSTS, UNITS)
    assert told(ties) == {
        (COUNTY, "2010-01-01", "2018-12-26", 5, "member", "listed"),
        (CITY, "2000-01-01", "9999-12-31", 6, "member", "listed"),
    }
    assert {t.properties.get("rank_by_rule") for t in ties} == {4, None}
    assert fold([seat("member", COUNTY, "2019-01-01")], POSTS, UNITS) == []


def test_a_chairs_rank_counts_only_where_nobody_sits_below() -> None:
    alone = fold([seat("chair", "mayor")], POSTS, UNITS)
    assert told(alone) == {(CITY, "2010-01-01", "9999-12-31", 6, "member", "chair")}
    both = fold([seat("chair", "mayor"), seat("member", "vice")], POSTS, UNITS)
    assert told(both) == {(CITY, "2010-01-01", "9999-12-31", 5, "member", "chair+seat")}


def test_observers_secretaries_and_offices_make_no_member() -> None:
    rows = [
        seat(role, on)
        for role in ("observer", "secretary", "office_director")
        for on in ("vice", CITY)
    ]
    assert fold(rows, POSTS, UNITS) == []


def test_a_rank_that_nobody_gives_is_left_out() -> None:
    (tie,) = fold([seat("member", "adviser")], POSTS, UNITS)
    assert not {"rank", "rank_basis"} & set(tie.properties)


def test_sources_confidence_and_evidence_of_all_seats_are_kept() -> None:
    rows = [
        seat(
            "member", "vice", sources=("s1",), confidence="low", last_evidence=dt.date(2015, 1, 1)
        ),
        seat(
            "member",
            "mayor",
            sources=("s2", "s3"),
            confidence="high",
            last_evidence=dt.date(2014, 1, 1),
        ),
    ]
    (tie,) = fold(rows, POSTS, UNITS)
    assert (tie.properties["source"], tie.properties["confidence"]) == ("s2", "high")
    assert tie.properties["also_sources"] == ["s3", "s1"]
    assert tie.properties["last_evidence"] == dt.date(2015, 1, 1)


def test_partial_dates_keep_how_exact_they_are() -> None:
    (tie,) = fold([seat("member", "vice", "2014", "[..2016-05-01]")], POSTS, UNITS)
    found = tie.properties
    assert (found["from_precision"], found["to_precision"]) == ("year", "by")
    assert (found["valid_from"], found["valid_to"]) == (dt.date(2014, 1, 1), dt.date(2016, 5, 1))

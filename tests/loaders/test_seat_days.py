"""The day of a seat's references: its own, else the first day of its body in the time of its group."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from graph.core.dates import Period, first_day
from graph.core.errors import InvalidData
from loaders.form.seat_days import SeatDay, before_its_end
from loaders.groups.rows import GroupData
from tests.loaders.groups_for_tests import read_text

UNITS = """units:
- {uid: agency:林业局, name: 林业局, of: "100000", tie: department_of, branch: government, from: "1998-03", to: "2018-03", source: T1}
posts:
- {uid: post:林业局局长, title: 林业局局长, unit: agency:林业局, mode: DEPT_HEAD, branch: government}
- {uid: post:莱芜市市长, title: 莱芜市市长, unit: "371200", mode: HEAD, branch: government}
persons:
- {uid: person:甲, name: 甲}
"""  # noqa: E501
CHAIR = "{role: chair, post: post:林业局局长, person: person:甲, source: T1, confidence: high}"


def read(folder: Path, life: str, *seats: str) -> GroupData:
    """A group of that life with the seats given."""
    head = f"""groups:
- uid: group:x
  name: x
  kind: 领导小组
  field: forestry
  leadership: single
  roster: partial
  {life}
  source: T1
  seats:
"""
    return read_text(folder, UNITS + head + "".join(f"  - {seat}\n" for seat in seats))


def refused(folder: Path, life: str, *seats: str) -> list[str]:
    """What is said against the seats."""
    with pytest.raises(InvalidData) as caught:
        read(folder, life, *seats)
    return list(caught.value.problems)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("own", "start", "ends", "found"),
    [
        ("2019-01-01", "1991", (None, None), "2019-01-01"),
        (None, "1991", (None, None), "1998-03-01"),
        (None, "2005-06-07", (None, None), "2005-06-07"),
        (None, "1991", (None, "1998-03-01"), "1991-01-01"),
        (None, "1991", ("1997", None), "1991-01-01"),
        (None, "1991", (None, "1998-03-02"), "1998-03-01"),
        (None, "2018-06-07", (None, None), "2018-06-07"),
    ],
)
def test_the_day_of_a_body_from_1998_to_2018(
    own: str | None, start: str, ends: tuple[str | None, ...], found: str
) -> None:
    assert SeatDay.of((own,), start, ends).on([Period.of("1998-03", "2018-03")]) == day(found)


@pytest.mark.parametrize(
    ("end", "shown", "start"),
    [
        (None, "[..2015-11-25]", "[..2015-11-25]"),
        ("2018-06-27", "[..2018-06-27]", "[..2018-06-26]"),
        ("[..2007-02-11]", "[..2007-02-11]", "[..2007-02-10]"),
        ("2017-07", "[..2017-07-10]", "[..2017-07]"),
        ("2015", "[..2015-11-25]", "[..2015]"),
        ("2015", "[..2014-03-01]", "[..2014-03-01]"),
        ("[..2015]", "[..2015-11-25]", "[..2014-12-31]"),
        ("2015", None, None),
    ],
)
def test_a_seat_that_has_ended_was_there_before(
    end: str | None, shown: str | None, start: str | None
) -> None:
    assert before_its_end(end, shown) == start


def test_a_seat_and_group_without_a_day_have_none() -> None:
    assert SeatDay.of((None,), None, (None, None)).on([Period.of("1998-03", None)]) is None


def test_of_several_lives_the_first_that_is_left() -> None:
    lives = [Period.of("1949", "1954"), Period.of("1988", "1993"), Period.of("2008", None)]
    assert first_day(lives, day("1960-01-01")) == day("1988-01-01")
    assert first_day(lives, day("1990-05-01")) == day("1990-05-01")
    assert first_day(lives, day("1994-01-01"), until=day("2008-01-01")) is None


def test_a_seat_of_a_later_body_is_taken_and_shows_the_group_then(tmp_path: Path) -> None:
    data = read(tmp_path, 'from: "1991"', CHAIR)
    (seat,) = data.seats
    assert (seat.post, seat.period.start_edtf, seat.last_evidence) == (
        "post:林业局局长", None, None,
    )  # fmt: skip
    assert data.groups[0].last_documented == day("1998-03-01")


def test_a_listed_unit_of_later_days_too(tmp_path: Path) -> None:
    listed = '{role: member, unit: "371200", source: T1, confidence: high}'
    mayor = "{role: member, post: post:莱芜市市长, source: T1, confidence: high}"
    data = read(tmp_path, 'from: "1991"', listed, mayor)
    assert [seat.unit for seat in data.seats] == ["div:371200:莱芜市", None]
    assert {post.unit for post in data.posts if post.uid == "post:莱芜市市长"} == {
        "div:371200:莱芜市"
    }
    assert data.groups[0].last_documented == day("1992-11-22")


@pytest.mark.parametrize("life", ['from: "2018-06-07"', 'from: "1991"\n  to: "1997"'])
def test_a_body_that_is_never_there_in_the_time_of_the_group(life: str, tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, life, CHAIR)
    start = "2018-06-07" if "2018" in life else "1991-01-01"
    assert f"林业局 does not exist on {start} (it is there from 1998-03 to 2018-03)" in problem


@pytest.mark.parametrize("own", ['from: "1995"', 'as_of: "1995"', 'from: "[..1995]"'])
def test_a_seat_with_a_day_of_its_own_is_read_on_it(own: str, tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, 'from: "1991"', CHAIR.replace("source", f"{own}, source"))
    assert "林业局 does not exist on 1995-01-01" in problem


def test_a_seat_that_ended_before_its_body_began(tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, 'from: "1991"', CHAIR.replace("source", 'to: "1996", source'))
    assert "林业局 does not exist on 1991-01-01" in problem

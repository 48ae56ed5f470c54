"""Ends that no source gives: named cases, small files, and properties of random chairs."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.core.dates import Period
from graph.core.errors import InvalidData
from loaders.groups.derived_ends import end_basis, ended_seats, last_shown
from loaders.groups.rows import GroupData, GroupRow, SeatRow
from tests.loaders.groups_for_tests import read_text, seat, shipped, tenure


def test_han_zheng_and_li_qiang_are_never_co_chairs() -> None:
    first = seat(shipped(), "yrd-air-coop", "chair", "韩正")
    second = seat(shipped(), "yrd-air-coop", "chair", "李强")
    assert (first.period.end_edtf, first.end_basis) == ("[..2018-10-12]", "derived")
    assert first.last_evidence == dt.date(2014, 1, 7)
    assert (second.period.end_edtf, second.end_basis) == (None, "unknown")
    days = [dt.date(2014, 1, 7), dt.date(2017, 1, 1), dt.date(2018, 10, 12), dt.date(2019, 1, 1)]
    holders = [[row.period.holds(day) for row in (first, second)] for day in days]
    assert holders == [[True, False], [True, False], [False, True], [False, True]]


def test_a_governor_who_is_seen_as_secretary_elsewhere_is_governor_no_more() -> None:
    row = tenure(shipped(), "李强", "浙江省省长")
    assert (row.period.end_edtf, row.end_basis) == ("[..2017-10-29]", "derived")
    last = tenure(shipped(), "陈吉宁", "北京市市长")
    assert (last.period.end_edtf, last.end_basis) == ("[..2022-10-28]", "derived")
    stated = tenure(shipped(), "李强", "上海市委书记")
    assert (stated.period.end_edtf, stated.end_basis) == ("2022-10-28", "stated")


def test_one_tenure_for_all_seats_of_a_person_in_a_post() -> None:
    row = tenure(shipped(), "韩正", "国务院副总理")
    assert not row.derived and row.period.start_edtf == "2018-03-19"
    assert {"S15", "MP18", "S22", "S23", "S24", "S25", "S26"} <= set(row.sources)
    assert row.last_evidence == dt.date(2020, 6, 3)


def test_a_concurrent_post_is_shown_from_the_day_a_source_names() -> None:
    row = tenure(shipped(), "韩正", "中央政治局常委")
    assert not row.derived and row.period.start_edtf == "2017-10-25"
    assert row.period.holds(dt.date(2018, 7, 12))
    assert (row.period.end_edtf, row.end_basis) == ("2022-10-23", "derived")


def test_the_next_mayor_ends_the_tenure_and_not_the_seat() -> None:
    data = shipped()
    assert tenure(data, "张广宁", "广州市市长").period.end_edtf == "[..2020-11-16]"
    assert seat(data, "guangfo", "chair", "张广宁").end_basis == "unknown"


def test_seats_end_with_their_group() -> None:
    row = seat(shipped(), "bth-air-lsg", "chair", "韩正")
    assert (row.period.end_edtf, row.end_basis) == ("2023", "derived")


PEOPLE = """
persons:
- {uid: person:甲, name: 甲}
- {uid: person:乙, name: 乙}
posts:
- {uid: post:济南市市长, title: 济南市市长, unit: "370100", mode: HEAD, branch: government}
- {uid: post:青岛市市长, title: 青岛市市长, unit: "370200", mode: HEAD, branch: government}
- {uid: post:青岛市委书记, title: 青岛市委书记, unit: "370200", mode: HEAD, branch: party}
- {uid: post:山东省副省长, title: 副省长, unit: "370000", mode: DEPUTY_HEAD, branch: government}
"""  # fmt: skip


def tenures(folder: Path, *rows: str) -> GroupData:
    lines = [f"- {{{row}, source: T1, confidence: high}}" for row in rows]
    return read_text(folder, PEOPLE + "tenures:\n" + "\n".join(lines) + "\n")


def test_two_head_posts_that_one_source_names_together_are_kept(tmp_path: Path) -> None:
    data = tenures(
        tmp_path,
        "person: person:甲, post: post:青岛市市长, from: '[..2016-05-04]'",
        "person: person:甲, post: post:青岛市委书记, from: '[..2016-05-04]'",
    )
    assert {row.end_basis for row in data.tenures} == {"unknown"} and data.warnings == ()


def test_evidence_after_the_other_post_keeps_both(tmp_path: Path) -> None:
    data = tenures(
        tmp_path,
        "person: person:甲, post: post:青岛市市长, from: '2015', as_of: '2017-02-01'",
        "person: person:甲, post: post:青岛市委书记, from: '[..2016-05-04]'",
    )
    assert {row.end_basis for row in data.tenures} == {"unknown"}


def test_a_deputy_post_has_many_holders(tmp_path: Path) -> None:
    data = tenures(
        tmp_path,
        "person: person:甲, post: post:山东省副省长, from: '2015'",
        "person: person:乙, post: post:山东省副省长, from: '2016'",
    )
    assert {row.end_basis for row in data.tenures} == {"unknown"}


def test_a_stated_end_stays(tmp_path: Path) -> None:
    data = tenures(
        tmp_path,
        "person: person:甲, post: post:济南市市长, from: '2015', to: 2015-12-31",
        "person: person:乙, post: post:济南市市长, from: '2017'",
    )
    first = tenure(data, "甲", "济南市市长")
    assert (first.end_basis, first.period.end_edtf) == ("stated", "2015-12-31")
    assert first.last_evidence == dt.date(2015, 12, 30)


def test_doubts_are_told(tmp_path: Path) -> None:
    data = tenures(
        tmp_path,
        "person: person:甲, post: post:济南市市长, from: '2015'",
        "person: person:甲, post: post:青岛市市长, from: '2015'",
        "person: person:乙, post: post:青岛市市长, from: '2015'",
    )
    assert data.warnings == (
        "person:甲 heads two bodies at once: post:济南市市长 and post:青岛市市长.",
        "post:青岛市市长 has two holders at once: person:甲 and person:乙.",
    )


def test_an_end_and_a_start_that_can_mean_one_day_are_no_overlap(tmp_path: Path) -> None:
    told = {}
    ends = ("2015", "2016-02", "2016-03", "2016-03-15", "2016-03-16", "2016-04", "2016", "2017")
    for end in ends:
        data = tenures(
            tmp_path,
            f"person: person:甲, post: post:济南市市长, from: '2010', to: '{end}'",
            "person: person:乙, post: post:济南市市长, from: '2016-03-15'",
        )
        told[end] = bool(data.warnings)
    assert [end for end in ends if told[end]] == ["2016-03-16", "2016-04", "2017"]


def test_a_tenure_begins_with_its_unit_or_before_the_tables(tmp_path: Path) -> None:
    """重庆市 is of the centre since 1997-03-14; the tables of divisions begin in 1980."""
    post = "- {uid: post:重庆市市长, title: 市长, unit: '500000', mode: HEAD, branch: government}\n"
    people = PEOPLE.replace("posts:\n", "posts:\n" + post)
    row = "tenures:\n- {{person: person:甲, post: post:{}, from: '{}', source: T1, confidence: low}}\n"
    for name, day in (("济南市市长", "1977"), ("重庆市市长", "1997"), ("重庆市市长", "1997-03")):
        assert read_text(tmp_path, people + row.format(name, day)).tenures
    for day in ("1996", "1997-03-13"):
        with pytest.raises(InvalidData, match="does not exist on"):
            read_text(tmp_path, people + row.format("重庆市市长", day))


def test_a_head_of_a_department_has_no_second_beside_him(tmp_path: Path) -> None:
    minister = "uid: post:财政局局长, title: 局长, unit: agency:x, mode: DEPT_HEAD"
    bureau = "{uid: agency:x, name: 财政局, of: '370100', tie: department_of, branch: government"
    text = f"units:\n- {bureau}, source: T1}}\npersons:\n- {{uid: person:甲, name: 甲}}\n"
    text += (
        f"- {{uid: person:乙, name: 乙}}\nposts:\n- {{{minister}, branch: government}}\ntenures:\n"
    )
    for name, end in (("甲", "2014"), ("乙", "2016")):
        row = f"person: person:{name}, post: post:财政局局长, from: '2012', to: '{end}'"
        text += f"- {{{row}, source: T1, confidence: low}}\n"
    told = "post:财政局局长 has two holders at once: person:甲 and person:乙."
    assert told in read_text(tmp_path, text).warnings


def test_tenures_of_one_post_that_overlap_are_doubted(tmp_path: Path) -> None:
    data = tenures(
        tmp_path,
        "person: person:甲, post: post:济南市市长, from: '2010', to: '2015'",
        "person: person:甲, post: post:济南市市长, from: '2014', to: '2017'",
        "person: person:甲, post: post:青岛市市长, from: '2018', to: '2019'",
        "person: person:甲, post: post:青岛市市长, from: '2020', to: '2021'",
    )
    assert data.warnings == (
        "person:甲 holds post:济南市市长 twice at once, 2010 to 2015 and 2014 to 2017: one of the dates may"
        " be a slip.",
    )


def chaired(folder: Path, leadership: str, first: str, second: str) -> GroupData:
    """A group with two chairs of different posts that start on the days given."""
    seats = "".join(
        f"  - {{role: chair, post: post:{post}, from: '{day}', source: T1, confidence: low}}\n"
        for post, day in (("济南市市长", first), ("青岛市市长", second))
    )
    head = f"""groups:
- uid: group:x
  name: x
  kind: 领导小组
  field: water
  leadership: {leadership}
  roster: unknown
  source: T1
  seats:
"""
    return read_text(folder, PEOPLE + head + seats)


def test_a_chair_of_another_post_follows_too(tmp_path: Path) -> None:
    for leadership in ("single", "unknown"):
        data = chaired(tmp_path, leadership, "2015", "2017-03")
        assert [row.period.end_edtf for row in data.seats] == ["[..2017-03]", None]


def test_co_chairs_who_start_apart_both_stay(tmp_path: Path) -> None:
    data = chaired(tmp_path, "co_chairs", "2015", "2017-03")
    assert {row.end_basis for row in data.seats} == {"unknown"}


def test_an_end_by_year_lies_where_the_successor_starts(tmp_path: Path) -> None:
    head = (
        "  kind: 领导小组\n  field: water\n  leadership: single\n  roster: unknown\n  source: T1\n"
    )
    text = (
        "groups:\n- uid: group:old\n  name: old\n  from: 2012\n  to: 2016\n"
        f"  succeeded_by: [group:new]\n{head}  seats:\n"
        "  - {role: member, unit: '370100', from: 2012, source: T1, confidence: low}\n"
        f"- uid: group:new\n  name: new\n  from: 2016-07-01\n{head}"
    )
    data = read_text(tmp_path, text)
    ends = [data.groups[0].period, data.seats[0].period]
    assert [(row.end_edtf, row.end.day) for row in ends] == [("2016", dt.date(2016, 7, 1))] * 2


def test_a_single_chair_of_two_is_a_doubt(tmp_path: Path) -> None:
    assert chaired(tmp_path, "single", "2015", "2015").warnings == (
        "group:x has a single chair, but post:济南市市长 and post:青岛市市长 start together:"
        " co_chairs?",
    )


def group(leadership: str, end: str | None) -> GroupRow:
    (known,) = [row for row in shipped().groups if row.uid == "group:yrd-air-coop"]
    return replace(known, leadership=leadership, period=Period.of("2010", end))


def chair(person: int, start: str | None, as_of: str | None, end: str | None) -> SeatRow:
    known = seat(shipped(), "yrd-air-coop", "chair", "李强")
    period = Period.of(start, end)
    return replace(
        known, person=f"person:{person}", period=period, end_basis=end_basis(period),
        last_evidence=last_shown(period, as_of),
    )  # fmt: skip


STARTS = st.sampled_from([None, "2011", "2012-05", "[..2013-03-01]", "2014-07-09", "[..2016]"])
CHAIRS = st.lists(st.builds(chair, st.integers(1, 3), STARTS, st.none(), st.none()), max_size=5)


@given(CHAIRS, st.sampled_from([None, "2015-06-01", "2019"]))
def test_no_two_dated_chairs_in_succession_hold_on_one_day(
    chairs: list[SeatRow], end: str | None
) -> None:
    body = group("single", end)
    ended = ended_seats(chairs, {body.uid: body})
    dated = [row for row in ended if row.period.start_edtf]
    for one, other in combinations(dated, 2):
        first, second = sorted((one, other), key=lambda row: row.period.start.day)
        if first.person != second.person and first.period.start.day < second.period.start.day:
            assert not first.period.holds(second.period.start.day)


@given(CHAIRS)
def test_derived_ends_lie_after_the_evidence_and_change_nothing_else(
    chairs: list[SeatRow],
) -> None:
    body = group("single", None)
    ended = ended_seats(chairs, {body.uid: body})
    assert ended_seats(ended, {body.uid: body}) == ended
    for before, after in zip(chairs, ended, strict=True):
        assert after.period.start == before.period.start
        assert after.last_evidence == before.last_evidence
        if after.end_basis == "derived":
            assert after.last_evidence is not None
            assert after.last_evidence < after.period.end.day


@given(CHAIRS)
def test_co_chairs_of_different_posts_do_not_end_each_other(chairs: list[SeatRow]) -> None:
    body = group("co_chairs", None)
    apart = [replace(row, post=f"post:{number}") for number, row in enumerate(chairs)]
    assert ended_seats(apart, {body.uid: body}) == tuple(apart)

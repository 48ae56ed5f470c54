"""Lists of holders as tenures, and the shipped table of terms at the centre."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from graph.core.errors import InvalidData
from loaders.groups.read import read_everything, read_groups, shipped_files
from loaders.groups.rows import GroupData, SeatRow, TenureRow

TABLE = shipped_files()[1]
SEATS = {
    "post:中共中央总书记": 10, "post:中央政治局常委": 10, "post:中央政治局委员": 9, "post:中央书记处书记": 9,
    "post:国务院总理": 10, "post:国务院副总理": 9, "post:国务委员": 9,
}  # fmt: skip
STANDING, POLITBURO = "post:中央政治局常委", "post:中央政治局委员"

NAMESAKES = {"person:王勇@460200", "person:李强@国家统计局"}
"""Other people who bear a name of the table."""

TO_JOIN = {"person:李希@440000", "person:袁家军@330000", "person:袁家军@500000"}
"""The same people under other bodies, until a decision on persons joins them."""


@cache
def table() -> GroupData:
    return read_groups([TABLE])


@cache
def everything() -> GroupData:
    return read_everything()


def sitting(post: str, day: str) -> set[str]:
    """Names of those who hold the post on the day."""
    on = dt.date.fromisoformat(day)
    rows = (row for row in table().tenures if row.post == post and row.period.holds(on))
    return {row.person.removeprefix("person:") for row in rows}


def one(name: str, post: str) -> tuple[str | None, str | None, str]:
    """Start, end and what the end rests on, of the only tenure."""
    (row,) = (r for r in table().tenures if (r.person, r.post) == (f"person:{name}", post))
    return row.period.start_edtf, row.period.end_edtf, row.end_basis


@pytest.mark.parametrize(
    ("post", "sizes"),
    [
        (STANDING, "1983 6, 1986 5, 1988 5, 1990 6, 1993 7, 2003 9, 2007-07 8, 2008 9, 2013 7, 2023 7"),
        (POLITBURO, "1982-10 25, 1986 20, 1988 17, 1990 14, 1993 20, 1995 20, 1996 19, 1998 22"),
        (POLITBURO, "2003 24, 2008 25, 2013 25, 2018 25, 2023 24, 2026 23"),
        ("post:国务院副总理", "1984 4, 1987 5, 1990 3, 1992 5, 1994 4, 2004 4, 2014 4, 2024 4"),
        ("post:国务委员", "1982-06 10, 1990 9, 1994 8, 1999 5, 2004 5, 2014 5, 2023-06 5, 2024 3"),
        ("post:国务院总理", "1983 1, 1990 1, 2000 1, 2010 1, 2020 1, 2024 1"),
    ],
)  # fmt: skip
def test_as_many_sat_as_the_lists_name(post: str, sizes: str) -> None:
    """On the first day of each year or month."""
    for text in sizes.split(", "):
        first, size = text.split()
        day = first if "-" in first else f"{first}-01"
        assert len(sitting(post, f"{day}-01")) == int(size), text


def test_the_standing_committee_sits_in_the_politburo() -> None:
    for year in range(1983, 2027):
        day = f"{year}-01-01"
        assert sitting(STANDING, day) <= sitting(POLITBURO, day), day


def test_a_list_ends_whom_it_does_not_name_and_continues_the_others() -> None:
    assert one("郭金龙", POLITBURO) == ("2012-11-15", "2017-10-25", "derived")
    assert one("韩正", POLITBURO) == ("2012-11-15", "2022-10-23", "derived")
    assert one("韩正", STANDING) == ("2017-10-25", "2022-10-23", "derived")
    assert one("胡春华", POLITBURO)[1:] == ("2022-10-23", "derived")
    assert one("曾庆红", STANDING) == ("2002-11-15", "2007-10-22", "derived")


def test_who_left_between_two_lists_left_on_a_stated_day() -> None:
    assert one("陈良宇", POLITBURO) == ("2002-11-15", "2006-09-24", "stated")
    assert one("薄熙来", POLITBURO) == ("2007-10-22", "2012-04-10", "stated")
    assert one("孙政才", POLITBURO) == ("2012-11-15", "2017-09-29", "stated")
    assert one("黄菊", POLITBURO) == ("1994-09-28", "2007-06-02", "stated")
    assert one("秦刚", "post:国务委员") == ("2023-03-12", "2023-10-24", "stated")
    assert one("李尚福", "post:国务委员")[1:] == ("2023-10-24", "stated")
    assert one("何卫东", POLITBURO)[1:] == ("2025-10-17", "stated")


def test_who_sits_in_the_last_list_has_no_known_end() -> None:
    assert one("李强", STANDING) == ("2022-10-23", None, "unknown")
    (row,) = (r for r in table().tenures if (r.person, r.post) == ("person:习近平", STANDING))
    assert (row.period.start_edtf, row.last_evidence) == ("2007-10-22", dt.date(2025, 12, 31))
    assert {"CR07", "T18", "T19", "PS20"} <= set(row.sources)


SECRETARIES = "post:中央书记处书记"


def test_a_list_read_in_part_ends_nobody() -> None:
    assert one("丁关根", SECRETARIES) == ("1989-06-24", "2002-11-15", "derived")
    assert one("李瑞环", SECRETARIES) == ("1989-06-24", "[..1997-09-19]", "derived")
    assert one("乔石", SECRETARIES) == ("1985-09-24", "[..1997-09-19]", "derived")
    assert one("刘云山", SECRETARIES) == ("2002-11-15", "2017-10-25", "derived")
    assert one("何勇", SECRETARIES) == ("2002-11-15", "2012-11-15", "derived")
    assert one("阎明复", SECRETARIES) == ("1987-11-02", "1989-06-24", "stated")
    spans = {(row.period.start_edtf, row.period.end_edtf) for row in table().tenures
             if (row.person, row.post) == ("person:王沪宁", SECRETARIES)}  # fmt: skip
    assert spans == {("2007-10-22", "2012-11-15"), ("2017-10-25", "2022-10-23")}


def test_ranks_of_the_table() -> None:
    assert {post.uid: post.rank for post in table().posts} == SEATS


def chairs() -> Iterator[tuple[SeatRow, dt.date]]:
    """Every chair seat with a named holder, on the day on which its source last shows it."""
    for seat in everything().seats:
        day = seat.last_evidence or seat.period.start.day
        if seat.role == "chair" and seat.person and day.year > 1:
            yield seat, day


def highest(tenures: list[TenureRow], ranks: dict[str, int | None], day: dt.date) -> int:
    """The highest rank of posts held on a day, 0 where none has one."""
    return max((ranks[row.post] or 0 for row in tenures if row.period.holds(day)), default=0)


def test_a_chair_who_sat_at_the_centre_has_the_rank_of_the_seat() -> None:
    data = everything()
    ranks, names = {p.uid: p.rank for p in data.posts}, {p.uid: p.name for p in data.persons}
    terms = [row for row in table().tenures if row.post in SEATS]
    too_low, compared = set(), 0
    for seat, day in chairs():
        assert seat.person is not None
        sat = highest([t for t in terms if t.person == f"person:{names[seat.person]}"], ranks, day)
        if not sat or seat.person in NAMESAKES:
            continue
        compared += 1
        if highest([t for t in data.tenures if t.person == seat.person], ranks, day) < sat:
            too_low.add(seat.person)
    assert compared > 90
    assert too_low <= TO_JOIN


FORM = """form: lsgraph/groups/1
sources:
  X1: {title: 名单, url: null, kind: press, date: 2012-11-15, licence: facts only}
  X2: {title: 第二份名单, url: null, kind: press, licence: facts only}
  X3: {title: 简历, url: null, kind: press, licence: facts only}
posts:
- {uid: "post:山东省委常委", title: 山东省委常委, unit: "370000", mode: COLLEGIAL, branch: party}
terms:
- post: post:山东省委常委
  events:
"""


def read(tmp_path: Path, *events: str) -> GroupData:
    """The events of one post, each with the source X1 unless it names its own."""
    path = tmp_path / "own.yaml"
    sourced = (e if "source:" in e else f"{e}, source: X1" for e in events)
    rows = (f"  - {{{event}, confidence: high}}\n" for event in sourced)
    path.write_text(FORM + "".join(rows), encoding="utf-8")
    return read_groups([path])


def test_a_list_of_ones_own(tmp_path: Path) -> None:
    data = read(tmp_path, "on: 2012-05, holders: [甲, 乙]", "on: 2014, joins: [丙], leaves: [甲]",
                "on: 2017-06-01, holders: [丙]")  # fmt: skip
    assert {person.uid for person in data.persons} == {"person:甲", "person:乙", "person:丙"}
    assert {
        (t.person, t.period.start_edtf, t.period.end_edtf, t.end_basis, t.last_evidence)
        for t in data.tenures
    } == {
        ("person:甲", "2012-05", "2014", "stated", dt.date(2014, 12, 31)),
        ("person:乙", "2012-05", "2017-06-01", "derived", dt.date(2012, 5, 1)),
        ("person:丙", "2014", None, "unknown", dt.date(2017, 6, 1)),
    }


def test_who_is_shown_tells_nothing_of_the_others(tmp_path: Path) -> None:
    data = read(tmp_path, "on: 2012-05-01, holders: [甲, 乙]",
                "on: 2014-06-01, shown: [甲], source: X2", "on: 2017-06-01, leaves: [乙]")  # fmt: skip
    told = {t.person: (t.period.end_edtf, t.last_evidence, t.sources) for t in data.tenures}
    assert told == {
        "person:甲": (None, dt.date(2014, 6, 1), ("X1", "X2")),
        "person:乙": ("2017-06-01", dt.date(2017, 5, 31), ("X1",)),
    }


def told_by(data: GroupData) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The sources of each person in the post, of the start and of the end."""
    return {t.person[-1]: (t.sources, t.from_sources, t.to_sources) for t in data.tenures}


def test_an_ending_list_is_a_source_of_the_end_alone(tmp_path: Path) -> None:
    data = read(tmp_path, "on: 2012, holders: [甲, 乙, 丙], by_name: {丙: X3}",
                "on: 2014, leaves: [乙], source: X3", "on: 2017, holders: [丙, 丁], source: X2")  # fmt: skip
    assert told_by(data) == {
        "甲": (("X1",), ("X1",), ("X2",)),
        "乙": (("X1", "X3"), ("X1",), ("X3",)),
        "丙": (("X3", "X2"), ("X3",), ()),
        "丁": (("X2",), ("X2",), ()),
    }


def test_who_dates_a_list_gives_its_days_alone(tmp_path: Path) -> None:
    data = read(tmp_path, "on: 2012, holders: [甲, 乙], by_name: {乙: X2}, dated_by: X3",
                "on: 2014, leaves: [乙], dated_by: X2", "on: 2017, holders: [丙], dated_by: X3")  # fmt: skip
    assert told_by(data) == {
        "甲": (("X1",), ("X3",), ("X3",)),
        "乙": (("X2", "X1"), ("X3",), ("X2",)),
        "丙": (("X1",), ("X3",), ()),
    }


def test_whom_a_partial_list_leaves_open_a_later_event_ends(tmp_path: Path) -> None:
    data = read(tmp_path, "on: 2002, holders: [甲, 乙, 丙, 丁]", "on: 2007, holders: [丁], partial: true",
                "on: 2009, leaves: [乙]", "on: 2012, holders: [丙], partial: true")  # fmt: skip
    assert {(t.person[-1], t.period.start_edtf, t.period.end_edtf, t.end_basis) for t in data.tenures} == {
        ("甲", "2002", None, "unknown"),
        ("乙", "2002", "2009", "stated"),
        ("丙", "2002", "[..2012]", "derived"),
        ("丙", "2012", None, "unknown"),
        ("丁", "2002", None, "unknown"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("events", "said"),
    [
        (["on: 2014, joins: [甲], partial: true"], "Only a list of `holders` can be `partial`"),
        (
            ["on: 2014, holders: [甲], by_name: {乙: X3}"],
            "`by_name` names 乙, whom the event does not",
        ),
        (["on: 2014, holders: [甲], by_name: {甲: X4}"], "No source is called 'X4'"),
        (["on: 2014, holders: [甲], joins: [乙]"], "An event is a list of `holders`"),
        (["on: 2014, note: nothing"], "An event is a list of `holders`"),
        (
            ["on: 2014, holders: [甲]", "on: 2015, leaves: [乙]"],
            "乙 cannot join, leave or be shown on 2015",
        ),
        (
            ["on: 2014, holders: [甲]", "on: 2015, joins: [甲]"],
            "甲 cannot join, leave or be shown on 2015",
        ),
        (
            ["on: 2014, holders: [甲]", "on: 2015, shown: [乙]"],
            "乙 cannot join, leave or be shown on 2015",
        ),
        (["on: 2014, holders: [甲]", "on: 2013, holders: [乙]"], "`2013` does not follow `2014`"),
    ],
)
def test_a_list_that_does_not_follow_is_refused(
    tmp_path: Path, events: list[str], said: str
) -> None:
    with pytest.raises(InvalidData, match=r"own\.yaml:\d+:\d+: ") as refused:
        read(tmp_path, *events)
    assert said in str(refused.value)

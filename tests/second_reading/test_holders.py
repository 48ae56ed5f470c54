"""Who held an office on a day, by any usual wording of its title: held against public knowledge."""

from __future__ import annotations

import datetime as dt

import pytest

from graph.ask.uids import with_uids
from graph.catalogue import Row, queries
from graph.connection import Database

HELD = [
    ("香港特别行政区行政长官", "2005-06-10", "唐英年"),
    ("香港特别行政区行政长官", "2015-07-01", "梁振英"),
    ("香港特别行政区行政长官", "2023-07-06", "李家超"),
    ("福建省省长", "2004-07-01", "卢展工"),
    ("福建省委书记", "2004-07-01", "卢展工"),
    ("财政部长", "2014-07-01", "楼继伟"),
    ("外交部部长", "2014-07-01", "王毅"),
    ("外交部长", "2023-07-01", "秦刚"),
    ("国务院总理", "1987-11-01", "赵紫阳"),
    ("国务院总理", "2023-03-10", "李克强"),
    ("总理", "2023-03-12", "李强"),
    ("广东省人民政府省长", "2018-12-25", "马兴瑞"),
    ("山东省省长", "2022-09-30", "周乃翔"),
    ("中共山东省委书记", "2022-09-30", "李干杰"),
]


def holders(database: Database, title: str, day: dt.date) -> list[Row]:
    """The rows of the query for a title."""
    query = queries["holders"]
    values, _ = with_uids(database, query, {"post": title, "as_of": day})
    return list(query(**values, database=database))


@pytest.mark.parametrize(("title", "day", "name"), HELD, ids=[f"{t} {d}" for t, d, _ in HELD])
def test_who_held_it(wide: Database, title: str, day: str, name: str) -> None:
    found = [
        (row.name, row.tenure_status) for row in holders(wide, title, dt.date.fromisoformat(day))
    ]
    assert found == [(name, "held")]


def test_who_acts_is_told(wide: Database) -> None:
    (row,) = holders(wide, "香港特别行政区行政长官", dt.date(2005, 6, 10))
    assert row.acting


def test_who_is_known_by_one_day_is_last_shown_after_it(wide: Database) -> None:
    """陈如桂 is shown as mayor on 2019-08-01 alone: held on that day, and not after it."""
    day = dt.date(2019, 8, 1)
    (then,) = holders(wide, "深圳市市长", day)
    (later,) = holders(wide, "深圳市市长", dt.date(2021, 6, 9))
    assert (then.name, then.tenure_status, then.last_shown) == ("陈如桂", "held", None)
    assert (later.tenure_status, later.last_shown) == ("last_shown", day)


def test_many_share_a_vice_post_and_the_next_ends_nobody(wide: Database) -> None:
    """On 2018-12-25 nobody is held as vice-governor of 安徽 by a page of another day alone."""
    rows = holders(wide, "安徽省副省长", dt.date(2018, 12, 25))
    assert len({row.person for row in rows}) == len(rows) > 1
    assert all(
        row.last_shown < dt.date(2018, 12, 25) for row in rows if row.tenure_status == "last_shown"
    )


def test_nobody_is_a_row_with_the_gap_around_the_day(wide: Database) -> None:
    (row,) = holders(wide, "深圳市市长", dt.date(1990, 1, 1))
    assert (row.name, row.person, row.tenure_status) == (None, None, "nobody")
    assert row.until is not None and row.until > dt.date(1990, 1, 1)


def test_every_stated_tenure_is_held_throughout(wide: Database) -> None:
    """On its first day, its last, and not on the eve or the day after by that tenure."""
    stated = [
        row
        for row in queries.export_ties(type="HOLDS", starts=["Person"], database=wide)
        if row.properties.get("end_basis") == "stated"
        and {row.properties["from_precision"], row.properties["to_precision"]} == {"day"}
    ]
    assert len(stated) > 300
    for row in stated:
        told = row.properties
        assert (told["held_from"], told["held_to"]) == (told["valid_from"], told["valid_to"])
        assert told["shown_to"] == told["held_to"]


def test_who_heads_a_unit(wide: Database) -> None:
    """广东省 of 2018-12-25, once with three governors who had all left."""
    rows = queries.holders(as_of=dt.date(2018, 12, 25), unit="div:440000:广东省", database=wide)
    assert [(row.title, row.name, row.tenure_status) for row in rows] == [
        ("广东省委书记", "李希", "held"),
        ("广东省省长", "马兴瑞", "held"),
    ]


DAYS = [dt.date(year, month, 15) for year in range(1985, 2025, 4) for month in (1, 8)]


@pytest.mark.long
@pytest.mark.parametrize("day", DAYS, ids=map(str, DAYS))
def test_nobody_is_named_who_is_not_held(wide: Database, day: dt.date) -> None:
    """Over all posts and groups: in a chair, in an office, among those who could chair."""
    ties = queries.export_ties(type="HOLDS", starts=["Person"], database=wide)
    held = {
        (tie.start, tie.end)
        for tie in ties
        if (told := tie.properties).get("held_from") and told["held_from"] <= day < told["held_to"]
    }
    posts = {post for _, post in held}
    groups = queries.authority_by_group(as_of=day, sensitivity=False, database=wide)
    chairs = {(c["person"], c["post"]) for row in groups for c in row.chairs if c["name"]}
    assert chairs <= held
    told = [
        row
        for post in sorted(posts)
        for row in queries.holders(as_of=day, post=post, database=wide)
    ]
    assert {(row.person, row.post) for row in told if row.tenure_status == "held"} == held
    could = queries.who_could_chair(as_of=day, database=wide)
    assert {(row.person, row.post) for row in could if row.person} <= held

"""The terms of offices: no gap and no overlap that is not told, and the errors that were known before."""

from __future__ import annotations

import datetime as dt
import json
from functools import cache
from pathlib import Path

import pytest

from graph.core.dates import end_bound, start_bound
from loaders.files.problems import Problems
from loaders.form.read import read_entries
from loaders.groups.read import DATA, read_everything
from loaders.groups.rows import GroupData, TenureRow

SINCE = {"海南": "1988-12-31", "重庆": "1997-12-31"}
"""A province that began later; the others are shown from 1983 on."""
CODES = (
    *range(11, 16),
    *range(21, 24),
    *range(31, 38),
    *range(41, 47),
    *range(50, 55),
    *range(61, 66),
)
MINISTERS = DATA / "terms" / "ministers.yaml"
SHOWN_TO = dt.date(2024, 7, 1)
"""Offices are looked at to this day."""
NOT_GATHERED = {
    "post:黑龙江省省长": "2024-05-11", "post:国务院秘书长": "2024-01-18",
    "post:国家市场监督管理总局局长": "2024-03-09", "post:国家林业和草原局局长": "2020-06-08",
    "post:国家安全生产监督管理总局局长": "2016-07-29", "post:国务院扶贫办主任": "2021-02-01",
    "post:国务院新闻办公室主任": "2008-04-01", "post:国家乡村振兴局局长": "2021-10-20",
}  # fmt: skip
"""Offices whose last holders nobody has gathered, and since when (tools/terms/README.md)."""


@cache
def everything() -> GroupData:
    return read_everything()


@cache
def offices() -> dict[str, list[str]]:
    """Province to its secretary's and its governor's post."""
    found: dict[str, list[str]] = {}
    posts = {row.uid: row for row in everything().posts}
    held = {row.post for row in everything().tenures}
    for code in CODES:
        ends = ("省委书记", "市委书记", "党委书记"), ("省省长", "市市长", "自治区主席")
        own = [uid for uid, row in posts.items() if row.unit.startswith(f"div:{code}0000")]
        found[str(code)] = [
            uid for end in ends for uid in own if uid.endswith(end) and uid in held
        ]  # fmt: skip
    return found


def history(post: str) -> list[TenureRow]:
    """The tenures of a post that a row states."""
    return [row for row in everything().tenures if row.post == post and not row.derived]


def span(row: TenureRow) -> tuple[dt.date, dt.date]:
    """Its first day, and the day after the last for which its sources speak."""
    shown = row.last_evidence or row.period.start.day
    stated = row.end_basis == "stated"
    return row.period.start.day, row.period.end.day if stated else shown + dt.timedelta(days=1)


def told(post: str) -> list[tuple[dt.date, dt.date]]:
    """The gaps of a post that are set down: first day, and the day after the last."""
    (row,) = (row for row in everything().posts if row.uid == post)
    gaps = map(json.loads, row.gaps)
    return [(start_bound(gap.get("from")).day, end_bound(gap.get("to")).day) for gap in gaps]


def untold(post: str, since: dt.date, until: dt.date) -> list[str]:
    """Days from which nobody is shown in a post though no gap says so."""
    found, day = [], since
    for start, end in sorted([*map(span, history(post)), *told(post)]):
        if day < start <= until:
            found.append(f"{post} {day} to {start}")
        day = max(day, end)
    return found if day >= until else [*found, f"{post} {day} to {until}"]


def test_every_province_has_its_two_offices() -> None:
    assert {code for code, posts in offices().items() if len(posts) != 2} == set()


@pytest.mark.parametrize("code", CODES)
def test_no_gap_of_a_province_is_untold(code: int) -> None:
    for post in offices()[str(code)]:
        since = next((day for name, day in SINCE.items() if name in post), "1983-12-31")
        since_when = NOT_GATHERED.get(post)
        gaps = untold(post, dt.date.fromisoformat(since), SHOWN_TO)
        assert gaps == ([f"{post} {since_when} to {SHOWN_TO}"] if since_when else [])


def test_nobody_is_beside_another_in_an_office() -> None:
    overlaps = [text for text in everything().warnings if "at once" in text]
    assert sorted(overlaps) == [
        "person:徐守盛 heads two bodies at once: post:湖南省省长 and post:甘肃省省长.",
        "person:龚正 heads two bodies at once: post:上海市市长 and post:山东省省长.",
    ]


def _posts_of(path: Path) -> set[str]:
    """The posts whose tenures a file states."""
    return {row.entry.post for row in read_entries([path], Problems()).tenures}


def ministries() -> dict[str, tuple[dt.date, dt.date]]:
    """The offices of the table of ministers, with the first and the last day to be shown."""
    posts = {row.uid: row.unit for row in everything().posts}
    ends = {row.uid: row.period.end_edtf for row in everything().agencies}
    found = {}
    for post in sorted(_posts_of(MINISTERS)):
        first = min(span(row)[0] for row in history(post))
        end = ends.get(posts[post])
        last = min(SHOWN_TO, start_bound(end).day) if end else SHOWN_TO
        found[post] = max(first, dt.date(1993, 4, 1)), last
    return found


def test_no_gap_of_a_minister_is_untold() -> None:
    open_since = {}
    for post, (first, last) in ministries().items():
        if gaps := untold(post, first, last):
            assert len(gaps) == 1, gaps
            open_since[post] = gaps[0].split()[1]
    assert open_since == {post: day for post, day in NOT_GATHERED.items() if post in ministries()}


KNOWN = [
    ("吴邦国", "国务院副总理", "1995-02-28 no, 1995-04-01 yes"),
    ("姜春云", "国务院副总理", "1995-02-28 no, 1995-04-01 yes"),
    ("吴邦国", "中央书记处书记", "1994-09-27 no, 1994-09-28 yes, 1997-09-18 yes, 1997-09-19 no"),
    ("习近平", "中央书记处书记", "2012-11-14 yes, 2012-11-15 no"),
    ("王沪宁", "中央书记处书记", "2012-11-14 yes, 2012-11-15 no, 2017-10-25 yes"),
    ("李源潮", "中央书记处书记", "2012-11-14 yes, 2012-11-15 no"),
    ("令计划", "中央书记处书记", "2012-11-14 yes, 2012-11-15 no"),
    ("何勇", "中央书记处书记", "2012-11-14 yes, 2012-11-15 no"),
    ("胡耀邦", "中央政治局委员", "1989-04-14 yes, 1989-04-15 no"),
    ("赵紫阳", "国务院总理", "1987-01-17 yes, 1987-11-23 yes, 1987-11-24 no"),
    ("卢展工", "福建省省长", "2004-07-01 yes"),
    ("卢展工", "福建省委书记", "2004-07-01 yes"),
    ("习近平", "福建省省长", "2001-07-01 yes, 2002-11-01 no"),
    ("金人庆", "财政部部长", "2007-08-29 yes, 2007-08-30 no, 2014-07-01 no"),
    ("楼继伟", "财政部部长", "2014-07-01 yes"),
    ("曾荫权", "香港特别行政区行政长官", "2005-06-10 no, 2005-07-01 yes, 2015-07-01 no"),
    ("唐英年", "香港特别行政区行政长官", "2005-06-10 yes, 2005-07-01 no"),
    ("梁振英", "香港特别行政区行政长官", "2015-07-01 yes"),
    ("李家超", "香港特别行政区行政长官", "2023-07-06 yes"),
    ("陈国基", "香港特别行政区行政长官", "2023-07-06 no"),
    ("王伟中", "广东省省长", "2018-12-25 no"),
    ("黄华华", "广东省省长", "2018-12-25 no"),
    ("朱小丹", "广东省省长", "2018-12-25 no"),
    ("马兴瑞", "广东省省长", "2018-12-25 yes"),
    ("李干杰", "山东省委书记", "2022-09-30 yes"),
    ("周乃翔", "山东省省长", "2022-09-30 yes"),
]


@pytest.mark.parametrize(("name", "title", "days"), KNOWN)
def test_who_held_what_is_publicly_known(name: str, title: str, days: str) -> None:
    """Cases of the definitions, and errors that lists before this one had."""
    rows = [
        row for row in everything().tenures
        if (row.person, row.post) == (f"person:{name}", f"post:{title}")
    ]  # fmt: skip
    found = {
        day: any(row.period.holds(dt.date.fromisoformat(day)) for row in rows)
        for day, _ in map(str.split, days.split(", "))
    }
    assert found == {day: said == "yes" for day, said in map(str.split, days.split(", "))}

"""Central bodies by period: category, rank and manager on a day, each row with the source that was read."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest

from loaders.central_bodies import central_bodies
from loaders.gathered.agencies import Agencies
from loaders.gathered.central import central
from loaders.gathered.places import shipped_places
from loaders.groups import read_everything


@pytest.mark.parametrize(
    ("name", "day", "category", "rank", "under"),
    [
        ("公安部", "2010-01-01", "组成部门", 8, None),
        ("监察部", "2018-01-01", "组成部门", 8, None),
        ("国家信访局", "2010-01-01", "部委管理的国家局", 7, "国务院办公厅"),
        ("国家信访局", "2024-01-01", "直属机构", None, None),
        ("国家烟草专卖局", "2000-01-01", "部委管理的国家局", 7, "国家经济贸易委员会"),
        ("国家烟草专卖局", "2005-01-01", "部委管理的国家局", 7, "国家发展和改革委员会"),
        ("国家烟草专卖局", "2020-01-01", "部委管理的国家局", 7, "工业和信息化部"),
        ("国务院国有资产监督管理委员会", "2010-01-01", "直属特设机构", None, None),
        ("中国气象局", "2024-01-01", "直属事业单位", None, None),
        ("国家旅游局", "2010-01-01", None, None, None),
    ],
)
def test_what_a_body_was_on_a_day(
    name: str, day: str, category: str | None, rank: int | None, under: str | None
) -> None:
    row = central_bodies().on(name, dt.date.fromisoformat(day))
    assert row is not None
    assert (row.category, row.rank, row.under) == (category, rank, under)


@pytest.mark.parametrize(
    ("name", "day"),
    [("监察部", "2019-01-01"), ("国家数据局", "2020-01-01"), ("环境保护部", "2007-12-31")],
)
def test_what_did_not_exist_on_a_day(name: str, day: str) -> None:
    assert central_bodies().on(name, dt.date.fromisoformat(day)) is None


def test_each_row_names_sources_that_say_how_much_was_read() -> None:
    table = central_bodies()
    told = {uid for rows in table.rows.values() for row in rows for uid in row.source}
    assert told <= set(table.sources)
    assert all(source.read and source.read_at for source in table.sources.values())


def test_the_ministries_of_2018_and_2023_are_26_each() -> None:
    for source in ("C2018", "C2023L"):
        rows = [r for rows in central_bodies().rows.values() for r in rows if source in r.source]
        assert sum(row.category == "组成部门" for row in rows) == 26


def test_the_ministries_of_2013_are_25() -> None:
    rows = [r for rows in central_bodies().rows.values() for r in rows if "C2013" in r.source]
    assert len([row for row in rows if row.category == "组成部门"]) == 25


def test_periods_of_a_name_follow_one_another() -> None:
    for rows in central_bodies().rows.values():
        for one, other in pairwise(rows):
            assert one.to == other.from_


def test_predecessors_are_bodies_of_the_table_and_followers_are_found() -> None:
    table = central_bodies()
    named = {name for rows in table.rows.values() for row in rows for name in row.predecessors}
    assert named <= set(table.rows)
    (before,) = table.rows["环境保护部"]
    after = table.follower(before)
    assert after is not None and after.name == "生态环境部"
    one = table.rows["国家信访局"][0]
    assert table.follower(one) is table.rows["国家信访局"][1]


@pytest.mark.parametrize(
    ("short", "full"),
    [("金融监管总局", "国家金融监督管理总局"), ("国家疾控局", "国家疾病预防控制局"),
     ("粮食和储备局", "国家粮食和物资储备局"), ("中国银行", "中国银行"), ("央行", None)],
)  # fmt: skip
def test_short_names(short: str, full: str | None) -> None:
    assert central().full(short) == full


def test_an_agency_takes_the_period_of_the_day() -> None:
    agencies = Agencies(shipped_places())
    early = agencies.central("国家烟草专卖局", dt.date(2005, 1, 1))
    late = agencies.central("烟草局", dt.date(2020, 1, 1))
    assert (early.of, early.rank) == ("agency:国家发展和改革委员会", 7)
    assert (late.uid, late.of) == ("agency:国家烟草专卖局", "agency:工业和信息化部")
    assert early.uid != late.uid
    assert agencies.central("国家烟草专卖局", dt.date(2006, 1, 1)) is early


def test_the_dataset_holds_category_and_rank_with_validity() -> None:
    rows = {row.uid: row for row in read_everything().agencies}
    ministry = rows["agency:监察部"]
    assert (ministry.category, ministry.rank) == ("组成部门", 8)
    assert ministry.period.holds(dt.date(2018, 1, 1))
    assert not ministry.period.holds(dt.date(2019, 1, 1))
    managed = [row for row in rows.values() if row.category == "部委管理的国家局"]
    assert len(managed) > 10
    assert {row.rank for row in managed} == {7}

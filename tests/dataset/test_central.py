"""Central bodies by period: category, rank and manager on a day, each row with the source that was read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import pytest

from graph.core.errors import InputError
from loaders.groups.read import read_everything
from loaders.units.central_bodies import (
    BODIES,
    CentralBodies,
    CentralBody,
    central,
    central_bodies,
    central_of,
    read_bodies,
)
from loaders.units.shipped import shipped_bodies


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
        ("国家旅游局", "2010-01-01", "直属机构", None, None),
        ("国家税务总局", "2005-01-01", "直属机构", None, None),
        ("国家粮食局", "2003-06-01", "部委管理的国家局", 7, "国家发展和改革委员会"),
        ("国家粮食储备局", "1999-01-01", "部委管理的国家局", 7, "国家发展计划委员会"),
        ("国家海洋局", "1997-01-01", None, None, None),
        ("国家海洋局", "2014-01-01", "部委管理的国家局", 7, "国土资源部"),
        ("国家测绘地理信息局", "2012-01-01", "部委管理的国家局", 7, "国土资源部"),
        ("国家知识产权局", "2000-01-01", "直属机构", None, None),
        ("国家知识产权局", "2010-01-01", "直属机构", 7, None),
        ("国家知识产权局", "2020-01-01", "部委管理的国家局", 7, "国家市场监督管理总局"),
        ("国家知识产权局", "2024-01-01", "直属机构", None, None),
        ("国家食品药品监督管理局", "2005-01-01", "直属机构", None, None),
        ("国家食品药品监督管理局", "2010-01-01", "部委管理的国家局", 7, "卫生部"),
        ("中国证券监督管理委员会", "2010-01-01", "直属事业单位", 8, None),
        ("中国银行保险监督管理委员会", "2020-01-01", "直属事业单位", None, None),
        ("国家市场监督管理总局", "2020-01-01", "直属机构", 8, None),
        ("国家林业局", "2010-01-01", "直属机构", None, None),
        ("国家林业和草原局", "2020-01-01", "部委管理的国家局", 7, "自然资源部"),
        ("国务院法制办公室", "2010-01-01", "办事机构", None, None),
        ("国务院办公厅", "2010-01-01", "办公厅", None, None),
    ],
)
def test_what_a_body_was_on_a_day(
    name: str, day: str, category: str | None, rank: int | None, under: str | None
) -> None:
    row = central().on(name, dt.date.fromisoformat(day))
    assert row is not None
    assert (row.category, row.rank, row.under) == (category, rank, under)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("监察部", "2019-01-01"),
        ("国家数据局", "2020-01-01"),
        ("环境保护部", "2007-12-31"),
        ("国家旅游局", "2019-01-01"),
        ("国家海洋局", "2019-01-01"),
        ("国家林业局", "1997-01-01"),
        ("国家煤炭工业局", "2003-04-01"),
        ("国家药品监督管理局", "2010-01-01"),
    ],
)
def test_what_did_not_exist_on_a_day(name: str, day: str) -> None:
    assert central().on(name, dt.date.fromisoformat(day)) is None


def test_each_row_names_sources_that_say_how_much_was_read() -> None:
    table = central_bodies()
    told = {uid for rows in table.rows.values() for row in rows for uid in row.source}
    assert told <= set(table.sources)
    assert all(source.read and source.read_at for source in table.sources.values())


def alive(day: str, category: str) -> set[str]:
    """Names of the bodies of a category on a day."""
    table = central()
    on = dt.date.fromisoformat(day)
    rows = (table.on(name, on) for name in table.rows)
    return {row.name for row in rows if row is not None and row.category == category}


@pytest.mark.parametrize(
    ("day", "category", "number", "source"),
    [
        ("2003-06-01", "组成部门", 28, "C2003O"),
        ("2008-06-01", "组成部门", 27, "C2008N"),
        ("2013-06-01", "组成部门", 25, "C2013"),
        ("2018-06-01", "组成部门", 26, "C2018"),
        ("2023-06-01", "组成部门", 26, "C2025N"),
        ("2003-06-01", "部委管理的国家局", 10, "C2003B"),
        ("2023-06-01", "部委管理的国家局", 17, "C2025N"),
        ("2023-01-14", "直属机构", 10, "C2023C"),
        ("2023-06-01", "直属机构", 14, "C2025N"),
        ("2023-06-01", "直属特设机构", 1, "C2025N"),
        ("2023-06-01", "办事机构", 1, "C2025N"),
        ("2023-06-01", "直属事业单位", 7, "C2025N"),
    ],
)
def test_a_category_holds_as_many_bodies_as_the_text_says(
    day: str, category: str, number: int, source: str
) -> None:
    assert source in central_bodies().sources
    assert len(alive(day, category)) == number, sorted(alive(day, category))


def test_the_bureaus_of_the_notice_of_2003_are_those_of_its_text() -> None:
    assert alive("2003-06-01", "部委管理的国家局") == {
        "国家信访局", "国家粮食局", "国家烟草专卖局", "国家外国专家局", "国家海洋局", "国家测绘局",
        "国家邮政局", "国家文物局", "国家中医药管理局", "国家外汇管理局",
    }  # fmt: skip


def test_each_list_that_was_read_whole_is_whole_in_the_table() -> None:
    """Rows that name the list as their source: 25 and 26 ministries."""
    for source, number in {"C2013": 25, "C2018": 26, "C2023L": 26}.items():
        rows = [r for rows in central_bodies().rows.values() for r in rows if source in r.source]
        assert sum(row.category == "组成部门" for row in rows) == number


def test_a_stated_level_comes_from_a_staffing_plan_and_fits_the_category() -> None:
    table = central_bodies()
    rows = [row for rows in table.rows.values() for row in rows if row.level]
    assert {row.name for row in rows} >= {"国家广播电视总局", "国家市场监督管理总局"}
    for row in rows:
        assert any(table.sources[uid].staffing for uid in row.source)
    stated = {row.name for row in rows if row.rank_basis == "stated"}
    assert "国家林业和草原局" not in stated and "中国证券监督管理委员会" in stated


def test_the_notices_tell_what_was_read_and_the_guide_lists_each() -> None:
    """Twelve notices since 1998; the table of docs/data.md says of each the same."""
    notices = central_bodies().notices
    assert len(notices) == 12
    assert [n.number for n in notices if n.read == "whole"] == ["国发〔2003〕9号"]
    assert all((n.source is None) == (n.read == "no") for n in notices)
    words = {"whole": "whole", "part": "part", "no": "not read"}
    guide = (Path(__file__).parents[2] / "docs" / "data.md").read_text(encoding="utf-8")
    for notice in notices:
        assert f"| {notice.number} | {words[notice.read]} |" in guide


def written(path: Path, rows: Sequence[str]) -> Path:
    """A table with the sources of the shipped one and other rows."""
    head = BODIES.read_text(encoding="utf-8").split("\nbodies:\n")[0]
    path.write_text("\n".join([head, "bodies:", *rows, ""]), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (['- {name: 甲局, category: null, to: "2010", source: [C2003]}',
          '- {name: 甲局, category: null, from: "2008-03", source: [C2008]}'],
         "甲局: the period to 2010 overlaps the one from 2008-03"),
        (["- {name: 甲局, category: null, source: [C2003]}",
          '- {name: 甲局, category: null, from: "2008-03", source: [C2008]}'],
         "甲局: the period to None overlaps"),
        (["- {name: 乙局, category: 直属机构, level: 副部级, source: [C2003]}"],
         "乙局: level 副部级 without its 三定规定"),
        (["- {name: 丙局, category: 部委管理的国家局, level: 正部级, source: [C2018M]}"],
         "丙局: level 正部级 contradicts 部委管理的国家局 (rank 7)"),
        (["- {name: 丁局, category: null, source: [X1]}"], "丁局: no source 'X1' in the file"),
    ],
)  # fmt: skip
def test_rows_that_contradict_each_other_are_refused(
    tmp_path: Path, rows: list[str], said: str
) -> None:
    path = written(tmp_path / "bodies.yaml", rows)
    with pytest.raises(InputError) as refused:
        read_bodies(path)
    assert said in str(refused.value) and str(path) in str(refused.value)


def test_a_month_may_end_one_period_and_start_the_next(tmp_path: Path) -> None:
    rows = [
        '- {name: 甲局, category: null, to: "2008-03", source: [C2003]}',
        '- {name: 甲局, category: 直属机构, from: "2008-03", source: [C2008]}',
    ]
    table = central_of(read_bodies(written(tmp_path / "bodies.yaml", rows)))
    found = table.on("甲局", dt.date(2008, 3, 20))
    assert found is not None and found.category == "直属机构"


def follower(table: CentralBodies, row: CentralBody) -> CentralBody | None:
    """What came after a row: the next of its name, else the body that names it a predecessor."""
    own = table.rows[row.name]
    others = [one for rows in table.rows.values() for one in rows if row.name in one.predecessors]
    return next((one for one in [*own, *others] if row.to and one.from_ == row.to), None)


def test_predecessors_are_bodies_of_the_table_and_followers_are_found() -> None:
    table = central_bodies()
    named = {name for rows in table.rows.values() for row in rows for name in row.predecessors}
    assert named <= set(table.rows)
    (before,) = table.rows["环境保护部"]
    after = follower(table, before)
    assert after is not None and after.name == "生态环境部"
    one = table.rows["国家信访局"][0]
    assert follower(table, one) is table.rows["国家信访局"][1]
    (early, _) = table.rows["国家药品监督管理局"]
    assert follower(table, early) is table.rows["国家食品药品监督管理局"][0]
    assert follower(table, table.rows["国家林业局"][0]) is table.rows["国家林业和草原局"][0]


@pytest.mark.parametrize(
    ("short", "full"),
    [("金融监管总局", "国家金融监督管理总局"), ("国家疾控局", "国家疾病预防控制局"),
     ("粮食和储备局", "国家粮食和物资储备局"), ("中国银行", "中国银行"), ("央行", None)],
)  # fmt: skip
def test_short_names(short: str, full: str | None) -> None:
    assert central().full(short) == full


@pytest.mark.parametrize(
    ("day", "full"),
    [("2005-01-01", "国家广播电影电视总局"), ("2015-01-01", "国家新闻出版广电总局"),
     ("2020-01-01", "国家广播电视总局"), (None, None)],
)  # fmt: skip
def test_a_short_name_of_several_is_the_one_of_the_day(day: str | None, full: str | None) -> None:
    on = dt.date.fromisoformat(day) if day else None
    assert central().full("广电总局", on) == full


def test_an_agency_takes_the_period_of_the_day() -> None:
    agencies = shipped_bodies().agencies
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

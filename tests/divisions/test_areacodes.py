"""Faulty copies of areacodes: every problem with its file and line, all at once."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from graph.core.errors import InvalidData
from tests.divisions.areacodes_for_tests import DAYS, EXCERPT
from tools.divisions.acts import AreaDay, chinese_day, read_area_days
from tools.divisions.areacodes import read_area_table

HEAD = "代码,一级行政区,二级行政区,名称,级别,状态,启用时间,变更/弃用时间,新代码"
GOOD = "370100,山东省,济南市,济南市,地级,在用,1981,,"


def problems_of(path: Path, *rows: str, head: str = HEAD) -> list[str]:
    path = path / "result.csv"
    path.write_text("\n".join(["\ufeff" + head, *rows]) + "\n", encoding="utf-8")
    with pytest.raises(InvalidData) as raised:
        read_area_table(path)
    return [problem.removeprefix(f"{path.parent}/") for problem in raised.value.problems]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("37010,,,济南市,地级,在用,1981,,", "代码 '37010' must have six digits"),
        ("370102,,,历下区,地级,在用,1983,,", "级别 '地级' does not fit the code 370102"),
        ("370102,,,,县级,在用,1983,,", "名称 must not be empty"),
        ("370102,,,历下区,县级,有效,1983,,", "状态 '有效' is not one of"),
        ("370102,,,历下区,县级,在用,1983,1990,", "状态 '在用' does not fit"),
        ("370102,,,历下区,县级,弃用,1983,,", "状态 '弃用' does not fit"),
        ("370102,,,历下区,县级,在用,83,,", "'83' is not a year"),
        ("370102,,,历下区,县级,在用,,,", "'nothing' is not a year"),
        ("370102,,,历下区,县级,弃用,1990,1985,", "it ends in 1985, not after"),
        ("370102,,,历下区,县级,弃用,1983,1990,37010x", "新代码 '37010x' must be codes"),
        ("370102,,,历下区,县级,在用", "too many or too few fields"),
        ("370100,,,泉城市,地级,在用,1990,,", "370100 is held from 1990 while line 2 holds it"),
    ],
)
def test_a_wrong_field_is_named_with_its_line(tmp_path: Path, row: str, told: str) -> None:
    found = problems_of(tmp_path, GOOD, row)
    assert len(found) == 1
    assert found[0].startswith("result.csv:3:1: ") and told in found[0]


def test_all_lines_are_told_at_once(tmp_path: Path) -> None:
    found = problems_of(tmp_path, "1,,,甲,县级,在用,1983,,", GOOD, "2,,,乙,县级,在用,1983,,")
    assert [line.split(": ")[0] for line in found] == ["result.csv:2:1", "result.csv:4:1"]


def test_another_file_is_refused(tmp_path: Path) -> None:
    assert "the column 代码, 名称" in problems_of(tmp_path, "1,2", head="code,name")[0]
    assert "no row" in problems_of(tmp_path)[0]


def test_heirs_are_those_of_the_year() -> None:
    table = read_area_table(EXCERPT)
    assert table.last == 2020
    assert table.heirs("370111", "郊区", 1987) == (
        "370102", "370103", "370104", "370105", "370112",
    )  # fmt: skip
    assert table.heirs("371202", "莱城区", 2018) == ("370116",)
    assert table.heirs("371202", "莱城区", 2006) == ()


def test_the_days_of_acts_are_read(tmp_path: Path) -> None:
    for name, text in DAYS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    first, second = dt.date(2016, 9, 14), dt.date(2018, 6, 19)
    assert read_area_days(tmp_path) == (
        AreaDay("370114", True, first), AreaDay("370181", False, first),
        AreaDay("370115", True, second), AreaDay("370125", False, second),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2018年12月26日", dt.date(2018, 12, 26)),
        ("一九八五年四月十五日", dt.date(1985, 4, 15)),
        ("二〇〇一年十二月三十日", dt.date(2001, 12, 30)),
        ("二○○○年十月二十九日", dt.date(2000, 10, 29)),
        ("2018年2月30日", None),
        ("1985年春", None),
    ],
)
def test_days_in_both_numerals(text: str, day: dt.date | None) -> None:
    assert chinese_day(text) == day


def days_of(folder: Path, text: str, name: str = "2017-2018.diff") -> tuple[AreaDay, ...]:
    (folder / name).write_text(text, encoding="utf-8")
    return read_area_days(folder)


def test_a_day_of_another_year_or_two_days_date_nothing(tmp_path: Path) -> None:
    assert days_of(tmp_path, "# 日期：2017年12月1日\n+370116 莱芜区<莱城区\n") == ()
    two = "# 日期：2018年1月1日\n#\n# 日期：2018年2月1日\n+370116 莱芜区<莱城区\n"
    assert days_of(tmp_path, two) == ()
    older = "# 日期：2018年1月1日\n#\n# 日期：1989年2月1日\n+370116 莱芜区<莱城区\n"
    assert days_of(tmp_path, older) == (AreaDay("370116", True, dt.date(2018, 1, 1)),)


def test_a_transfer_of_land_dates_no_unit(tmp_path: Path) -> None:
    assert days_of(tmp_path, "# 日期：2018年1月1日\n=370116 莱芜区>钢城区\n") == ()


def test_faulty_diff_files_are_named_with_their_lines(tmp_path: Path) -> None:
    (tmp_path / "2018.diff").write_text("", encoding="utf-8")
    with pytest.raises(InvalidData) as raised:
        days_of(tmp_path, "# 日期：2018年1月1日\n370116 莱芜区\n")
    assert [p.removeprefix(f"{tmp_path}/") for p in raised.value.problems] == [
        "2017-2018.diff:2:1: '370116 莱芜区' is not a line of a diff.",
        "2018.diff: the name must be two years, like 2017-2018.diff.",
    ]

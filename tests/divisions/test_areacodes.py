"""A copy of areacodes: codes and names by year, days of acts, and what is wrong in a faulty one."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.divisions.areacodes_for_tests import DAYS
from tools.divisions.areacodes import AreaDay, chinese_day, read_area_days, read_area_tables

HEAD = "代码,一级行政区,二级行政区,名称,级别,状态,启用时间,变更/弃用时间,新代码"
GOOD = "370100,山东省,济南市,济南市,地级,在用,1981,,"


def fault_of(path: Path, *rows: str, head: str = HEAD) -> str:
    path = path / "result.csv"
    path.write_text("\n".join(["\ufeff" + head, *rows]) + "\n", encoding="utf-8")
    with pytest.raises(ValueError) as raised:
        read_area_tables(path)
    return str(raised.value).replace(f"{path.parent}/", "")


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("37010,,,济南市,地级,在用,1981,,", "result.csv:3: 代码 '37010' is not valid"),
        ("370102,,,,县级,在用,1983,,", "result.csv:3: 名称 '' is not valid"),
        ("370102,,,历下区,县级,有效,1983,,", "result.csv:3: 状态 '有效' is not valid"),
        ("370102,,,历下区,县级,在用,1983,1990,", "result.csv:3: 状态 '在用' does not fit"),
        ("370102,,,历下区,县级,弃用,1983,,", "result.csv:3: 状态 '弃用' does not fit"),
        ("370102,,,历下区,县级,在用,83,,", "result.csv:3: 启用时间 '83' is not valid"),
        ("370102,,,历下区,县级,弃用,1990,1985,", "result.csv:3: it ends in 1985, not after"),
        ("370102,,,历下区,县级,在用", "result.csv:3: too many or too few fields"),
        ("370100,,,泉城市,地级,在用,1990,,", "result.csv:3: 370100 is 济南市 and 泉城市 in 1990"),
    ],
)
def test_a_wrong_row_is_named(tmp_path: Path, row: str, told: str) -> None:
    assert fault_of(tmp_path, GOOD, row).startswith(told)


def test_all_lines_are_told_at_once(tmp_path: Path) -> None:
    told = fault_of(tmp_path, "1,,,甲,县级,在用,1983,,", GOOD, "2,,,乙,县级,在用,1983,,")
    assert [line.split(": ")[0] for line in told.splitlines()] == ["result.csv:2", "result.csv:4"]


def test_another_file_is_refused(tmp_path: Path) -> None:
    assert "no column 代码, 变更/弃用时间" in fault_of(tmp_path, "1,2", head="code,name")
    assert "no row" in fault_of(tmp_path)


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


def test_faulty_diff_files_are_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"2017-2018\.diff:2: '370116 莱芜区' is not a line"):
        days_of(tmp_path, "# 日期：2018年1月1日\n370116 莱芜区\n")
    (tmp_path / "2000.diff").write_text("", encoding="utf-8")
    with pytest.raises(ValueError, match="the name must be two years"):
        read_area_days(tmp_path)

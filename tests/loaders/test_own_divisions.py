"""A CSV table of one's own: corrects dates, adds units, and tells every fault with its line."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from graph.core.errors import InputError, InvalidData
from graph.core.language import speaking
from loaders.divisions.read import DivisionData, UnitRow
from loaders.load.own.apply import OWN, apply_own_divisions
from loaders.load.own.rows import COLUMNS, TEMPLATE, write_template
from tests.latin import english
from tests.loaders.divisions_for_tests import in_force, shipped_data, superiors

HEAD = ",".join(COLUMNS)


def applied(folder: Path, *rows: str) -> DivisionData:
    path = folder / "own.csv"
    path.write_text("\n".join([HEAD, *rows]) + "\n", encoding="utf-8")
    return apply_own_divisions(shipped_data(), path)


def problems_of(folder: Path, *rows: str) -> list[str]:
    with pytest.raises(InvalidData) as raised:
        applied(folder, *rows)
    return [problem.removeprefix(f"{folder}/") for problem in raised.value.problems]


def unit(data: DivisionData, uid: str) -> UnitRow:
    return next(row for row in data.units if row.uid == uid)


def test_a_known_unit_gets_the_dates_that_are_given(tmp_path: Path) -> None:
    data = applied(tmp_path, "370117,钢城区,,,2019-01-09,,济南市人民政府通告")
    found = unit(data, "div:370117:钢城区")
    assert (found.valid_from, found.valid_to, found.from_precision) == ("2019-01-09", "..", "day")
    assert found.source == "own:济南市人民政府通告"
    assert superiors(data, "370117", dt.date(2019, 1, 9)) == [("div:370100:济南市:2", "statutory")]
    assert "370117" not in in_force(data, dt.date(2019, 1, 8))
    assert {s.on for s in data.successions if s.new == found.uid} == {"2019-01-09"}
    assert len(data.units) == len(shipped_data().units)


def test_only_what_the_row_names_changes(tmp_path: Path) -> None:
    data = applied(tmp_path, "370117,钢城区,市辖区,370100,2019-01-09,..,x")
    changed = {row.uid for row in set(data.units) ^ set(shipped_data().units)}
    assert changed == {"div:370117:钢城区"}
    ties = {tie.lower for tie in set(data.ties) ^ set(shipped_data().ties)}
    assert ties == {"div:370117:钢城区"}


def test_a_new_unit_hangs_on_every_version_of_its_parent(tmp_path: Path) -> None:
    data = applied(
        tmp_path,
        "370119,甲乙区,市辖区,370100,1990,1994-02-25,x",
        "370119,甲乙区,市辖区,370100,1994-02-25,..,x",
    )
    assert unit(data, "div:370119:甲乙区").rank == 4
    found = unit(data, "div:370119:甲乙区:2")
    assert (found.rank, found.rank_basis, found.name_short, found.pinyin) == (
        5, "derived", "甲乙", "jiayi",
    )  # fmt: skip
    assert superiors(data, "370119", dt.date(1991, 1, 1)) == [("div:370100:济南市", "statutory")]
    assert superiors(data, "370119", dt.date(2020, 1, 1)) == [("div:370100:济南市:2", "statutory")]
    assert {source.uid for source in data.sources} >= {OWN, "own:x"}


def test_a_rank_that_changes_within_a_row(tmp_path: Path) -> None:
    assert problems_of(tmp_path, "370119,甲乙区,市辖区,370100,1990,..,x") == [
        "own.csv:2:1: the rank changes with that of 济南市 on 1994-02-25; write one row until then"
        " and one from then on."
    ]


def test_a_county_follows_each_version_of_its_parent(tmp_path: Path) -> None:
    data = applied(tmp_path, "371526,甲乙县,县,372500,1990,1995,x")
    assert superiors(data, "371526", dt.date(1991, 1, 1)) == [("div:372500:聊城地区", "statutory")]


def test_a_later_life_of_a_known_unit_is_a_unit_of_its_own(tmp_path: Path) -> None:
    data = applied(tmp_path, "371203,钢城区,市辖区,370100,2020,2021,x")
    assert unit(data, "div:371203:钢城区:2").valid_from == "2020"
    assert unit(data, "div:371203:钢城区").valid_to == "2018-12-26"


def test_all_faults_are_told_at_once_with_their_lines(tmp_path: Path) -> None:
    found = problems_of(
        tmp_path,
        "37011,莱芜区,,,2018-12-26,..,x",
        "# a remark",
        "370116,莱芜区,市辖镇,,2018-13,..,",
        "370102,历下区,县,370200,,,x",
        "370119,甲区,市辖区,370999,2020,..,x",
        "370120,乙区,,,,,x",
        "370121,丙区,地级市,370100,2020,..,x",
        "370122,丁区,市辖区,370122,2021,2020,x",
        "a,b",
    )
    assert [(line.split(": ")[0], line.split(": ", 1)[1]) for line in found if "2018-13" not in line] == [
        ("own.csv:2:1", "code '37011' must have six digits (GB/T 2260), county level or above."),
        ("own.csv:4:1", "source must not be empty: say where the row was read."),
        ("own.csv:4:1", "unknown kind '市辖镇'. Did you mean '市辖区'?"),
        ("own.csv:5:1", "历下区 is known as 市辖区; leave the kind empty."),
        ("own.csv:5:1", "历下区 is known under 370100; leave the parent empty."),
        ("own.csv:6:1", "no unit has the code of the parent, 370999."),
        (
            "own.csv:7:1",
            "370120 乙区 is not known in these years; a new unit needs kind, parent, valid_from.",
        ),
        ("own.csv:8:1", "the code 370121 is that of a County, which a 地级市 is not."),
        ("own.csv:9:1", "370122 cannot be its own parent."),
        ("own.csv:9:1", "The period from '2021' to '2020' holds no day."),
        ("own.csv:10:1", "2 fields where 7 belong."),
    ]  # fmt: skip
    assert (
        sum(
            line.startswith("own.csv:4:1: '2018-13' is not a date: a year has no month 13")
            for line in found
        )
        == 1
    )


BROKEN = {
    "370116,别名区,市辖区,370100,2019-01-01,..,x": "holds the code until 9999-12-31",
    "370112,历城区,,,1950,,x": "has no superior from 1950-01-01",
    "341400,巢湖市,,,,2005,x": "div:341421:庐江县 has no superior from 2006-01-01",
    "370117,钢城区,,,1970,,x": "has no superior",
}
"""Rows that would break the tree, and what is said of each."""


@pytest.mark.parametrize("row", BROKEN)
def test_what_would_break_the_tree_is_refused_with_its_line(tmp_path: Path, row: str) -> None:
    found = problems_of(tmp_path, row)
    assert all(line.startswith("own.csv:2:1: ") for line in found)
    assert any(BROKEN[row] in line for line in found)


@pytest.mark.parametrize("row", BROKEN)
def test_what_would_break_the_tree_is_told_with_its_line_in_chinese(
    tmp_path: Path, row: str
) -> None:
    with speaking("zh"):
        found = problems_of(tmp_path, row)
    assert all(line.startswith("own.csv:2:1：") and not english(line) for line in found)


def test_the_same_row_twice(tmp_path: Path) -> None:
    row = "370117,钢城区,,,2019-01-09,,x"
    assert "stands in line 2 already" in problems_of(tmp_path, row, row)[0]


def test_a_wrong_head_and_a_file_that_is_not_text(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("代码,名称\n370116,莱芜区\n", encoding="utf-8")
    with pytest.raises(InvalidData, match=r"own.csv:1:1: the first line must be code,name"):
        apply_own_divisions(shipped_data(), path)
    path.write_bytes(f"{HEAD}\n370117,鋼城區臺灣觀光,,,2019-01-09,,x\n".encode("big5"))
    with pytest.raises(InvalidData, match=r"own.csv:2:1: This is neither UTF-8 nor clearly GBK"):
        apply_own_divisions(shipped_data(), path)
    with pytest.raises(InputError, match="--template"):
        apply_own_divisions(shipped_data(), tmp_path / "none.csv")


def test_the_template_is_a_table_whose_example_fits(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    write_template(path)
    text = path.read_text(encoding="utf-8")
    assert text == TEMPLATE.read_text(encoding="utf-8")
    assert apply_own_divisions(shipped_data(), path).units == shipped_data().units
    path.write_text(text.replace("# 370116", "370116"), encoding="utf-8")
    found = unit(apply_own_divisions(shipped_data(), path), "div:370116:莱芜区")
    assert found.source == "own:国函〔2018〕163号"
    with pytest.raises(InputError, match="exists already"):
        write_template(path)

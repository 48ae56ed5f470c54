"""Faulty division files: every problem is named with its file and line, all at once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from graph.core.errors import InvalidData
from loaders.divisions.read import SHIPPED, read_divisions

UNITS = (
    "uid,code,name,name_short,pinyin,level,kind,rank,rank_basis,rank_by_rule,"
    "valid_from,valid_to,from_precision,to_precision,source"
)
TIES = "lower,upper,mode,valid_from,valid_to,from_precision,to_precision,source"
SUCCESSIONS = "from,to,kind,on,precision,document,source"

CENTRE = "c,100000,中国,中国,zhongguo,Country,国家,10,derived,10,1949-10-01,..,day,open,domain"
PROVINCE = "p,370000,山东省,山东,shandong,Province,省,8,derived,8,1980,..,year,open,domain"
CITY = "a,370100,济南市,济南,jinan,Prefecture,地级市,6,derived,6,1980,2010,year,year,domain"
RENAMED = "b,370100,泉城市,泉城,quancheng,Prefecture,地级市,6,derived,6,2010,..,year,open,domain"
PROVINCE_TIE = "p,c,statutory,1980,..,year,open,domain"
CITY_TIE = "a,p,statutory,1980,2010,year,year,domain"
RENAMED_TIE = "b,p,statutory,2010,..,year,open,domain"
RENAMING = "a,b,rename,2010,year,,domain"


def folder_of(
    folder: Path, units: list[str], ties: list[str], successions: list[str] | None = None
) -> Path:
    files = (
        ("units.csv", UNITS, units),
        ("ties.csv", TIES, ties),
        ("successions.csv", SUCCESSIONS, [RENAMING] if successions is None else successions),
    )
    for name, header, rows in files:
        (folder / name).write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    for name in ("sources.yaml", "kinds.yaml"):
        shutil.copy(SHIPPED / name, folder / name)
    return folder


def problems_of(folder: Path) -> list[str]:
    with pytest.raises(InvalidData) as raised:
        read_divisions(folder)
    return [problem.removeprefix(f"{folder}/") for problem in raised.value.problems]


def good(folder: Path) -> Path:
    ties = [PROVINCE_TIE, CITY_TIE, RENAMED_TIE]
    return folder_of(folder, [CENTRE, PROVINCE, CITY, RENAMED], ties)


def test_a_sound_folder_is_read(tmp_path: Path) -> None:
    data = read_divisions(good(tmp_path))
    assert str(data.periods["a"].end.day) == "2010-01-01"
    assert str(data.tie_periods[1].end.day) == "2010-01-01"
    assert data.units[2].valid_to == "2010"


@pytest.mark.parametrize(
    ("wrong", "right", "told"),
    [
        ("370100,济南市", "37010,济南市", "code '37010' of a Prefecture must have 6 digits"),
        ("370100,济南市", "370102,济南市", "code 370102 is not the code of a Prefecture"),
        ("Prefecture", "Region", "level 'Region' is not one of"),
        ("地级市", "大市", "unknown kind '大市'"),
        ("6,derived", "11,derived", "rank 11 is not one of 1 to 10"),
        ("derived", "guessed", "rank_basis 'guessed' is not one of"),
        ("1980,2010", "1980-13,2010", "'1980-13' is not a date"),
        ("1980,2010", "2011,2010", "holds no day"),
        ("year,year", "day,year", "from_precision is 'day', but the date says 'year'"),
        ("domain", "hearsay", "unknown source 'hearsay'"),
        ("jinan", "", "name and pinyin must not be empty"),
        ("6,derived,6", "six,derived,6", "invalid literal for int"),
    ],
)
def test_a_wrong_field_is_named_with_its_line(
    tmp_path: Path, wrong: str, right: str, told: str
) -> None:
    units = [CENTRE, PROVINCE, CITY.replace(wrong, right, 1), RENAMED]
    found = problems_of(folder_of(tmp_path, units, [PROVINCE_TIE, CITY_TIE, RENAMED_TIE]))
    assert len(found) == 1 and found[0].startswith("units.csv:4: ") and told in found[0]


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    units = [CENTRE, PROVINCE.replace("省,8", "州,8"), CITY, CITY, RENAMED]
    ties = [PROVINCE_TIE, "a,nobody,lent,1980,2010,year,year,domain"]
    found = problems_of(folder_of(tmp_path, units, ties, ["a,b,became,2010,day,,domain"]))
    assert [problem.split(": ")[0] for problem in found] == [
        "units.csv:3",
        "units.csv:4",
        "units.csv:5",
        "ties.csv:3",
        "ties.csv:3",
        "successions.csv:2",
        "successions.csv:2",
    ]


def test_two_units_of_one_code_at_once(tmp_path: Path) -> None:
    early = RENAMED.replace("2010,..", "2005,..")
    tie = RENAMED_TIE.replace("2010,..", "2005,..")
    units = [CENTRE, PROVINCE, CITY, early]
    found = problems_of(folder_of(tmp_path, units, [PROVINCE_TIE, CITY_TIE, tie]))
    assert "units.csv:5: b starts on 2005-01-01, while a holds the code" in found[0]


def test_a_unit_that_outlives_its_superior(tmp_path: Path) -> None:
    mortal = PROVINCE.replace("..,year,open", "2015-06-01,year,day")
    found = problems_of(
        folder_of(tmp_path, [CENTRE, mortal, CITY, RENAMED], [PROVINCE_TIE, CITY_TIE, RENAMED_TIE])
    )
    assert any(p.startswith("ties.csv:4:") and "p only from" in p for p in found)


def test_a_unit_without_a_superior(tmp_path: Path) -> None:
    units = [CENTRE, PROVINCE, CITY, RENAMED]
    found = problems_of(folder_of(tmp_path, units, [PROVINCE_TIE, RENAMED_TIE]))
    assert found == ["units.csv:4: a has no superior from 1980-01-01 to 2010-01-01."]


def test_two_superiors_at_once(tmp_path: Path) -> None:
    units = [CENTRE, PROVINCE, CITY, RENAMED]
    twice = [PROVINCE_TIE, CITY_TIE, RENAMED_TIE, "b,c,statutory,2012,..,year,open,domain"]
    found = problems_of(folder_of(tmp_path, units, twice))
    assert found == ["units.csv:5: b has two superiors from 2012-01-01 to 9999-12-31."]


def test_a_superior_of_a_lower_level(tmp_path: Path) -> None:
    ties = ["p,b,statutory,2010,..,year,open,domain", CITY_TIE, RENAMED_TIE]
    found = problems_of(folder_of(tmp_path, [CENTRE, PROVINCE, CITY, RENAMED], ties))
    assert "ties.csv:2: b is not of a higher level than p." in found


def test_a_missing_file_and_a_missing_column(tmp_path: Path) -> None:
    folder = good(tmp_path)
    (folder / "ties.csv").unlink()
    text = (folder / "units.csv").read_text(encoding="utf-8").replace("pinyin", "piny")
    (folder / "units.csv").write_text(text, encoding="utf-8")
    found = problems_of(folder)
    assert any("units.csv:1: the column 'pinyin' is missing" in problem for problem in found)
    assert any("ties.csv is missing" in problem for problem in found)

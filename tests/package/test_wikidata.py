"""Items of Wikidata: the shipped table names divisions of ours, and a wrong row is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.core.errors import InputError
from loaders.divisions.read import read_divisions
from loaders.package.wikidata import TABLE, read_items, wikidata_of

KNOWN = {("370100", "济南市"): 1, ("370200", "青岛市"): 2}


def test_the_shipped_table_is_sound_and_names_every_province_of_the_mainland() -> None:
    units = read_divisions().units
    found = read_items(TABLE, {(unit.code, unit.name): unit for unit in units})
    provinces = {
        (one.code, one.name) for one in units if one.level == "Province" and one.code < "660000"
    }
    assert len(found) > 300 and len(provinces & found.keys()) == 31
    assert wikidata_of("370100", "济南市") == "Q170247"
    assert wikidata_of("370100", "青岛市") is None


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("370100,青岛市,Q1\n", ":2: no division has the code 370100 and the name 青岛市"),
        ("370100,济南市,170247\n", ":2: 170247 is no item"),
        ("370100,济南市,Q1\n370200,青岛市,Q1\n", ":3: 青岛市 or Q1 stands above"),
        ("370100,济南市,Q1\n370100,济南市,Q2\n", ":3: 济南市 or Q2 stands above"),
        ("370100\n", ":2: no division has the code 370100"),
    ],
)
def test_a_wrong_row_is_told_with_its_line(tmp_path: Path, rows: str, told: str) -> None:
    path = tmp_path / "items.csv"
    path.write_text(f"code,name,wikidata\n{rows}", encoding="utf-8")
    with pytest.raises(InputError) as error:
        read_items(path, KNOWN)
    assert told in str(error.value)

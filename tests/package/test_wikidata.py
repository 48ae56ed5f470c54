"""Items of Wikidata: the shipped table names things of ours with proof; a wrong row is told with its line."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from graph.core.errors import InputError
from loaders.divisions.read import read_divisions
from loaders.groups.read import read_everything
from loaders.package.wikidata import TABLE, known_things, read_items, wikidata_of

KNOWN = {("370100", "济南市"), ("370200", "青岛市"), ("person:韩正", "韩正")}
PROOF = "P442 and label,a/table@1:b.csv"


def test_the_shipped_table_is_sound_and_names_every_province_of_the_mainland() -> None:
    found = read_items(TABLE, known_things())
    provinces = {
        (one.code, one.name)
        for one in read_divisions().units
        if one.level == "Province" and one.code < "660000"
    }
    assert len(found) > 700 and len(provinces & found.keys()) == 31
    assert wikidata_of("div:370100:济南市:2", "济南市") == "Q170247"
    assert wikidata_of("div:370100:济南市", "青岛市") is None
    assert wikidata_of("person:韩正", "韩正") == "Q48405"
    assert wikidata_of("person:王勇@460200", "王勇") is None


def test_every_person_of_the_table_holds_the_post_that_proves_it() -> None:
    data = read_everything()
    held = {(row.person, row.post) for row in data.seats}
    held |= {(row.person, row.post) for row in data.tenures}
    with TABLE.open(encoding="utf-8", newline="") as file:
        persons = [row for row in csv.DictReader(file) if row["thing"].startswith("person:")]
    assert len(persons) > 70
    for row in persons:
        proof = re.search(
            r"^(?:(post:\S+) is .+ from \d{4}|born \d{4}.* (post:\S+) \(http)", row["proof"]
        )
        assert proof, row
        assert (row["thing"], proof[1] or proof[2]) in held, row


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (f"370100,青岛市,Q1,{PROOF}\n", ":2: no division or person has the code or uid 370100 and"),
        (f"person:韩正,韩政,Q1,{PROOF}\n", "person:韩正 and the name 韩政"),
        (f"370100,济南市,170247,{PROOF}\n", ":2: 170247 is no item"),
        (f"370100,济南市,Q1,{PROOF}\n370200,青岛市,Q1,{PROOF}\n", ":3: 青岛市 or Q1 stands above"),
        (f"370100,济南市,Q1,{PROOF}\n370100,济南市,Q2,{PROOF}\n", ":3: 济南市 or Q2 stands above"),
        ("370100,济南市,Q1,,a/table@1:b.csv\n", ":2: proof or source is empty"),
        ("370100,济南市,Q1,P442 and label\n", ":2: proof or source is empty"),
        ("370100\n", ":2: no division or person has the code or uid 370100"),
    ],
)
def test_a_wrong_row_is_told_with_its_line(tmp_path: Path, rows: str, told: str) -> None:
    path = tmp_path / "items.csv"
    path.write_text(f"thing,name,wikidata,proof,source\n{rows}", encoding="utf-8")
    with pytest.raises(InputError) as error:
        read_items(path, KNOWN)
    assert told in str(error.value)

"""Statements: every cell of groups, seats and tenures is said by a source, and who says otherwise is kept."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import pytest

from graph.core.errors import UnknownName
from graph.core.moved import UidMoved
from loaders.groups.holder_records import tenure_key
from loaders.groups.read import read_everything
from loaders.groups.seat_records import seat_key
from loaders.groups.unit_chairs import headed
from loaders.package.ask import asked
from loaders.package.cells import OWN, cells, row_key, row_sources
from loaders.package.rows import package_rows
from loaders.package.statements import PLACE, STATED, UNDATED
from loaders.package.tables import SEPARATOR, STATEMENTS, Rows
from tests.cli.conftest import invoke

AIR = "group:bth-air-lsg"


@pytest.fixture(scope="module")
def rows() -> Mapping[str, Rows]:
    """Every table of the shipped data."""
    return package_rows(read_everything())


def test_every_cell_has_a_statement(rows: Mapping[str, Rows]) -> None:
    said: defaultdict[tuple[str, str, str], set[str]] = defaultdict(set)
    heard: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for one in rows["statements"]:
        if one["standing"] in ("stated", "coded", "derived"):
            entity = str(one["table"]), str(one["entity"])
            said[*entity, str(one["property"])] |= set(str(one["value"]).split(SEPARATOR))
            heard[entity].add(str(one["source"]))
    filled = bare = 0
    for table in STATED:
        for row in rows[table]:
            for name, text in cells(row).items():
                filled += 1
                bare += not set(text.split(SEPARATOR)) <= said[table, row_key(row), name]
            filled += 1
            bare += not set(row_sources(row)) & heard[table, row_key(row)]
    assert (bare, filled > 50_000) == (0, True)


def test_only_the_cells_that_name_row_and_source_have_none(rows: Mapping[str, Rows]) -> None:
    told = {(one["table"], one["property"]) for one in rows["statements"]}
    for table in STATED:
        filled = {name for row in rows[table] for name, value in row.items() if value is not None}
        assert {name for name in filled if (table, name) not in told} <= OWN


def test_a_statement_names_a_source_of_its_row(rows: Mapping[str, Rows]) -> None:
    acts = {str(row["uid"]): set(row_sources(row)) for row in rows["documents"]}
    own = {(t, row_key(row)): set(row_sources(row)) for t in STATED for row in rows[t]}
    for one in rows["statements"]:
        if one["standing"] in ("stated", "cited", "derived") and one["property"] != "events":
            entity = str(one["table"]), str(one["entity"])
            assert str(one["source"]) in own[entity] | acts.get(str(one["value"]), set()), one


def test_sources_that_disagree_are_rows(rows: Mapping[str, Rows]) -> None:
    found = {(one["value"], one["source"], one["standing"]) for one in asked(rows, AIR, "from")
             if one["entity"] == AIR}  # fmt: skip
    assert found == {
        ("2018-07-03", "A03", "stated"),
        ("[..2018-07-11]", "D01", "differs"),
        ("[..2018-07-11]", "F62", "differs"),
    }
    kept = {
        (one["entity"], one["value"]) for one in rows["statements"] if one["standing"] == "differs"
    }
    assert len(kept) >= 30
    dated = [one for one in rows["claims"] if one["property"] in ("from", "to")]
    assert len(dated) >= 80 and sum(one["counts"] is True for one in dated) >= 20


def test_a_list_that_ends_a_tenure_tells_of_its_end_alone(rows: Mapping[str, Rows]) -> None:
    def told(entity: str) -> set[tuple[object, ...]]:
        return {(one["property"], one["source"]) for one in asked(rows, entity.split("|")[0])
                if one["entity"] == entity}  # fmt: skip

    yang = told("person:杨得志|post:中央政治局委员|1982-09-13")
    assert {uid for name, uid in yang if name in ("person", "post")} == {"BI85"}
    assert {uid for name, uid in yang if name == "from"} == {"PB12"}
    assert ("to", "PB13") in yang
    assert {name for name, uid in yang if uid == "PB13"} == {"to"}
    zhao = told("person:赵紫阳|post:国务院总理|1980-09-10")
    assert {uid for name, uid in zhao if name == "from"} == {"PM13"}
    assert ("post", "F23") in zhao
    assert {name for name, uid in zhao if uid == "NPC88"} <= {"to"}
    every = read_everything().tenures
    own = {tenure_key(row): row for row in every}
    ending = 0
    for one in rows["statements"]:
        if one["table"] == "tenures" and one["standing"] == "stated":
            row = own[str(one["entity"])]
            ending += len(row.to_sources) > 0 and not set(row.to_sources) <= set(row.sources)
            if one["property"] in ("person", "post"):
                assert one["source"] in row.sources
            if one["property"] == "from":
                assert one["source"] in (row.from_sources or row.sources)
    assert ending > 500


def test_a_group_begins_by_the_word_of_who_tells_it(rows: Mapping[str, Rows]) -> None:
    def told(uid: str, name: str, standing: str = "stated") -> set[object]:
        return {one["source"] for one in asked(rows, uid, name)
                if one["entity"] == uid and one["standing"] == standing}  # fmt: skip

    narcotics, longyan = "group:f-cn-narcotics", "group:o-guangzhou-longyan"
    assert told(narcotics, "from") == told(narcotics, "name") == {"F118"}
    assert told(narcotics, "events") == {"LAW7", "LAW8"}
    assert told(longyan, "from") == told(longyan, "name") == {"O108"}
    assert (told(longyan, "from", "cited"), told(longyan, "name", "cited")) == (set(), {"O109"})
    groups = {row.uid: row for row in read_everything().groups}
    laws = {uid for row in groups.values() for uid in row.witnesses}
    assert laws == {f"LAW{number}" for number in range(1, 9)}
    assert {one["property"] for one in rows["statements"] if one["source"] in laws} == {"events"}


def test_a_page_on_some_of_a_list_tells_of_no_other(rows: Mapping[str, Rows]) -> None:
    def told(name: str, post: str, day: str) -> dict[object, set[object]]:
        said: defaultdict[object, set[object]] = defaultdict(set)
        for one in rows["statements"]:
            if one["entity"] == f"person:{name}|post:{post}|{day}" and one["standing"] == "stated":
                said[one["property"]].add(one["source"])
        return said

    secretary, bureau = "中央书记处书记", "中央政治局委员"
    assert told("郭声琨", secretary, "2017-10-25")["post"] == {"SE19"}
    assert told("尤权", secretary, "2017-10-25")["post"] == {"SE19", "YQ17"}
    assert told("尤权", secretary, "2017-10-25")["from"] == {"CP19"}
    assert told("张立昌", bureau, "2002-11-15")["post"] == {"CO16", "SP07"}
    assert told("曾庆红", bureau, "2002-11-15")["post"] == {"CO16"}


def test_who_is_named_beside_the_main_source_is_not_said_to_tell_all(
    rows: Mapping[str, Rows],
) -> None:
    def told(entity: str, name: str) -> set[tuple[object, object]]:
        return {(one["source"], one["standing"]) for one in rows["statements"]
                if one["entity"] == entity and one["property"] == name}  # fmt: skip

    (ma,) = (seat_key(headed(row)) for row in read_everything().seats
             if (row.group, row.person) == ("group:a-migrant-workers", "person:马凯"))  # fmt: skip
    beside = {("A36", "stated"), ("A160", "cited"), ("F04", "cited")}
    assert told(ma, "title") == told(ma, "person") == told(ma, "role") == beside
    assert told(ma, "to") == {("F132", "stated")}
    many = {row_key(row) for row in rows["seats"] if len(row_sources(row)) > 1}
    stated: defaultdict[tuple[object, object], int] = defaultdict(int)
    for one in rows["statements"]:
        if one["standing"] == "cited":
            assert one["words"] is None
            assert one["property"] not in ("events", "notes", "established_by")
        if one["entity"] in many and one["property"] == "role" and one["standing"] == "stated":
            stated[one["entity"], one["value"]] += 1
    assert set(stated.values()) == {1} and len(stated) > 500


def test_a_day_is_told_by_the_source_that_is_next_to_it(rows: Mapping[str, Rows]) -> None:
    def told(entity: str, name: str) -> set[object]:
        return {one["source"] for one in rows["statements"] if one["standing"] == "stated"
                and str(one["entity"]) == entity and one["property"] == name}  # fmt: skip

    # A report of 2024 is named for the office in May 2023, too, and one of 2018 for an end in 2023.
    assert told("person:王伟中|post:广东省委副书记|2023-05-08", "from") == {"F125"}
    assert told("group:a-science", "to") == {"F23"}


def test_nobody_tells_a_day_that_was_to_come(rows: Mapping[str, Rows]) -> None:
    dates = {row["uid"]: str(row["date"] or UNDATED) for row in rows["sources"]}
    early = {str(one["entity"]).split("|")[0] for one in rows["statements"]
             if one["standing"] == "stated" and one["property"] in ("from", "to")
             and f"{dates[one['source']]}~" < str(one["value"]).strip("[.]")}  # fmt: skip
    # The page of the day before names them as members: they were by the first session.
    assert early == {"post:香港中联办主任", "post:澳门中联办主任"}


def test_what_a_seat_adds_to_a_tenure_is_cited(rows: Mapping[str, Rows]) -> None:
    added = {tenure_key(row): set(row.seat_sources) for row in read_everything().tenures
             if row.seat_sources and not row.derived}  # fmt: skip
    assert len(added) > 20
    for one in rows["statements"]:
        if one["entity"] in added and one["property"] in ("person", "post"):
            beside = one["source"] in added[str(one["entity"])]
            assert (one["standing"] == "cited") == beside, one


def test_what_is_more_exact_is_no_disagreement(rows: Mapping[str, Rows]) -> None:
    for uid, value in (("poverty-alleviation", "1986-05-16"), ("huaihai-core", "2010")):
        found = [one for one in asked(rows, f"group:{uid}", "from") if one["value"] == value]
        assert not [one for one in found if one["standing"] == "differs"]


def test_only_who_says_otherwise_differs(rows: Mapping[str, Rows]) -> None:
    found = {(one["value"], one["source"]) for one in asked(rows, "group:central-hkmo", "from")
             if one["entity"] == "group:central-hkmo" and one["standing"] == "differs"}  # fmt: skip
    assert found == {("2003-07", "F58")}


def test_place_and_day_of_reading(rows: Mapping[str, Rows]) -> None:
    told = {str(one["source"]): one for one in rows["statements"]}
    assert all(one["read_day"] for one in told.values())
    assert told["D61"]["place"] == "第222页"
    assert told["A03"]["place"] is None
    assert PLACE.search("防洪法 第三十九条")
    assert all(row["read_day"] for row in rows["sources"])


def test_a_thing_is_found_by_uid_id_and_name(rows: Mapping[str, Rows]) -> None:
    with pytest.warns(UidMoved, match="P01707 is person:韩正"):
        assert asked(rows, "P01707") == asked(rows, "person:韩正") == asked(rows, "韩正")
    with pytest.warns(UidMoved, match="D116 was withdrawn in version 2.0 .*: nothing"):
        assert asked(rows, "D116", "from") == []
    with pytest.raises(UnknownName, match="group:bth-air-lsg"):
        asked(rows, "group:bth-air-lgs")
    with pytest.raises(UnknownName, match="chair"):
        asked(rows, AIR, "chair")


def test_the_command_prints_and_writes(tmp_path: Path) -> None:
    done = invoke("data", "statement", AIR, "--property", "from", "--format", "csv")
    assert done.code == 0, done.err
    printed = list(csv.DictReader(io.StringIO(done.out)))
    assert list(printed[0]) == [field.name for field in STATEMENTS.fields]
    empty = invoke("data", "statement", "D116")
    assert (empty.code, empty.out.strip()) == (0, "D116 has no statements.")
    assert "D116 was withdrawn" in empty.err
    path = tmp_path / "x.csv"
    assert invoke("data", "statement", AIR, "--property", "from", "-o", str(path)).code == 0
    with path.open(encoding="utf-8", newline="") as file:
        assert list(csv.DictReader(file)) == printed

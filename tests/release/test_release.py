"""A release: built twice the same, and each form says what the tables say."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from ruamel.yaml import YAML

from graph.core.errors import InputError
from loaders.groups.read import read_everything
from loaders.package.describe import VERSION
from loaders.package.release import sqlite as sqlite_file
from loaders.package.release.ftm import ftm_text
from loaders.package.release.linked import exact, stated_end, things
from loaders.package.release.write import SUMS, write_release
from loaders.package.tables import TABLES, Rows
from tests.cli.conftest import invoke
from tests.documents import ROOT, blocks

HERE = Path(__file__).parent
QUESTIONS = [block.text for block in blocks(ROOT / "docs" / "releases.md", "sql")]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The release of the shipped data."""
    path = tmp_path_factory.mktemp("release")
    made(path)
    return path


@cache
def made(path: Path) -> Mapping[str, Rows]:
    """The rows, written once."""
    return write_release(read_everything(), path)


@pytest.fixture
def db(folder: Path) -> Iterator[sqlite3.Connection]:
    """The SQLite file, open to read."""
    with closing(sqlite3.connect(f"file:{folder / 'lsgraph.sqlite'}?mode=ro", uri=True)) as opened:
        yield opened


def read(folder: Path, name: str) -> Any:
    """A JSON file of the release."""
    return json.loads((folder / name).read_text(encoding="utf-8"))


def listed(folder: Path) -> dict[str, str]:
    """Path to checksum, as SHA256SUMS has them."""
    lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
    return {path: digest for digest, path in (line.split("  ", 1) for line in lines)}


@pytest.mark.long
def test_the_command_writes_it_twice_the_same(folder: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "lsgraph", "data", "release", "-o", str(tmp_path / "again")]
    seed = str(int(os.environ.get("PYTHONHASHSEED", "0").replace("random", "0")) + 1)
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    paths = {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}
    again = tmp_path / "again"
    assert paths == {path.relative_to(again) for path in again.rglob("*") if path.is_file()}
    for path in sorted(paths):
        assert (again / path).read_bytes() == (folder / path).read_bytes(), path


def test_the_list_of_checksums_names_every_other_file(folder: Path) -> None:
    files = {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*") if path.is_file() and path.name != SUMS
    }  # fmt: skip
    assert listed(folder) == files
    assert {"csv/statements.csv", "CITATION.cff", "codebook.md"} <= files.keys()


@pytest.mark.parametrize("path", ["CITATION.cff", "loaders/package/texts/CITATION.cff"])
def test_the_citation_files_meet_their_schema(path: str) -> None:
    schema = json.loads((HERE / "cff_1_2_0.json").read_text(encoding="utf-8"))
    cited = YAML(typ="safe").load((ROOT / path).read_text(encoding="utf-8"))
    jsonschema.validate(cited, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**cited, "authors": "somebody"}, schema)


def test_sqlite_holds_the_tables_with_their_keys(db: sqlite3.Connection, folder: Path) -> None:
    assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    indexes = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'index'")]
    for table in TABLES:
        (held,) = db.execute(f'SELECT count(*) FROM "{table.name}"').fetchone()
        assert held == len(made(folder)[table.name])
        keys = db.execute(f'PRAGMA foreign_key_list("{table.name}")').fetchall()
        told = {(field.name, field.to) for field in table.fields if field.to}
        assert {(row[3], f"{row[2]}.{row[4]}") for row in keys} == told
        assert all(f"{table.name}_{name}" in indexes for name, _ in told)


@pytest.mark.parametrize(
    ("table", "text", "found"),
    [
        ("persons", "韩正", "person:韩正"),
        ("groups", '"大气污染"', "group:bth-air-lsg"),
        ("groups", '"Leading Group"', "group:a-census-5"),
        ("sources", '"〔2018〕54号"', "A03"),
    ],
)
def test_names_are_found(db: sqlite3.Connection, table: str, text: str, found: str) -> None:
    asked = (
        f"SELECT t.uid FROM {table}_fts JOIN {table} AS t ON t.rowid = {table}_fts.rowid"
        f" WHERE {table}_fts MATCH ?"
    )
    assert found in {row[0] for row in db.execute(asked, [text])}


@pytest.mark.parametrize("sql", QUESTIONS, ids=range(len(QUESTIONS)))
def test_each_question_of_the_document_is_answered(db: sqlite3.Connection, sql: str) -> None:
    assert db.execute(sql).fetchall()


def test_the_ready_questions_are_views(db: sqlite3.Connection, folder: Path) -> None:
    views = {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'view'")}
    assert views == {one["name"] for one in sqlite_file.QUESTIONS} and len(views) == 5
    told = read(folder, "datasette.json")["databases"]["lsgraph"]["tables"]
    for one in sqlite_file.QUESTIONS:
        assert db.execute(f"SELECT * FROM {one['name']}").fetchall(), one["name"]
        assert told[one["name"]]["title"] == f"{one['title']['en']} / {one['title']['zh']}"
    seats, persons = made(folder)["seats"], made(folder)["persons"]
    chaired = {
        row["id"]: len(
            {s["group"] for s in seats if (s["person"], s["role"]) == (row["uid"], "chair")}
        )
        for row in persons
    }
    first = db.execute("SELECT id, name, chaired FROM who_chairs_most").fetchone()
    assert first[2] == chaired[first[0]] == max(chaired.values())


def test_a_fault_of_sqlite_is_told_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_file, "FURTHER", {"groups": ("uid", "uid")})
    done = invoke("data", "release", "-o", str(tmp_path / "again"))
    assert done.code == InputError.exit_code
    assert "It takes SQLite 3.34 or later" in " ".join(done.err.split())
    assert not (tmp_path / "again").exists()


def test_every_group_and_person_is_linked(folder: Path) -> None:
    graph = read(folder, "lsgraph.jsonld")["@graph"]
    named = {node["schema:identifier"] for node in graph if "schema:identifier" in node}
    assert {row["uid"] for row in made(folder)["groups"]} <= named
    assert {row["id"] for row in made(folder)["persons"]} <= named


def test_the_linked_dataset_names_every_file_and_its_sum(folder: Path) -> None:
    graph = read(folder, "lsgraph.jsonld")["@graph"]
    (dataset,) = (one for one in graph if one["@type"] == "schema:Dataset")
    assert dataset["schema:version"] == VERSION
    told = {one["@id"]: one["schema:sha256"] for one in dataset["schema:distribution"]}
    sums = listed(folder)
    assert told.items() <= sums.items()
    assert sums.keys() - told.keys() == {"lsgraph.jsonld"}


def test_what_linked_data_leads_to_stands_in_it(folder: Path) -> None:
    document = read(folder, "lsgraph.jsonld")
    assert all(isinstance(held, str) for held in document["@context"].values())
    graph = document["@graph"]
    there = {one["@id"] for one in graph}
    assert all(one["schema:name"] for one in graph)
    cited = 0
    for one in graph:
        for seat in one.get("schema:member", ()):
            assert seat["schema:member"]["@id"] in there
        for source in (
            *one.get("schema:citation", ()),
            *(cite for seat in one.get("schema:member", ()) for cite in seat["schema:citation"]),
        ):
            cited += 1
            assert source["@id"] in there
    assert cited > 1000


def test_follow_the_money_leads_only_to_what_is_there(folder: Path) -> None:
    lines = (folder / "entities.ftm.ndjson").read_text(encoding="utf-8").splitlines()
    entities = {one["id"]: one["properties"] for one in map(json.loads, lines)}
    assert len(entities) == len(lines)
    ends = ("member", "organization", "holder", "post", "predecessor", "successor")
    for held in entities.values():
        assert all(isinstance(text, str) and text for texts in held.values() for text in texts)
        assert all(uid in entities for name in ends for uid in held.get(name, ()))
    names = {text for held in entities.values() for text in held.get("name", ())}
    assert {str(row["name"]) for row in made(folder)["groups"]} <= names


def test_what_has_an_item_of_wikidata_names_it(folder: Path) -> None:
    lines = (folder / "entities.ftm.ndjson").read_text(encoding="utf-8").splitlines()
    told = {
        (one["properties"]["name"][0], one["properties"]["wikidataId"][0])
        for one in map(json.loads, lines)
        if "wikidataId" in one["properties"]
    }
    rows = made(folder)
    items = {
        (row["name"], row["wikidata"])
        for table in ("units", "persons")
        for row in rows[table]
        if row["wikidata"]
    }
    assert told == items >= {("济南市", "Q170247"), ("临安区", "Q1022464"), ("韩正", "Q48405")}
    graph = read(folder, "lsgraph.jsonld")["@graph"]
    same = {
        one["schema:name"]: one["schema:sameAs"]["@id"] for one in graph if "schema:sameAs" in one
    }
    assert len(same) == sum(bool(row["wikidata"]) for row in rows["persons"]) > 70
    assert same["韩正"] == "http://www.wikidata.org/entity/Q48405"


@pytest.mark.parametrize(
    ("edtf", "told"),
    [("2018-07-03", "2018-07-03"), ("2018-07", "2018-07"), ("2018", "2018"), ("[..2018]", None),
     ("..", None), (None, None)],
)  # fmt: skip
def test_only_stated_dates_leave(edtf: str | None, told: str | None) -> None:
    assert exact(edtf) == told


def test_an_end_that_follows_by_rule_does_not_leave(folder: Path) -> None:
    rows = made(folder)
    seat = next(one for one in rows["seats"]
                if one["end_basis"] == "derived" and one["person"] and exact(one["to"]))  # fmt: skip
    tenure = next(
        one for one in rows["tenures"] if one["end_basis"] == "derived" and exact(one["to"])
    )
    for told, ends in (("derived", 0), ("stated", 2)):
        tables = {**rows, "seats": [{**seat, "end_basis": told}],
                  "tenures": [{**tenure, "end_basis": told}]}  # fmt: skip
        assert ftm_text(tables).count('"endDate"') == ends
        assert json.dumps(things(tables)).count('"schema:endDate"') == ends // 2
        assert (stated_end(tables["seats"][0]) is None) == (ends == 0)

"""The data package: valid by frictionless, CSV and Parquet alike, described in full."""

from __future__ import annotations

import csv
import datetime as dt
import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from frictionless import validate
from pyarrow import parquet
from ruamel.yaml import YAML

from loaders.groups.read import read_everything
from loaders.package.describe import TITLE, VERSION, datapackage
from loaders.package.tables import TABLES, Rows, Table, Value
from loaders.package.write import TEXTS, write_package
from tests.english import english, has_chinese

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of core and dataset."""
    path = tmp_path_factory.mktemp("package")
    made(path)
    return path


@cache
def made(path: Path) -> Mapping[str, Rows]:
    """The rows, written once."""
    return write_package(read_everything(), path)


def test_frictionless_finds_it_valid(folder: Path) -> None:
    report = validate(str(folder / "datapackage.json"))
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "message"])[:20]
    assert {task.name for task in report.tasks} == {table.name for table in TABLES}


def read_csv(table: Table, folder: Path) -> list[dict[str, Value]]:
    """A CSV read back by its schema."""
    kinds = {field.name: field.kind for field in table.fields}
    with (folder / "csv" / f"{table.name}.csv").open(encoding="utf-8", newline="") as file:
        return [{k: typed(v, kinds[k]) for k, v in row.items()} for row in csv.DictReader(file)]


def typed(text: str, kind: str) -> Value:
    """A cell as its type."""
    if text == "":
        return None
    if kind == "integer":
        return int(text)
    if kind == "boolean":
        return {"true": True, "false": False}[text]
    return dt.date.fromisoformat(text) if kind == "date" else text


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_csv_and_parquet_hold_the_same_rows(table: Table, folder: Path) -> None:
    stored = parquet.read_table(folder / "parquet" / f"{table.name}.parquet").to_pylist()
    written = read_csv(table, folder)
    assert written == stored == list(made(folder)[table.name])
    assert written


def test_the_same_data_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    write_package(read_everything(), tmp_path)
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            assert (tmp_path / path.relative_to(folder)).read_bytes() == path.read_bytes()


def test_every_column_is_told_in_descriptor_and_codebook(folder: Path) -> None:
    described = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    book = (folder / "codebook.md").read_text(encoding="utf-8")
    for resource, table in zip(described["resources"], TABLES, strict=True):
        assert [field["name"] for field in resource["schema"]["fields"]] == [
            field.name for field in table.fields
        ]
        assert f"## {table.name}:" in book
        assert all(text in book for field in table.fields for text in field.meaning.both)
    assert described["licenses"][0]["name"] == "CC-BY-4.0"


def test_what_the_package_says_of_itself_stands_in_both_languages(folder: Path) -> None:
    """Titles and descriptions for tools, and the texts for people, whoever made the package."""
    described = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    shown = [described["description"], *(one["title"] for one in described["resources"])]
    shown += [one["description"] for one in described["resources"]]
    for table in TABLES:
        stored = parquet.read_schema(folder / "parquet" / f"{table.name}.parquet")
        fields = next(
            one["schema"]["fields"] for one in described["resources"] if one["name"] == table.name
        )
        for field, own in zip(stored, fields, strict=True):
            assert field.metadata[b"description"].decode() == own["description"]
            shown.append(own["description"])
    assert [text for text in shown if not has_chinese(text) and text != "uid"] == []
    assert [text for text in shown if " / " not in text and text != "uid"] == []
    for name in ("codebook.md", "datasheet.md", "LICENSE.md", "CITATION.cff"):
        told = (folder / name).read_text(encoding="utf-8")
        assert re.search("[a-z]{3} [a-z]{3,} [a-z]{2,}", told), name
        assert re.search("[\u4e00-\u9fff]{4}[^\n]*。", told), name
    sheet = (folder / "datasheet.md").read_text(encoding="utf-8")
    english_half, chinese_half = sheet.split("# 数据说明书")
    assert english_half.count("\n|") == chinese_half.count("\n|") > 20
    assert english(chinese_half.replace(TITLE, "")) == []


def test_every_fact_names_sources_that_are_there(folder: Path) -> None:
    rows = made(folder)
    known = {row["uid"] for row in rows["sources"]}
    for name in ("seats", "tenures", "members", "unit_ties", "successions"):
        for row in rows[name]:
            told = [row["source"], *str(row["also_sources"] or "").split("; ")]
            assert {uid for uid in told if uid} <= known
    for name in ("groups", "documents", "claims"):
        for row in rows[name]:
            assert row["sources"]
            assert set(str(row["sources"]).split("; ")) <= known


def test_contradictions_are_rows_of_their_own(folder: Path) -> None:
    air = "group:a-jjj-air-cooperation"
    told = [
        row for row in made(folder)["claims"] if row["entity"] == air and row["property"] == "to"
    ]
    assert [(row["value"], row["counts"], row["sources"]) for row in told] == [
        ("2018-07-03", True, "A137"), ("[..2018-07-11]", None, "D01; F64"),
    ]  # fmt: skip


def test_unknown_is_empty_and_no_bound(folder: Path) -> None:
    for table in TABLES:
        text = (folder / "csv" / f"{table.name}.csv").read_text(encoding="utf-8")
        assert "9999-12-31" not in text
        assert not re.search(r"(?:^|,)0001-01-01(?:,|$)", text, re.MULTILINE)


def test_versions_agree() -> None:
    changes = (TEXTS / "CHANGELOG.md").read_text(encoding="utf-8")
    latest = re.search(r"^## (\d+\.\d+\.\d+)", changes, re.MULTILINE)
    cited = YAML(typ="safe").load((TEXTS / "CITATION.cff").read_text(encoding="utf-8"))
    assert latest is not None and latest[1] == VERSION == cited["version"]
    assert datapackage({table.name: [] for table in TABLES})["version"] == VERSION
    assert (cited["type"], cited["license"], cited["cff-version"]) == (
        "dataset",
        "CC-BY-4.0",
        "1.2.0",
    )


def test_the_citation_of_the_program_is_in_order() -> None:
    cited = YAML(typ="safe").load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert {"cff-version", "message", "title", "authors", "version", "license"} <= set(cited)
    (paper,) = cited["references"]
    assert paper["doi"] == "10.1108/IJPL-02-2020-0008"


def test_the_datasheet_says_what_it_must_not_be_used_for(folder: Path) -> None:
    text = (folder / "datasheet.md").read_text(encoding="utf-8")
    assert "No inference about frequency" in text
    assert f"| groups | {len(made(folder)['groups'])} |" in text
    assert f"| 小组 | {len(made(folder)['groups'])} |" in text and "不得推断常见程度" in text
    assert "Attribution: The lsgraph contributors" in (folder / "LICENSE.md").read_text("utf-8")

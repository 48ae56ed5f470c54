"""Templates: every column, lists to choose from, an example that loads, nothing written over."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from graph.core.errors import InvalidData
from loaders.groups.read import read_groups
from loaders.groups.rows import GroupData
from loaders.tables.read.headers import key
from loaders.tables.schema import TABLES, head, named
from loaders.tables.template.write import write_template
from tests.cli.conftest import invoke
from tests.loaders.groups_for_tests import divisions
from tests.tables.files import sheet_of


def read(path: Path) -> GroupData:
    """One file alone."""
    return read_groups([path], divisions())


def is_example(data: GroupData) -> bool:
    """Whether the worked example was read whole, and nothing of it is in doubt."""
    doubts = [text for text in data.warnings if "taken in" not in text]
    return (len(data.groups), len(data.seats), len(data.tenures), doubts) == (1, 7, 4, [])


def test_names_of_columns_are_of_one_column() -> None:
    for table in TABLES:
        names = [key(n) for c in table.columns for n in {c.name, c.zh, *c.also}]
        assert len(names) == len(set(names)), table.name
    tables = [key(name) for table in TABLES for name in {table.name, table.zh, *table.also}]
    assert len(tables) == len(set(tables))


def test_examples_of_closed_columns_are_of_their_list() -> None:
    for column in (column for table in TABLES for column in table.columns if column.values):
        assert not column.example or column.values.read(column.example) == column.example  # type: ignore[union-attr]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("format", ["xlsx", "csv", "yaml"])
def test_a_filled_template_loads_as_it_is(format: str, language: str, tmp_path: Path) -> None:
    path = tmp_path / ("own" if format == "csv" else f"own.{format}")
    write_template(path, format, language, filled=True)
    assert is_example(read(path))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_example_sheet_loads_when_it_is_copied(language: str, tmp_path: Path) -> None:
    path = tmp_path / "own.xlsx"
    write_template(path, "xlsx", language)
    book = load_workbook(path)
    rows = list(book["示例" if language == "zh" else "example"].iter_rows(values_only=True))
    names = {named(table, language): table for table in TABLES}
    sheet, skip = None, False
    for row in rows:
        if row[0] in names and not any(row[1:]):
            sheet, skip = sheet_of(book, str(row[0])), True
        elif skip:
            skip = False
        elif sheet is not None and any(row):
            sheet.append(list(row[: len(names[sheet.title].columns)]))
    book.save(path)
    assert is_example(read(path))


def test_the_example_folder_and_the_commented_yaml_load(tmp_path: Path) -> None:
    write_template(tmp_path / "own", "csv")
    assert is_example(read(tmp_path / "own" / "example"))
    write_template(tmp_path / "own.yaml", "yaml")
    text = (tmp_path / "own.yaml").read_text(encoding="utf-8")
    lines = [line.removeprefix("# ") for line in text.splitlines()]
    (tmp_path / "own.yaml").write_text("\n".join(lines), encoding="utf-8")
    assert is_example(read(tmp_path / "own.yaml"))


@pytest.mark.parametrize("format", ["xlsx", "csv", "yaml"])
def test_an_empty_template_is_told_to_be_filled_in(format: str, tmp_path: Path) -> None:
    path = tmp_path / ("own" if format == "csv" else f"own.{format}")
    write_template(path, format)
    with pytest.raises(InvalidData, match="holds a row"):
        read(path)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_workbook_has_every_column_and_its_lists(language: str, tmp_path: Path) -> None:
    path = tmp_path / "own.xlsx"
    write_template(path, "xlsx", language)
    book = load_workbook(path)
    explained = book["说明" if language == "zh" else "explanations"]
    told = {(row[0].value, row[1].value) for row in explained.iter_rows(min_row=2)}
    for table in TABLES:
        sheet = sheet_of(book, named(table, language))
        assert [cell.value for cell in sheet[1]] == head(table, language)
        assert {(sheet.title, name) for name in head(table, language)} <= told
        lists = [rule.formula1 for rule in sheet.data_validations.dataValidation]
        assert len(lists) == sum(column.values is not None for column in table.columns)
        assert all(len(text) <= 257 for text in lists)


def test_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    answer = invoke("template")
    assert (answer.code, Path("groups.xlsx").exists()) == (0, True)
    assert "lsgraph load groups groups.xlsx" in answer.out
    again = invoke("template")
    assert (again.code, "exists already" in again.err) == (2, True)
    assert invoke("template", "-o", "表.yaml", "--language", "zh", "--example").code == 0
    assert is_example(read(Path("表.yaml")))
    assert invoke("template", "-o", "a", "--format", "csv").code == 0
    assert Path("a", "seats.csv").read_bytes().startswith(b"\xef\xbb\xbfgroup,role,")
    assert invoke("template", "--format", "ods").code == 2

"""Small tables for tests, written as a folder of CSV, a workbook or YAML."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

Grid = Sequence[Sequence[object]]
Tables = Mapping[str, Grid]

SOUND: dict[str, list[list[object]]] = {
    "sources": [
        ["source", "title", "kind", "date"],
        ["S1", "关于成立东河治理领导小组的通知", "gov_doc", "2016-03-08"],
    ],
    "groups": [
        ["group", "name", "place", "from", "to", "succeeded_by", "source"],
        ["G1", "东河治理领导小组", "济南市", "2016-03-08", "", "", "S1"],
    ],
    "seats": [
        ["group", "role", "title", "unit", "person", "from", "to", "source"],
        ["G1", "chair", "济南市市长", "", "甲", "2016-03-08", "", "S1"],
        ["G1", "member", "", "历城区", "", "", "", "S1"],
    ],
}
"""Three tables without a fault."""


def sound() -> dict[str, list[list[object]]]:
    """A copy of the sound tables, to be spoilt."""
    return {name: [list(row) for row in rows] for name, rows in SOUND.items()}


def spoilt(table: str, row: int, column: str, value: object) -> dict[str, list[list[object]]]:
    """The sound tables with one other cell; rows count as in a spreadsheet, 1 is the header."""
    tables = sound()
    rows = tables[table]
    rows[row - 1][rows[0].index(column)] = value
    return tables


def with_row(table: str, *values: object) -> dict[str, list[list[object]]]:
    """The sound tables with one more row."""
    tables = sound()
    tables[table].append(list(values))
    return tables


def with_table(name: str, *rows: Sequence[object]) -> dict[str, list[list[object]]]:
    """The sound tables and one more."""
    return {**sound(), name: [list(row) for row in rows]}


def csv_folder(folder: Path, tables: Tables, encoding: str = "utf-8", delimiter: str = ",") -> Path:
    """The tables as a folder of CSV."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in tables.items():
        with (folder / f"{name}.csv").open("w", encoding=encoding, newline="") as file:
            csv.writer(file, delimiter=delimiter).writerows(rows)
    return folder


def workbook(path: Path, tables: Tables) -> Path:
    """The tables as a workbook."""
    book(tables).save(path)
    return path


def book(tables: Tables) -> Workbook:
    """The tables as an open workbook."""
    made = Workbook()
    made.remove(made.worksheets[0])
    for name, rows in tables.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append([None if value == "" else value for value in row])
    return made


def sheet_of(made: Workbook, name: str) -> Worksheet:
    """A sheet of an open workbook."""
    found = made[name]
    assert isinstance(found, Worksheet)
    return found

"""Reads a workbook (XLSX): a sheet a table, the first row its column names, every cell as text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.core.errors import Refused
from graph.core.words import Words
from loaders.files.guard import check, opened_workbook
from loaders.files.problems import Place, Problems
from loaders.tables.read.cells import sound, tidy
from loaders.tables.read.headers import columns, passed_over, table_named
from loaders.tables.read.raw import Cell, RawFile, RawTable, Row
from loaders.tables.schema import Table

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

MISTAKES = ("#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!")


def read_workbook(path: Path, problems: Problems) -> RawFile | None:
    """All tables of a workbook; None, with a problem noted, where it cannot be opened."""
    try:
        formulas = check(path)
        values = opened_workbook(path)
        written = opened_workbook(path, data_only=False) if formulas else values
    except Refused as reason:
        problems.refuse(path, reason)
        return None
    found = RawFile()
    for sheet in values.worksheets:
        if not passed_over(sheet.title):
            _Sheet(path, sheet, written[sheet.title], found, problems).read()
    return found


@dataclass(frozen=True)
class _Sheet:
    path: Path
    sheet: Worksheet
    written: Worksheet
    found: RawFile
    problems: Problems

    def read(self) -> None:
        """Add the rows of the sheet to those found; its first filled row names the columns."""
        rows = self._filled()
        first = next(rows, None)
        if first is None:
            return
        place = self._place(0)
        table = table_named(self.sheet.title, place, self.problems)
        if table is None:
            return
        named = self._columns(table, *first)
        self._merged(named)
        found = (self._row(table, named, first[1], number, cells) for number, cells in rows)
        read = [row for row in found if row is not None]
        self.found.tables.append(RawTable(table, place, tuple(read)))

    def _filled(self) -> Iterator[tuple[int, dict[int, Any]]]:
        """Rows that hold something, with their cells by column; a sheet is sparse, and so is this."""
        by_row: dict[int, dict[int, Any]] = {}
        for (row, column), cell in self.sheet._cells.items():
            formula = self.written._cells.get((row, column))
            if cell.value is not None or (formula is not None and formula.value is not None):
                by_row.setdefault(row, {})[column] = cell
        for number in sorted(by_row):
            yield number, by_row[number]

    def _columns(self, table: Table, number: int, cells: dict[int, Any]) -> dict[int, str]:
        """Column to the English name of what it holds."""
        values = [
            cells[column].value if column in cells else None for column in range(1, max(cells) + 1)
        ]
        names = ["" if value is None else str(value) for value in values]
        places = [self._place(number, position) for position in range(1, len(names) + 1)]
        named = columns(table, names, places, self.problems)
        return {position + 1: name for position, name in named.items()}

    def _merged(self, named: dict[int, str]) -> None:
        for area in self.sheet.merged_cells.ranges:
            if area.min_col <= max(named, default=0):
                text = Words(
                    f"The cells {area.coord} are merged: only the first of them holds a value."
                    " Unmerge them and fill in each.",
                    f"单元格 {area.coord} 已合并：只有第一格有值。请取消合并并逐格填写。",
                )
                self.problems.add(self._place(area.min_row, area.min_col), text)

    def _row(
        self, table: Table, named: dict[int, str], header: dict[int, Any], number: int,
        cells: dict[int, Any],
    ) -> Row | None:  # fmt: skip
        found: dict[str, Cell] = {}
        labels = {name: column for column, name in named.items()}

        def where(row: int, column: str | None) -> Place:
            return self._place(row, labels.get(column or "", 0), column)

        for column, cell in sorted(cells.items()):
            if column in named:
                read = self._cell(table, named[column], cell, where(number, named[column]))
                if read is not None and read.text:
                    found[named[column]] = read
            elif named and column not in header:
                text = Words(
                    "The cell stands in a column without a name. Name the column in the first row.",
                    "该单元格所在的列没有名称。请在第一行写出列名。",
                )
                self.problems.add(self._place(number, column), text)
        return Row(number, found, where) if found else None

    def _cell(self, table: Table, name: str, cell: Any, place: Place) -> Cell | None:
        formula = self.written._cells.get((cell.row, cell.column))
        value = cell.value
        if formula is not None and formula.data_type == "f" and value is None:
            told = Words(
                "The formula has no stored value. Copy the column and paste it as values.",
                "公式没有存储计算结果。请复制该列并粘贴为数值。",
            )
            self.problems.add(place, told)
            return None
        if isinstance(value, str) and value.strip() in MISTAKES:
            self.problems.add(
                place,
                Words(
                    f"The cell shows the error {value.strip()}. Type the value.",
                    f"单元格显示错误 {value.strip()}。请直接录入值。",
                ),
            )
            return None
        text, number = cell_text(value)
        found = sound(text, table.column(name), place, self.problems)
        return None if found is None else Cell(found, number)

    def _place(self, row: int, column: int = 0, label: str | None = None) -> Place:
        return Place(self.path, row, column, self.sheet.title, label or "", True)


def cell_text(value: Any) -> tuple[str, bool]:
    """The text of a value as its reader means it, and whether it was a number."""
    if isinstance(value, dt.datetime):
        return value.date().isoformat(), False
    if isinstance(value, dt.date):
        return value.isoformat(), False
    if isinstance(value, bool):
        return str(value).lower(), False
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value)), True
    if isinstance(value, int | float):
        return repr(value), True
    return tidy(str(value)), False

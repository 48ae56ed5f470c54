"""The template as a workbook: lists to choose from, dates as text, a sheet of explanations, an example."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from loaders.tables.schema import (
    EXPLANATIONS,
    TABLES,
    Column,
    Table,
    explanations,
    head,
    named,
)
from loaders.tables.template.example import example_rows

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

ROWS = 5_000
"""Rows for which the lists to choose from are set."""

WIDE = 18
WRAPPED = 44
"""Widths of columns, in characters."""


def write_workbook(path: Path, language: str, filled: bool) -> Path:
    """Write the template; `filled` with the example in the tables."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for table in TABLES:
        rows = example_rows(table, language) if filled else []
        _table_sheet(book, table, language, rows)
    _explained(book, language)
    if not filled:
        _example(book, language)
    book.save(path)
    return path


def write_rows(
    path: Path, language: str, tables: Mapping[str, Sequence[Mapping[str, object]]]
) -> Path:
    """Write a workbook of rows that were read elsewhere, by table and by English column name.

    Words of closed lists are told in the language; a key that no column has is left out.
    """
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for table in TABLES:
        rows = [
            [_told(column, row.get(column.name), language) for column in table.columns]
            for row in tables.get(table.name, ())
        ]
        _table_sheet(book, table, language, rows)
    _explained(book, language)
    book.save(path)
    return path


def _told(column: Column, value: object, language: str) -> str:
    text = "" if value is None else str(value)
    known = column.values is not None and text in column.values.words
    return column.values.words[text][0] if column.values and known and language == "zh" else text


def _table_sheet(
    book: Workbook, table: Table, language: str, rows: Sequence[Sequence[str]]
) -> None:
    sheet = book.create_sheet(named(table, language))
    _write(sheet, [head(table, language), *rows])
    _head_style(sheet)
    for number, column in enumerate(table.columns, start=1):
        letter = sheet.cell(1, number).column_letter
        sheet.column_dimensions[letter].width = WIDE
        # Text: or a spreadsheet makes 2014.1 of 2014.10 and 3.7E5 of a code.
        sheet.column_dimensions[letter].number_format = "@"
        if column.values is not None:
            _choose(sheet, letter, column.values.shown(language))
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{letter}{ROWS}"


def _choose(sheet: Worksheet, letter: str, words: Sequence[str]) -> None:
    """A list to choose from; a word that it does not show is left to the load, which knows more."""
    from openpyxl.worksheet.datavalidation import DataValidation

    rule = DataValidation(type="list", formula1=f'"{",".join(words)}"', allow_blank=True)
    rule.showErrorMessage = False
    rule.add(f"{letter}2:{letter}{ROWS}")
    sheet.add_data_validation(rule)


def _explained(book: Workbook, language: str) -> None:
    zh = language == "zh"
    sheet = book.create_sheet(EXPLANATIONS["explanations"] if zh else "explanations")
    _write(sheet, explanations(language))
    _head_style(sheet)
    for number in range(1, 8):
        letter = sheet.cell(1, number).column_letter
        sheet.column_dimensions[letter].width = WRAPPED if number in (4, 6) else WIDE
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _example(book: Workbook, language: str) -> None:
    """Every table of the example under its name: copy the rows below a name into the sheet of it."""
    sheet = book.create_sheet(EXPLANATIONS["example"] if language == "zh" else "example")
    rows: list[list[str]] = []
    for table in TABLES:
        rows += [[named(table, language)], head(table, language)]
        rows += [*example_rows(table, language), []]
    _write(sheet, rows)
    for cell in next(iter(sheet.columns)):
        sheet.column_dimensions[cell.column_letter].width = WIDE


def _write(sheet: Worksheet, rows: Sequence[Sequence[str]]) -> None:
    """Every cell as text, in a format that keeps it text when it is copied."""
    for number, row in enumerate(rows, start=1):
        for position, text in enumerate(row, start=1):
            if text:
                cell = sheet.cell(number, position, _unwritable().sub("\ufffd", text))
                cell.number_format = "@"
                cell.data_type = "s"


@cache
def _unwritable() -> re.Pattern[str]:
    """The characters that no workbook may hold."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    return re.compile(ILLEGAL_CHARACTERS_RE)


def _head_style(sheet: Worksheet) -> None:
    from openpyxl.styles import Font, PatternFill

    for cell in sheet[1]:
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", start_color="FFE6EEF5")

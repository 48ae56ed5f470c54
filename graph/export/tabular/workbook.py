"""Workbooks (XLSX): a sheet a table, text as text, days as days, and a sheet that explains the columns."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.core.errors import InputError
from graph.core.language import say
from graph.core.words import Words
from graph.export.codebook import HEADS, About, lines
from graph.export.columns import Rows, Table
from graph.export.texts import marked, plain_text

if TYPE_CHECKING:
    from openpyxl import Workbook

MOST_ROWS = 1_048_575
"""Rows of a sheet below its head."""

LONGEST = 32_767
"""Characters of a cell."""

EARLIEST = dt.date(1900, 3, 1)
"""Before it spreadsheet programs count days differently: such a day is written as text."""

EXACT = 2**53
CODEBOOK = "codebook"
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")


def write_workbook(sheets: Iterable[tuple[Table, Rows]], about: About, path: Path) -> None:
    """A workbook, written a row at a time to the disk.

    Raises InputError for a table or text that is too long for a sheet, before the file is there.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    tables = []
    try:
        for table, rows in sheets:
            tables.append(table)
            _sheet(book, table, rows)
        _explained(book, about, tables)
        book.save(path)
    except BaseException:
        # Sheets left open would complain when they are collected.
        for sheet in book.worksheets:
            sheet.close()
        raise


def escaped(text: str) -> str:
    """Return the text as OOXML holds it: what XML cannot hold as `_x0007_`."""
    return _HIDDEN.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def _sheet(book: Workbook, table: Table, rows: Rows) -> None:
    sheet = _headed(book, table.name, dict.fromkeys(table.names, 16))
    number = 0
    for number, row in enumerate(rows, start=1):
        if number > MOST_ROWS:
            raise InputError(
                Words(
                    f"{table.name} has more than {MOST_ROWS:,} rows, which no sheet holds."
                    " Export to CSV or Parquet.",
                    f"{table.name} 超过 {MOST_ROWS:,} 行，一张工作表放不下。请导出为 CSV 或 Parquet。",
                )
            )
        sheet.append([_cell(sheet, table, name, row.get(name)) for name in table.names])
    _filter(sheet, len(table.columns), number)


def _cell(sheet: Any, table: Table, name: str, value: Any) -> Any:
    if value is None or isinstance(value, bool | float):
        return value
    if isinstance(value, int) and abs(value) < EXACT:
        return value
    if isinstance(value, dt.date) and value >= EARLIEST:
        return _day(sheet, value)
    text = marked(plain_text(value))
    if len(escaped(text)) > LONGEST:
        raise InputError(
            Words(
                f"{table.name}, column {name}: a text has {len(text):,} characters, a cell holds"
                f" {LONGEST:,}. Export to CSV or Parquet.",
                f"{table.name} 的列 {name}：一段文本有 {len(text):,} 个字符，而一个单元格最多 "
                f"{LONGEST:,} 个。请导出为 CSV 或 Parquet。",
            )
        )
    return _text(sheet, text)


def _text(sheet: Any, text: str, bold: bool = False) -> Any:
    """Return a cell that stays text, whatever it begins with."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    made = WriteOnlyCell(sheet)
    made._value, made.data_type = escaped(text), "s"
    made.number_format = "@"
    if bold:
        made.font = Font(bold=True)
    return made


def _day(sheet: Any, day: dt.date) -> Any:
    from openpyxl.cell import WriteOnlyCell

    made = WriteOnlyCell(sheet, day)
    made.number_format = "yyyy-mm-dd"
    return made


def _explained(book: Workbook, about: About, tables: Sequence[Table]) -> None:
    head = dict(zip(map(say, HEADS), (22, 22, 10, 12, 90), strict=True))
    sheet, told = _headed(book, CODEBOOK, head), list(lines(about, tables))
    for cells in told:
        sheet.append([_text(sheet, text) for text in cells])
    _filter(sheet, len(head), len(told))


def _headed(book: Workbook, name: str, columns: Mapping[str, int]) -> Any:
    """Return a sheet with its head, which stays in sight, and the widths of its columns in characters."""
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(name)
    sheet.freeze_panes = "A2"
    for number, width in enumerate(columns.values(), start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.append([_text(sheet, column, bold=True) for column in columns])
    return sheet


def _filter(sheet: Any, columns: int, rows: int) -> None:
    """Let the head filter the rows below it."""
    from openpyxl.utils import get_column_letter

    if columns:
        sheet.auto_filter.ref = f"A1:{get_column_letter(columns)}{rows + 1}"

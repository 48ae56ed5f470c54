"""Reads a folder of CSV: a file a table, its name the table's, the first row the column names."""

from __future__ import annotations

import io
import os
from collections.abc import Sequence
from pathlib import Path

from graph.core.door import TABLE, content
from graph.core.errors import Refused
from graph.core.language import say
from graph.core.words import Words
from loaders.files.decoding import GBK, decoded
from loaders.files.delimited import delimiter, records
from loaders.files.problems import Place, Problems
from loaders.tables.read.cells import sound
from loaders.tables.read.headers import columns, passed_over, table_named
from loaders.tables.read.raw import Cell, RawFile, RawTable, Row
from loaders.tables.schema import Table

MOST_ROWS = 100_000
LONGEST = 131_072
"""Characters of the longest cell that is read."""


def read_folder(path: Path, problems: Problems) -> RawFile | None:
    """All tables of a folder; None, with a problem noted, where it holds none."""
    try:
        names = sorted(os.listdir(path))
    except OSError as error:
        problems.add(
            Place(path),
            Words(
                f"The folder cannot be read: {error.strerror}.",
                f"无法读取文件夹（系统报告“{error.strerror}”）。",
            ),
        )
        return None
    files = [path / name for name in names if name.casefold().endswith((".csv", ".tsv"))]
    files = [file for file in files if not passed_over(file.stem)]
    if not files:
        text = Words(
            "The folder holds no table (sources.csv, groups.csv ...). Begin with: lsgraph template",
            "文件夹中没有表（sources.csv、groups.csv 等）。请先运行：lsgraph template",
        )
        problems.add(Place(path), text)
        return None
    found = RawFile()
    for file in files:
        _read(file, found, problems)
    return found


def _read(file: Path, found: RawFile, problems: Problems) -> None:
    place = Place(file, rows=True)
    table = table_named(_printable(file.stem), place, problems)
    try:
        text, encoding = decoded(content(file, TABLE))
    except Refused as reason:
        problems.refuse(file, reason, rows=True)
        return
    if table is None:
        return
    if encoding == GBK:
        found.notes.append(say(Words(f"{place}: read as {GBK}.", f"{place}：按 {GBK} 读取。")))
    if not text.strip():
        problems.add(
            place,
            Words(
                f"The file is empty. Its first row holds the columns of {table.name}.",
                f"文件为空。第一行应为{table.zh}表的各列。",
            ),
        )
        return
    found.tables.append(_table(file, table, text, problems))


def _table(file: Path, table: Table, text: str, problems: Problems) -> RawTable:
    def fault(line: int, told: Words) -> None:
        problems.add(Place(file, line, rows=True), told)

    lines = io.StringIO(text, newline="")
    read = records(lines, delimiter(io.StringIO(text)), LONGEST, fault)
    filled = (one for one in read if any(map(str.strip, one[1])))
    number, header = next(filled, (1, []))
    places = [Place(file, number, p + 1, "", "", True) for p in range(len(header))]
    named = columns(table, header, places, problems)
    rows: list[Row] = []
    for number, fields in filled:
        if len(rows) == MOST_ROWS:
            fault(
                number,
                Words(
                    f"A table has at most {MOST_ROWS:,} rows. Part it over several folders.",
                    f"一个表最多 {MOST_ROWS:,} 行。请分到几个文件夹中。",
                ),
            )
            break
        if row := _row(file, table, named, header, number, fields, problems):
            rows.append(row)
    return RawTable(table, Place(file, rows=True), tuple(rows))


def _row(
    file: Path, table: Table, named: dict[int, str], header: Sequence[str], number: int,
    fields: list[str], problems: Problems,
) -> Row | None:  # fmt: skip
    if len(fields) != len(header):
        text = Words(
            f"The row has {len(fields)} cells where the first row has {len(header)}. Fill them in.",
            f"该行有 {len(fields)} 个单元格，而第一行有 {len(header)} 个。请补齐。",
        )
        problems.add(Place(file, number, 0, "", "", True), text)
        return None
    labels = {name: position + 1 for position, name in named.items()}

    def where(row: int, column: str | None) -> Place:
        return Place(file, row, labels.get(column or "", 0), "", column or "", True)

    found: dict[str, Cell] = {}
    for position, field in enumerate(fields):
        if field.strip() and not header[position].strip():
            text = Words(
                "The cell stands in a column without a name. Name the column in the first row.",
                "该单元格所在的列没有名称。请在第一行写出列名。",
            )
            problems.add(Place(file, number, position + 1, "", "", True), text)
    for position, name in named.items():
        text_found = sound(fields[position], table.column(name), where(number, name), problems)
        if text_found:
            # Excel may have saved it: a date such as 2014.1 is in doubt as a number in a workbook is.
            found[name] = Cell(text_found, number=True)
    return Row(number, found, where) if found else None


def _printable(name: str) -> str:
    return name.encode("utf-8", "replace").decode("utf-8")

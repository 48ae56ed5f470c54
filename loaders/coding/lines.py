"""The lines of a sheet as texts, from CSV of any program or a workbook."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from pathlib import Path

from graph.core.door import TABLE, content
from graph.core.words import Words
from loaders.coding.form import SHEET
from loaders.files.decoding import decoded
from loaders.files.delimited import delimiter, records
from loaders.files.guard import check, opened_workbook
from loaders.files.problems import Place, Problems, nearest

LONGEST = 131_072
"""Characters of the longest cell that is read."""

Lines = Iterator[tuple[int, list[str]]]


def lines_of(path: Path, problems: Problems) -> Lines:
    """The lines that hold something, with their numbers. Raises Refused for a file that is not read."""
    return (_workbook if path.suffix.lower() == ".xlsx" else _csv)(path, problems)


def _csv(path: Path, problems: Problems) -> Lines:
    text, _ = decoded(content(path, TABLE))

    def fault(line: int, told: Words) -> None:
        problems.add(Place(path, line, rows=True), told)

    lines = io.StringIO(text, newline="")
    found = records(lines, delimiter(io.StringIO(text)), LONGEST, fault)
    return ((line, fields) for line, fields in found if any(map(str.strip, fields)))


def _workbook(path: Path, problems: Problems) -> Lines:
    check(path)
    book = opened_workbook(path)
    if SHEET.name not in book.sheetnames:
        told = Words(
            f"The workbook lacks the sheet {SHEET.name!r}. Name the sheet with the answers so.",
            f"工作簿没有工作表“{SHEET.name}”。请以此命名含有答案的工作表。",
        )
        problems.add(Place(path), told, nearest(SHEET.name, book.sheetnames))
        return
    for line, row in enumerate(book[SHEET.name].iter_rows(values_only=True), start=1):
        fields = ["" if value is None else _text(value) for value in row]
        if any(map(str.strip, fields)):
            yield line, fields


def _text(value: object) -> str:
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)

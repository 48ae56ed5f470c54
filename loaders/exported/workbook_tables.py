"""Reads a workbook that an export wrote, also after Excel or LibreOffice has saved it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import repeat
from pathlib import Path
from typing import Any

from graph.core.errors import Refused
from graph.core.words import Words
from graph.export.columns import GraphTable, Tables
from graph.export.tabular.workbook import unescaped
from loaders.exported.read_back import MISSING, Held, Numbered, json_items, places, unguarded
from loaders.files.guard import MOST_STREAMED, check, opened_workbook
from loaders.files.problems import Place, Problems


def read_workbook(path: Path, tables: Tables, problems: Problems) -> Iterator[Held]:
    """The tables of a workbook; a sheet that is missing is a problem, one that is not ours is passed over."""
    try:
        formulas = check(path, MOST_STREAMED)
        book = opened_workbook(path, read_only=True)
        # LibreOffice writes truth values as formulas: what they are worth is stored beside them.
        written = opened_workbook(path, read_only=True, data_only=False) if formulas else None
    except Refused as reason:
        problems.refuse(path, reason)
        return
    for table in tables:
        if table.name not in book.sheetnames:
            problems.add(Place(path, sheet=table.name), MISSING)
            continue
        first = next(
            _read(book[table.name], Place(path, sheet=table.name), problems, max_row=1), ()
        )
        yield _held(path, book[table.name], written and written[table.name], table, first)


def _read(sheet: Any, place: Place, problems: Problems, **which: int) -> Iterator[tuple[Any, ...]]:
    """The rows of a sheet; what is damaged in it is a problem."""
    try:
        yield from sheet.iter_rows(values_only=True, **which)
    except Exception as error:  # openpyxl raises whatever its parsers meet
        said = (str(error).strip().splitlines() or [type(error).__name__])[0][:120]
        problems.add(
            place,
            Words(
                f"The sheet is damaged ({said}). Save the workbook anew as .xlsx.",
                f"工作表已损坏（读取程序报告“{said}”）。请将工作簿重新另存为 .xlsx。",
            ),
        )


def _held(path: Path, sheet: Any, written: Any, table: GraphTable, first: tuple[Any, ...]) -> Held:
    cells = ["" if cell is None else str(cell) for cell in first]
    while cells and not cells[-1]:
        cells.pop()
    head = tuple(cells)

    place = places(path, head, table.name)

    def rows(problems: Problems) -> Numbered:
        """Yield the rows of the sheet; a formula without a value is a problem."""
        whole = place(0, None)
        values = _read(sheet, whole, problems, min_row=2)
        formulas = _read(written, whole, problems, min_row=2) if written else repeat(())
        for number, (cells, texts) in enumerate(zip(values, formulas, strict=False), start=2):
            for name, cell, text in zip(head, cells, texts, strict=False):
                if cell is None and text is not None:
                    told = Words(
                        "The formula has no stored value. Paste the column as values.",
                        "公式没有存储计算结果。请将该列粘贴为数值。",
                    )
                    problems.add(place(number, name), told)
            if any(cell is not None for cell in cells):
                yield (
                    number,
                    {
                        name: unguarded(unescaped(cell)) if isinstance(cell, str) else cell
                        for name, cell in zip(head, cells, strict=False)
                    },
                )

    return Held(table, head, rows, place, json_items)

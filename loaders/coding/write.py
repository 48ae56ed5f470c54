"""Writes sheets to fill in: a workbook, or CSV files side by side, with rules, sources and codebook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from graph.core.errors import InputError
from graph.core.files import fresh_file
from graph.core.words import Words
from graph.export.codebook import About, book_of, markdown
from graph.export.columns import Rows, Table, Values
from graph.export.tabular.delimited import write_csv
from graph.export.tabular.workbook import write_workbook
from loaders.coding.form import RULES, rules

ENDINGS = (".xlsx", ".csv")


def check_ending(path: Path) -> None:
    """Raise InputError where a sheet has an ending that no reader of sheets takes."""
    if path.suffix.lower() not in ENDINGS:
        raise InputError(
            Words(
                f"{path}: the ending must name the format. Choose .xlsx or .csv.",
                f"{path}：文件名后缀须表明格式。请用 .xlsx 或 .csv。",
            )
        )


def write_sheets(
    path: Path, sheets: Sequence[tuple[Table, Rows]], about: About, force: bool
) -> list[Path]:
    """Write a coding sheet (the first) and what goes along; answers the files, the sheet first.

    Raises InputError for an unknown ending and AlreadyThere where a file is there, unless forced.
    """
    check_ending(path)
    every = [(table, list(_filled(rows))) for table, rows in (*sheets, (RULES, rules()))]
    if path.suffix.lower() == ".xlsx":
        with fresh_file(path, force) as book:
            write_workbook(every, about, book)
        return [path]
    with ExitStack() as whole:
        files = list(_beside(path, [table for table, _ in sheets]))
        made = [whole.enter_context(fresh_file(file, force)) for file in (*files, book_of(path))]
        for (table, rows), file in zip(every, made, strict=False):
            write_csv(table, rows, file)
        told = markdown(about, [table for table, _ in every])
        made[-1].write_text(told, encoding="utf-8", newline="\n")
    return [*files, book_of(path)]


def _filled(rows: Rows) -> Iterator[Values]:
    """Rows without their empty cells: an empty text is written as such, apart from nothing."""
    return ({name: text for name, text in row.items() if text} for row in rows)


def _beside(path: Path, tables: Sequence[Table]) -> Iterator[Path]:
    """x.csv, x.sources.csv, x.rules.csv."""
    yield path
    for table in (*tables[1:], RULES):
        yield path.with_name(f"{path.stem}.{table.name}.csv")

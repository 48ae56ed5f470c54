"""Reads the CSV that is written for neo4j-admin: quoted texts, bare numbers, nothing for unknown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graph.core.door import STREAM, opened
from graph.core.errors import Refused
from graph.core.model import Label
from graph.core.words import Words
from graph.export.columns import GraphTable, NodeTable, Tables
from graph.export.tabular.admin import file_name, head
from graph.server.import_csv import ARRAY_DELIMITER
from loaders.exported.read_back import MISSING, Held, Numbered, Where, places
from loaders.files.problems import MOST, Place, Problems

BLOCK = 8 << 20
"""Bytes that are read at a time; a row is shorter."""


def read_admin(folder: Path, tables: Tables, problems: Problems) -> Iterator[Held]:
    """Yield the tables of a folder, ties to sources from several files."""
    for table in tables:
        for path, start in _files(folder, table):
            if not path.exists():
                problems.add(Place(path), MISSING)
                continue
            try:
                found = _held(path, table, start, problems)
            except Refused as reason:
                problems.refuse(path, reason, rows=True)
                continue
            if found:
                yield found


def is_admin(folder: Path) -> bool:
    """Tell whether the CSV of a folder is that for neo4j-admin: its heads tell."""
    try:
        with opened(folder / "units.csv", STREAM) as file:
            return file.read(8) == b"uid:ID(U"
    except (OSError, Refused):
        return False


def _files(folder: Path, table: GraphTable) -> Iterator[tuple[Path, Label | None]]:
    if isinstance(table, NodeTable):
        yield folder / f"{table.name}.csv", None
    else:
        yield from ((folder / file_name(table, start), start) for start in table.start)


def _held(path: Path, table: GraphTable, start: Label | None, problems: Problems) -> Held | None:
    with opened(path, STREAM) as file:
        heads = file.readline(BLOCK).decode("utf-8", "replace").rstrip("\r\n").split(",")
    wanted = head(table, start)
    if heads != wanted:
        wrong = next((i for i, pair in enumerate(zip(heads, wanted, strict=False)) if pair[0] != pair[1]),
                     min(len(heads), len(wanted)))  # fmt: skip
        told = Words(
            f"An export has another head. It differs from here on; whole: {','.join(wanted)}.",
            f"表头与导出的不同，自此处起有异；完整的表头：“{','.join(wanted)}”。",
        )
        problems.add(Place(path, 1, wrong + 1, rows=True), told)
        return None

    place = places(path, table.names)

    def rows(problems: Problems) -> Numbered:
        return _rows(path, table, place, problems)

    return Held(table, table.names, rows, place, lambda text: text.split(ARRAY_DELIMITER))


def _rows(path: Path, table: GraphTable, place: Where, problems: Problems) -> Numbered:
    import pyarrow as pa
    from pyarrow import csv

    def short(row: Any) -> str:
        # Arrow prints what is raised in here: faults follow the rows.
        if len(faults) < MOST:
            told = Words(
                f"The row has {row.actual_columns} cells where the first row has {row.expected_columns}.",
                f"该行有 {row.actual_columns} 个单元格，而第一行有 {row.expected_columns} 个。",
            )
            faults.append((row.number or 0, told))
        return "skip"

    faults: list[tuple[int, Words]] = []
    names = list(table.names)
    number = 2
    try:
        reader = csv.open_csv(
            path,
            csv.ReadOptions(use_threads=False, block_size=BLOCK, column_names=names, skip_rows=1),
            csv.ParseOptions(newlines_in_values=True, invalid_row_handler=short),
            csv.ConvertOptions(
                column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=True,
                quoted_strings_can_be_null=False, null_values=[""],
            ),
        )  # fmt: skip
        for batch in reader:
            for row in batch.to_pylist():
                yield number, row
                number += 1
    except pa.ArrowException as error:
        if "Empty CSV" not in str(error):
            said = str(error).splitlines()[0][:160]
            problems.add(
                place(number, None),
                Words(
                    f"The rows from here on are not CSV ({said}).",
                    f"自此处起各行不是 CSV（读取程序报告“{said}”）。",
                ),
            )
    for row, fault in faults:
        problems.add(place(row, None), fault)

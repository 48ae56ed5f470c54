"""Reads a folder of Parquet that an export wrote, also after pandas or R has saved it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from graph.export.columns import GraphTable, Tables
from loaders.exported.read_back import Held, Numbered, files, json_items, places
from loaders.files.problems import Place, Problems

BATCH = 10_000
"""Rows that are held at a time."""


def read_parquet(folder: Path, tables: Tables, problems: Problems) -> Iterator[Held]:
    """Yield the tables of a folder; a file that is missing or no Parquet is a problem."""
    for path, table in files(folder, ".parquet", tables, problems):
        held = _held(path, table, problems)
        if held:
            yield held


def _held(path: Path, table: GraphTable, problems: Problems) -> Held | None:
    import pyarrow as pa
    from pyarrow import parquet

    try:
        with parquet.ParquetFile(path) as file:
            head = tuple(file.schema_arrow.names)
    except (pa.ArrowException, OSError) as error:
        told = str(error).splitlines()[0][:120]
        problems.add(Place(path), f"The file is not a whole Parquet file ({told}). Export it anew.")
        return None

    place = places(path, head)

    def rows(problems: Problems) -> Numbered:
        """Yield the rows of the file, some at a time."""
        number = 1
        try:
            with parquet.ParquetFile(path) as file:
                for batch in file.iter_batches(BATCH):
                    for row in batch.to_pylist():
                        yield number, row
                        number += 1
        except (pa.ArrowException, OSError, ValueError, OverflowError) as error:
            told = str(error).splitlines()[0][:120]
            problems.add(place(number, None), f"The file is damaged from here on ({told}).")

    return Held(table, head, rows, place, json_items)

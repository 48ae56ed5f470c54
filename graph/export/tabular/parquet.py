"""Parquet: typed columns with null for unknown, meaning and unit as metadata of each."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

from graph.connection.write import batches
from graph.core.errors import need
from graph.core.words import Words
from graph.export.columns import Column, Rows, Table
from graph.export.texts import plain_text

GROUP = 20_000
"""Rows that are held at a time; each lot is a row group of the file."""


def write_parquet(table: Table, rows: Rows, path: Path) -> None:
    """A table, a row group at a time; the rows may be more than memory holds."""
    need(Words.same("Parquet"), "pyarrow", "parquet")
    pa, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    made = schema(table)
    with parquet.ParquetWriter(path, made) as writer:
        for lot in batches(rows, GROUP):
            arrays = [
                pa.array([_value(column, row.get(column.name)) for row in lot], field.type)
                for column, field in zip(table.columns, made, strict=True)
            ]
            writer.write_table(pa.Table.from_arrays(arrays, schema=made))


def schema(table: Table) -> Any:
    """Return the Arrow schema of a table; a column that every row fills takes no null."""
    pa = import_module("pyarrow")
    types = {
        "string": pa.string(), "integer": pa.int64(), "float": pa.float64(), "json": pa.string(),
        "boolean": pa.bool_(), "date": pa.date32(), "list": pa.list_(pa.string()),
    }  # fmt: skip
    fields = [pa.field(c.name, types[c.kind], not c.required, _metadata(c)) for c in table.columns]
    return pa.schema(fields, metadata={"title": table.title.side_by_side})


def _metadata(column: Column) -> dict[str, str]:
    return {"description": column.meaning.side_by_side} | (
        {"unit": column.unit} if column.unit else {}
    )


def _value(column: Column, value: Any) -> Any:
    if value is None:
        return None
    return plain_text(value) if column.kind in ("json", "string") else value

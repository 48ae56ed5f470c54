"""Tables as CSV (UTF-8, RFC 4180) and Parquet: the same rows, the same types."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from loaders.package.rows import Rows, Value
from loaders.package.schema import Table


def write_csv(table: Table, rows: Rows, path: Path) -> None:
    """A table as CSV: empty is unknown, `true` and `false`, days as 2018-07-03."""
    names = [field.name for field in table.fields]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(names)
        writer.writerows([_text(row[name]) for name in names] for row in rows)


def write_parquet(table: Table, rows: Rows, path: Path) -> None:
    """A table as Parquet: null is unknown, columns typed as the schema says."""
    import pyarrow as pa
    from pyarrow import parquet

    types = {
        "string": pa.string(),
        "integer": pa.int64(),
        "boolean": pa.bool_(),
        "date": pa.date32(),
    }
    schema = pa.schema([
        pa.field(f.name, types[f.type], not f.required, {"description": f.meaning})
        for f in table.fields
    ])  # fmt: skip
    columns = [pa.array(_column(rows, f.name), types[f.type]) for f in table.fields]
    parquet.write_table(pa.Table.from_arrays(columns, schema=schema), path)


def _column(rows: Rows, name: str) -> Sequence[Value]:
    return [row[name] for row in rows]


def _text(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, dt.date) else str(value)

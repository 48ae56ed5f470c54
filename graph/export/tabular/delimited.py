"""CSV (UTF-8 with the mark that Excel needs, RFC 4180), formulas disarmed, unknown empty."""

from __future__ import annotations

import csv
from pathlib import Path

from graph.export.columns import Rows, Table
from graph.export.texts import cell


def write_csv(table: Table, rows: Rows, path: Path) -> None:
    """A table, a row at a time; the rows may be more than memory holds."""
    names = table.names
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(names)
        writer.writerows([cell(row.get(name)) for name in names] for row in rows)

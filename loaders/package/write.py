"""The whole package into a folder."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from graph.export.columns import Table as Columns
from graph.export.tabular.parquet import write_parquet
from graph.export.texts import plain_text
from loaders.files.yaml import shipped_yaml
from loaders.groups.rows import GroupData
from loaders.package.describe import attribution, codebook, datapackage, datasheet
from loaders.package.rows import package_rows
from loaders.package.tables import TABLES, Rows, Table

TEXTS = Path(__file__).parent / "texts"
"""CHANGELOG.md and CITATION.cff of the data."""


@cache
def about() -> Mapping[str, Any]:
    """The citation of the data (CITATION.cff): title, abstract, authors, version, day, keywords."""
    return dict(shipped_yaml(TEXTS / "CITATION.cff"))


def write_package(data: GroupData, folder: Path) -> Mapping[str, Rows]:
    """Write the data package; answers the rows of each table. Raises OSError."""
    rows = package_rows(data)
    (folder / "parquet").mkdir(parents=True, exist_ok=True)
    for table in TABLES:
        typed = Columns(table.name, table.holds, table.fields)
        write_parquet(typed, rows[table.name], folder / "parquet" / f"{table.name}.parquet")
    write_rows(rows, folder)
    return rows


def write_rows(rows: Mapping[str, Rows], folder: Path) -> None:
    """Write the data package of these rows (`package_rows`), without Parquet. Raises OSError."""
    (folder / "csv").mkdir(parents=True, exist_ok=True)
    for table in TABLES:
        _write_csv(table, rows[table.name], folder / "csv" / f"{table.name}.csv")
    described = json.dumps(datapackage(rows), ensure_ascii=False, indent=2)
    texts = {
        "datapackage.json": described + "\n", "codebook.md": codebook(rows),
        "datasheet.md": datasheet(rows), "LICENSE.md": attribution(rows),
    }  # fmt: skip
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    for path in sorted(TEXTS.iterdir()):
        shutil.copyfile(path, folder / path.name)


def _write_csv(table: Table, rows: Rows, path: Path) -> None:
    """A table as CSV (UTF-8, RFC 4180): empty is unknown, `true` and `false`, days as 2018-07-03."""
    names = [field.name for field in table.fields]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(names)
        writer.writerows(
            ["" if row[n] is None else plain_text(row[n]) for n in names] for row in rows
        )

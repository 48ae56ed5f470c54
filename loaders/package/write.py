"""The whole package into a folder."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

from loaders.groups.rows import GroupData
from loaders.package.datasheet import attribution, datasheet
from loaders.package.describe import codebook, datapackage
from loaders.package.files import write_csv, write_parquet
from loaders.package.rows import Rows, package_rows
from loaders.package.tables import TABLES

TEXTS = Path(__file__).parent / "texts"
"""CHANGELOG.md and CITATION.cff of the data."""


def write_package(data: GroupData, folder: Path) -> Mapping[str, Rows]:
    """Write the data package; answers the rows of each table. Raises OSError."""
    rows = package_rows(data)
    for name in ("csv", "parquet"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for table in TABLES:
        write_csv(table, rows[table.name], folder / "csv" / f"{table.name}.csv")
        write_parquet(table, rows[table.name], folder / "parquet" / f"{table.name}.parquet")
    described = json.dumps(datapackage(rows), ensure_ascii=False, indent=2)
    texts = {
        "datapackage.json": described + "\n", "codebook.md": codebook(rows),
        "datasheet.md": datasheet(rows), "LICENSE.md": attribution(rows),
    }  # fmt: skip
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    for path in sorted(TEXTS.iterdir()):
        shutil.copyfile(path, folder / path.name)
    return rows

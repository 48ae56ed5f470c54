"""The release folder, form by form; each form tells of the files that are written before it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from loaders.groups.rows import GroupData
from loaders.package.release import ftm, linked, sqlite
from loaders.package.release.about import held, json_text, sums
from loaders.package.tables import Rows
from loaders.package.write import write_package

SUMS = "SHA256SUMS"


def write_release(data: GroupData, folder: Path) -> Mapping[str, Rows]:
    """Write everything that is uploaded; the same data gives the same bytes. Raises OSError."""
    rows = write_package(data, folder)
    sqlite.write_sqlite(rows, folder / sqlite.FILE)
    _put(folder, ftm.FILE, ftm.ftm_text(rows))
    _put(folder, "datasette.json", json_text(sqlite.metadata()))
    _put(folder, linked.FILE, json_text(linked.linked(rows, held(folder))))
    _put(folder, SUMS, sums(held(folder)))
    return rows


def _put(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8", newline="\n")
